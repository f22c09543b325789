#pragma once
#include "search/query.h"
#include "word_rule.h"
#include "workbench/pattern.h"
#include <vector>

namespace search
{

/// A query made ready: every word, field and regular expression in a list of its own, the tree naming them by number.
/// A leaf is what is weighed as one: a word, a phrase, a chain of NEAR, a regular expression.
struct Compiled {
    struct Node {
        Query::Kind kind = Query::Kind::all_of;
        std::vector<Node> parts;
        int word = -1, leaf = -1, outside = -1, regex = -1;
        bool ordered = false;
        int distance = 0;
    };
    Node root;
    std::vector<WordRule> words;
    std::vector<std::vector<int>> leaves; ///< the words of each leaf; none for a regular expression
    std::vector<Outside> outsides;
    std::vector<workbench::Pattern> regexes;
};

Compiled compile(const Query& query);

}
