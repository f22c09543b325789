#include "call.h"
#include "help.h"
#include "workbench/document.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace cli
{

using workbench::fail;
using workbench::Result;
using workbench::say;

namespace
{

bool starts_with_dashes(std::string_view word)
{
    return word.size() > 2 && word.substr(0, 2) == "--";
}

/// Spanish, unless the environment asks for English, for C or for nothing.
std::string language_of_the_locale()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (!value || !*value) continue;
        const std::string_view locale(value);
        const bool english =
            locale.substr(0, 2) == "en" || locale == "C" || locale.substr(0, 2) == "C." || locale == "POSIX";
        return english ? "en" : "es";
    }
    return "en";
}

bool is_utf8(const std::string& word)
{
    try {
        (void)nlohmann::json(word).dump();
        return true;
    } catch (const nlohmann::json::type_error&) {
        return false;
    }
}

std::vector<std::string> split(const std::string& list)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= list.size();) {
        const auto to = std::min(list.find(',', from), list.size());
        parts.push_back(list.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

std::string joined(const std::vector<std::string_view>& words)
{
    std::string line;
    for (const auto word : words) line += (line.empty() ? "" : ", ") + std::string(word);
    return line;
}

template <class Names>
std::string near_hint(std::string_view wanted, const Names& names)
{
    const auto near = workbench::nearest(wanted, std::vector<std::string>(names.begin(), names.end()));
    if (near.empty()) return {};
    std::string line;
    for (const auto& name : near) line += (line.empty() ? "" : ", ") + name;
    return say("Near it: {}.", line);
}

Result<void> check_choice(const std::string& value, const std::vector<std::string_view>& choices,
                          const std::string& where)
{
    if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return {};
    return usage(say("{} cannot be \"{}\"; it is one of: {}.", where, value, joined(choices)));
}

/// Whether `value` is what a row of the table asks for; `where` is how the message calls the place.
Result<void> check_value(const std::string& value, Takes takes, const std::vector<std::string_view>& choices,
                         const std::string& where)
{
    if (takes != Takes::path && !is_utf8(value)) return usage(say("{} is not UTF-8 text.", where));
    switch (takes) {
    case Takes::integer:
        if (!integer_in(value)) return usage(say("{} must be a whole number, not \"{}\".", where, value));
        break;
    case Takes::number:
        if (!number_in(value)) return usage(say("{} must be a number, not \"{}\".", where, value));
        break;
    case Takes::span:
        if (!span_in(value)) return usage(say("{} must be BEGIN:END, as in 120:158, not \"{}\".", where, value));
        break;
    case Takes::choice: return check_choice(value, choices, where);
    case Takes::list:
        for (const auto& part : split(value))
            if (auto good = check_choice(part, choices, where); !good) return good;
        break;
    case Takes::nothing:
    case Takes::text:
    case Takes::path: break;
    }
    return {};
}

}

Manner manner_of(const std::vector<std::string>& words)
{
    Manner manner{false, language_of_the_locale()};
    const auto choose = [&](const std::string& value) {
        if (value == "es" || value == "en") manner.language = value;
    };
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        if (words[i] == "--json") manner.json = true;
        if (words[i] == "--lang" && i + 1 < words.size()) choose(words[i + 1]);
        if (words[i].rfind("--lang=", 0) == 0) choose(words[i].substr(7));
    }
    return manner;
}

/// One walk over the words; what it has understood so far is in `call_`.
class Parser
{
 public:
    explicit Parser(const std::vector<std::string>& words) : words_(words) {}

    Result<Call> parse()
    {
        if (auto found = find_command(); !found) return fail(found.error());
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (i == first_word_ || (two_words_ && i == second_word_)) continue;
            if (auto taken = take(i); !taken) return fail(taken.error());
        }
        if (call_.has("help")) return call_;
        if (auto given = give_arguments(); !given) return fail(given.error());
        if (auto complete = check_options(); !complete) return fail(complete.error());
        return call_;
    }

 private:
    /// The places of the first two words that are no option and no value of a common option.
    void find_words()
    {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < words_.size() && words_[i] != "--" && places.size() < 2; ++i) {
            if (words_[i] == "--coder" || words_[i] == "--lang")
                ++i;
            else if (!starts_with_dashes(words_[i]))
                places.push_back(i);
        }
        first_word_ = !places.empty() ? places[0] : words_.size();
        second_word_ = places.size() > 1 ? places[1] : words_.size();
    }

    Result<void> find_command()
    {
        find_words();
        if (first_word_ == words_.size()) return usage(say("No command was given."), say("See: quipu help"));
        const auto& first = words_[first_word_];
        if (second_word_ < words_.size()) call_.command_ = command_named(first + " " + words_[second_word_]);
        two_words_ = call_.command_ != nullptr;
        if (!call_.command_) call_.command_ = command_named(first);
        if (call_.command_) return {};
        return unknown_command(first);
    }

    Result<void> unknown_command(const std::string& first) const
    {
        std::vector<std::string> names;
        for (const auto* command : commands_under(first)) names.emplace_back(command->name);
        if (!names.empty()) {
            std::string line;
            for (const auto& name : names) line += (line.empty() ? "" : ", ") + name;
            if (call_.has("help") || second_word_ == words_.size())
                return usage(say("\"{}\" needs a second word: {}.", first, line));
            return usage(say("\"{} {}\" is not a command; there are: {}.", first, words_[second_word_], line));
        }
        for (const auto& section : sections())
            for (const auto& command : section.commands) names.emplace_back(command.name);
        const auto near = near_hint(first, names);
        return usage(say("\"{}\" is not a command.", first), near.empty() ? say("See: quipu help") : near);
    }

    const Option* option_named(std::string_view name) const
    {
        for (const auto& option : call_.command_->options)
            if (option.name == name) return &option;
        for (const auto& option : common_options())
            if (option.name == name) return &option;
        return nullptr;
    }

    Result<void> take(std::size_t& i)
    {
        const auto& word = words_[i];
        if (only_arguments_ || !starts_with_dashes(word)) {
            if (!only_arguments_ && word == "--")
                only_arguments_ = true;
            else
                arguments_.push_back(word);
            return {};
        }
        const auto equals = word.find('=');
        const auto name = word.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
        std::optional<std::string> value;
        if (equals != std::string::npos) value = word.substr(equals + 1);
        const auto* option = option_named(name);
        if (!option && !call_.command_->open_options) return unknown_option(name);
        if (option && option->takes == Takes::nothing) {
            if (value) return usage(say("--{} takes no value.", name));
            call_.values_[name];
            return {};
        }
        if (!value && (i + 1 == words_.size() || is_option(words_[i + 1])))
            return usage(say("--{} needs a value.", name),
                         say("A value that begins with dashes is written --{}=VALUE.", name));
        if (!value) value = words_[++i];
        if (!option) {
            call_.others_.emplace_back(name, *value);
            return {};
        }
        return take_value(*option, *value);
    }

    /// A word that would be understood as an option here: never a value by mistake.
    bool is_option(const std::string& word) const
    {
        return word == "--" || (starts_with_dashes(word) && option_named(word.substr(2, word.find('=') - 2)));
    }

    Result<void> take_value(const Option& option, const std::string& value)
    {
        const auto where = "--" + std::string(option.name);
        if (auto good = check_value(value, option.takes, option.choices, where); !good) return good;
        if (call_.has(option.name) && !option.repeated) return usage(say("{} was given twice.", where));
        auto& values = call_.values_[std::string(option.name)];
        if (option.takes == Takes::list)
            for (auto& part : split(value)) values.push_back(std::move(part));
        else
            values.push_back(value);
        return {};
    }

    Result<void> unknown_option(const std::string& name) const
    {
        std::vector<std::string> names;
        for (const auto& option : call_.command_->options) names.push_back("--" + std::string(option.name));
        for (const auto& option : common_options()) names.push_back("--" + std::string(option.name));
        const auto near = near_hint("--" + name, names);
        return usage(say("\"quipu {}\" has no option --{}.", call_.command_->name, name),
                     near.empty() ? see_help(*call_.command_) : near);
    }

    /// Shares the words out: each argument takes what the later ones can spare.
    Result<void> give_arguments()
    {
        const auto& wanted = call_.command_->arguments;
        std::size_t needed = 0, next = 0;
        for (const auto& argument : wanted) needed += argument.count == Count::one || argument.count == Count::some;
        for (const auto& argument : wanted) {
            const bool must = argument.count == Count::one || argument.count == Count::some;
            needed -= must;
            const auto left = arguments_.size() - next;
            if (must && left == 0)
                return usage(say("{} is missing: {}", shown(argument), usage_line(*call_.command_)),
                             see_help(*call_.command_));
            const bool many = argument.count == Count::some || argument.count == Count::any;
            const auto spare = left > needed ? left - needed : 0;
            const auto take = std::max<std::size_t>(must ? 1 : 0, many ? spare : std::min<std::size_t>(spare, 1));
            for (std::size_t i = 0; i < take; ++i) {
                const auto& word = arguments_[next++];
                if (auto good = check_value(word, argument.takes, argument.choices, shown(argument)); !good)
                    return good;
                call_.values_[std::string(argument.name)].push_back(word);
            }
        }
        if (next < arguments_.size())
            return usage(say("\"{}\" is one word too many: {}", arguments_[next], usage_line(*call_.command_)),
                         see_help(*call_.command_));
        return {};
    }

    Result<void> check_options() const
    {
        const auto& command = *call_.command_;
        for (const auto& option : command.options)
            if (option.required && !call_.has(option.name))
                return usage(say("--{} is missing: {}", option.name, usage_line(command)), see_help(command));
        if (command.one_of.empty()) return {};
        const auto given =
            std::count_if(command.one_of.begin(), command.one_of.end(), [&](auto name) { return call_.has(name); });
        if (given == 1) return {};
        std::string names;
        for (const auto name : command.one_of) names += (names.empty() ? "--" : ", --") + std::string(name);
        return usage(say("Exactly one of these is needed: {}.", names), see_help(command));
    }

    const std::vector<std::string>& words_;
    std::size_t first_word_ = 0, second_word_ = 0;
    bool two_words_ = false, only_arguments_ = false;
    std::vector<std::string> arguments_;
    Call call_;
};

Result<Call> parse(const std::vector<std::string>& words)
{
    return Parser(words).parse();
}

}
