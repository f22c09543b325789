#include "ooxml.h"

namespace workbench
{

pugi::xml_node child(pugi::xml_node node, std::string_view name)
{
    for (const auto inner : node.children())
        if (paper::local_name(inner.name()) == name) return inner;
    return {};
}

std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name)
{
    std::vector<pugi::xml_node> found;
    for (const auto inner : node.children())
        if (paper::local_name(inner.name()) == name) found.push_back(inner);
    return found;
}

std::string attribute(pugi::xml_node node, std::string_view name)
{
    for (const auto inner : node.attributes())
        if (paper::local_name(inner.name()) == name) return inner.value();
    return {};
}

std::string value(pugi::xml_node node)
{
    return attribute(node, "val");
}

bool is_on(std::string_view value, bool otherwise)
{
    if (value == "1" || value == "true" || value == "on") return true;
    if (value == "0" || value == "false" || value == "off") return false;
    return otherwise;
}

}
