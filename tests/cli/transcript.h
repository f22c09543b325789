#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A transcript is a text file of what is typed and what must come back:
///
///     # A comment. Blank lines between commands mean nothing.
///     $ quipu new thesis.quipu --title "Two words"
///     …                              any number of lines
///     $ quipu info thesis.quipu --json
///     @ /title "Two words"           the value at this JSON pointer; standard output must be one JSON value
///     @ /coders #0                   the size of a list or an object
///     @ /id "…"                      `…` stands for anything within a line
///     @ /password absent             there must be no such key
///     $ quipu text thesis.quipu missing
///     ! No document is called        standard error must hold this
///     ? 1                            the exit code, 0 unless said
///     $ cat <<END
///     > a command may go on
///     > END
///     a command may go on
///     \$ a backslash comes before a line of output that begins with one of $ > ? ! @ # \ …
///
/// Without `!`, a command that ends with 0 must leave standard error empty.
namespace transcript
{

/// One command and what must come of it.
struct Step {
    std::size_t line;    ///< of the `$`, from 1
    std::string command; ///< may have several lines
    std::vector<std::string> output;
    std::vector<std::string> values; ///< what stands after `@ `
    std::vector<std::string> errors; ///< what stands after `! `
    int exit_code = 0;
    std::vector<std::string> rest; ///< lines that are no output: comments, blank lines at the end, `@`, `!`
    std::string source;            ///< the step as it is written
};

/// The transcript cannot be read.
struct Mistake {
    std::size_t line;
    std::string what;
};

std::variant<std::vector<Step>, Mistake> parse(std::string_view text);

/// The examples of a page of the manual: what stands in its fenced blocks named `console`. Every other line becomes a
/// comment, so that line numbers stay those of the page. Empty when there is no such block.
std::string examples_of(std::string_view markdown);

/// What a command did.
struct Outcome {
    std::string output, errors;
    int exit_code = 0;
};

/// Why the outcome is not what the step asks for, for a person to read; empty when it is. Blank lines at the end of
/// the output do not count.
std::string difference(const Step& step, const Outcome& outcome);

/// Whether the text fits the pattern, in which `…` stands for anything.
bool fits(std::string_view pattern, std::string_view text);

/// The step as it would have to be written for this outcome: its source when it fits, else with the output and the
/// exit code that came; `@` and `!` lines and comments are kept.
std::string written(const Step& step, const Outcome& outcome);

}
