#pragma once
#include "docx_text.h"
#include "outline.h"
#include "paper/blocks.h"
#include "paper/problem.h"
#include "paper/xml.h"
#include "table_setting.h"
#include <map>
#include <optional>

namespace paper
{

/// The pages on which anchors stand, to fill in the lists of contents. What is not there gets no page number.
using Pages = std::map<std::string, int>;

/// word/document.xml, and what it leaves for the other parts of the package.
class DocxBody
{
 public:
    DocxBody(const Document& document, const Outline& outline, const Pages& pages);

    /// bad_file: a damaged picture.
    Result<std::string> write();

    const DocxText& text() const { return text_; }
    int ordered_lists() const { return ordered_lists_; } ///< each counts from one: instance numbers follow on these
    const std::vector<const Figure*>& figures() const { return figures_; }

 private:
    void title_block();
    void block(std::size_t place);
    void heading(const Heading& heading, const Mark& mark);
    void quotation(const BlockQuotation& quotation);
    void list(const List& list);
    void table(const Table& table, const Mark& mark);
    void table_properties(const std::vector<int>& widths, const std::string& title);
    void table_row(const Table& table, const std::vector<Inlines>& cells, const std::vector<int>& widths,
                   Density density, bool head);
    void table_note(const Table& table);
    void figure(const Figure& figure, const Mark& mark);
    void drawing(const Figure& figure, const Mark& mark);
    void noted_text(const NotedText& text);
    void noted_cell(double share, const char* style, const Inlines& text);
    void contents(int levels);
    void list_of(Mark::Kind kind, const std::string& title, const std::string& word);
    void entries(const std::vector<const Mark*>& marks, const std::string& code, const char* style);
    void entry(const Mark& mark);
    void caption_number(const Mark& mark, const std::string& word);
    void section();

    void open_paragraph(std::string_view style, bool keep_with_next = false);
    void paragraph(std::string_view style, const Inlines& text);
    void open_bookmark(const std::string& name);
    void close_bookmark();

    const Document& document_;
    const Outline& outline_;
    const Pages& pages_;
    DocxText text_;
    XmlWriter xml_;
    int bookmarks_ = 0;
    int ordered_lists_ = 0;
    std::vector<const Figure*> figures_;
    std::optional<Problem> problem_;
};

}
