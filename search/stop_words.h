#pragma once
#include <string_view>

namespace search
{

/// Whether a word (in lower case, accents kept) only holds sentences together: articles, prepositions, pronouns,
/// auxiliary verbs, and what people say while they think. Of another language than Spanish and English none is.
bool is_stop_word(std::string_view language, std::string_view lower);

}
