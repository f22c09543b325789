#pragma once
#include "workbench/project.h"
#include "workbench/result.h"
#include <string>
#include <string_view>
#include <vector>

namespace cli
{

class Call;
struct Answer;
using Outcome = workbench::Result<Answer>;

/// What the value of an option or argument has to look like; checked before anything is opened.
enum class Takes {
    nothing, ///< a flag
    text,    ///< UTF-8
    path,    ///< any bytes
    integer,
    number,
    span,   ///< BEGIN:END
    choice, ///< one of `choices`
    list,   ///< several of `choices`, or any texts when there are none, with commas between
};

struct Option {
    std::string_view name; ///< without the dashes
    Takes takes = Takes::nothing;
    const char* label = ""; ///< how help names the value: "N"
    const char* help = "";
    std::vector<std::string_view> choices;
    bool repeated = false, required = false;
};

enum class Count { one, maybe, some, any }; ///< exactly one, at most one, at least one, any number

struct Argument {
    std::string_view name; ///< for Call; differs from the names of the options
    const char* label;
    Count count = Count::one;
    Takes takes = Takes::text;
    std::vector<std::string_view> choices;
};

/// One row of the table. `reads` and `writes` are given the project that the first argument names, `alone` sees to
/// itself. One of the three is set; where both `reads` and `writes` are, the latter is for calls that have
/// `writes_when`, or for all but those that have `reads_when`.
struct Command {
    std::string_view name; ///< "info", "code add"
    std::vector<Argument> arguments;
    std::vector<Option> options;
    const char* help;
    std::string_view example;
    Outcome (*reads)(const Call&, const workbench::Project&) = nullptr;
    Outcome (*writes)(const Call&, workbench::Project&) = nullptr;
    Outcome (*alone)(const Call&) = nullptr;
    std::string_view writes_when = {};
    std::vector<std::string_view> one_of = {}; ///< exactly one of these options has to be given
    bool open_options = false;                 ///< any other option with a value is taken too
    std::string_view reads_when = {};
    std::string (*more)() = nullptr; ///< what its page of help tells besides
};

/// A group of rows under one heading of the help.
struct Section {
    const char* title;
    std::vector<Command> commands;
};

/// All commands, in the language of the moment.
const std::vector<Section>& sections();
/// The command of that name; nothing when there is none.
const Command* command_named(std::string_view name);
/// Those whose first word is `word`: "code" has add, list …
std::vector<const Command*> commands_under(std::string_view word);

/// Options that every command understands.
const std::vector<Option>& common_options();

// Short spellings for the rows of the table.
Argument project();
Argument text(std::string_view name, const char* label, Count count = Count::one);
Argument path(std::string_view name, const char* label, Count count = Count::one);
Argument whole(std::string_view name, const char* label, Count count);
Argument word(std::string_view name, std::vector<std::string_view> choices);
Option flag(std::string_view name, const char* help);
Option text_option(std::string_view name, const char* label, const char* help);
Option path_option(std::string_view name, const char* label, const char* help);
Option integer(std::string_view name, const char* help);
Option number(std::string_view name, const char* label, const char* help);
Option span(std::string_view name, const char* help);
Option choice(std::string_view name, std::vector<std::string_view> choices, const char* help);
Option list(std::string_view name, std::vector<std::string_view> choices, const char* help);
Option repeated(Option option);
Option required(Option option);

/// An error of the command line itself: exit code 2.
tl::unexpected<workbench::Error> usage(std::string detail, std::string hint = {});

}
