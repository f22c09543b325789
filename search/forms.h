#pragma once
#include "stemmer.h"
#include <string>
#include <string_view>
#include <unordered_map>

namespace search
{

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using ByString = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

/// What a word is compared by.
struct Form {
    std::string lower; ///< accents count
    std::string fold;  ///< they do not
    std::string stem;  ///< of `lower`, then folded
};

/// The form of a word as it stands in a text of the stemmer's language.
Form form_of(std::string_view word, const Stemmer& stemmer);

}
