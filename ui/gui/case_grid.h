#pragma once
#include "session.h"
#include "workbench/study_case.h"
#include <wx/panel.h>

class wxButton;
class wxGrid;
class wxStaticText;

namespace gui
{

class CaseTable;

/// Cases and variables as a grid: rows are cases, columns their documents and variables. Cells are typed into; what
/// does not fit is said beside its cell. The last row makes a case. A block can be pasted from a spreadsheet.
class CaseGrid : public wxPanel
{
 public:
    CaseGrid(wxWindow* parent, Session& session);
    ~CaseGrid() override;
    void SetFocus() override;

    wxGrid& grid() { return *grid_; }
    const std::vector<workbench::Case>& cases() const { return cases_; }
    const std::vector<workbench::Variable>& variables() const { return variables_; }
    /// What is wrong with a cell; empty when nothing is.
    wxString problem() const;

    void go_to(workbench::CaseId id);
    void add_variable();
    void change_variable();
    void delete_variable();
    void link_documents();
    void join_cases();
    void delete_cases();
    void copy() const;
    void paste();

 private:
    void lay_out();
    void listen();
    void refill();
    void set_columns();
    void follow_place();
    void speak_cell();
    void header_menu(int column);
    bool write(int row, int column, const std::string& value);
    bool write_rows(const std::vector<workbench::CaseRow>& rows, int row, int column);
    void clear_cells();
    void say_problem(int row, int column, const workbench::Error& error);
    void hide_problem();
    void offer_undo(const std::string& sentence);
    std::vector<std::size_t> chosen_cases() const;
    const workbench::Variable* variable_at(int column) const;

    Session& session_;
    std::vector<workbench::Case> cases_;
    std::vector<workbench::Variable> variables_;
    CaseTable* table_;
    wxGrid* grid_;
    wxPanel* problem_;
    wxStaticText *problem_words_, *about_;
    wxButton *variable_, *documents_, *join_, *delete_;
    Ear changed_;
};

}
