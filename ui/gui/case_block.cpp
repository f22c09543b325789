#include "case_block.h"
#include "workbench/tr.h"
#include <algorithm>

namespace gui
{

using workbench::CaseRow;
using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::tr;

namespace
{

std::string trimmed(std::string_view cell)
{
    const auto begin = cell.find_first_not_of(" \r");
    if (begin == std::string_view::npos) return {};
    return std::string(cell.substr(begin, cell.find_last_not_of(" \r") - begin + 1));
}

/// The variables that the first line names, when it names nothing else.
std::vector<std::string> names_in(const std::vector<std::string>& line,
                                  const std::vector<workbench::Variable>& variables)
{
    std::vector<std::string> names;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const bool known = std::any_of(variables.begin(), variables.end(),
                                       [&](const auto& variable) { return variable.name == line[i]; });
        if (!known) return {};
        names.push_back(line[i]);
    }
    return names;
}

}

Block block_in(std::string_view text)
{
    Block block;
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    for (std::size_t from = 0; from <= text.size() && !text.empty();) {
        const auto to = std::min(text.find('\n', from), text.size());
        auto line = text.substr(from, to - from);
        from = to + 1;
        auto& cells = block.emplace_back();
        for (std::size_t at = 0; at <= line.size();) {
            const auto end = std::min(line.find('\t', at), line.size());
            cells.push_back(trimmed(line.substr(at, end - at)));
            at = end + 1;
        }
    }
    return block;
}

Result<std::vector<CaseRow>> cases_in(const Block& block, const std::vector<workbench::Case>& cases,
                                      const std::vector<workbench::Variable>& variables, std::size_t row,
                                      std::optional<std::size_t> first_variable)
{
    std::vector<CaseRow> rows;
    if (block.empty()) return rows;
    const bool named = !first_variable;
    auto columns = named ? names_in(block.front(), variables) : std::vector<std::string>{};
    const bool titled = !columns.empty();
    if (!titled)
        for (auto at = first_variable.value_or(0); at < variables.size(); ++at) columns.push_back(variables[at].name);
    for (std::size_t i = titled ? 1 : 0; i < block.size(); ++i) {
        const auto& cells = block[i];
        const std::size_t skipped = named ? 1 : 0;
        if (cells.size() > columns.size() + skipped)
            return fail(ErrorCode::bad_value, tr("The block is wider than there are variables."),
                        tr("Make the variables first, or import the file: it makes them."));
        if (!named && row + i >= cases.size())
            return fail(ErrorCode::bad_value, tr("The block is longer than there are cases."),
                        tr("Paste it in the column of the cases, with their names."));
        CaseRow one{named ? cells.front() : cases[row + i].name, {}};
        if (one.name.empty()) continue; // an empty line
        for (std::size_t k = skipped; k < cells.size(); ++k) one.values[columns[k - skipped]] = cells[k];
        rows.push_back(std::move(one));
    }
    return rows;
}

}
