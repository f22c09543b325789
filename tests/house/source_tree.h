#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace house
{

/// A file of the project: its path relative to the root, with `/`, and its bytes.
struct SourceFile {
    std::string path;
    std::string text;
};

/// Something a rule forbids: where, and what to do about it.
struct Finding {
    std::string where; ///< "coding/code.cpp:12"
    std::string what;
    bool operator==(const Finding&) const = default;
};

/// The text files under `root`, sorted by path; without builds, hidden folders (but .ci), corpora and data.
std::vector<SourceFile> read_tree(const std::filesystem::path& root);

bool is_cpp(const SourceFile& file);
bool is_public_header(const SourceFile& file);

/// Lines without their LF.
std::vector<std::string_view> lines_of(std::string_view text);

/// "path:line", lines from 1.
std::string place(const SourceFile& file, std::size_t line);

/// The room a path lies in: workbench, paper, search, coding, numbers, stats, ui. A test belongs to the room it
/// mirrors (`tests/coding` to coding). Empty for all else: tests of several rooms, benchmarks, papers.
std::string room_of(std::string_view path);

/// One string literal as the program sees it, adjacent ones joined; comments are no literals.
struct Literal {
    std::size_t line; ///< where it begins, from 1
    std::string text; ///< escapes are left as they are written
};
std::vector<Literal> literals_of(std::string_view source);

/// One finding a line, for a test's message.
std::string listed(const std::vector<Finding>& findings);

}
