#pragma once
#include "database.h"
#include <optional>
#include <string>
#include <string_view>

namespace workbench
{

/// Puts the bytes into `content` unless they are there; returns their SHA-256.
std::string keep_content(const Connection& connection, std::string_view bytes);
std::optional<std::string> content_of(const Connection& connection, std::string_view sha256);

}
