#pragma once
#include <string>
#include <string_view>

namespace workbench
{

/// The SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hexadecimal digits. The empty text has one too.
std::string sha256_hex(std::string_view bytes);

}
