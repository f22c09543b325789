#include "word_numbering.h"
#include "flow.h"
#include "ooxml.h"
#include <algorithm>
#include <charconv>

namespace workbench
{
namespace
{

std::optional<int> number_in(pugi::xml_node node, const char* name)
{
    const auto text = value(child(node, name));
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{}) return {};
    return number;
}

int id_of(pugi::xml_node node, const char* name)
{
    const auto text = attribute(node, name);
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The part of a paragraph's properties that makes it an item; a level or a list may be missing.
struct Properties {
    std::optional<int> list, level;
};

Properties list_properties(pugi::xml_node properties)
{
    const auto node = child(properties, "numPr");
    return {number_in(node, "numId"), number_in(node, "ilvl")};
}

}

WordNumbering::WordNumbering(pugi::xml_node numbering, pugi::xml_node styles)
{
    read_styles(styles);
    read_lists(numbering);
}

void WordNumbering::read_styles(pugi::xml_node styles)
{
    for (const auto node : children(styles, "style")) {
        if (attribute(node, "type") != "paragraph") continue;
        const auto id = attribute(node, "styleId");
        Style style{value(child(node, "basedOn")), {}, false};
        const auto found = list_properties(child(node, "pPr"));
        if (found.list || found.level) style.item = WordItem{found.list.value_or(-1), found.level.value_or(0)};
        style.has_level = found.level.has_value();
        if (is_on(attribute(node, "default"), false)) default_style_ = id;
        styles_.emplace(id, std::move(style));
    }
}

void WordNumbering::read_level(pugi::xml_node node, Level& level)
{
    level.start = number_in(node, "start").value_or(level.start);
    if (const auto form = child(node, "numFmt")) level.form = value(form);
    if (const auto text = child(node, "lvlText")) level.text = value(text);
    level.restart = number_in(node, "lvlRestart").value_or(level.restart);
    if (const auto legal = child(node, "isLgl")) level.legal = is_on(value(legal), true);
}

void WordNumbering::read_lists(pugi::xml_node numbering)
{
    std::map<int, pugi::xml_node> abstracts;
    std::map<std::string, pugi::xml_node> by_style; // a list may say only which style of lists it follows
    for (const auto node : children(numbering, "abstractNum")) {
        abstracts[id_of(node, "abstractNumId")] = node;
        if (const auto style = value(child(node, "styleLink")); !style.empty()) by_style[style] = node;
    }
    for (auto& [id, node] : abstracts)
        if (const auto defined = by_style.find(value(child(node, "numStyleLink"))); defined != by_style.end())
            node = defined->second;
    for (const auto node : children(numbering, "num")) {
        const int id = id_of(node, "numId");
        List list;
        list.abstract = number_in(node, "abstractNumId").value_or(0);
        const auto take = [&](pugi::xml_node level, int at) {
            if (at < 0 || at >= most_levels) return;
            read_level(level, list.levels[at]);
            if (const auto style = value(child(level, "pStyle")); !style.empty()) level_of_style_[{id, style}] = at;
        };
        if (const auto found = abstracts.find(list.abstract); found != abstracts.end())
            for (const auto level : children(found->second, "lvl")) take(level, id_of(level, "ilvl"));
        for (const auto change : children(node, "lvlOverride")) {
            const int at = id_of(change, "ilvl");
            if (const auto level = child(change, "lvl")) take(level, at);
            if (const auto start = number_in(change, "startOverride")) list.starts[at] = *start;
        }
        lists_[id] = std::move(list);
    }
}

std::optional<WordItem> WordNumbering::item_of_style(const std::string& id) const
{
    std::optional<int> level;
    std::string at = id;
    for (int depth = 0; depth < 64 && !at.empty(); ++depth) { // styles based on each other end here
        const auto style = styles_.find(at);
        if (style == styles_.end()) return {};
        const auto& item = style->second.item;
        if (item && !level && style->second.has_level) level = item->level;
        if (item && item->list >= 0) {
            const auto linked = level_of_style_.find({item->list, at});
            const int own = linked == level_of_style_.end() ? item->level : linked->second;
            return WordItem{item->list, level.value_or(own)};
        }
        at = style->second.based_on;
    }
    return {};
}

WordItem WordNumbering::item_of(pugi::xml_node properties) const
{
    const auto own = list_properties(properties);
    auto style = value(child(properties, "pStyle"));
    if (style.empty()) style = default_style_;
    auto item = own.list ? WordItem{*own.list, 0} : item_of_style(style).value_or(WordItem{});
    if (own.list) {
        const auto linked = level_of_style_.find({*own.list, style});
        if (linked != level_of_style_.end()) item.level = linked->second;
    }
    if (own.level) item.level = *own.level;
    item.level = std::clamp(item.level, 0, most_levels - 1);
    return lists_.contains(item.list) ? item : WordItem{};
}

std::string WordNumbering::number(const Level& level, int n) const
{
    const auto& form = level.form;
    if (form == "none") return "";
    if (form == "decimalZero") return (n < 10 ? "0" : "") + std::to_string(n);
    if (form == "lowerLetter") return number_as('a', n);
    if (form == "upperLetter") return number_as('A', n);
    if (form == "lowerRoman") return number_as('i', n);
    if (form == "upperRoman") return number_as('I', n);
    if (form == "ordinal") return std::to_string(n) + ".\u00BA";
    return std::to_string(n);
}

std::string WordNumbering::next(const WordItem& item)
{
    const auto found = lists_.find(item.list);
    if (found == lists_.end()) return {};
    auto& list = found->second;
    auto& counters = counters_[list.abstract];
    // A list that begins anew at some level does so when it is first met; lists of one abstract list count together.
    if (!std::exchange(begun_[item.list], true))
        for (const auto& [level, start] : list.starts)
            if (level >= 0 && level < most_levels) counters[level].reset(), list.levels[level].start = start;

    const auto& level = list.levels[item.level];
    auto& counter = counters[item.level];
    counter = counter ? *counter + 1 : level.start;
    for (int deeper = item.level + 1; deeper < most_levels; ++deeper) {
        const int restart = list.levels[deeper].restart;
        if (restart < 0 || (restart > 0 && item.level < restart)) counters[deeper].reset();
    }
    if (level.form == "bullet") return "-";

    std::string shown;
    for (std::size_t i = 0; i < level.text.size(); ++i) {
        const char next = i + 1 < level.text.size() ? level.text[i + 1] : '\0';
        if (level.text[i] != '%' || next < '1' || next > '9') {
            shown += level.text[i];
            continue;
        }
        const int at = level.text[++i] - '1';
        auto counted = list.levels[at];
        if (level.legal) counted.form = "decimal";
        shown += number(counted, counters[at].value_or(counted.start));
    }
    return shown;
}

}
