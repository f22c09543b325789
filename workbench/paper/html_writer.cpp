#include "html_style.h"
#include "outline.h"
#include "paper/writers.h"
#include "paper/xml.h"
#include "picture.h"
#include "table_setting.h"
#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace paper
{

namespace
{

/// Text between tags: a line feed is a break.
std::string lines(std::string_view text)
{
    std::string html;
    for (const char c : escape_xml(text)) {
        if (c == '\n')
            html += "<br>";
        else
            html += c;
    }
    return html;
}

std::string within(const char* tag, const std::string& html)
{
    return fmt::format("<{0}>{1}</{0}>", tag, html);
}

std::string run(const Text& text)
{
    auto html = lines(text.text);
    if (text.code) html = within("code", html);
    if (text.script == Script::subscript) html = within("sub", html);
    if (text.script == Script::superscript) html = within("sup", html);
    const auto ink = hex_digits(text.ink), ground = hex_digits(text.ground);
    if (!ink.empty() || !ground.empty())
        html = fmt::format(R"(<span style="{}{}">{}</span>)", ink.empty() ? "" : "color:#" + ink + ";",
                           ground.empty() ? "" : "background:#" + ground, html);
    if (text.italic) html = within("em", html);
    if (text.bold) html = within("strong", html);
    if (is_safe_link(text.link))
        html = fmt::format(R"(<a href="{}" rel="noopener">{}</a>)", escape_xml_attribute(text.link), html);
    return html;
}

class HtmlBody
{
 public:
    HtmlBody(const Document& document, const Outline& outline) : document_(document), outline_(outline) {}

    Result<std::string> write()
    {
        title_block();
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) block(i);
        footnotes();
        if (problem_) return tl::unexpected(*problem_);
        return std::move(html_);
    }

 private:
    void title_block();
    void block(std::size_t place);
    void heading(const Heading& heading, const Mark& mark);
    void list(const List& list);
    void table(const Table& table, const Mark& mark);
    void figure(const Figure& figure, const Mark& mark);
    void noted_text(const NotedText& text);
    void contents(const std::string& title, const std::vector<const Mark*>& marks);
    void footnotes();

    std::string inlines(const Inlines& text);
    std::string note_call(const Footnote& note);
    std::string row(const Table& table, const std::vector<Inlines>& cells, const char* tag);

    template <class... Args>
    void put(fmt::format_string<Args...> format, Args&&... args)
    {
        fmt::format_to(std::back_inserter(html_), format, std::forward<Args>(args)...);
        html_ += '\n';
    }

    const Document& document_;
    const Outline& outline_;
    std::string html_;
    std::vector<Footnote> notes_;
    std::optional<Problem> problem_;
};

std::string HtmlBody::inlines(const Inlines& text)
{
    std::string html;
    for (const auto& part : text.parts)
        html += std::visit(Overloaded{
                               [&](const Text& some) { return run(some); },
                               [&](const Footnote& some) { return note_call(some); },
                               [&](const CrossReference& some) {
                                   const auto& mark = outline_.named(some.label);
                                   const auto name = mark.kind == Mark::Kind::heading ? mark.name : unbroken(mark.name);
                                   return fmt::format("<a href=\"#{}\">{}</a>", mark.anchor, escape_xml(name));
                               },
                           },
                           part);
    return html;
}

std::string HtmlBody::note_call(const Footnote& note)
{
    notes_.push_back(note);
    return fmt::format(R"(<sup><a id="call{0}" href="#note{0}" role="doc-noteref">{0}</a></sup>)", notes_.size());
}

void HtmlBody::title_block()
{
    put("<header>");
    put("<h1>{}</h1>", lines(document_.title));
    if (!document_.subtitle.empty()) put("<p class=\"subtitle\">{}</p>", lines(document_.subtitle));
    if (!document_.author_line.empty()) put("<p class=\"author\">{}</p>", lines(document_.author_line));
    put("</header>");
}

void HtmlBody::block(std::size_t place)
{
    std::visit(
        Overloaded{
            [&](const Heading& some) { heading(some, outline_.at(place)); },
            [&](const Paragraph& some) { put("<p>{}</p>", inlines(some.text)); },
            [&](const BlockQuotation& some) {
                const auto text = inlines(some.text);
                put("<blockquote><p>{} <cite>{}</cite></p></blockquote>", text, lines(some.citation));
            },
            [&](const List& some) { list(some); },
            [&](const Table& some) { table(some, outline_.at(place)); },
            [&](const Figure& some) { figure(some, outline_.at(place)); },
            [&](const NotedText& some) { noted_text(some); },
            [&](const Contents& some) {
                contents(document_.words.contents, outline_.list(Mark::Kind::heading, some.levels));
            },
            [&](const ListOfTables&) { contents(document_.words.list_of_tables, outline_.list(Mark::Kind::table)); },
            [&](const ListOfFigures&) { contents(document_.words.list_of_figures, outline_.list(Mark::Kind::figure)); },
            [&](const PageBreak&) { put("<hr class=\"page-break\">"); },
        },
        document_.blocks[place]);
}

void HtmlBody::heading(const Heading& heading, const Mark& mark)
{
    const auto level = std::min(heading.level + 1, 6); // the document's title is the first
    const auto number = mark.number.empty() ? "" : fmt::format("<span class=\"number\">{}</span>", mark.lead());
    put("<h{0} id=\"{1}\">{2}{3}</h{0}>", level, mark.anchor, number, lines(heading.text));
}

/// An inner list stands within the item before it.
void HtmlBody::list(const List& list)
{
    const auto tag = list.ordered ? "ol" : "ul";
    int depth = -1;
    for (const auto& item : list.items) {
        const auto level = std::min(item.level, depth + 1); // a level that was skipped is no level
        if (level <= depth) html_ += "</li>\n";
        for (; depth > level; --depth) fmt::format_to(std::back_inserter(html_), "</{}></li>\n", tag);
        for (; depth < level; ++depth) fmt::format_to(std::back_inserter(html_), "<{}>\n", tag);
        html_ += "<li>" + inlines(item.text);
    }
    for (; depth >= 0; --depth) fmt::format_to(std::back_inserter(html_), "</li></{}>\n", tag);
}

std::string HtmlBody::row(const Table& table, const std::vector<Inlines>& cells, const char* tag)
{
    std::string html = "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto align = table.columns[i].align;
        const auto look = align == Align::left ? "" : align == Align::centre ? " class=\"centre\"" : " class=\"right\"";
        const auto scope = tag == std::string_view("th") ? " scope=\"col\"" : "";
        html += fmt::format("<{0}{1}{2}>{3}</{0}>", tag, scope, look, inlines(cells[i]));
    }
    return html + "</tr>";
}

void HtmlBody::table(const Table& table, const Mark& mark)
{
    const auto setting = setting_of(table, document_.decimal_sign);
    std::vector<Inlines> heads;
    for (const auto& column : table.columns) heads.push_back(column.head);
    put("<figure class=\"table\" id=\"{}\">", mark.anchor);
    put("<figcaption><b>{}</b> <i>{}</i></figcaption>", escape_xml(mark.name), lines(table.title));
    const auto size = setting.density == Density::normal ? "" : setting.density == Density::small ? " small" : " tiny";
    put("<div class=\"scroll{}\"><table>\n<colgroup>", size);
    for (const auto share : setting.shares) put("<col style=\"width:{:.1f}%\">", share * 100);
    put("</colgroup>\n<thead>{}</thead>\n<tbody>", row(table, heads, "th"));
    for (const auto& cells : setting.rows) put("{}", row(table, cells, "td"));
    put("</tbody></table></div>");
    if (!table.note.empty())
        put("<p class=\"note\"><em>{}.</em> {}</p>", escape_xml(document_.words.note), inlines(table.note));
    put("</figure>");
}

void HtmlBody::figure(const Figure& figure, const Mark& mark)
{
    const auto size = size_of(figure);
    if (!size) {
        problem_ = size.error();
        return;
    }
    const bool drawn = !figure.svg.empty();
    put("<figure id=\"{}\">", mark.anchor);
    put(R"(<img alt="{}" style="width:{:.1f}mm" src="data:image/{};base64,{}">)",
        escape_xml_attribute(figure.alt.empty() ? figure.caption : figure.alt), size->width, drawn ? "svg+xml" : "png",
        base64(drawn ? figure.svg : figure.png));
    put("<figcaption><b>{}.</b> {}</figcaption>", escape_xml(mark.name), lines(figure.caption));
    if (!figure.source.empty()) put("<p class=\"source\">{}</p>", lines(figure.source));
    put("</figure>");
}

void HtmlBody::noted_text(const NotedText& text)
{
    put("<div class=\"noted\">");
    for (const auto& paragraph : text.paragraphs) {
        // In the order in which it is read: footnotes are counted as they are called.
        const auto words = inlines(paragraph.text), note = inlines(paragraph.note);
        put("<div class=\"row\"><span class=\"number\">{}</span><p>{}</p><aside>{}</aside></div>",
            escape_xml(paragraph.number), words, note);
    }
    put("</div>");
}

void HtmlBody::contents(const std::string& title, const std::vector<const Mark*>& marks)
{
    put("<nav aria-label=\"{}\"><h2>{}</h2><ul>", escape_xml_attribute(title), escape_xml(title));
    for (const auto* mark : marks) {
        const auto number = mark->lead();
        put("<li style=\"--level:{}\"><a href=\"#{}\">{}{}{}</a></li>", mark->level - 1, mark->anchor,
            escape_xml(number), number.empty() ? "" : " ", escape_xml(mark->text));
    }
    put("</ul></nav>");
}

void HtmlBody::footnotes()
{
    if (notes_.empty()) return;
    put("<section class=\"footnotes\" role=\"doc-endnotes\"><ol>");
    for (std::size_t i = 0; i < notes_.size(); ++i) {
        std::string text;
        for (const auto& part : notes_[i].text) text += run(part);
        put(R"(<li id="note{0}">{1} <a class="back" href="#call{0}" role="doc-backlink">↩</a></li>)", i + 1, text);
    }
    put("</ol></section>");
}

}

Result<std::string> write_html(const Document& document)
{
    const auto outline = Outline::of(document);
    if (!outline) return tl::unexpected(outline.error());
    const auto body = HtmlBody(document, *outline).write();
    if (!body) return tl::unexpected(body.error());
    // The policy keeps a report from calling anywhere, whatever a quotation may contain.
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                       "style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
                       escape_xml_attribute(document.language), escape_xml(document.title), html_style, *body);
}

}
