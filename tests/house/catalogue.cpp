#include "catalogue.h"
#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>

namespace house
{
namespace
{

/// The text between the first and the last quote of a line.
std::string quoted(std::string_view line)
{
    const auto begin = line.find('"'), end = line.rfind('"');
    return end > begin && begin != line.npos ? std::string(line.substr(begin + 1, end - begin - 1)) : std::string{};
}

/// The places to fill in, by number, with their formats: "{} of {:.1f}" is {0: "", 1: ":.1f"}, as is "{1:.1f}: {0}".
/// Empty-handed (nullopt) where numbers are given to some places and not to others, which fmt refuses.
std::optional<std::map<int, std::string>> places(std::string_view text)
{
    std::map<int, std::string> found;
    int unnumbered = 0, numbered = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{') continue;
        if (text.substr(i).starts_with("{{")) {
            ++i;
            continue;
        }
        const auto inside = text.substr(i + 1, std::min(text.find('}', i), text.size()) - i - 1);
        const auto colon = std::min(inside.find(':'), inside.size());
        if (colon > 0) ++numbered;
        const int number = colon > 0 ? std::atoi(std::string(inside.substr(0, colon)).c_str()) : unnumbered++;
        found[number] = inside.substr(colon);
    }
    if (numbered > 0 && unnumbered > 0) return std::nullopt;
    return found;
}

bool fits(const Message& message, const std::string& form)
{
    if (form.empty()) return true; // not translated: that is for lint to say
    const auto here = places(form), wanted = places(message.plural.empty() ? message.id : message.plural);
    if (!here || !wanted) return false;
    if (message.plural.empty()) return *here == *wanted;
    return std::includes(wanted->begin(), wanted->end(), here->begin(), here->end());
}

}

std::vector<Message> messages_of(const SourceFile& po)
{
    std::vector<Message> found;
    std::string* current = nullptr;
    const auto lines = lines_of(po.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = lines[i];
        if (line.starts_with("#")) continue;
        if (line.starts_with("msgid "))
            current = &found.emplace_back(Message{i + 1, {}, {}, {}}).id;
        else if (line.starts_with("msgid_plural ") && current)
            current = &found.back().plural;
        else if (line.starts_with("msgstr") && current)
            current = &found.back().forms.emplace_back();
        if (current) *current += quoted(line);
    }
    std::erase_if(found, [](const auto& message) { return message.id.empty(); });
    return found;
}

std::vector<Finding> broken_places(const SourceFile& po)
{
    std::vector<Finding> found;
    for (const auto& message : messages_of(po))
        for (const auto& form : message.forms)
            if (!fits(message, form)) found.push_back({place(po, message.line), "other places to fill in: " + form});
    return found;
}

}
