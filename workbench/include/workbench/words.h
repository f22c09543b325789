#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

/// A word of a text. Positions are half-open and count from the beginning of the text given: `begin`, `end` in
/// Unicode code points, `begin_byte`, `end_byte` in bytes of its UTF-8.
struct Word {
    std::int64_t begin = 0, end = 0;
    std::int64_t begin_byte = 0, end_byte = 0;
    bool operator==(const Word&) const = default;
};

/// The words of a text by the rules of the language (ICU, Unicode Standard Annex 29); a word has a letter or a digit,
/// so that punctuation, symbols and emoji are none. `e-gobierno` is two words, `3,14` and `don't` are one each.
/// `language` is a code such as "es"; an unknown one gets the rules common to all languages. A line break always ends
/// a word, so the words of a document are those of its paragraphs. Bytes that are not UTF-8 count as one U+FFFD for
/// each ill-formed sequence and are no words. May be called from several threads at once.
std::vector<Word> words_of(std::string_view utf8, std::string_view language);

/// The same into a list that is emptied first: saves an allocation in loops over many passages.
void words_of(std::string_view utf8, std::string_view language, std::vector<Word>& words);

/// The number of words, without listing them.
std::int64_t count_words(std::string_view utf8, std::string_view language);

/// The sentences of one paragraph, without the white space around them; sentences without any other character are
/// left out. A text of several paragraphs is to be given one paragraph at a time.
std::vector<Word> sentences_of(std::string_view utf8, std::string_view language);

/// The part of `text` that the word stands for.
inline std::string_view slice(std::string_view text, const Word& word)
{
    return text.substr(static_cast<std::size_t>(word.begin_byte),
                       static_cast<std::size_t>(word.end_byte - word.begin_byte));
}

/// Two words are the same word, accents counted and case not, when their `lower` is equal: lower case by the root
/// language, normalised to NFC, without invisible characters (soft hyphens, joiners).
std::string lower(std::string_view word);

/// Two words are the same word, neither accents nor case counted, when their `fold` is equal. `ñ` is a letter of its
/// own and stays, composed or with a combining tilde; `ü` becomes `u`, `ß` becomes `ss`, a typographic apostrophe, or
/// one that is a letter (as Quechua and Aymara are written too), a plain one. Marks that are letters rather than
/// accents (the vowel signs of Devanagari, the voicing of kana) stay.
std::string fold(std::string_view word);

/// Names the rules by which words are found and folded ("ICU 72.1 Unicode 15.0"): what was computed by other rules
/// is to be computed again.
std::string word_rules();

/// The number of Unicode code points; an ill-formed sequence counts as one.
std::int64_t code_points(std::string_view utf8);

}
