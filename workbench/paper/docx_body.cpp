#include "docx_body.h"
#include "docx_package.h"
#include "picture.h"
#include "table_setting.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace paper
{

DocxBody::DocxBody(const Document& document, const Outline& outline, const Pages& pages)
    : document_(document), outline_(outline), pages_(pages), text_(outline)
{
}

Result<std::string> DocxBody::write()
{
    xml_.open("w:document");
    declare_namespaces(xml_);
    xml_.open("w:body");
    title_block();
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) block(i);
    section();
    xml_.close().close();
    if (problem_) return tl::unexpected(*problem_);
    return xml_.finish();
}

void DocxBody::open_paragraph(std::string_view style, bool keep_with_next)
{
    xml_.open("w:p").open("w:pPr").open("w:pStyle").attribute("w:val", style).close();
    if (keep_with_next) xml_.leaf("w:keepNext");
    xml_.close();
}

void DocxBody::paragraph(std::string_view style, const Inlines& text)
{
    open_paragraph(style);
    text_.write(xml_, text);
    xml_.close();
}

void DocxBody::open_bookmark(const std::string& name)
{
    xml_.open("w:bookmarkStart").attribute("w:id", std::to_string(++bookmarks_)).attribute("w:name", name).close();
}

void DocxBody::close_bookmark()
{
    xml_.open("w:bookmarkEnd").attribute("w:id", std::to_string(bookmarks_)).close();
}

void DocxBody::title_block()
{
    paragraph("Title", document_.title);
    if (!document_.subtitle.empty()) paragraph("Subtitle", document_.subtitle);
    if (!document_.author_line.empty()) paragraph("Author", document_.author_line);
}

void DocxBody::block(std::size_t place)
{
    const auto mark = [&]() -> const Mark& { return outline_.at(place); };
    std::visit(Overloaded{
                   [&](const Heading& some) { heading(some, mark()); },
                   [&](const Paragraph& some) { paragraph("BodyText", some.text); },
                   [&](const BlockQuotation& some) { quotation(some); },
                   [&](const List& some) { list(some); },
                   [&](const Table& some) { table(some, mark()); },
                   [&](const Figure& some) { figure(some, mark()); },
                   [&](const NotedText& some) { noted_text(some); },
                   [&](const Contents& some) { contents(some.levels); },
                   [&](const ListOfTables&) {
                       list_of(Mark::Kind::table, document_.words.list_of_tables, document_.words.table);
                   },
                   [&](const ListOfFigures&) {
                       list_of(Mark::Kind::figure, document_.words.list_of_figures, document_.words.figure);
                   },
                   [&](const PageBreak&) {
                       xml_.open("w:p").open("w:r").open("w:br").attribute("w:type", "page").close().close().close();
                   },
               },
               document_.blocks[place]);
}

void DocxBody::heading(const Heading& heading, const Mark& mark)
{
    xml_.open("w:p").open("w:pPr").open("w:pStyle").attribute("w:val", fmt::format("Heading{}", heading.level)).close();
    if (!heading.numbered) // takes the style's number away
        xml_.open("w:numPr").open("w:numId").attribute("w:val", "0").close().close();
    xml_.close();
    open_bookmark(mark.anchor);
    text_.run(xml_, heading.text);
    close_bookmark();
    xml_.close();
}

void DocxBody::quotation(const BlockQuotation& quotation)
{
    open_paragraph("Quote");
    text_.write(xml_, quotation.text);
    if (!quotation.citation.empty()) text_.run(xml_, " " + quotation.citation);
    xml_.close();
}

void DocxBody::list(const List& list)
{
    if (list.ordered) ++ordered_lists_;
    const auto instance = list.ordered ? first_ordered_list + ordered_lists_ - 1 : bullet_list;
    for (const auto& item : list.items) {
        xml_.open("w:p").open("w:pPr").open("w:pStyle").attribute("w:val", list.ordered ? "ListNumber" : "ListBullet");
        xml_.close()
            .open("w:numPr")
            .open("w:ilvl")
            .attribute("w:val", std::to_string(std::clamp(item.level, 0, 2)))
            .close();
        xml_.open("w:numId").attribute("w:val", std::to_string(instance)).close().close().close();
        text_.write(xml_, item.text);
        xml_.close();
    }
}

void DocxBody::caption_number(const Mark& mark, const std::string& word)
{
    open_bookmark(mark.anchor);
    text_.run(xml_, word + " ", "CaptionLabel");
    text_.field(xml_, fmt::format("SEQ {} \\* ARABIC", sequence_name(word)), mark.number, "CaptionLabel");
    close_bookmark();
}

void DocxBody::table(const Table& table, const Mark& mark)
{
    open_paragraph("TableCaption");
    caption_number(mark, document_.words.table);
    // A break within one paragraph: the list of tables, when updated, then takes number and title.
    text_.run(xml_, "\n");
    text_.run(xml_, table.title);
    xml_.close();

    const auto setting = setting_of(table, document_.decimal_sign);
    std::vector<int> widths;
    for (const auto share : setting.shares) widths.push_back(static_cast<int>(std::lround(share * text_width_twips)));
    xml_.open("w:tbl");
    table_properties(widths, table.title);
    std::vector<Inlines> heads;
    for (const auto& column : table.columns) heads.push_back(column.head);
    table_row(table, heads, widths, setting.density, true);
    for (const auto& row : setting.rows) table_row(table, row, widths, setting.density, false);
    xml_.close();
    table_note(table);
}

void DocxBody::table_properties(const std::vector<int>& widths, const std::string& title)
{
    xml_.open("w:tblPr").open("w:tblStyle").attribute("w:val", "ApaTable").close();
    xml_.open("w:tblW").attribute("w:w", std::to_string(text_width_twips)).attribute("w:type", "dxa").close();
    xml_.open("w:tblLayout").attribute("w:type", "fixed").close();
    xml_.open("w:tblLook").attribute("w:val", "0020").attribute("w:firstRow", "1").attribute("w:lastRow", "0");
    xml_.attribute("w:firstColumn", "0").attribute("w:lastColumn", "0").attribute("w:noHBand", "1");
    xml_.attribute("w:noVBand", "1").close();
    xml_.open("w:tblCaption").attribute("w:val", title).close().close();
    xml_.open("w:tblGrid");
    for (const auto width : widths) xml_.open("w:gridCol").attribute("w:w", std::to_string(width)).close();
    xml_.close();
}

void DocxBody::table_row(const Table& table, const std::vector<Inlines>& cells, const std::vector<int>& widths,
                         Density density, bool head)
{
    xml_.open("w:tr").open("w:trPr").leaf("w:cantSplit");
    if (head) xml_.leaf("w:tblHeader");
    xml_.close();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        xml_.open("w:tc").open("w:tcPr").open("w:tcW").attribute("w:w", std::to_string(widths[i]));
        xml_.attribute("w:type", "dxa").close().close();
        paragraph(cell_style(table.columns[i].align, head, density), cells[i]);
        xml_.close();
    }
    xml_.close();
}

void DocxBody::table_note(const Table& table)
{
    open_paragraph("TableNote");
    if (!table.note.empty()) {
        text_.run(xml_, italic(document_.words.note + "."));
        text_.run(xml_, " ");
        text_.write(xml_, table.note);
    }
    xml_.close();
}

void DocxBody::figure(const Figure& figure, const Mark& mark)
{
    open_paragraph("Figure");
    drawing(figure, mark);
    xml_.close();
    open_paragraph("FigureCaption", !figure.source.empty());
    caption_number(mark, document_.words.figure);
    text_.run(xml_, ". ", "CaptionLabel");
    text_.run(xml_, figure.caption);
    xml_.close();
    if (!figure.source.empty()) paragraph("FigureSource", figure.source);
}

void DocxBody::drawing(const Figure& figure, const Mark& mark)
{
    const auto size = size_of(figure);
    if (!size) {
        problem_ = size.error();
        return;
    }
    figures_.push_back(&figure);
    const auto id = std::to_string(figures_.size());
    draw_picture(xml_, {.id = id,
                        .name = mark.name,
                        .alt = figure.alt.empty() ? figure.caption : figure.alt,
                        .width = emu(size->width),
                        .height = emu(size->height),

                        .svg = !figure.svg.empty()});
}

void DocxBody::noted_cell(double share, const char* style, const Inlines& text)
{
    xml_.open("w:tc").open("w:tcPr").open("w:tcW");
    xml_.attribute("w:w", std::to_string(std::lround(share * text_width_twips))).attribute("w:type", "dxa");
    xml_.close().close();
    paragraph(style, text);
    xml_.close();
}

/// A table without rules, a row for each paragraph, so that each note stays beside its own.
void DocxBody::noted_text(const NotedText& text)
{
    xml_.open("w:tbl").open("w:tblPr").open("w:tblStyle").attribute("w:val", "NotedText").close();
    xml_.open("w:tblW").attribute("w:w", std::to_string(text_width_twips)).attribute("w:type", "dxa").close();
    xml_.open("w:tblLayout").attribute("w:type", "fixed").close().close().open("w:tblGrid");
    for (const double share : {noted_number, noted_text_share, noted_note})
        xml_.open("w:gridCol").attribute("w:w", std::to_string(std::lround(share * text_width_twips))).close();
    xml_.close();
    for (const auto& one : text.paragraphs) {
        xml_.open("w:tr");
        noted_cell(noted_number, "NotedNumber", one.number);
        noted_cell(noted_text_share, "NotedParagraph", one.text);
        noted_cell(noted_note, "MarginNote", one.note);
        xml_.close();
    }
    xml_.close();
    paragraph("NotedParagraph", {}); // a document does not end with a table
}

void DocxBody::contents(int levels)
{
    paragraph("ContentsHeading", document_.words.contents);
    entries(outline_.list(Mark::Kind::heading, levels), fmt::format("TOC \\o \"1-{}\" \\h \\z \\u", levels), "TOC");
}

void DocxBody::list_of(Mark::Kind kind, const std::string& title, const std::string& word)
{
    paragraph("ContentsHeading", title);
    entries(outline_.list(kind), fmt::format("TOC \\h \\z \\c \"{}\"", sequence_name(word)), "TableofFigures");
}

void DocxBody::entries(const std::vector<const Mark*>& marks, const std::string& code, const char* style)
{
    const bool levelled = style == std::string_view("TOC");
    for (std::size_t i = 0; i < marks.size(); ++i) {
        open_paragraph(levelled ? fmt::format("TOC{}", marks[i]->level) : style);
        if (i == 0) open_field(xml_, code);
        entry(*marks[i]);
        if (i + 1 == marks.size()) close_field(xml_);
        xml_.close();
    }
}

void DocxBody::entry(const Mark& mark)
{
    xml_.open("w:hyperlink").attribute("w:anchor", mark.anchor).attribute("w:history", "1");
    const auto lead = mark.lead();
    if (!lead.empty()) text_.run(xml_, lead + (mark.kind == Mark::Kind::heading ? "\u2002" : " "));
    text_.run(xml_, mark.text);
    if (const auto page = pages_.find(mark.anchor); page != pages_.end()) {
        text_.run(xml_, "\t");
        text_.field(xml_, fmt::format("PAGEREF {} \\h", mark.anchor), std::to_string(page->second));
    }
    xml_.close();
}

void DocxBody::section()
{
    xml_.open("w:sectPr").open("w:footerReference").attribute("w:type", "default").attribute("r:id", "footer").close();
    xml_.open("w:pgSz").attribute("w:w", "11906").attribute("w:h", "16838").close();
    xml_.open("w:pgMar");
    for (const auto side : {"w:top", "w:right", "w:bottom", "w:left"}) xml_.attribute(side, "1440");
    xml_.attribute("w:header", "708").attribute("w:footer", "708").attribute("w:gutter", "0").close().close();
}

}
