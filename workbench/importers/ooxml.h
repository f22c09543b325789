#pragma once
#include "paper/xml.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Nodes and attributes by the part of their name after the colon: programs differ in the prefixes they write.
namespace workbench
{

/// The first child of that local name; an empty node when there is none.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name);
std::string attribute(pugi::xml_node node, std::string_view name);

/// The attribute `val`, as in `<w:start w:val="1"/>`.
std::string value(pugi::xml_node node);

/// `1 true on` and `0 false off`; anything else, and nothing, is `otherwise`.
bool is_on(std::string_view value, bool otherwise);

}
