#pragma once
#include <string>
#include <string_view>

namespace coding
{

/// A key by which names sort as in a Spanish index: case and accents do not count, ñ follows n. Equal keys need a
/// second comparison of the names themselves.
std::string order_key(std::string_view name);

/// Strict order of names: by key, then by bytes.
bool name_before(std::string_view a, std::string_view b);

/// `text` without white space at its ends.
std::string trimmed(std::string_view text);

}
