#pragma once
#include "workbench/text.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gui
{

/// A text without case and accents, any white space as one blank: made once, searched at each key.
class FoldedText
{
 public:
    explicit FoldedText(std::string_view text);
    /// As the function of that name.
    std::vector<workbench::Span> occurrences(std::string_view wanted) const;

 private:
    std::string text_;
    std::vector<std::uint32_t> from_; ///< for each byte the code point that it came from
};

/// Where `wanted` stands in a text, neither case nor accents counted and any white space as one blank; in order,
/// without overlaps. Nothing for an empty `wanted`.
std::vector<workbench::Span> occurrences(std::string_view text, std::string_view wanted);

/// Whether a name passes a filter box: every word of the filter is in it, neither case nor accents counted. An empty
/// filter lets everything through.
bool passes(std::string_view name, std::string_view filter);

}
