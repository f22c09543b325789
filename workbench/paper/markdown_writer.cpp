#include "outline.h"
#include "paper/writers.h"
#include "picture.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace paper
{

namespace
{

/// What a line feed becomes, which depends on where the text stands.
enum class Place { paragraph, cell, heading };

std::string line_break(Place place)
{
    switch (place) {
    case Place::paragraph: return "\\\n";
    case Place::cell: return "<br>";
    case Place::heading: return " ";
    }
    return {};
}

std::string escaped(std::string_view text, Place place)
{
    constexpr std::string_view special = "\\`*_[]<>|~$&#";
    std::string markdown;
    for (const char c : text) {
        if (c == '\n') {
            markdown += line_break(place);
            continue;
        }
        if (special.find(c) != special.npos) markdown += '\\';
        markdown += c;
    }
    return markdown;
}

/// A paragraph that begins like a list or a rule is none: "1. ", "- ", "+ ", "=".
std::string guard_beginning(std::string text)
{
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')'))
        text.insert(digits, "\\");
    else if (!text.empty() && std::string_view("-+=").find(text[0]) != std::string_view::npos)
        text.insert(0, "\\");
    return text;
}

std::string fenced(const std::string& text)
{
    std::string fence = "`";
    while (text.find(fence) != text.npos) fence += '`';
    const auto blank = text.starts_with('`') || text.ends_with('`') ? " " : "";
    return fence + blank + text + blank + fence;
}

/// Marks must touch the words they enclose: blanks at either end move outside.
std::string enclosed(const std::string& text, const char* mark)
{
    const auto first = text.find_first_not_of(' ');
    if (first == text.npos) return text;
    const auto last = text.find_last_not_of(' ') + 1;
    return text.substr(0, first) + mark + text.substr(first, last - first) + mark + text.substr(last);
}

std::string run(const Text& text, Place place)
{
    auto code = text.text;
    std::ranges::replace(code, '\n', ' ');
    auto markdown = text.code ? fenced(code) : escaped(text.text, place);
    if (text.script == Script::subscript) markdown = "<sub>" + markdown + "</sub>";
    if (text.script == Script::superscript) markdown = "<sup>" + markdown + "</sup>";
    if (text.italic) markdown = enclosed(markdown, "*");
    if (text.bold) markdown = enclosed(markdown, "**");
    if (!is_safe_link(text.link)) return markdown;
    std::string address;
    for (const char c : text.link) address += c == '<' ? "%3C" : c == '>' ? "%3E" : c == '\n' ? "" : std::string(1, c);
    return fmt::format("[{}](<{}>)", markdown, address);
}

class MarkdownBody
{
 public:
    MarkdownBody(const Document& document, const Outline& outline, const std::string& folder)
        : document_(document), outline_(outline), folder_(folder)
    {
    }

    Result<Markdown> write()
    {
        paragraph("# " + escaped(document_.title, Place::heading));
        if (!document_.subtitle.empty()) paragraph("**" + escaped(document_.subtitle, Place::heading) + "**");
        if (!document_.author_line.empty()) paragraph(escaped(document_.author_line, Place::paragraph));
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) block(i);
        for (std::size_t i = 0; i < notes_.size(); ++i) note(i);
        if (problem_) return tl::unexpected(*problem_);
        return std::move(markdown_);
    }

 private:
    void block(std::size_t place);
    void heading(const Heading& heading, const Mark& mark);
    void quotation(const BlockQuotation& quotation);
    void list(const List& list);
    void table(const Table& table, const Mark& mark);
    void figure(const Figure& figure, const Mark& mark);
    void noted_text(const NotedText& text);
    void contents(const std::string& title, const std::vector<const Mark*>& marks);
    void note(std::size_t place);

    std::string inlines(const Inlines& text, Place place);
    void line(const std::string& text) { markdown_.text += text + "\n"; }
    void paragraph(const std::string& text)
    {
        if (!markdown_.text.empty()) line("");
        line(text);
    }
    static std::string anchor(const Mark& mark) { return fmt::format("<a id=\"{}\"></a>", mark.anchor); }

    const Document& document_;
    const Outline& outline_;
    const std::string& folder_;
    Markdown markdown_;
    std::vector<Footnote> notes_;
    std::optional<Problem> problem_;
};

std::string MarkdownBody::inlines(const Inlines& text, Place place)
{
    std::string markdown;
    for (const auto& part : text.parts)
        markdown += std::visit(Overloaded{
                                   [&](const Text& some) { return run(some, place); },
                                   [&](const Footnote& some) {
                                       notes_.push_back(some);
                                       return fmt::format("[^{}]", notes_.size());
                                   },
                                   [&](const CrossReference& some) {
                                       const auto& mark = outline_.named(some.label);
                                       return fmt::format("[{}](#{})", escaped(mark.name, place), mark.anchor);
                                   },
                               },
                               part);
    return place == Place::paragraph ? guard_beginning(markdown) : markdown;
}

void MarkdownBody::block(std::size_t place)
{
    std::visit(
        Overloaded{
            [&](const Heading& some) { heading(some, outline_.at(place)); },
            [&](const Paragraph& some) { paragraph(inlines(some.text, Place::paragraph)); },
            [&](const BlockQuotation& some) { quotation(some); }, [&](const List& some) { list(some); },
            [&](const Table& some) { table(some, outline_.at(place)); },
            [&](const Figure& some) { figure(some, outline_.at(place)); },
            [&](const NotedText& some) { noted_text(some); },
            [&](const Contents& some) {
                contents(document_.words.contents, outline_.list(Mark::Kind::heading, some.levels));
            },
            [&](const ListOfTables&) { contents(document_.words.list_of_tables, outline_.list(Mark::Kind::table)); },
            [&](const ListOfFigures&) { contents(document_.words.list_of_figures, outline_.list(Mark::Kind::figure)); },
            [&](const PageBreak&) {}, // Markdown has no pages
        },
        document_.blocks[place]);
}

void MarkdownBody::heading(const Heading& heading, const Mark& mark)
{
    const auto number = mark.number.empty() ? "" : mark.lead() + " ";
    paragraph(fmt::format("{} {}{}{}", std::string(std::min(heading.level + 1, 6), '#'), anchor(mark), number,
                          escaped(heading.text, Place::heading)));
}

void MarkdownBody::quotation(const BlockQuotation& quotation)
{
    auto text = inlines(quotation.text, Place::paragraph);
    if (!quotation.citation.empty()) text += " " + escaped(quotation.citation, Place::paragraph);
    for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) text.insert(at + 1, "> ");
    paragraph("> " + text);
}

void MarkdownBody::list(const List& list)
{
    std::array<int, 3> counts{};
    line("");
    for (const auto& item : list.items) {
        const auto level = static_cast<std::size_t>(std::clamp(item.level, 0, 2));
        ++counts[level];
        std::fill(counts.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts.end(), 0);
        const auto mark = list.ordered ? fmt::format("{}.", counts[level]) : "-";
        line(fmt::format("{}{} {}", std::string(level * 4, ' '), mark,
                         guard_beginning(inlines(item.text, Place::cell))));
    }
}

void MarkdownBody::table(const Table& table, const Mark& mark)
{
    paragraph(fmt::format("{}**{}**\\\n*{}*", anchor(mark), escaped(mark.name, Place::heading),
                          escaped(table.title, Place::heading)));
    std::string heads = "|", rules = "|";
    for (const auto& column : table.columns) {
        heads += " " + inlines(column.head, Place::cell) + " |";
        rules += column.align == Align::left ? " :--- |" : column.align == Align::centre ? " :---: |" : " ---: |";
    }
    paragraph(heads);
    line(rules);
    for (const auto& row : table.rows) {
        std::string cells = "|";
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            cells += " " + (i < row.size() ? inlines(row[i], Place::cell) : "") + " |";
        line(cells);
    }
    if (!table.note.empty())
        paragraph(
            fmt::format("*{}.* {}", escaped(document_.words.note, Place::heading), inlines(table.note, Place::cell)));
}

void MarkdownBody::figure(const Figure& figure, const Mark& mark)
{
    if (const auto size = size_of(figure); !size) {
        problem_ = size.error();
        return;
    }
    const auto name = fmt::format("{}{}figure-{}.png", folder_, folder_.empty() ? "" : "/", mark.number);
    markdown_.pictures.push_back({name, figure.png});
    paragraph(fmt::format("{}![{}](<{}>)", anchor(mark),
                          escaped(figure.alt.empty() ? figure.caption : figure.alt, Place::heading), name));
    paragraph(fmt::format("**{}.** {}", escaped(mark.name, Place::heading), escaped(figure.caption, Place::heading)));
    if (!figure.source.empty()) paragraph(escaped(figure.source, Place::paragraph));
}

/// There is no margin: the note follows its paragraph, set off.
void MarkdownBody::noted_text(const NotedText& text)
{
    for (const auto& one : text.paragraphs) {
        const auto number = one.number.empty() ? std::string() : "**" + escaped(one.number, Place::cell) + "** ";
        const auto words = number + inlines(one.text, Place::cell);
        paragraph(number.empty() ? guard_beginning(words) : words);
        if (!one.note.empty()) paragraph("> " + inlines(one.note, Place::cell));
    }
}

void MarkdownBody::contents(const std::string& title, const std::vector<const Mark*>& marks)
{
    paragraph("**" + escaped(title, Place::heading) + "**");
    line("");
    for (const auto* mark : marks) {
        const auto number = mark->lead();
        line(fmt::format("{}- [{}{}{}](#{})", std::string(static_cast<std::size_t>(mark->level - 1) * 4, ' '),
                         escaped(number, Place::heading), number.empty() ? "" : " ",
                         escaped(mark->text, Place::heading), mark->anchor));
    }
}

void MarkdownBody::note(std::size_t place)
{
    std::string text;
    for (const auto& part : notes_[place].text) text += run(part, Place::cell);
    paragraph(fmt::format("[^{}]: {}", place + 1, text));
}

}

Result<Markdown> write_markdown(const Document& document, const std::string& folder)
{
    const auto outline = Outline::of(document);
    if (!outline) return tl::unexpected(outline.error());
    return MarkdownBody(document, *outline, folder).write();
}

}
