#pragma once
#include "coding/code_tree.h"
#include "search/passages.h"
#include "search/vocabulary.h"

namespace coding
{

/// The words of what a code is on.
struct CodeWords {
    CodeNode code;
    search::Vocabulary words;
};

/// For each code on whose quotations words stand, in tree order: the words of those `passages` that lie within a
/// quotation coded with it. A word in two quotations of one code counts once.
workbench::Result<std::vector<CodeWords>> words_by_code(const Reading& reading, const search::Passages& passages,
                                                        search::StopWords stop, bool stem);

}
