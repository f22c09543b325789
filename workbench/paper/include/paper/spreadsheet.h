#pragma once
#include "paper/problem.h"
#include <string>
#include <variant>
#include <vector>

namespace paper
{

enum class CellLook {
    plain,
    head,   ///< bold, ruled below
    strong, ///< bold
    quiet,  ///< italic
};

/// One cell. Text stays text, whatever it looks like: "=1+1" is not computed, "007" keeps its zeros. A number that is
/// not finite is written as an empty cell.
struct SheetCell {
    std::variant<std::monostate, std::string, double> value = {};
    CellLook look = CellLook::plain;

    SheetCell() = default;
    SheetCell(std::string text, CellLook look = CellLook::plain) : value(std::move(text)), look(look) {}
    SheetCell(const char* text, CellLook look = CellLook::plain) : SheetCell(std::string(text), look) {}
    SheetCell(double number, CellLook look = CellLook::plain) : value(number), look(look) {}
};

struct Sheet {
    std::string name; ///< shortened to 31 characters, cleaned and numbered where Excel would refuse it
    std::vector<std::vector<SheetCell>> rows;
    int frozen_rows = 0;             ///< stay in sight when one scrolls
    std::vector<double> widths = {}; ///< of columns, in characters; those not given follow from what they hold
};

struct SheetProperties {
    std::string title = {};
    std::string author = {};
    std::string created = "1980-01-01T00:00:00Z";
};

/// An XLSX with these sheets, at least one; the same sheets give the same bytes. too_large: a cell of more than 32,767
/// characters, or more rows (1,048,576) or columns (16,384) than the format knows; the sentence names the place.
Result<std::string> write_spreadsheet(const std::vector<Sheet>& sheets, const SheetProperties& properties = {});

/// The first sheet that is not hidden as rows of texts: a shared or written string as it is, a number as the file
/// spells it, true and false as such, anything else empty. Rows and cells that the file leaves out in between are
/// empty, those at the end are left out. bad_file, encrypted, too_large: as for ZipReader; too_large also for more than
/// 100,000 rows or two million cells.
Result<std::vector<std::vector<std::string>>> read_first_sheet(std::string bytes);

}
