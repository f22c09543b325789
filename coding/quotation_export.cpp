#include "coding/quotation_export.h"
#include "exchange/csv_text.h"
#include "paper/spreadsheet.h"
#include "paper/writers.h"
#include "workbench/file.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <array>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;
using workbench::say_n;

namespace
{

/// Empty lines between paragraphs are left out: they are lines of one quotation.
std::string without_gaps(std::string_view text)
{
    std::string lines;
    for (const char c : text)
        if (c != '\n' || (!lines.empty() && lines.back() != '\n')) lines += c;
    while (!lines.empty() && (lines.back() == '\n' || lines.back() == ' ')) lines.pop_back();
    return lines;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : "; ") + name;
    return all;
}

std::vector<std::string> heads()
{
    return {say("Number"), say("Document"), say("Paragraph"), say("Participant"), say("Speaker"),
            say("Codes"),  say("Coders"),   say("Text"),      say("Name"),        say("Comment")};
}

constexpr std::size_t paragraph_column = 2;

std::vector<std::string> cells(const QuotationRow& row)
{
    return {row.quotation.label(),
            row.document,
            row.paragraph > 0 ? std::to_string(row.paragraph) : std::string(),
            row.study_case.value_or(""),
            row.speaker.value_or(""),
            joined(row.codes),
            joined(row.coders),
            row.text,
            row.quotation.name.value_or(""),
            row.quotation.comment.value_or("")};
}

/// What an exporter has at hand.
struct Shown {
    const Reading& reading;
    const std::vector<Quotation>& quotations;
    QuotationHead head;
};

using Written = Result<std::string>;

Written of(paper::Result<std::string> written)
{
    if (written) return std::move(*written);
    const auto code =
        written.error().kind == paper::ProblemKind::too_large ? ErrorCode::too_large : ErrorCode::bad_file;
    return fail(code, say("The quotations cannot be written: {}.", written.error().what),
                say("Choose another format, or fewer quotations."));
}

Written as_csv(const Shown& shown)
{
    QuotationReader read(shown.reading);
    auto text = csv_row(heads());
    for (const auto& quotation : shown.quotations) text += csv_row(cells(read(quotation)));
    return text;
}

Written as_xlsx(const Shown& shown)
{
    QuotationReader read(shown.reading);
    paper::Sheet sheet{shown.head.title, {{}}, 1, {9, 18, 10, 16, 16, 36, 14, 80, 20, 36}};
    for (const auto& head : heads()) sheet.rows.front().emplace_back(head, paper::CellLook::head);
    for (const auto& quotation : shown.quotations) {
        const auto row = read(quotation);
        auto& line = sheet.rows.emplace_back();
        for (auto& cell : cells(row)) line.emplace_back(std::move(cell));
        if (row.paragraph > 0) line[paragraph_column] = paper::SheetCell(double(row.paragraph));
    }
    return of(paper::write_spreadsheet({sheet}, {.title = shown.head.title}));
}

/// The quotation as a block, below it what is known of it in small words.
void add_blocks(paper::Document& document, const QuotationRow& row)
{
    if (row.quotation.name) document.blocks.push_back(paper::Paragraph{paper::bold(*row.quotation.name)});
    document.blocks.push_back(paper::BlockQuotation{"«" + without_gaps(row.text) + "»", citation_of(row)});
    if (!row.codes.empty())
        document.blocks.push_back(
            paper::Paragraph{{paper::italic(say("Codes:") + " "), paper::Text{joined(row.codes)}}});
    if (row.quotation.comment)
        document.blocks.push_back(
            paper::Paragraph{{paper::italic(say("Comment:") + " "), paper::Text{*row.quotation.comment}}});
}

paper::Document document_of(const Shown& shown)
{
    paper::Document document{.title = shown.head.title, .subtitle = shown.head.about};
    const auto count = std::ssize(shown.quotations);
    document.author_line = say_n("{} quotation", "{} quotations", count, count);
    document.language = workbench::language() == "es" ? "es-PE" : "en-GB";
    // The day of the newest change, not of today: the same project gives the same bytes.
    document.created = shown.reading.row<std::string>("SELECT at FROM history ORDER BY seq DESC LIMIT 1").value_or("");
    QuotationReader read(shown.reading);
    for (const auto& quotation : shown.quotations) add_blocks(document, read(quotation));
    return document;
}

Written as_docx(const Shown& shown)
{
    return of(paper::write_docx(document_of(shown)));
}
Written as_odt(const Shown& shown)
{
    return of(paper::write_odt(document_of(shown)));
}
Written as_html(const Shown& shown)
{
    return of(paper::write_html(document_of(shown)));
}
Written as_pdf(const Shown& shown)
{
    return of(paper::write_pdf(document_of(shown)));
}
Written as_markdown(const Shown& shown)
{
    auto written = paper::write_markdown(document_of(shown));
    if (!written) return of(tl::unexpected(written.error()));
    return std::move(written->text);
}

struct Format {
    std::string_view suffix;
    Written (*write)(const Shown&);
};
constexpr std::array formats{Format{".csv", as_csv},    Format{".xlsx", as_xlsx}, Format{".docx", as_docx},
                             Format{".odt", as_odt},    Format{".html", as_html}, Format{".pdf", as_pdf},
                             Format{".md", as_markdown}};

}

std::string citation_of(const QuotationRow& row)
{
    const auto& who = row.study_case ? *row.study_case : row.speaker ? *row.speaker : row.document;
    return "(" + who + ", " + row.quotation.label() + ")";
}

std::string cited(const QuotationRow& row)
{
    return "«" + without_gaps(row.text) + "» " + citation_of(row);
}

Result<void> export_quotations(const Reading& reading, const std::vector<Quotation>& quotations,
                               const std::filesystem::path& file, const QuotationHead& head)
{
    const auto format = std::ranges::find(formats, workbench::lower(file.extension().string()), &Format::suffix);
    if (format == formats.end())
        return fail(ErrorCode::bad_value, say("Quotations cannot be written as \"{}\".", file.filename().string()),
                    say("Choose one of {}.", ".docx .odt .html .pdf .md .xlsx .csv"));
    const Shown shown{reading, quotations, {head.title.empty() ? say("Quotations") : head.title, head.about}};
    const auto bytes = format->write(shown);
    if (!bytes) return fail(bytes.error());
    return workbench::write_file(file, *bytes);
}

}
