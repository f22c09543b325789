#pragma once
#include "stemmer.h"
#include <string>
#include <string_view>

namespace search
{

/// What a word is compared by.
struct Form {
    std::string lower; ///< accents count
    std::string fold;  ///< they do not
    std::string stem;  ///< of `lower`, then folded
};

/// The form of a word as it stands in a text of the stemmer's language.
Form form_of(std::string_view word, const Stemmer& stemmer);

}
