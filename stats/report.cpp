#include "stats/report.h"
#include "paper_file.h"
#include "report_parts.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>

namespace stats
{

using namespace workbench;

namespace
{

constexpr std::array part_words{std::string_view{"methods"},    std::string_view{"findings"},
                                std::string_view{"networks"},   std::string_view{"codebook"},
                                std::string_view{"quotations"}, std::string_view{"memos"}};
using AddPart = Result<void> (*)(report::Making&);
constexpr std::array<AddPart, part_words.size()> part_makers{report::add_methods,    report::add_findings,
                                                             report::add_networks,   report::add_codebook,
                                                             report::add_quotations, report::add_memos};

bool known_suffix(const std::string& suffix)
{
    constexpr std::array suffixes{std::string_view{".docx"}, std::string_view{".odt"}, std::string_view{".html"},
                                  std::string_view{".pdf"},  std::string_view{".md"},  std::string_view{".xlsx"}};
    return std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
}

}

std::string_view name_of(ReportPart part)
{
    return part_words[static_cast<std::size_t>(part)];
}

std::optional<ReportPart> report_part_named(std::string_view word)
{
    const auto found = std::find(part_words.begin(), part_words.end(), word);
    if (found == part_words.end()) return std::nullopt;
    return static_cast<ReportPart>(found - part_words.begin());
}

std::set<ReportPart> all_report_parts()
{
    std::set<ReportPart> all;
    for (std::size_t i = 0; i < part_words.size(); ++i) all.insert(static_cast<ReportPart>(i));
    return all;
}

Result<paper::Document> report_document(const Reading& reading, const std::set<ReportPart>& parts, Progress& progress)
{
    report::Making making{reading, progress, NumberFormat::of(reading), {}};
    for (const auto part : parts)
        if (const auto done = part_makers[static_cast<std::size_t>(part)](making); !done) return fail(done.error());

    auto document = empty_paper(reading);
    document.title = reading.row<std::string>("SELECT title FROM project").value_or("");
    document.subtitle = say("Report of the project");
    const auto changed = last_change(reading);
    document.author_line = changed.empty() ? std::string() : say("State of {}", changed.substr(0, 10));
    document.blocks.push_back(paper::Contents{2});
    const auto has = [&](auto wanted) {
        return std::any_of(making.blocks.begin(), making.blocks.end(),
                           [&](const auto& block) { return std::holds_alternative<decltype(wanted)>(block); });
    };
    if (has(paper::Table{})) document.blocks.push_back(paper::ListOfTables{});
    if (has(paper::Figure{})) document.blocks.push_back(paper::ListOfFigures{});
    document.blocks.push_back(paper::PageBreak{});
    for (auto& block : making.blocks) document.blocks.push_back(std::move(block));
    return document;
}

Result<std::vector<std::filesystem::path>> write_report(const Reading& reading, const std::filesystem::path& file,
                                                        const std::set<ReportPart>& parts, Progress& progress)
{
    const auto suffix = file.extension().string();
    if (!known_suffix(suffix))
        return fail(ErrorCode::bad_value, say("A report cannot be written as \"{}\".", file.filename().string()),
                    say("The formats are .docx .odt .html .pdf .xlsx .md."));
    const auto document = report_document(reading, parts, progress);
    if (!document) return fail(document.error());
    return write_paper(file, *document);
}

}
