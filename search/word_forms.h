#pragma once
#include "word_rule.h"
#include <functional>
#include <string>
#include <vector>

namespace search
{

/// The words that an index holds, wherever it lies. What its functions throw are Xapian's errors.
class Dictionary
{
 public:
    virtual ~Dictionary() = default;
    /// All words that begin so.
    virtual void each_word(const std::string& prefix, const std::function<void(const std::string&)>& visit) const = 0;
    /// What is noted under a fold_key or a stem_key.
    virtual std::vector<std::string> noted(const std::string& key) const = 0;
    /// The keys that begin so.
    virtual std::vector<std::string> keys(const std::string& prefix) const = 0;
    virtual bool has(const std::string& word) const = 0;
};

/// A word of an index that a word of a query means.
struct WordForm {
    std::string term;
    std::vector<std::string> languages; ///< in which it is meant; none when in all
};

/// What the words of a query are in an index with texts in these languages.
struct WordsOfQuery {
    std::vector<std::string> languages;
    std::vector<std::vector<WordForm>> forms; ///< of each word of the query
};

WordsOfQuery words_of_query(const std::vector<WordRule>& rules, std::vector<std::string> languages,
                            const Dictionary& dictionary);

}
