#pragma once
#include "workbench/result.h"
#include "workbench/words.h"
#include <memory>
#include <string_view>
#include <vector>

namespace workbench
{

/// A regular expression in ICU's syntax. Copies share what was compiled, and are safe in several threads.
class Pattern
{
 public:
    /// Fails with bad_value; the message says what is wrong and at which character of the pattern, from 1. Letters
    /// match whatever their case unless the pattern holds `(?-i)` or `ignore_case` is false.
    static Result<Pattern> compile(std::string_view pattern, bool ignore_case = true);

    /// The places where it matches, from left to right, none of them empty or overlapping; none when there are none.
    /// Fails with bad_value when the pattern runs away on this text: tries for longer than about half a second, or
    /// needs more memory than 8 MB.
    Result<std::vector<Word>> find_all(std::string_view utf8) const;

    /// As it was given to compile().
    const std::string& text() const;

 private:
    struct Compiled;
    std::shared_ptr<const Compiled> compiled_;
};

}
