#pragma once
#include "workbench/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

/// `"a", "b", "c"`; after the first `most` says how many more there are.
std::string listing(const std::vector<std::string>& names, std::size_t most = 8);

/// A hint that names what is close to `wanted`, or `otherwise` when nothing is.
std::string near_hint(std::string_view wanted, const std::vector<std::string>& names, const std::string& otherwise);

/// not_found for an object that was named by its id.
tl::unexpected<workbench::Error> gone(std::string detail);

/// not_found with near names, or ambiguous with the ids of `found`, for a name that should mean exactly one thing.
/// `none` and `several` are whole sentences.
tl::unexpected<workbench::Error> not_one(std::string_view wanted, const std::vector<std::int64_t>& found,
                                         const std::vector<std::string>& names, std::string none,
                                         const std::string& several);

/// The first words of a text, for a subject line: at most `most` characters, white space folded.
std::string beginning_of(std::string_view text, std::size_t most = 60);

}
