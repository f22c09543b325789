#pragma once
#include "source_tree.h"

namespace house
{

/// A function and how many lines it has, braces included.
struct Function {
    std::size_t line; ///< of its opening brace
    std::size_t lines;
};

/// Functions laid out as .clang-format lays them out: a brace alone on its line, and one below it at the same column.
/// Functions of one line are not seen; they need no attention.
std::vector<Function> functions_of(const SourceFile& file);

/// Files over `most_lines` and functions over `most_function_lines`: places to look at, not errors.
std::vector<Finding> oversized(const SourceFile& file, std::size_t most_lines = 600,
                               std::size_t most_function_lines = 60);

}
