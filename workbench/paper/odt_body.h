#pragma once
#include "odt_text.h"
#include "outline.h"
#include "paper/blocks.h"
#include "paper/problem.h"
#include "paper/xml.h"
#include "table_setting.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace paper
{

/// content.xml of an ODT, and what it leaves for the other parts.
class OdtBody
{
 public:
    OdtBody(const Document& document, const Outline& outline, const std::map<std::string, int>& pages);

    /// bad_file: a damaged picture.
    Result<std::string> write();

    const std::map<std::string, Text>& styles() const { return text_.styles(); }
    const std::vector<const Figure*>& figures() const { return figures_; }

 private:
    void table_styles();
    void sequence_declarations();
    void title_block();
    void block(std::size_t place);
    void heading(const Heading& heading, const Mark& mark);
    void list(const List& list);
    void noted_text(const NotedText& text);
    void table(const Table& table, const Mark& mark);
    void row(const Table& table, const std::vector<Inlines>& cells, const char* cell_style, Density density, bool head);
    void figure(const Figure& figure, const Mark& mark);
    void contents(int levels);
    void list_of(Mark::Kind kind, const std::string& title, const std::string& word);
    void index_title(const std::string& title);
    void entries(const std::vector<const Mark*>& marks);
    void caption_number(const Mark& mark, const std::string& word);
    void paragraph(const char* style, const Inlines& text);
    void open_paragraph(std::string_view style);

    const Document& document_;
    const Outline& outline_;
    const std::map<std::string, int>& pages_;
    OdtText text_;
    XmlWriter xml_;
    int tables_ = 0, noted_texts_ = 0, indexes_ = 0;
    std::vector<const Figure*> figures_;
    std::optional<Problem> problem_;
};

}
