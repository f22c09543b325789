#include "command.h"
#include "commands/commands.h"
#include "workbench/tr.h"
#include <iterator>

namespace cli
{

using workbench::tr;

namespace
{

template <class... More>
std::vector<Command> together(std::vector<Command> first, More... more)
{
    (first.insert(first.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())), ...);
    return first;
}

}

const std::vector<Section>& sections()
{
    static const std::vector<Section> all{
        {tr("Project"), together(project_commands(), history_commands())},
        {tr("Text"), together(import_commands(), document_commands(), text_commands(), case_commands())},
        {tr("Codes"), together(code_commands(), quotation_commands(), code_table_commands(), group_commands(),
                               memo_commands(), link_commands(), network_commands(), codebook_commands())},
        {tr("Search"), together(search_commands(), vocabulary_commands(), saved_search_commands(), autocode_commands(),
                                archive_commands())},
        {tr("Numbers"), together(recipe_commands(), table_commands())},
        {tr("Evidence"), together(evidence_commands(), report_commands())},
        {tr("General"), general_commands()},
    };
    return all;
}

const Command* command_named(std::string_view name)
{
    for (const auto& section : sections())
        for (const auto& command : section.commands)
            if (command.name == name) return &command;
    return nullptr;
}

std::vector<const Command*> commands_under(std::string_view word)
{
    std::vector<const Command*> found;
    for (const auto& section : sections())
        for (const auto& command : section.commands)
            if (command.name.size() > word.size() && command.name.substr(0, word.size()) == word &&
                command.name[word.size()] == ' ')
                found.push_back(&command);
    return found;
}

const std::vector<Option>& common_options()
{
    static const std::vector<Option> all{
        flag("json", tr("print one JSON value instead of text")),
        text_option("coder", tr("NAME"), tr("who does it; default: the system's user name")),
        choice("lang", {"es", "en"}, tr("language of messages (with new, also of the project); default: the locale")),
        flag("quiet", tr("no progress bar and no sentences, only what was asked for")),
        flag("help", tr("explain the command, with an example")),
    };
    return all;
}

Argument project()
{
    return {"project", tr("PROJECT"), Count::one, Takes::path, {}};
}
Argument text(std::string_view name, const char* label, Count count)
{
    return {name, label, count, Takes::text, {}};
}
Argument path(std::string_view name, const char* label, Count count)
{
    return {name, label, count, Takes::path, {}};
}
Argument whole(std::string_view name, const char* label, Count count)
{
    return {name, label, count, Takes::integer, {}};
}
Argument word(std::string_view name, std::vector<std::string_view> choices)
{
    return {name, "", Count::one, Takes::choice, std::move(choices)};
}

Option flag(std::string_view name, const char* help)
{
    return {name, Takes::nothing, "", help, {}};
}
Option text_option(std::string_view name, const char* label, const char* help)
{
    return {name, Takes::text, label, help, {}};
}
Option path_option(std::string_view name, const char* label, const char* help)
{
    return {name, Takes::path, label, help, {}};
}
Option integer(std::string_view name, const char* help)
{
    return {name, Takes::integer, "N", help, {}};
}
Option number(std::string_view name, const char* label, const char* help)
{
    return {name, Takes::number, label, help, {}};
}
Option span(std::string_view name, const char* help)
{
    return {name, Takes::span, "B:E", help, {}};
}
Option choice(std::string_view name, std::vector<std::string_view> choices, const char* help)
{
    return {name, Takes::choice, "", help, std::move(choices)};
}
Option list(std::string_view name, std::vector<std::string_view> choices, const char* help)
{
    return {name, Takes::list, "", help, std::move(choices)};
}
Option repeated(Option option)
{
    option.repeated = true;
    return option;
}
Option required(Option option)
{
    option.required = true;
    return option;
}

tl::unexpected<workbench::Error> usage(std::string detail, std::string hint)
{
    return workbench::fail(workbench::ErrorCode::usage, std::move(detail), std::move(hint));
}

}
