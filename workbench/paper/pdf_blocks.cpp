#include "pdf_blocks.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace paper
{

namespace
{

PageStyle heading_style(int level)
{
    constexpr std::array sizes{15.0, 13.0, 11.5, 11.0, 11.0, 11.0};
    const auto size = sizes[static_cast<std::size_t>(level) - 1];
    return {.size = size, .line = size * 1.35, .bold = true, .italic = level > 3};
}

Inlines with(Inlines text, std::initializer_list<Inline> more)
{
    text.parts.insert(text.parts.end(), more);
    return text;
}

/// A first or last line does not stand alone on a page.
void hold_ends_together(std::vector<Piece>& pieces, std::size_t first)
{
    if (pieces.size() - first < 2) return;
    pieces[first].keep = true;
    pieces[pieces.size() - 2].keep = true;
}

/// Dots stand under each other on every line, wherever the words end.
void draw_leader(cairo_t* cairo, double from, double to, double y)
{
    constexpr std::array dots{0.8, 3.6};
    constexpr double step = dots[0] + dots[1];
    cairo_save(cairo);
    cairo_set_dash(cairo, dots.data(), 2, 0);
    cairo_set_line_width(cairo, 0.8);
    cairo_move_to(cairo, std::ceil(from / step) * step, y);
    cairo_line_to(cairo, to, y);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

void draw_link(cairo_t* cairo, const Box& area, const char* kind, const std::string& target)
{
    std::string quoted;
    for (const char c : target) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    const auto tag = fmt::format("rect=[{:.2f} {:.2f} {:.2f} {:.2f}] {}='{}'", area.x, area.y, area.width, area.height,
                                 kind, quoted);
    cairo_tag_begin(cairo, CAIRO_TAG_LINK, tag.c_str());
    cairo_tag_end(cairo, CAIRO_TAG_LINK);
}

std::string list_mark(const List& list, int level, int count)
{
    if (!list.ordered) return level == 1 ? "–" : "•";
    if (level == 1) return fmt::format("{})", static_cast<char>('a' + (count - 1) % 26));
    return fmt::format("{}.", count);
}

}

PdfBlocks::PdfBlocks(const Document& document, const Outline& outline, const std::map<std::string, int>& pages,
                     const PageLooks& looks)
    : document_(document), pages_(pages), looks_(looks), outline_(outline), typesetter_(outline, document.language)
{
}

std::optional<Problem> PdfBlocks::make()
{
    title_block();
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
        const auto first = pieces_.size();
        block(i);
        if (break_before_next_ && pieces_.size() > first) {
            pieces_[first].new_page = true;
            break_before_next_ = false;
        }
    }
    notes();
    return problem_;
}

void PdfBlocks::paragraph(const Inlines& text, const PageStyle& style, const Setting& setting)
{
    paragraph(text, style, setting, pieces_);
}

void PdfBlocks::paragraph(const Inlines& text, const PageStyle& style, const Setting& setting, std::vector<Piece>& into)
{
    const auto first = into.size();
    const double x = margin + setting.indent;
    for (auto& line : typesetter_.lines(text, text_width - setting.indent - setting.right, style)) {
        auto notes = line.notes;
        into.push_back({.height = style.line,
                        .draw = [line = std::move(line), x, height = style.line](
                                    cairo_t* cairo, double y) { draw_line(cairo, line, x, y, height); },
                        .notes = std::move(notes)});
    }
    if (!setting.mark.empty()) {
        const auto mark = typesetter_.lines(setting.mark, text_width, style).front();
        auto draw = std::move(into[first].draw);
        into[first].draw = [draw = std::move(draw), mark, x, height = style.line](cairo_t* cairo, double y) {
            draw_line(cairo, mark, x - 16, y, height);
            draw(cairo, y);
        };
    }
    into[first].before = setting.before;
    into[first].anchor = setting.anchor;
    hold_ends_together(into, first);
    if (setting.keep)
        for (auto i = first; i < into.size(); ++i) into[i].keep = true;
}

void PdfBlocks::title_block()
{
    paragraph(document_.title, {.size = 19, .line = 26, .bold = true, .side = Side::centre}, {});
    if (!document_.subtitle.empty())
        paragraph(document_.subtitle, {.size = 13, .line = 18, .side = Side::centre}, {.before = 4});
    if (!document_.author_line.empty())
        paragraph(document_.author_line, {.size = 10.5, .line = 15, .side = Side::centre}, {.before = 6});
    pieces_.push_back({.height = 18});
}

void PdfBlocks::block(std::size_t place)
{
    std::visit(
        Overloaded{
            [&](const Heading& some) { heading(some, outline_.at(place)); },
            [&](const Paragraph& some) { paragraph(some.text, looks_.body, {.before = looks_.gap}); },
            [&](const BlockQuotation& some) {
                const auto text = some.citation.empty() ? some.text : with(some.text, {Text{" " + some.citation}});
                paragraph(text, looks_.quotation, {.before = looks_.gap + 1, .indent = 36, .right = 18});
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
            [&](const PageBreak&) { break_before_next_ = true; },
        },
        document_.blocks[place]);
}

void PdfBlocks::heading(const Heading& heading, const Mark& mark)
{
    const auto lead = mark.lead();
    paragraph(lead.empty() ? heading.text : lead + "\u2002" + heading.text, heading_style(heading.level),
              {.before = heading.level == 1 ? 24.0 : 17.0, .keep = true, .anchor = mark.anchor});
}

void PdfBlocks::list(const List& list)
{
    std::array<int, 3> counts{};
    bool first = true;
    for (const auto& item : list.items) {
        const auto level = std::clamp(item.level, 0, 2);
        const auto at = static_cast<std::size_t>(level);
        ++counts[at];
        std::fill(counts.begin() + level + 1, counts.end(), 0);
        paragraph(
            item.text, looks_.list,
            {.before = first ? 6.0 : 2.0, .indent = 34 + 20.0 * level, .mark = list_mark(list, level, counts[at])});
        if (first) pieces_.back().keep = list.items.size() > 1; // no item stands alone at the foot of a page
        first = false;
    }
}

void PdfBlocks::contents(const std::string& title, const std::vector<const Mark*>& marks)
{
    paragraph(title, heading_style(2), {.before = 20, .keep = true});
    for (const auto* mark : marks) entry(*mark);
}

/// The number is looked up when the line is drawn: by then every page is known.
void PdfBlocks::entry(const Mark& mark)
{
    const auto lead = mark.lead();
    const auto words =
        lead.empty() ? mark.text : lead + (mark.kind == Mark::Kind::heading ? "\u2002" : " ") + mark.text;
    const auto style = looks_.entry;
    const double indent = 14.0 * (mark.level - 1);
    const auto first = pieces_.size();
    paragraph(words, style, {.before = 2, .indent = indent, .right = 34});
    const double width = typesetter_.lines(words, text_width - indent - 34, style).back().width;
    auto draw = std::move(pieces_.back().draw);
    pieces_.back().draw = [this, draw, style, &mark, end = margin + indent + width](cairo_t* cairo, double y) {
        draw(cairo, y);
        const auto page = pages_.find(mark.anchor);
        if (page == pages_.end()) return;
        const auto number = typesetter_.lines(std::to_string(page->second), text_width, style).front();
        const double x = margin + text_width - number.width;
        draw_line(cairo, number, x, y, style.line);
        draw_leader(cairo, end + 6, x - 6, y + number.baseline - 0.4);
    };
    for (auto i = first; i < pieces_.size(); ++i) {
        auto inner = std::move(pieces_[i].draw);
        pieces_[i].draw = [inner, &mark, height = style.line](cairo_t* cairo, double y) {
            inner(cairo, y);
            draw_link(cairo, {margin, y, text_width, height}, "dest", mark.anchor);
        };
    }
}

void PdfBlocks::notes()
{
    for (std::size_t i = 0; i < typesetter_.footnotes().size(); ++i) {
        Inlines text{superscript(std::to_string(i + 1)), Text{" "}};
        for (const auto& run : typesetter_.footnotes()[i].text) text.parts.emplace_back(run);
        paragraph(text, looks_.small_text, {}, note_lines_.emplace_back());
    }
}

void draw_line(cairo_t* cairo, const TextLine& line, double x, double y, double height)
{
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_move_to(cairo, x + line.x, y + line.baseline);
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(line.layout.get(), line.index));
    cairo_new_path(cairo);
    for (const auto& link : line.links)
        draw_link(cairo, {x + link.x, y, link.width, height}, link.outside ? "uri" : "dest", link.target);
}

}
