#pragma once
#include "forms.h"
#include "search/query.h"
#include <map>

namespace search
{

/// Decides whether a word of a text is meant by a word of the query: the one place where that is decided.
class WordRule
{
 public:
    explicit WordRule(const WordPattern& pattern);

    bool holds(const Form& form, const std::string& language) const;

    const WordPattern& pattern() const { return pattern_; }
    /// The form that the pattern itself has in a language.
    const Form& own(const std::string& language) const;
    /// What a wildcard's words begin with; empty when it begins with `*`.
    const std::string& prefix() const { return pieces_.front(); }

 private:
    bool fits_wildcard(std::string_view key) const;
    bool fits_fuzzily(std::string_view key) const;

    WordPattern pattern_;
    std::vector<std::string> pieces_; ///< between the `*`
    std::u32string points_;           ///< for counting edits
    mutable std::map<std::string, Form> own_;
};

/// Whether `a` becomes `b` by at most `most` insertions, deletions or replacements of one code point.
bool within_edits(std::u32string_view a, std::u32string_view b, int most);

/// Puts the code points of well-formed UTF-8 into `points`, which is emptied first.
void points_of(std::string_view utf8, std::u32string& points);

}
