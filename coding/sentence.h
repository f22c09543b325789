#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

/// `"a", "b", "c"`; after the first `most` says how many more there are.
std::string listing(const std::vector<std::string>& names, std::size_t most = 8);

/// A hint that names what is close to `wanted`, or `otherwise` when nothing is.
std::string near_hint(std::string_view wanted, const std::vector<std::string>& names, const std::string& otherwise);

/// The first words of a text, for a subject line: at most `most` characters, white space folded.
std::string beginning_of(std::string_view text, std::size_t most = 60);

}
