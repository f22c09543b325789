#include "case_grid.h"
#include "case_block.h"
#include "case_documents.h"
#include "case_table.h"
#include "coding/case_change.h"
#include "gtk_widgets.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "variable_sheet.h"
#include "workbench/history.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::CaseRow;
using workbench::say;
using workbench::say_n;
using workbench::tr;
using workbench::Variable;
using workbench::VariableType;

namespace
{

constexpr int last_of_name = CaseTable::first_variable;

bool is_numeric(VariableType type)
{
    return type == VariableType::integer || type == VariableType::number;
}

}

CaseGrid::CaseGrid(wxWindow* parent, Session& session) : wxPanel(parent), session_(session)
{
    SetBackgroundColour(look::paper());
    cases_ = workbench::cases(session_.reading());
    variables_ = workbench::variables(session_.reading());
    lay_out();
    listen();
    set_columns();
    refill();
    grid_->SetGridCursor(0, CaseTable::name_column);
}

CaseGrid::~CaseGrid()
{
    grid_->DisableCellEditControl();
}

// A panel would give it to its first button.
void CaseGrid::SetFocus()
{
    grid_->SetFocus();
}

void CaseGrid::lay_out()
{
    auto* title = new wxStaticText(this, wxID_ANY, shown(tr("Cases and variables")));
    title->SetFont(look::interface(1.2, true));
    about_ = new wxStaticText(this, wxID_ANY, wxString());
    about_->SetForegroundColour(look::faint());
    auto* make = tool_button(this, shown(tr("New variable...")), [this] { add_variable(); });
    variable_ = tool_button(this, shown(tr("Variable...")), [this] { change_variable(); });
    documents_ = tool_button(this, shown(tr("Documents...")), [this] { link_documents(); });
    join_ = tool_button(this, shown(tr("Join the cases")), [this] { join_cases(); });
    delete_ = tool_button(this, shown(tr("Delete the cases")), [this] { delete_cases(); });
    variable_->SetToolTip(shown(tr("Name, type and values of the variable of this column")));
    documents_->SetToolTip(shown(tr("Which documents belong to this case")));

    grid_ = new wxGrid(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS);
    table_ = new CaseTable(session_, cases_, variables_);
    grid_->SetTable(table_, true);
    set_accessible_name(grid_, shown(tr("Cases and variables")));
    for (auto* part :
         {grid_->GetGridRowLabelWindow(), grid_->GetGridColLabelWindow(), grid_->GetGridCornerLabelWindow()})
        part->SetCanFocus(false);
    grid_->SetRowLabelSize(40);
    grid_->SetColLabelSize(grid_->GetCharHeight() * 2 + 14);
    grid_->SetDefaultRowSize(grid_->GetCharHeight() + 12, true);
    grid_->SetDefaultCellBackgroundColour(look::paper());
    grid_->SetDefaultCellTextColour(look::ink());
    grid_->SetGridLineColour(look::hairline());
    grid_->SetLabelBackgroundColour(look::panel());
    grid_->SetLabelTextColour(look::faint());
    grid_->SetLabelFont(look::interface(0.92));
    grid_->SetSelectionBackground(look::over(look::accent(), look::paper(), 0.18));
    grid_->SetSelectionForeground(look::ink());
    grid_->SetCellHighlightColour(look::accent());
    grid_->SetColLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
    grid_->SetDefaultCellAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
    grid_->EnableDragRowSize(false);
    grid_->SetTabBehaviour(wxGrid::Tab_Wrap);

    problem_ = new wxPanel(this);
    problem_->SetBackgroundColour(look::panel());
    problem_words_ = new wxStaticText(problem_, wxID_ANY, wxString());
    problem_words_->SetForegroundColour(look::warning());
    outline(*problem_);
    auto* inner = new wxBoxSizer(wxHORIZONTAL);
    inner->Add(problem_words_, wxSizerFlags().Border(wxALL, 8));
    problem_->SetSizer(inner);
    problem_->Hide();

    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(title);
    words->Add(about_, wxSizerFlags().Expand().Border(wxTOP, 2));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(words, wxSizerFlags(1).Border(wxALL, 16));
    for (auto* button : {make, variable_, documents_, join_, delete_})
        top->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, 8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(top, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(grid_, wxSizerFlags(1).Expand());
    SetSizer(column);
}

void CaseGrid::listen()
{
    grid_->Bind(wxEVT_GRID_CELL_CHANGING, [this](wxGridEvent& event) {
        hide_problem();
        // The grid asks the table for what stands there now; nothing is left for it to set.
        if (!write(event.GetRow(), event.GetCol(), utf8(event.GetString().Strip(wxString::both)))) event.Veto();
    });
    grid_->Bind(wxEVT_GRID_EDITOR_SHOWN, [this](wxGridEvent& event) {
        const bool nameless = static_cast<std::size_t>(event.GetRow()) >= cases_.size();
        if (event.GetCol() == CaseTable::documents_column) {
            event.Veto();
            if (!nameless) CallAfter([this] { link_documents(); });
        } else if (nameless && event.GetCol() != CaseTable::name_column) {
            event.Veto(); // first the case, then its values
        }
    });
    grid_->Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        hide_problem();
        event.Skip();
        CallAfter([this] { follow_place(); });
    });
    grid_->Bind(wxEVT_GRID_RANGE_SELECTED, [this](wxGridRangeSelectEvent& event) {
        event.Skip();
        CallAfter([this] { follow_place(); });
    });
    grid_->Bind(wxEVT_GRID_LABEL_RIGHT_CLICK, [this](wxGridEvent& event) { header_menu(event.GetCol()); });
    grid_->Bind(wxEVT_GRID_LABEL_LEFT_DCLICK, [this](wxGridEvent& event) {
        if (event.GetCol() < last_of_name) return;
        grid_->SetGridCursor(std::max(0, grid_->GetGridCursorRow()), event.GetCol());
        CallAfter([this] { change_variable(); });
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool editing = grid_->IsCellEditControlShown();
        const bool control = event.GetModifiers() == wxMOD_CONTROL;
        hide_problem();
        if (!editing && control && event.GetKeyCode() == 'V')
            paste();
        else if (!editing && control && event.GetKeyCode() == 'C')
            copy();
        else if (!editing && event.GetModifiers() == wxMOD_NONE && event.GetKeyCode() == WXK_DELETE)
            clear_cells();
        else if (!editing && event.GetModifiers() == wxMOD_NONE && event.GetKeyCode() == WXK_F2 &&
                 FindFocus() == grid_->GetGridWindow())
            grid_->EnableCellEditControl();
        else
            event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
}

// Numbers stand at the right; what may only have listed values is chosen from them.
void CaseGrid::set_columns()
{
    for (int column = 0; column < table_->GetNumberCols(); ++column) {
        auto* attr = new wxGridCellAttr;
        const auto* variable = variable_at(column);
        if (variable && is_numeric(variable->type)) attr->SetAlignment(wxALIGN_RIGHT, wxALIGN_CENTRE);
        if (column == CaseTable::name_column) attr->SetFont(look::interface(1, true));
        if (column == CaseTable::documents_column) attr->SetTextColour(look::faint());
        wxArrayString choices;
        if (variable && variable->type == VariableType::boolean) {
            choices.Add(shown(tr("yes")));
            choices.Add(shown(tr("no")));
        } else if (variable) {
            for (const auto& level : variable->levels) choices.Add(shown(level));
        }
        if (!choices.empty()) {
            choices.Insert(wxString(), 0);
            attr->SetEditor(new wxGridCellChoiceEditor(choices));
        }
        grid_->SetColAttr(column, attr);
        int width = grid_->GetTextExtent(table_->GetColLabelValue(column).AfterFirst('\n')).x;
        width = std::max(width, grid_->GetTextExtent(table_->GetColLabelValue(column).BeforeFirst('\n')).x);
        for (int row = 0; row < std::min(table_->GetNumberRows(), 60); ++row)
            width = std::max(width, grid_->GetTextExtent(table_->GetValue(row, column)).x);
        grid_->SetColSize(column, std::clamp(width + 24, 70, 260));
    }
}

void CaseGrid::refill()
{
    const int rows = table_->GetNumberRows(), columns = table_->GetNumberCols();
    auto variables = workbench::variables(session_.reading());
    const bool other_columns = !std::equal(
        variables.begin(), variables.end(), variables_.begin(), variables_.end(), [](const auto& a, const auto& b) {
            return a.id == b.id && a.name == b.name && a.type == b.type && a.levels == b.levels;
        });
    cases_ = workbench::cases(session_.reading());
    variables_ = std::move(variables);
    table_->tell(rows, columns);
    if (other_columns) set_columns();
    grid_->ForceRefresh();
    const auto cases = static_cast<long long>(cases_.size()), known = static_cast<long long>(variables_.size());
    about_->SetLabel(shown(say_n("{} case", "{} cases", cases, cases) + " \u00B7 " +
                           say_n("{} variable", "{} variables", known, known)));
    follow_place();
    Layout();
}

void CaseGrid::follow_place()
{
    const auto cases = chosen_cases().size();
    variable_->Enable(variable_at(grid_->GetGridCursorCol()) != nullptr);
    documents_->Enable(cases == 1);
    join_->Enable(cases > 1);
    delete_->Enable(cases > 0);
    speak_cell();
}

// The grid draws its cells itself, so a screen reader finds none: what has the focus is called after the cell, which is
// heard whenever the name changes.
void CaseGrid::speak_cell()
{
    const int row = grid_->GetGridCursorRow(), column = grid_->GetGridCursorCol();
    if (row < 0 || column < 0) return;
    const bool known = static_cast<std::size_t>(row) < cases_.size();
    const auto whose = known ? cases_[static_cast<std::size_t>(row)].name : std::string(tr("New case"));
    auto what = grid_->GetColLabelValue(column);
    what.Replace("\n", ", ");
    const auto value = grid_->GetCellValue(row, column);
    set_accessible_name(grid_->GetGridWindow(), shown(say("{}, {}: {}", whose, utf8(what),
                                                          value.empty() ? std::string(tr("empty")) : utf8(value))));
}

const Variable* CaseGrid::variable_at(int column) const
{
    const auto at = column - CaseTable::first_variable;
    return at >= 0 && static_cast<std::size_t>(at) < variables_.size() ? &variables_[static_cast<std::size_t>(at)]
                                                                       : nullptr;
}

// The rows of the selection, or the one where the cursor is; the last row is no case yet.
std::vector<std::size_t> CaseGrid::chosen_cases() const
{
    std::vector<std::size_t> rows;
    const auto add = [&](int row) {
        const auto at = static_cast<std::size_t>(row);
        if (row >= 0 && at < cases_.size() && std::find(rows.begin(), rows.end(), at) == rows.end()) rows.push_back(at);
    };
    for (const auto& block : grid_->GetSelectedBlocks())
        for (int row = block.GetTopRow(); row <= block.GetBottomRow(); ++row) add(row);
    if (rows.empty()) add(grid_->GetGridCursorRow());
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool CaseGrid::write(int row, int column, const std::string& value)
{
    const bool is_new = static_cast<std::size_t>(row) >= cases_.size();
    if (column == CaseTable::name_column) {
        if (is_new && value.empty()) return false;
        const auto taken =
            std::any_of(cases_.begin(), cases_.end(), [&](const auto& one) { return one.name == value; });
        if (is_new && taken) {
            say_problem(row, column, {workbench::ErrorCode::exists, say("There is already a case \"{}\".", value), {}});
            return false;
        }
        if (is_new) return write_rows({{value, {}}}, row, column);
        const auto done = workbench::rename_case(session_.project(), cases_[static_cast<std::size_t>(row)].id, value);
        if (!done) say_problem(row, column, done.error());
        return done.has_value();
    }
    const auto* variable = variable_at(column);
    if (!variable || is_new) return false;
    return write_rows({{cases_[static_cast<std::size_t>(row)].name, {{variable->name, value}}}}, row, column);
}

bool CaseGrid::write_rows(const std::vector<CaseRow>& rows, int row, int column)
{
    clear_message(this);
    const auto done = workbench::set_cases(session_.project(), rows);
    if (!done) say_problem(row, column, done.error());
    return done.has_value();
}

// Below its cell, or above where there is no room; it goes with the next key or click.
void CaseGrid::say_problem(int row, int column, const workbench::Error& error)
{
    auto words = error.hint.empty() ? error.detail : error.detail + " " + error.hint;
    problem_words_->SetLabel(wxString(wxUniChar(0x25B2)) + " " + shown(words));
    problem_words_->Wrap(360);
    problem_->GetSizer()->Fit(problem_);
    const auto cell = grid_->CellToRect(row, column);
    const auto corner = grid_->GetGridWindow()->ClientToScreen(grid_->CalcScrolledPosition(cell.GetBottomLeft()));
    auto place = ScreenToClient(corner);
    place.x = std::clamp(place.x, 0, std::max(0, GetClientSize().x - problem_->GetSize().x));
    if (place.y + problem_->GetSize().y > GetClientSize().y) place.y -= cell.height + problem_->GetSize().y;
    problem_->SetPosition(place);
    // The cell is left with the key that brought the value here; only what comes after it takes the note away.
    CallAfter([this] {
        problem_->Show();
        problem_->Raise();
    });
}

void CaseGrid::hide_problem()
{
    if (!problem_->IsShown()) return;
    problem_->Hide();
    problem_words_->SetLabel(wxString());
}

wxString CaseGrid::problem() const
{
    return problem_->IsShown() ? problem_words_->GetLabel() : wxString();
}

void CaseGrid::offer_undo(const std::string& sentence)
{
    if (auto* bar = message_bar_of(this)) bar->offer_undo(shown(sentence));
}

void CaseGrid::go_to(workbench::CaseId id)
{
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        if (cases_[i].id != id) continue;
        grid_->ClearSelection();
        grid_->GoToCell(static_cast<int>(i), CaseTable::name_column);
    }
    grid_->SetFocus();
}

void CaseGrid::add_variable()
{
    const auto before = variables_.size();
    if (VariableSheet(this, session_, {}).ShowModal() == wxID_OK && variables_.size() > before)
        grid_->GoToCell(std::max(0, grid_->GetGridCursorRow()), table_->GetNumberCols() - 1);
    grid_->SetFocus();
}

void CaseGrid::change_variable()
{
    const auto* variable = variable_at(grid_->GetGridCursorCol());
    if (variable) VariableSheet(this, session_, *variable).ShowModal();
    grid_->SetFocus();
}

void CaseGrid::delete_variable()
{
    const auto* variable = variable_at(grid_->GetGridCursorCol());
    if (!variable) return;
    const auto name = variable->name;
    const auto values = run(this, [&] { return coding::delete_variable(session_.project(), variable->id); });
    if (values)
        offer_undo(say_n("The variable \"{1}\" was deleted, and {0} value with it.",
                         "The variable \"{1}\" was deleted, and {0} values with it.", *values, *values, name));
}

void CaseGrid::header_menu(int column)
{
    if (!variable_at(column)) return;
    grid_->SetGridCursor(std::max(0, grid_->GetGridCursorRow()), column);
    wxMenu menu;
    const int change = menu.Append(wxID_ANY, shown(tr("Name, type and values...")))->GetId();
    menu.AppendSeparator();
    const int remove = menu.Append(wxID_ANY, shown(tr("Delete the variable")))->GetId();
    const int chosen = GetPopupMenuSelectionFromUser(menu);
    if (chosen == change)
        change_variable();
    else if (chosen == remove)
        delete_variable();
}

void CaseGrid::link_documents()
{
    const auto rows = chosen_cases();
    if (!rows.empty()) CaseDocuments(this, session_, cases_[rows.front()]).ShowModal();
    grid_->SetFocus();
}

void CaseGrid::join_cases()
{
    const auto rows = chosen_cases();
    if (rows.size() < 2) return;
    const auto into = cases_[rows.front()];
    std::vector<workbench::CaseId> from;
    for (std::size_t i = 1; i < rows.size(); ++i) from.push_back(cases_[rows[i]].id);
    grid_->ClearSelection();
    const auto done = run(this, [&] { return coding::merge_cases(session_.project(), from, into.id); });
    if (done)
        offer_undo(say_n("{0} case was joined with {1}.", "{0} cases were joined with {1}.", *done, *done, into.name));
}

void CaseGrid::delete_cases()
{
    std::vector<workbench::CaseId> going;
    std::size_t values = 0;
    for (const auto row : chosen_cases()) {
        going.push_back(cases_[row].id);
        values += cases_[row].values.size();
    }
    if (going.empty()) return;
    grid_->ClearSelection();
    const auto done = run(this, [&] { return coding::delete_cases(session_.project(), going); });
    if (done)
        offer_undo(say_n("{0} case was deleted with its values ({1}).",
                         "{0} cases were deleted with their values ({1}).", *done, *done, values));
}

void CaseGrid::copy() const
{
    wxString text;
    auto blocks = grid_->GetSelectedBlocks();
    wxGridBlockCoords block(grid_->GetGridCursorRow(), grid_->GetGridCursorCol(), grid_->GetGridCursorRow(),
                            grid_->GetGridCursorCol());
    for (const auto& selected : blocks) {
        block = selected;
        break;
    }
    for (int row = block.GetTopRow(); row <= block.GetBottomRow(); ++row) {
        for (int column = block.GetLeftCol(); column <= block.GetRightCol(); ++column)
            text += (column > block.GetLeftCol() ? "\t" : "") + table_->GetValue(row, column);
        text += "\n";
    }
    const wxClipboardLocker clipboard;
    wxTheClipboard->SetData(new wxTextDataObject(text));
}

void CaseGrid::paste()
{
    wxTextDataObject text;
    {
        const wxClipboardLocker clipboard;
        wxTheClipboard->GetData(text);
    }
    const int row = grid_->GetGridCursorRow(), column = grid_->GetGridCursorCol();
    const auto block = block_in(utf8(text.GetText()));
    if (block.empty() || row < 0 || column == CaseTable::documents_column) return;
    const auto first = column == CaseTable::name_column
                           ? std::nullopt
                           : std::optional(static_cast<std::size_t>(column - CaseTable::first_variable));
    const auto rows = cases_in(block, cases_, variables_, static_cast<std::size_t>(row), first);
    if (!rows)
        say_problem(row, column, rows.error());
    else if (!rows->empty())
        write_rows(*rows, row, column);
}

// The values of the chosen cells go; cases and documents are not values.
void CaseGrid::clear_cells()
{
    std::vector<CaseRow> rows;
    const auto clear = [&](int row, int column) {
        const auto* variable = variable_at(column);
        if (!variable || row < 0 || static_cast<std::size_t>(row) >= cases_.size()) return;
        const auto& name = cases_[static_cast<std::size_t>(row)].name;
        if (rows.empty() || rows.back().name != name) rows.push_back({name, {}});
        rows.back().values[variable->name] = "";
    };
    for (const auto& block : grid_->GetSelectedBlocks())
        for (int row = block.GetTopRow(); row <= block.GetBottomRow(); ++row)
            for (int column = block.GetLeftCol(); column <= block.GetRightCol(); ++column) clear(row, column);
    if (rows.empty()) clear(grid_->GetGridCursorRow(), grid_->GetGridCursorCol());
    if (!rows.empty()) write_rows(rows, grid_->GetGridCursorRow(), grid_->GetGridCursorCol());
}

}
