#pragma once
#include <optional>
#include <string_view>

namespace search
{

/// Lists of words that hold a sentence together and say little by themselves: articles, prepositions, pronouns,
/// conjunctions, forms of ser, estar, haber, be and have, and what fills a pause in speech.
enum class StopWords { none, es, en };

/// "es", "en" or "none".
std::optional<StopWords> stop_words_named(std::string_view name);

/// Whether the list has the word, which is in lower case; accents count, so that `esta` is in the list and `está` too,
/// each by itself.
bool is_stop_word(StopWords list, std::string_view lower);
/// The same in the list of a document's language, "es" or "en-GB"; other languages have none.
bool is_stop_word(std::string_view language, std::string_view lower);

}
