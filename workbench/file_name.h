#pragma once
#include <string>

namespace workbench
{

/// E2 before E10: runs of digits compare as numbers, all else by bytes.
bool in_natural_order(const std::string& a, const std::string& b);

/// A file's name as the project keeps it; the bytes of another encoding become question marks.
std::string as_utf8(std::string name);

}
