#include "stats/coded_document.h"
#include "coding/code.h"
#include "coding/coding.h"
#include "coding/quotation_list.h"
#include "paper/palette.h"
#include "paper_file.h"
#include "workbench/tr.h"
#include "workbench/turns.h"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace stats
{

using namespace workbench;
using paper::Inlines;
using paper::Text;

namespace
{

constexpr const char* faint = "#676D76";
constexpr double ground_strength = 0.2;

struct Marked {
    coding::Quotation quotation;
    std::vector<coding::Code> codes;
};

std::string colour_of(const coding::Code& code)
{
    return code.color.value_or("#9A9A9A");
}

std::string ground_of(const coding::Code& code)
{
    const auto colour = paper::colour_from_hex(colour_of(code)).value_or(paper::Colour{154, 154, 154});
    return paper::hex(paper::tint(colour, ground_strength));
}

std::vector<Marked> marked_in(const Reading& reading, DocumentId document)
{
    std::map<coding::CodeId, coding::Code> codes;
    for (auto& code : coding::codes(reading)) codes.emplace(code.id, code);
    coding::QuotationFilter filter;
    filter.document = document;
    std::vector<Marked> found;
    for (const auto& quotation : coding::quotations(reading, filter)) {
        if (!quotation.span || quotation.span->begin >= quotation.span->end) continue;
        Marked marked{quotation, {}};
        for (const auto id : coding::codes_on(reading, quotation.id)) marked.codes.push_back(codes.at(id));
        found.push_back(std::move(marked));
    }
    return found;
}

/// Writes the paragraphs of one document, in order.
class Paragraphs
{
 public:
    Paragraphs(const Reading& reading, DocumentId document, std::vector<Marked> marked)
        : document_(document), slices_(reading), turns_(turns_of(reading, document)), marked_(std::move(marked))
    {
    }

    paper::NotedParagraph operator()(Span span, int number)
    {
        paper::NotedParagraph paragraph{std::to_string(number), text(span), {}};
        for (const auto& marked : marked_)
            if (marked.quotation.span->begin >= span.begin && marked.quotation.span->begin < span.end)
                add_note(paragraph.note, marked);
        return paragraph;
    }

 private:
    /// Where the looks of the text may change within `span`.
    std::set<std::int64_t> borders(Span span) const
    {
        std::set<std::int64_t> places{span.begin, span.end};
        const auto add = [&](std::int64_t place) {
            if (span.begin < place && place < span.end) places.insert(place);
        };
        for (const auto& turn : turns_) add(turn.span.begin), add(turn.label_end), add(turn.span.end);
        for (const auto& marked : marked_) add(marked.quotation.span->begin), add(marked.quotation.span->end);
        return places;
    }

    Inlines text(Span span)
    {
        Inlines text;
        const auto places = borders(span);
        for (auto begin = places.begin(), end = std::next(begin); end != places.end(); ++begin, ++end) {
            add_numbers(text, *begin);
            text.parts.emplace_back(run({*begin, *end}));
        }
        return text;
    }

    /// Numbers of the quotations that begin here, so that one sees where.
    void add_numbers(Inlines& text, std::int64_t place) const
    {
        for (const auto& marked : marked_)
            if (marked.quotation.span->begin == place)
                text.parts.emplace_back(Text{.text = marked.quotation.label() + "\u202F",
                                             .bold = true,
                                             .script = paper::Script::superscript,
                                             .ink = faint});
    }

    Text run(Span span)
    {
        Text run{.text = slices_(document_, span)};
        std::replace(run.text.begin(), run.text.end(), '\n', ' '); // a paragraph whose lines were broken
        for (const auto& turn : turns_) {
            if (span.begin < turn.span.begin || span.begin >= turn.span.end) continue;
            run.bold = span.begin < turn.label_end;
            if (turn.speaker && is_interviewer(*turn.speaker)) run.ink = faint;
        }
        for (const auto& marked : marked_) // by begin: the innermost comes last
            if (overlap(*marked.quotation.span, span) && !marked.codes.empty())
                run.ground = ground_of(marked.codes.front());
        return run;
    }

    static void add_note(Inlines& note, const Marked& marked)
    {
        const auto line = [&](Text text) {
            text.text = (note.empty() ? "" : "\n") + text.text;
            note.parts.emplace_back(std::move(text));
        };
        line({.text = marked.quotation.label(), .bold = true});
        if (marked.quotation.name) note.parts.emplace_back(Text{.text = " " + *marked.quotation.name});
        for (const auto& code : marked.codes) {
            line({.text = "\u25A0 ", .ink = colour_of(code)});
            note.parts.emplace_back(Text{.text = code.name});
        }
        if (marked.quotation.comment && !marked.quotation.comment->empty())
            line({.text = *marked.quotation.comment, .italic = true});
    }

    DocumentId document_;
    Slices slices_;
    std::vector<Turn> turns_;
    std::vector<Marked> marked_;
};

/// Each code of the document with how many of its quotations carry it, in the order of the tree.
paper::Table codes_table(const Reading& reading, const std::vector<Marked>& marked, const std::string& document)
{
    std::map<coding::CodeId, int> counts;
    for (const auto& one : marked)
        for (const auto& code : one.codes) ++counts[code.id];
    paper::Table table;
    table.title = say("Codes in {}", document);
    table.columns = {{.head = say("Code"), .characters = 40},
                     {.head = say("Quotations"), .align = paper::Align::decimal}};
    for (const auto& code : coding::codes(reading))
        if (const auto count = counts.find(code.id); count != counts.end())
            table.rows.push_back({{Text{.text = "\u25A0 ", .ink = colour_of(code)}, Text{.text = code.path}},
                                  std::to_string(count->second)});
    return table;
}

}

Result<paper::Document> coded_document(const Reading& reading, DocumentId id, bool with_codes)
{
    const auto known = document(reading, id);
    if (!known) return fail(ErrorCode::not_found, say("The document is no longer there."), say("Choose another one."));
    auto marked = with_codes ? marked_in(reading, id) : std::vector<Marked>();

    auto written = empty_paper(reading);
    written.title = known->name;
    written.subtitle = known->comment.value_or("");
    written.author_line = say_n("{} word", "{} words", known->words, known->words);
    if (with_codes) {
        const auto count = static_cast<std::int64_t>(marked.size());
        written.author_line += " \u00B7 " + say_n("{} quotation", "{} quotations", count, count);
    }
    std::optional<paper::Table> codes;
    if (!marked.empty()) codes = codes_table(reading, marked, known->name);

    paper::NotedText text;
    Paragraphs write(reading, id, std::move(marked));
    int number = 0;
    for (const auto& span : paragraphs_of(reading, id)) text.paragraphs.push_back(write(span, ++number));
    written.blocks.emplace_back(std::move(text));
    if (codes && !codes->rows.empty()) written.blocks.emplace_back(std::move(*codes));
    return written;
}

Result<std::vector<std::filesystem::path>> write_coded_document(const Reading& reading, DocumentId document,
                                                                const std::filesystem::path& file, bool with_codes)
{
    constexpr std::array suffixes{".pdf", ".docx", ".odt", ".html", ".md"};
    if (std::find(suffixes.begin(), suffixes.end(), file.extension().string()) == suffixes.end())
        return fail(ErrorCode::bad_value, say("A document cannot be written as \"{}\".", file.filename().string()),
                    say("The formats are {}.", ".pdf .docx .odt .html .md"));
    const auto written = coded_document(reading, document, with_codes);
    if (!written) return fail(written.error());
    return write_paper(file, *written);
}

}
