#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "help.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::say;
using workbench::tr;

namespace
{

Json option_json(const Option& option)
{
    return {{"option", option.name}, {"choices", option.choices}, {"repeated", option.repeated}, {"help", option.help}};
}

Json command_json(const Command& command)
{
    Json options = Json::array();
    for (const auto& option : command.options) options.push_back(option_json(option));
    return {{"command", command.name},
            {"usage", usage_line(command)},
            {"help", command.help},
            {"options", options},
            {"example", command.example}};
}

Answer everything()
{
    Json all = Json::array();
    for (const auto& section : sections())
        for (const auto& command : section.commands) all.push_back(command_json(command));
    return {all, [](const Json&) { return overview(); }};
}

Answer page_of(const Command& command)
{
    return {command_json(command), [&command](const Json&) { return help_page(command); }};
}

Answer pages_of(const std::vector<const Command*>& commands)
{
    Json all = Json::array();
    for (const auto* command : commands) all.push_back(command_json(*command));
    return {all, [commands](const Json&) {
                std::string text;
                for (const auto* command : commands) text += (text.empty() ? "" : "\n\n") + help_page(*command);
                return text;
            }};
}

Outcome help(const Call& call)
{
    std::string name;
    for (const auto& word : call.all("command")) name += (name.empty() ? "" : " ") + word;
    if (name.empty()) return everything();
    if (const auto* command = command_named(name)) return page_of(*command);
    if (const auto under = commands_under(name); !under.empty()) return pages_of(under);
    return usage(say("\"{}\" is not a command.", name), say("See: quipu help"));
}

}

std::vector<Command> general_commands()
{
    return {
        {"help",
         {text("command", tr("COMMAND"), Count::any)},
         {},
         tr("Explains a command, with an example; without a name, lists them all."),
         "quipu help code add",
         nullptr,
         nullptr,
         help},
    };
}

}
