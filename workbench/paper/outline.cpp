#include "outline.h"
#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <fmt/format.h>
#include <set>

namespace paper
{

namespace
{

/// Counts headings as 1, 1.1, 1.2, 2; a level that was skipped counts as 1.
class HeadingCounter
{
 public:
    std::string next(int level)
    {
        assert(level >= 1 && level <= 6);
        ++counts_[level - 1];
        std::fill(counts_.begin() + level, counts_.end(), 0);
        std::string number;
        for (int i = 0; i < level; ++i) {
            counts_[i] = std::max(counts_[i], 1);
            number += fmt::format("{}{}", i ? "." : "", counts_[i]);
        }
        return number;
    }

 private:
    std::array<int, 6> counts_{};
};

class Counter
{
 public:
    explicit Counter(const Words& words) : words_(words) {}

    Mark operator()(const Heading& heading)
    {
        auto number = heading.numbered ? headings_.next(heading.level) : std::string{};
        auto name = number.empty() ? heading.text : number;
        return {Mark::Kind::heading, heading.level, std::move(number),
                std::move(name),     heading.text,  fmt::format("heading{}", ++heading_),
                heading.label};
    }
    Mark operator()(const Table& table)
    {
        return captioned(Mark::Kind::table, ++table_, words_.table, "table", table.title, table.label);
    }
    Mark operator()(const Figure& figure)
    {
        return captioned(Mark::Kind::figure, ++figure_, words_.figure, "figure", figure.caption, figure.label);
    }

 private:
    static Mark captioned(Mark::Kind kind, int number, const std::string& word, const char* anchor,
                          const std::string& text, const std::string& label)
    {
        return {kind,
                1,
                std::to_string(number),
                fmt::format("{} {}", word, number),
                text,
                fmt::format("{}{}", anchor, number),
                label};
    }

    const Words& words_;
    HeadingCounter headings_;
    int heading_ = 0, table_ = 0, figure_ = 0;
};

Result<std::set<std::string>> labels_of(const std::vector<Mark>& marks)
{
    std::set<std::string> labels;
    for (const auto& mark : marks)
        if (!mark.label.empty() && !labels.insert(mark.label).second)
            return problem(ProblemKind::bad_file, fmt::format("two blocks are labelled {}", mark.label));
    return labels;
}

}

Result<Outline> Outline::of(const Document& document)
{
    Outline outline;
    Counter count(document.words);
    for (const auto& block : document.blocks) {
        if (const auto* table = std::get_if<Table>(&block); table && table->columns.empty())
            return problem(ProblemKind::bad_file, fmt::format("the table \"{}\" has no columns", table->title));
        outline.by_block_.push_back(outline.marks_.size());
        std::visit(
            [&](const auto& some) {
                if constexpr (requires { count(some); }) outline.marks_.push_back(count(some));
            },
            block);
    }
    const auto labels = labels_of(outline.marks_);
    if (!labels) return tl::unexpected(labels.error());

    std::string missing;
    for (const auto& block : document.blocks)
        for_each_text(block, [&](const Inlines& text) {
            for (const auto& part : text.parts)
                if (const auto* reference = std::get_if<CrossReference>(&part))
                    if (!labels->contains(reference->label)) missing = reference->label;
        });
    if (!missing.empty()) return problem(ProblemKind::bad_file, fmt::format("no block is labelled {}", missing));
    return outline;
}

const Mark& Outline::named(const std::string& label) const
{
    const auto found = std::ranges::find(marks_, label, &Mark::label);
    assert(found != marks_.end());
    return *found;
}

std::vector<const Mark*> Outline::list(Mark::Kind kind, int levels) const
{
    std::vector<const Mark*> list;
    for (const auto& mark : marks_)
        if (mark.kind == kind && mark.level <= levels) list.push_back(&mark);
    return list;
}

std::string plain(const Inlines& text)
{
    std::string all;
    for (const auto& part : text.parts)
        if (const auto* run = std::get_if<Text>(&part)) all += run->text;
    return all;
}

bool is_safe_link(const std::string& address)
{
    return std::ranges::any_of(std::array{"http://", "https://", "mailto:"},
                               [&](const char* kind) { return address.starts_with(kind); });
}

std::string hex_digits(const std::string& colour)
{
    if (colour.size() != 7 || colour[0] != '#') return {};
    std::string digits;
    for (const char c : colour.substr(1)) {
        if (!std::isxdigit(static_cast<unsigned char>(c))) return {};
        digits += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return digits;
}

std::string created(const Document& document)
{
    return document.created.empty() ? "1980-01-01T00:00:00Z" : document.created;
}

std::string unbroken(std::string name)
{
    constexpr std::string_view no_break = "\u00A0";
    for (auto at = name.find(' '); at != name.npos; at = name.find(' ', at + no_break.size()))
        name.replace(at, 1, no_break);
    return name;
}

}
