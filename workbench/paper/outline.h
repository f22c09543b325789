#pragma once
#include "paper/blocks.h"
#include "paper/problem.h"
#include <string>
#include <vector>

namespace paper
{

/// A numbered thing that contents list and references name.
struct Mark {
    enum class Kind { heading, table, figure };
    Kind kind;
    int level;          ///< of a heading; 1 for the others
    std::string number; ///< "2.1" or "4"; empty for a heading without number
    std::string name;   ///< "Tabla 4"; a heading's number, or its text when it has none
    std::string text;   ///< the title
    std::string anchor; ///< its name inside the file: heading3, table1, figure2
    std::string label;  ///< the caller's; may be empty

    /// What stands before the title: "2." or "2.1" of a heading, "Tabla 4." of a table; empty without number.
    std::string lead() const
    {
        if (kind != Kind::heading) return name + ".";
        return level == 1 && !number.empty() ? number + "." : number;
    }
};

/// The numbers of a document's headings, tables and figures, in the order of the blocks.
class Outline
{
 public:
    /// bad_file: a reference to nothing, one label on two blocks, or a table without columns.
    static Result<Outline> of(const Document& document);

    const std::vector<Mark>& marks() const { return marks_; }

    /// The mark of a heading, table or figure; `block` is its place in `document.blocks`.
    const Mark& at(std::size_t block) const { return marks_[by_block_[block]]; }

    /// The mark that carries the label; it exists, for `of` has seen to it.
    const Mark& named(const std::string& label) const;

    /// Marks of one kind, in order; headings down to `levels`.
    std::vector<const Mark*> list(Mark::Kind kind, int levels = 6) const;

 private:
    std::vector<Mark> marks_;
    std::vector<std::size_t> by_block_; ///< index into marks_, where there is one
};

/// All text of a document that may hold references and notes, in the order in which it is read.
template <class F>
void for_each_text(const Block& block, F&& use)
{
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) use(paragraph->text);
    if (const auto* quotation = std::get_if<BlockQuotation>(&block)) use(quotation->text);
    if (const auto* list = std::get_if<List>(&block))
        for (const auto& item : list->items) use(item.text);
    if (const auto* text = std::get_if<NotedText>(&block))
        for (const auto& paragraph : text->paragraphs) {
            use(paragraph.text);
            use(paragraph.note);
        }
    if (const auto* table = std::get_if<Table>(&block)) {
        for (const auto& column : table->columns) use(column.head);
        for (const auto& row : table->rows)
            for (const auto& cell : row) use(cell);
        use(table->note);
    }
}

/// Whether an address may become a link: http, https and mailto only, for a report travels to other people's screens.
bool is_safe_link(const std::string& address);

/// The six digits of a colour "#RRGGBB", in capitals; empty when it is none.
std::string hex_digits(const std::string& colour);

/// The three columns of a NotedText, as parts of the width of the text.
inline constexpr double noted_number = 0.08, noted_text_share = 0.65, noted_note = 0.27;

/// `document.created`, or the first day of 1980.
std::string created(const Document& document);

/// "Tabla 4" as one word, that no line breaks between its parts.
std::string unbroken(std::string name);

/// Overloads of a visitor, one lambda per kind of block.
template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}
