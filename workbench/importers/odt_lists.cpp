#include "odt_lists.h"
#include "flow.h"
#include "ooxml.h"
#include <algorithm>
#include <charconv>

namespace workbench
{
namespace
{

std::optional<int> number_in(pugi::xml_node node, std::string_view name)
{
    const auto text = attribute(node, name);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{}) return {};
    return number;
}

}

void OdtLists::read_level(pugi::xml_node node, Levels& levels)
{
    const int at = number_in(node, "level").value_or(0) - 1;
    if (at < 0 || at >= most_levels) return;
    auto& level = levels[at];
    level = {};
    const auto name = paper::local_name(node.name());
    level.bullet = name == "list-level-style-bullet" || name == "list-level-style-image";
    const auto form = attribute(node, "num-format");
    level.form = form.empty() ? '\0' : form[0];
    level.prefix = attribute(node, "num-prefix");
    level.suffix = attribute(node, "num-suffix");
    level.pattern = attribute(node, "num-list-format");
    level.start = number_in(node, "start-value").value_or(1);
    level.shown = std::clamp(number_in(node, "display-levels").value_or(1), 1, at + 1);
}

void OdtLists::read_styles(pugi::xml_node node)
{
    for (const auto inner : node.children()) {
        const auto name = paper::local_name(inner.name());
        if (name == "list-style") {
            auto& levels = styles_[attribute(inner, "name")];
            for (const auto level : inner.children()) read_level(level, levels);
        } else if (name == "outline-style") {
            for (auto& level : outline_) level.bullet = false;
            for (const auto level : inner.children()) read_level(level, outline_);
        }
    }
}

const OdtLists::Levels& OdtLists::levels_of(const std::string& style) const
{
    static const Levels bullets{};
    const auto found = styles_.find(style);
    return found == styles_.end() ? bullets : found->second;
}

void OdtLists::begin(pugi::xml_node list)
{
    Open opened;
    opened.style = attribute(list, "style-name");
    if (!open_.empty()) {
        opened.level = std::min(open_.back().level + 1, most_levels - 1);
        if (opened.style.empty()) opened.style = open_.back().style;
        opened.counters = open_.back().counters;
        for (int i = opened.level; i < most_levels; ++i) opened.counters[i].reset();
    } else {
        const auto goes_on = finished_lists_.find(attribute(list, "continue-list"));
        if (goes_on != finished_lists_.end())
            opened.counters = goes_on->second;
        else if (attribute(list, "continue-numbering") == "true")
            opened.counters = finished_[opened.style];
    }
    open_.push_back(std::move(opened));
    ids_.push_back(attribute(list, "id"));
}

void OdtLists::end()
{
    const auto& closed = open_.back();
    if (closed.level == 0) {
        finished_[closed.style] = closed.counters;
        if (!ids_.back().empty()) finished_lists_[ids_.back()] = closed.counters;
    }
    open_.pop_back();
    ids_.pop_back();
}

std::string OdtLists::shown(const Levels& levels, const Counters& counters, int at)
{
    const auto& level = levels[at];
    if (level.bullet) return "-";
    const auto number = [&](int of) {
        const auto& counted = levels[of];
        return counted.form ? number_as(counted.form, counters[of].value_or(counted.start)) : std::string{};
    };
    if (!level.pattern.empty()) {
        auto text = level.pattern;
        for (int of = 0; of <= at; ++of) {
            const auto sign = "%" + std::to_string(of + 1) + "%";
            if (const auto place = text.find(sign); place != std::string::npos)
                text.replace(place, sign.size(), number(of));
        }
        return level.form ? text : "";
    }
    if (!level.form) return "";
    std::string text;
    for (int of = at - level.shown + 1; of <= at; ++of) {
        const auto part = number(of);
        if (!text.empty() && !part.empty()) text += '.';
        text += part;
    }
    return level.prefix + text + level.suffix;
}

std::string OdtLists::item(pugi::xml_node item)
{
    auto& list = open_.back();
    const auto& levels = levels_of(list.style);
    auto& counter = list.counters[list.level];
    counter = counter ? *counter + 1 : levels[list.level].start;
    if (const auto start = number_in(item, "start-value")) counter = *start;
    return shown(levels, list.counters, list.level);
}

std::string OdtLists::heading(pugi::xml_node heading)
{
    const int at = number_in(heading, "outline-level").value_or(1) - 1;
    if (at < 0 || at >= most_levels || outline_[at].bullet || attribute(heading, "is-list-header") == "true") return {};
    auto& counter = headings_[at];
    counter = counter ? *counter + 1 : outline_[at].start;
    for (int deeper = at + 1; deeper < most_levels; ++deeper) headings_[deeper].reset();
    return shown(outline_, headings_, at);
}

}
