#pragma once
#include <initializer_list>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// One model of a written page: a Document is a list of blocks, and every writer (paper/writers.h) reads the same list.
/// The model holds meaning, not looks: what a table or a quotation looks like is the writers' affair. All text is
/// UTF-8; a line feed in it is a line break, a tab a tab. Numbers of tables, figures, headings and footnotes are never
/// given: they follow from the order of the blocks.
namespace paper
{

enum class Script { normal, subscript, superscript };

/// A run of text in one look. `link` is an address (http, https, mailto; any other kind is written as plain text).
struct Text {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool code = false; ///< fixed width, as typed
    Script script = Script::normal;
    std::string link = {};
    std::string ink = {};    ///< "#RRGGBB"; empty, or not of that form: that of the page
    std::string ground = {}; ///< what lies behind the letters, in the same way

    bool operator==(const Text&) const = default;
};

/// A note at the foot of the page, called from where it stands.
struct Footnote {
    std::vector<Text> text;

    bool operator==(const Footnote&) const = default;
};

/// "Tabla 2", "Figura 4" or the number of a heading, by the label of what is meant. A label that nothing carries makes
/// the writers fail.
struct CrossReference {
    std::string label;

    bool operator==(const CrossReference&) const = default;
};

using Inline = std::variant<Text, Footnote, CrossReference>;

/// What a paragraph or a cell contains. A string is a run without decoration.
struct Inlines {
    std::vector<Inline> parts;

    Inlines() = default;
    Inlines(const char* text) : Inlines(std::string(text)) {}
    Inlines(std::string text)
    {
        if (!text.empty()) parts.emplace_back(Text{std::move(text)});
    }
    Inlines(Text run) { parts.emplace_back(std::move(run)); }
    Inlines(std::vector<Inline> some) : parts(std::move(some)) {}
    Inlines(std::initializer_list<Inline> some) : parts(some) {}

    bool empty() const { return parts.empty(); }
    bool operator==(const Inlines&) const = default;
};

inline Text bold(std::string text)
{
    return {.text = std::move(text), .bold = true};
}
inline Text italic(std::string text)
{
    return {.text = std::move(text), .italic = true};
}
inline Text code(std::string text)
{
    return {.text = std::move(text), .code = true};
}
inline Text subscript(std::string text)
{
    return {.text = std::move(text), .script = Script::subscript};
}
inline Text superscript(std::string text)
{
    return {.text = std::move(text), .script = Script::superscript};
}
inline Text linked(std::string text, std::string to)
{
    return {.text = std::move(text), .link = std::move(to)};
}

/// The text without looks, footnotes and references.
std::string plain(const Inlines& text);

struct Heading {
    int level = 1; ///< 1 to 6
    std::string text;
    bool numbered = true;
    std::string label = {};
};

struct Paragraph {
    Inlines text;
};

/// A literal quotation, indented, with where it comes from: `(DMPP5, 5:3)`. Quotation marks are the caller's.
struct BlockQuotation {
    Inlines text;
    std::string citation;
};

struct ListItem {
    Inlines text;
    int level = 0; ///< 0 to 2
};

struct List {
    std::vector<ListItem> items;
    bool ordered = false;
};

/// `decimal` lines numbers up on their decimal sign; what has no digit is set to the right.
enum class Align { left, centre, right, decimal };

struct Column {
    Inlines head;
    Align align = Align::left;
    double characters = 0; ///< how wide it wants to be beside the others; 0: by what it holds
};

/// An APA 7 table: number and title above, three rules, note below. Rows shorter than `columns` end in empty cells;
/// longer ones are a programmer's mistake.
struct Table {
    std::string title;
    std::vector<Column> columns;
    std::vector<std::vector<Inlines>> rows;
    Inlines note = {}; ///< without the word "Nota."; empty: no note
    std::string label = {};
};

/// A picture with its caption below. The PNG, at 300 dots per inch, every reader can show; the SVG, where there is one,
/// goes beside it for those that know better (browsers, Word).
struct Figure {
    std::string caption; ///< without "Figura 4."
    std::string png;
    std::string svg = {};
    std::string source = {}; ///< a line of its own, "Elaboración propia con Quipu."
    std::string alt = {};    ///< what one would say over the telephone
    double width_mm = 0;     ///< 0: as large as the PNG at 300 dpi; never wider than the text
    std::string label = {};
};

/// A paragraph with its number at the left and a note at the right.
struct NotedParagraph {
    std::string number;
    Inlines text;
    Inlines note = {};
};

/// A text to be worked on, such as a transcript with its codes: its paragraphs, numbered, and what is noted in the
/// margin beside each.
struct NotedText {
    std::vector<NotedParagraph> paragraphs;
};

struct Contents {
    int levels = 3;
};
struct ListOfTables {
};
struct ListOfFigures {
};
struct PageBreak {
};

using Block = std::variant<Heading, Paragraph, BlockQuotation, List, Table, Figure, NotedText, Contents, ListOfTables,
                           ListOfFigures, PageBreak>;

/// The words that writers add by themselves, in the language of the document.
struct Words {
    std::string table = "Tabla";
    std::string figure = "Figura";
    std::string note = "Nota";
    std::string contents = "Contenido";
    std::string list_of_tables = "Lista de tablas";
    std::string list_of_figures = "Lista de figuras";
};

struct Document {
    std::string title;
    std::string subtitle = {};
    std::string author_line = {};   ///< names, place, date: one line as it shall stand
    std::string language = "es-PE"; ///< BCP 47
    std::string created = {};       ///< ISO 8601 with Z, for the file's properties; empty: 1980-01-01T00:00:00Z
    char decimal_sign = '.';        ///< what numeric columns are lined up on
    Words words = {};
    std::vector<Block> blocks = {};
};

}
