#pragma once
#include "session.h"
#include "workbench/study_case.h"
#include <functional>
#include <wx/grid.h>

namespace gui
{

/// What the grid of cases shows; it only reads, the grid's panel writes.
class CaseTable : public wxGridTableBase
{
 public:
    static constexpr int name_column = 0, documents_column = 1, first_variable = 2;

    CaseTable(Session& session, const std::vector<workbench::Case>& cases,
              const std::vector<workbench::Variable>& variables)
        : session_(session), cases_(cases), variables_(variables)
    {
    }
    int GetNumberRows() override { return static_cast<int>(cases_.size()) + 1; }
    int GetNumberCols() override { return first_variable + static_cast<int>(variables_.size()); }
    wxString GetValue(int row, int column) override;
    void SetValue(int, int, const wxString&) override {}
    bool IsEmptyCell(int row, int column) override { return GetValue(row, column).empty(); }
    wxString GetColLabelValue(int column) override;
    wxString GetRowLabelValue(int row) override;

    /// Tells the grid that there are other rows and columns than it knows.
    void tell(int rows_before, int columns_before);

 private:
    Session& session_;
    const std::vector<workbench::Case>& cases_;
    const std::vector<workbench::Variable>& variables_;
};

/// A value as people read it: yes and no in words.
wxString shown_value(const workbench::Variable& variable, const std::string& value);

}
