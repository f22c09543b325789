#pragma once
#include "search/fields.h"
#include "workbench/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace search
{

/// How one word of a query is compared with a word of the text.
struct WordPattern {
    enum class Rule {
        plain,  ///< equal without case and accents, or of one stem in the language of the text
        folded, ///< equal without case and accents; a word of a phrase
        exact,  ///< equal without case; accents count
    };
    enum class Shape {
        whole,
        wildcard, ///< `*` stands for any letters, none included
        fuzzy,    ///< at most `edits` insertions, deletions or replacements of one character
    };
    std::string text; ///< as written, without the signs of the operators; `*` stays
    Rule rule = Rule::plain;
    Shape shape = Shape::whole;
    int edits = 0; ///< 1 or 2 for fuzzy
    bool operator==(const WordPattern&) const = default;
};

/// `speaker:docente`: something about the place of a passage that the words do not tell.
struct Outside {
    FieldKind field = FieldKind::variable;
    std::string name; ///< of the variable; else as written
    std::string value;
    int column = 0; ///< where the field begins in the query, from 1
    bool operator==(const Outside&) const = default;
};

/// A query as a tree.
struct Query {
    enum class Kind {
        word,    ///< `word`
        phrase,  ///< `parts` are words, one right after the other
        near,    ///< `parts` lie within `distance`, one after the other when `ordered`
        all_of,  ///< AND
        any_of,  ///< OR
        one_of,  ///< XOR: an odd number of the parts
        none_of, ///< NOT the one part
        maybe,   ///< the first part must hold, the others only raise the rank
        regex,   ///< `pattern` is found in the passage
        outside, ///< `outside`, answered by the caller's resolver
    };
    Kind kind = Kind::all_of;
    int column = 0; ///< where it begins, in code points from 1
    std::vector<Query> parts;
    WordPattern word;
    bool ordered = false;
    int distance = 0;
    std::string pattern;
    Outside outside;
};

/// Reads a query. The language is described in the manual; every operator is understood in capitals, in English and
/// in Spanish. Fails with bad_value: the message names the column, in code points from 1, where reading stopped. An
/// empty query, or one without any word, is an error too.
workbench::Result<Query> parse(std::string_view text);

/// The tree in one line, for tests and for people who wonder how a query was understood:
/// `a -b` is `(AND a (NOT b))`.
std::string describe(const Query& query);

}
