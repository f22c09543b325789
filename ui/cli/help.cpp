#include "help.h"
#include "answer.h"
#include "workbench/tr.h"
#include <algorithm>

namespace cli
{

using workbench::say;
using workbench::tr;

namespace
{

std::string alternatives(const std::vector<std::string_view>& choices, const char* between)
{
    std::string line;
    for (const auto choice : choices) line += (line.empty() ? "" : between) + std::string(choice);
    return line;
}

std::string value_of(const Option& option)
{
    if (option.takes == Takes::nothing) return {};
    if (option.choices.empty()) return " " + std::string(option.label);
    return " " + alternatives(option.choices, option.takes == Takes::list ? "," : "/");
}

std::string spelled(const Option& option)
{
    return "--" + std::string(option.name) + value_of(option) + (option.repeated ? "\u2026" : "");
}

bool is_alternative(const Command& command, const Option& option)
{
    for (const auto name : command.one_of)
        if (name == option.name) return true;
    return false;
}

std::vector<std::vector<std::string>> option_rows(const std::vector<Option>& options)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& option : options) rows.push_back({"  " + spelled(option), option.help});
    return rows;
}

std::string first_sentence(std::string_view text)
{
    const auto end = std::min({text.find(". "), text.find_last_not_of('.') + 1, text.size()});
    return std::string(text.substr(0, end));
}

}

std::string shown(const Argument& argument)
{
    return argument.choices.empty() ? argument.label : alternatives(argument.choices, "/");
}

std::string usage_line(const Command& command)
{
    std::string line = "quipu " + std::string(command.name);
    for (const auto& argument : command.arguments) {
        const bool optional = argument.count == Count::maybe || argument.count == Count::any;
        const bool many = argument.count == Count::some || argument.count == Count::any;
        line += (optional ? " [" : " ") + shown(argument) + (optional ? "]" : "") + (many ? "\u2026" : "");
    }
    std::string either;
    for (const auto& option : command.options)
        if (is_alternative(command, option)) either += (either.empty() ? " (" : " | ") + spelled(option);
    if (!either.empty()) line += either + ")";
    for (const auto& option : command.options) {
        if (is_alternative(command, option)) continue;
        line += option.required ? " " + spelled(option) : " [" + spelled(option) + "]";
    }
    return line;
}

std::string see_help(const Command& command)
{
    return say("See: quipu help {}", command.name);
}

std::string help_page(const Command& command)
{
    auto page = usage_line(command) + "\n\n" + command.help + "\n";
    if (command.more) page += "\n" + command.more();
    if (!command.options.empty())
        page += "\n" + std::string(tr("Options")) + "\n" + aligned(option_rows(command.options));
    page += "\n" + std::string(tr("Options of every command")) + "\n" + aligned(option_rows(common_options()));
    return page + "\n" + tr("Example") + "\n  " + std::string(command.example) + "\n";
}

std::string overview()
{
    std::string page = std::string(tr("quipu COMMAND PROJECT [ARGUMENTS] [OPTIONS]")) + "\n" +
                       tr("The workbench for mixed-methods research, without its window.") + "\n";
    std::vector<std::vector<std::string>> rows;
    for (const auto& section : sections()) {
        rows.push_back({""});
        rows.push_back({section.title});
        for (const auto& command : section.commands) {
            rows.push_back({"  " + std::string(command.name), first_sentence(command.help)});
        }
    }
    page += aligned(rows);
    return page + "\n" + tr("More about one of them: quipu help COMMAND") + "\n";
}

}
