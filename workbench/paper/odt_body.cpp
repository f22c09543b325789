#include "odt_body.h"
#include "docx_package.h"
#include "picture.h"
#include "table_setting.h"
#include <algorithm>
#include <fmt/format.h>

namespace paper
{

OdtBody::OdtBody(const Document& document, const Outline& outline, const std::map<std::string, int>& pages)
    : document_(document), outline_(outline), pages_(pages), text_(outline)
{
}

Result<std::string> OdtBody::write()
{
    xml_.open("office:document-content");
    declare_odt_namespaces(xml_);
    table_styles();
    xml_.open("office:body").open("office:text");
    sequence_declarations();
    title_block();
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) block(i);
    xml_.close().close().close();
    if (problem_) return tl::unexpected(*problem_);
    return xml_.finish();
}

/// The format knows tables, columns and cells by automatic styles only: widths, and the three rules.
void OdtBody::table_styles()
{
    constexpr auto cell = R"(<style:style style:name="{}" style:family="table-cell"><style:table-cell-properties )"
                          R"(fo:padding-left="0.15cm" fo:padding-right="0.15cm" fo:border-left="none" )"
                          R"(fo:border-right="none" fo:border-top="{}" fo:border-bottom="{}"{}/></style:style>)";
    constexpr auto rule = "1pt solid #000000";
    xml_.open("office:automatic-styles");
    xml_.raw(fmt::format(cell, "HeadCell", rule, rule, R"( style:vertical-align="bottom")"));
    xml_.raw(fmt::format(cell, "Cell", "none", "none", ""));
    xml_.raw(fmt::format(cell, "LastCell", "none", rule, ""));
    xml_.raw(R"(<style:style style:name="Row" style:family="table-row"><style:table-row-properties )"
             R"(fo:keep-together="always"/></style:style>)"
             R"(<style:style style:name="Picture" style:family="graphic"><style:graphic-properties )"
             R"(style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>)"
             R"(<style:style style:name="Index" style:family="section"><style:section-properties/></style:style>)");
    xml_.raw(R"(<style:style style:name="NotedText" style:family="table"><style:table-properties )"
             R"(style:width="15.92cm" table:align="left"/></style:style>)");
    for (const auto& [name, share] :
         {std::pair{"NotedText.1", noted_number}, {"NotedText.2", noted_text_share}, {"NotedText.3", noted_note}})
        xml_.raw(fmt::format(R"(<style:style style:name="{}" style:family="table-column">)"
                             R"(<style:table-column-properties style:column-width="{:.3f}cm"/></style:style>)",
                             name, share * 15.92));
    int number = 0;
    for (const auto& block : document_.blocks) {
        const auto* table = std::get_if<Table>(&block);
        if (!table) continue;
        ++number;
        xml_.raw(fmt::format(R"(<style:style style:name="Table{}" style:family="table"><style:table-properties )"
                             R"(style:width="15.92cm" table:align="left"/></style:style>)",
                             number));
        const auto shares = setting_of(*table, document_.decimal_sign).shares;
        for (std::size_t i = 0; i < shares.size(); ++i)
            xml_.raw(fmt::format(R"(<style:style style:name="Table{}.{}" style:family="table-column">)"
                                 R"(<style:table-column-properties style:column-width="{:.3f}cm"/></style:style>)",
                                 number, i + 1, shares[i] * 15.92));
    }
    xml_.close();
}

void OdtBody::sequence_declarations()
{
    xml_.open("text:sequence-decls");
    for (const auto& word : {document_.words.table, document_.words.figure}) {
        xml_.open("text:sequence-decl").attribute("text:display-outline-level", "0");
        xml_.attribute("text:name", sequence_name(word)).close();
    }
    xml_.close();
}

void OdtBody::open_paragraph(std::string_view style)
{
    xml_.open("text:p").attribute("text:style-name", style);
}

void OdtBody::paragraph(const char* style, const Inlines& text)
{
    open_paragraph(style);
    text_.write(xml_, text);
    xml_.close();
}

void OdtBody::title_block()
{
    paragraph("Title", document_.title);
    if (!document_.subtitle.empty()) paragraph("Subtitle", document_.subtitle);
    if (!document_.author_line.empty()) paragraph("Author", document_.author_line);
}

void OdtBody::block(std::size_t place)
{
    std::visit(Overloaded{
                   [&](const Heading& some) { heading(some, outline_.at(place)); },
                   [&](const Paragraph& some) { paragraph("Text_20_body", some.text); },
                   [&](const BlockQuotation& some) {
                       open_paragraph("Quotations");
                       text_.write(xml_, some.text);
                       if (!some.citation.empty()) text_.run(xml_, Text{" " + some.citation});
                       xml_.close();
                   },
                   [&](const List& some) { list(some); },
                   [&](const Table& some) { table(some, outline_.at(place)); },
                   [&](const Figure& some) { figure(some, outline_.at(place)); },
                   [&](const NotedText& some) { noted_text(some); },
                   [&](const Contents& some) { contents(some.levels); },
                   [&](const ListOfTables&) {
                       list_of(Mark::Kind::table, document_.words.list_of_tables, document_.words.table);
                   },
                   [&](const ListOfFigures&) {
                       list_of(Mark::Kind::figure, document_.words.list_of_figures, document_.words.figure);
                   },
                   [&](const PageBreak&) { paragraph("Page_20_Break", {}); },
               },
               document_.blocks[place]);
}

void OdtBody::heading(const Heading& heading, const Mark& mark)
{
    xml_.open("text:h").attribute("text:style-name", fmt::format("Heading_20_{}", heading.level));
    xml_.attribute("text:outline-level", std::to_string(heading.level));
    if (!heading.numbered) xml_.attribute("text:is-list-header", "true");
    xml_.open("text:bookmark-start").attribute("text:name", mark.anchor).close();
    text_.run(xml_, Text{heading.text});
    xml_.open("text:bookmark-end").attribute("text:name", mark.anchor).close();
    xml_.close();
}

/// An inner list stands within the item before it.
void OdtBody::list(const List& list)
{
    int depth = -1;
    for (const auto& item : list.items) {
        const auto level = std::clamp(item.level, 0, std::min(depth + 1, 2));
        if (level <= depth) xml_.close();                    // the item before
        for (; depth > level; --depth) xml_.close().close(); // its list, and the item around that
        for (; depth < level; ++depth) {
            xml_.open("text:list");
            if (depth < 0) xml_.attribute("text:style-name", list.ordered ? "Numbers" : "Bullets");
        }
        xml_.open("text:list-item");
        paragraph("List", item.text);
    }
    for (; depth >= 0; --depth) xml_.close().close();
}

void OdtBody::caption_number(const Mark& mark, const std::string& word)
{
    const auto sequence = sequence_name(word);
    xml_.open("text:bookmark-start").attribute("text:name", mark.anchor).close();
    xml_.open("text:span").attribute("text:style-name", "CaptionLabel").text(word + " ");
    xml_.open("text:sequence").attribute("text:ref-name", "ref" + mark.anchor).attribute("text:name", sequence);
    xml_.attribute("text:formula", fmt::format("ooow:{}+1", sequence)).attribute("style:num-format", "1");
    xml_.text(mark.number).close().close();
    xml_.open("text:bookmark-end").attribute("text:name", mark.anchor).close();
}

void OdtBody::row(const Table& table, const std::vector<Inlines>& cells, const char* cell_style, Density density,
                  bool head)
{
    xml_.open("table:table-row").attribute("table:style-name", "Row");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        xml_.open("table:table-cell").attribute("table:style-name", cell_style);
        xml_.attribute("office:value-type", "string");
        paragraph(odt_cell_style(table.columns[i].align, head, density).c_str(), cells[i]);
        xml_.close();
    }
    xml_.close();
}

void OdtBody::table(const Table& table, const Mark& mark)
{
    open_paragraph("Table_20_Caption");
    caption_number(mark, document_.words.table);
    xml_.leaf("text:line-break");
    text_.run(xml_, Text{table.title});
    xml_.close();

    const auto setting = setting_of(table, document_.decimal_sign);
    const auto name = fmt::format("Table{}", ++tables_);
    xml_.open("table:table").attribute("table:name", mark.name).attribute("table:style-name", name);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        xml_.open("table:table-column").attribute("table:style-name", fmt::format("{}.{}", name, i + 1)).close();
    std::vector<Inlines> heads;
    for (const auto& column : table.columns) heads.push_back(column.head);
    xml_.open("table:table-header-rows");
    row(table, heads, "HeadCell", setting.density, true);
    xml_.close();
    for (const auto& cells : setting.rows)
        row(table, cells, &cells == &setting.rows.back() ? "LastCell" : "Cell", setting.density, false);
    xml_.close();

    open_paragraph("Table_20_Note");
    if (!table.note.empty()) {
        text_.run(xml_, italic(document_.words.note + "."));
        text_.run(xml_, Text{" "});
        text_.write(xml_, table.note);
    }
    xml_.close();
}

/// A table without rules, a row for each paragraph, so that each note stays beside its own.
void OdtBody::noted_text(const NotedText& text)
{
    xml_.open("table:table").attribute("table:name", fmt::format("Text{}", ++noted_texts_));
    xml_.attribute("table:style-name", "NotedText");
    for (int i = 1; i <= 3; ++i)
        xml_.open("table:table-column").attribute("table:style-name", fmt::format("NotedText.{}", i)).close();
    const auto cell = [&](const char* style, const Inlines& content) {
        xml_.open("table:table-cell").attribute("table:style-name", "Cell").attribute("office:value-type", "string");
        paragraph(style, content);
        xml_.close();
    };
    for (const auto& one : text.paragraphs) {
        xml_.open("table:table-row");
        cell("Noted_20_Number", one.number);
        cell("Noted_20_Paragraph", one.text);
        cell("Margin_20_Note", one.note);
        xml_.close();
    }
    xml_.close();
}

void OdtBody::figure(const Figure& figure, const Mark& mark)
{
    const auto size = size_of(figure);
    if (!size) {
        problem_ = size.error();
        return;
    }
    figures_.push_back(&figure);
    open_paragraph("Figure");
    xml_.open("draw:frame").attribute("draw:style-name", "Picture").attribute("draw:name", mark.name);
    xml_.attribute("text:anchor-type", "as-char").attribute("svg:width", fmt::format("{:.3f}cm", size->width / 10));
    xml_.attribute("svg:height", fmt::format("{:.3f}cm", size->height / 10));
    xml_.open("draw:image").attribute("xlink:href", fmt::format("Pictures/figure{}.png", figures_.size()));
    xml_.attribute("xlink:type", "simple")
        .attribute("xlink:show", "embed")
        .attribute("xlink:actuate", "onLoad")
        .close();
    xml_.leaf("svg:title", mark.name).leaf("svg:desc", figure.alt.empty() ? figure.caption : figure.alt);
    xml_.close().close();
    open_paragraph("Figure_20_Caption");
    caption_number(mark, document_.words.figure);
    xml_.open("text:span").attribute("text:style-name", "CaptionLabel").text(".").close();
    text_.run(xml_, Text{" " + figure.caption});
    xml_.close();
    if (!figure.source.empty()) paragraph("Figure_20_Source", figure.source);
}

void OdtBody::index_title(const std::string& title)
{
    xml_.open("text:index-body").open("text:index-title");
    xml_.attribute("text:name", fmt::format("Index{}_Head", indexes_)).attribute("text:style-name", "Index");
    paragraph("Contents_20_Heading", title);
    xml_.close();
}

void OdtBody::contents(int levels)
{
    xml_.open("text:table-of-content").attribute("text:style-name", "Index");
    xml_.attribute("text:protected", "true").attribute("text:name", fmt::format("Index{}", ++indexes_));
    xml_.open("text:table-of-content-source").attribute("text:outline-level", std::to_string(levels));
    xml_.open("text:index-title-template").attribute("text:style-name", "Contents_20_Heading");
    xml_.text(document_.words.contents).close();
    for (int level = 1; level <= levels; ++level) {
        xml_.open("text:table-of-content-entry-template").attribute("text:outline-level", std::to_string(level));
        xml_.attribute("text:style-name", fmt::format("Contents_20_{}", level));
        xml_.leaf("text:index-entry-link-start").leaf("text:index-entry-chapter").leaf("text:index-entry-text");
        xml_.open("text:index-entry-tab-stop")
            .attribute("style:type", "right")
            .attribute("style:leader-char", ".")
            .close();
        xml_.leaf("text:index-entry-page-number").leaf("text:index-entry-link-end").close();
    }
    xml_.close();
    index_title(document_.words.contents);
    entries(outline_.list(Mark::Kind::heading, levels));
    xml_.close().close();
}

void OdtBody::list_of(Mark::Kind kind, const std::string& title, const std::string& word)
{
    const std::string tag = kind == Mark::Kind::table ? "text:table-index" : "text:illustration-index";
    xml_.open(tag).attribute("text:style-name", "Index").attribute("text:protected", "true");
    xml_.attribute("text:name", fmt::format("Index{}", ++indexes_));
    xml_.open(tag + "-source").attribute("text:caption-sequence-name", sequence_name(word));
    xml_.attribute("text:caption-sequence-format", "text");
    xml_.open("text:index-title-template").attribute("text:style-name", "Contents_20_Heading").text(title).close();
    xml_.open(tag + "-entry-template").attribute("text:style-name", "Figure_20_Index_20_1");
    xml_.leaf("text:index-entry-link-start").leaf("text:index-entry-text");
    xml_.open("text:index-entry-tab-stop").attribute("style:type", "right").attribute("style:leader-char", ".").close();
    xml_.leaf("text:index-entry-page-number").leaf("text:index-entry-link-end").close().close();
    index_title(title);
    entries(outline_.list(kind));
    xml_.close().close();
}

void OdtBody::entries(const std::vector<const Mark*>& marks)
{
    for (const auto* mark : marks) {
        const bool heading = mark->kind == Mark::Kind::heading;
        open_paragraph(heading ? fmt::format("Contents_20_{}", mark->level) : "Figure_20_Index_20_1");
        xml_.open("text:a").attribute("xlink:type", "simple").attribute("xlink:href", "#" + mark->anchor);
        xml_.attribute("text:style-name", "IndexLink").attribute("text:visited-style-name", "IndexLink");
        const auto lead = mark->lead();
        text_.plain(xml_, lead.empty() ? mark->text : lead + (heading ? "\u2002" : " ") + mark->text);
        if (const auto page = pages_.find(mark->anchor); page != pages_.end())
            text_.plain(xml_, "\t" + std::to_string(page->second));
        xml_.close().close();
    }
}

}
