#include "transcript.h"
#include <charconv>
#include <nlohmann/json.hpp>

namespace transcript
{
namespace
{

using Lines = std::vector<std::string>;
using nlohmann::json;

constexpr std::string_view anything = "…";

Lines lines_of(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// What stands after a mark and a blank; a mark alone is an empty rest.
std::string_view after_mark(std::string_view line)
{
    return line.substr(std::min<std::size_t>(2, line.size()));
}

bool has_mark(std::string_view line, char mark)
{
    return !line.empty() && line[0] == mark && (line.size() == 1 || line[1] == ' ');
}

bool is_comment(std::string_view line)
{
    return line.starts_with('#');
}

bool needs_backslash(std::string_view line)
{
    for (const char mark : {'$', '>', '?', '!', '@'})
        if (has_mark(line, mark)) return true;
    return line.starts_with('#') || line.starts_with('\\') || line == anything;
}

/// Reads one line into the step; an empty answer is success.
std::string take(Step& step, const std::string& line)
{
    const auto rest = after_mark(line);
    step.source += line + "\n";
    if (is_comment(line) || has_mark(line, '!') || has_mark(line, '@')) step.rest.push_back(line);
    if (has_mark(line, '>'))
        step.command += "\n" + std::string(rest);
    else if (has_mark(line, '!'))
        step.errors.emplace_back(rest);
    else if (has_mark(line, '@'))
        step.values.emplace_back(rest);
    else if (has_mark(line, '?')) {
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), step.exit_code);
        if (error != std::errc{} || end != rest.data() + rest.size()) return "an exit code is a number: " + line;
    } else if (!is_comment(line))
        step.output.push_back(line);
    return {};
}

/// Blank lines between commands are layout, not output.
void drop_blank_end(Step& step)
{
    while (!step.output.empty() && step.output.back().empty()) {
        step.output.pop_back();
        step.rest.emplace_back();
    }
}

std::string plain(const std::string& line)
{
    return line.starts_with('\\') ? line.substr(1) : line;
}

bool line_fits(const std::string& wanted, const std::string& line)
{
    return wanted.starts_with('\\') ? plain(wanted) == line : fits(wanted, line);
}

/// Lines from `w` on against lines from `l` on; a line that is only `…` stands for any number of them.
bool lines_fit(const Lines& wanted, const Lines& lines, std::size_t w = 0, std::size_t l = 0)
{
    for (; w < wanted.size(); ++w, ++l) {
        if (wanted[w] == anything) {
            for (auto from = l; from <= lines.size(); ++from)
                if (lines_fit(wanted, lines, w + 1, from)) return true;
            return false;
        }
        if (l >= lines.size() || !line_fits(wanted[w], lines[l])) return false;
    }
    return l == lines.size();
}

Lines without_blank_end(Lines lines)
{
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

std::string indented(const Lines& lines)
{
    std::string text;
    for (const auto& line : lines) text += "    " + line + "\n";
    return text.empty() ? "    (nothing)\n" : text;
}

/// The value at the pointer, or null when there is none. `/` alone is the whole.
const json* value_at(const json& whole, const std::string& pointer)
{
    if (pointer == "/") return &whole;
    const json::json_pointer at(pointer);
    return whole.contains(at) ? &whole.at(at) : nullptr;
}

bool value_fits(const json* value, std::string_view wanted)
{
    if (wanted == "absent") return value == nullptr;
    if (value == nullptr) return false;
    if (wanted.starts_with('#'))
        return (value->is_array() || value->is_object()) && std::to_string(value->size()) == wanted.substr(1);
    const auto exact = json::parse(wanted, nullptr, false);
    if (!exact.is_discarded() && wanted.find(anything) == wanted.npos) return exact == *value;
    return fits(wanted, value->dump());
}

/// Checks one `@ POINTER VALUE`.
std::string value_difference(const json& whole, const std::string& check)
{
    const auto blank = std::min(check.find(' '), check.size());
    const auto pointer = check.substr(0, blank), wanted = check.substr(std::min(blank + 1, check.size()));
    if (!pointer.starts_with('/')) return "    a JSON pointer begins with /: @ " + check + "\n";
    const auto* value = value_at(whole, pointer);
    if (value_fits(value, wanted)) return {};
    return "    @ " + check + "\n      but it is " +
           (value ? value->dump(-1, ' ', false, json::error_handler_t::replace) : "absent") + "\n";
}

std::string value_differences(const Step& step, const Outcome& outcome)
{
    if (step.values.empty()) return {};
    const auto whole = json::parse(outcome.output, nullptr, false);
    if (whole.is_discarded()) return "  standard output is not one JSON value:\n" + indented(lines_of(outcome.output));
    std::string found;
    for (const auto& check : step.values) found += value_difference(whole, check);
    return found.empty() ? found : "  values:\n" + found;
}

std::string error_differences(const Step& step, const Outcome& outcome)
{
    std::string found;
    for (const auto& wanted : step.errors) {
        const auto around = std::string(anything) + wanted + std::string(anything);
        if (!fits(around, outcome.errors)) found += "  standard error lacks: " + wanted + "\n";
    }
    const bool must_be_empty = step.errors.empty() && step.exit_code == 0;
    if (must_be_empty && !outcome.errors.empty()) found += "  standard error is not empty\n";
    return found;
}

}

bool fits(std::string_view pattern, std::string_view text)
{
    auto part = pattern.substr(0, pattern.find(anything));
    if (part.size() == pattern.size()) return pattern == text;
    if (!text.starts_with(part)) return false;
    text.remove_prefix(part.size());
    pattern.remove_prefix(part.size() + anything.size());
    for (;;) {
        const auto end = pattern.find(anything);
        if (end == pattern.npos) return text.ends_with(pattern);
        part = pattern.substr(0, end);
        const auto at = text.find(part);
        if (at == text.npos) return false;
        text.remove_prefix(at + part.size());
        pattern.remove_prefix(end + anything.size());
    }
}

std::variant<std::vector<Step>, Mistake> parse(std::string_view text)
{
    std::vector<Step> steps;
    std::size_t number = 0;
    for (const auto& line : lines_of(text)) {
        ++number;
        if (has_mark(line, '$')) {
            if (!steps.empty()) drop_blank_end(steps.back());
            steps.push_back({number, std::string(after_mark(line)), {}, {}, {}, 0, {}, line + "\n"});
        } else if (!steps.empty()) {
            if (auto mistake = take(steps.back(), line); !mistake.empty()) return Mistake{number, std::move(mistake)};
        } else if (!line.empty() && !is_comment(line)) {
            return Mistake{number, "output before any command: " + line};
        }
    }
    if (steps.empty()) return Mistake{number, "no command; a command begins with `$ `"};
    drop_blank_end(steps.back());
    return steps;
}

std::string examples_of(std::string_view markdown)
{
    std::string text;
    bool inside = false, any = false;
    for (const auto& line : lines_of(markdown)) {
        const bool fence = line.starts_with("```");
        if (fence) inside = !inside && line == "```console";
        any = any || inside;
        text += (inside && !fence ? line : "#") + "\n";
    }
    return any ? text : std::string{};
}

std::string difference(const Step& step, const Outcome& outcome)
{
    std::string found;
    if (outcome.exit_code != step.exit_code)
        found += "  exit code " + std::to_string(outcome.exit_code) + ", not " + std::to_string(step.exit_code) + "\n";
    const auto lines = without_blank_end(lines_of(outcome.output));
    if (step.values.empty() && !lines_fit(step.output, lines))
        found += "  expected:\n" + indented(step.output) + "  came:\n" + indented(lines);
    found += value_differences(step, outcome) + error_differences(step, outcome);
    if (!found.empty() && !outcome.errors.empty()) found += "  standard error:\n" + indented(lines_of(outcome.errors));
    return found;
}

std::string written(const Step& step, const Outcome& outcome)
{
    if (difference(step, outcome).empty()) return step.source;
    std::string text;
    for (const auto& line : lines_of(step.command)) text += (text.empty() ? "$ " : "> ") + line + "\n";
    if (step.values.empty())
        for (const auto& line : without_blank_end(lines_of(outcome.output)))
            text += (needs_backslash(line) ? "\\" : "") + line + "\n";
    std::string layout;
    for (const auto& line : step.rest) (is_comment(line) || line.empty() ? layout : text) += line + "\n";
    if (outcome.exit_code != 0) text += "? " + std::to_string(outcome.exit_code) + "\n";
    return text + layout;
}

}
