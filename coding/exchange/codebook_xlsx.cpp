#include "codebook_content.h"
#include "paper/spreadsheet.h"
#include "workbench/tr.h"
#include <algorithm>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;

namespace
{

constexpr std::size_t longest_cell = 32'767; ///< characters, as Excel has it

tl::unexpected<workbench::Error> problem_of(const paper::Problem& problem)
{
    switch (problem.kind) {
    case paper::ProblemKind::encrypted:
        return fail(ErrorCode::encrypted, say("The codebook is locked with a password."),
                    say("Open it in its program and save it without a password."));
    case paper::ProblemKind::too_large:
        return fail(ErrorCode::too_large, say("The codebook unfolds to more than Quipu takes in."),
                    say("Save the sheet that you need as CSV."));
    default:
        return fail(ErrorCode::bad_file, say("The codebook is damaged or not a workbook: {}.", problem.what),
                    say("Open it in its program and save it again."));
    }
}

/// Where the text ends that a cell has room for: as Excel counts, characters beyond the basic plane are two.
std::size_t room_in(std::string_view text)
{
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if ((c & 0xC0) == 0x80) continue;
        units += c >= 0xF0 ? 2 : 1;
        if (units > longest_cell) return at;
    }
    return text.size();
}

/// What a cell has no room for is cut off and said.
void shorten(CodebookContent& book, std::string& cell, const std::string& path)
{
    const auto room = room_in(cell);
    if (room == cell.size()) return;
    cell.resize(room);
    book.lose(say("end of a long text"), path, say("a cell holds 32,767 characters"));
}

}

Result<CodebookContent> read_codebook_xlsx(std::string_view bytes)
{
    const auto rows = paper::read_first_sheet(std::string(bytes));
    if (!rows) return problem_of(rows.error());
    return codebook_in(*rows);
}

std::string write_codebook_xlsx(CodebookContent& book)
{
    paper::Sheet sheet{say("Codebook"), {}, 1, {36, 10, 60, 40, 40, 40, 30, 11, 20, 9, 24}};
    for (auto& row : rows_of(book)) {
        const auto look = sheet.rows.empty() ? paper::CellLook::head : paper::CellLook::plain;
        const auto path = row.front();
        auto& line = sheet.rows.emplace_back();
        for (auto& cell : row) {
            shorten(book, cell, path);
            line.emplace_back(std::move(cell), look);
        }
    }
    // Every cell fits and a codebook has fewer rows than a sheet: nothing is left that could go wrong.
    return paper::write_spreadsheet({sheet}, {.title = say("Codebook")}).value_or(std::string());
}

}
