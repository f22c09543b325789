#pragma once
#include "session.h"
#include "stats/indicator_table.h"
#include <map>
#include <wx/panel.h>

class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// Runs a statistic on a table and shows what it gives; the input is that of its recipe.
using RunStatistic = std::function<void(const std::string& statistic, const std::string& table,
                                        const std::map<std::string, std::string>& input)>;

/// What a column of a table is, and where the table comes from: type, level, unit, label, missing codes, source. Each
/// is saved when one chooses, presses Enter or goes elsewhere; the cells stay as they were imported. Below, what can be
/// computed of the column.
class ColumnInspector : public wxPanel
{
 public:
    /// `run` shows what a statistic gives.
    ColumnInspector(wxWindow* parent, Session& session, stats::TableId table, RunStatistic run);

    /// After every change, and for another column.
    void read();
    void show(const std::string& column);
    const std::string& column() const { return column_; }
    Signal<const std::string&> column_chosen;

    wxChoice& columns() { return *columns_; }
    wxChoice& type() { return *type_; }
    wxChoice& level() { return *level_; }
    wxChoice& second() { return *second_; }
    wxTextCtrl& unit() { return *unit_; }
    wxTextCtrl& label() { return *label_; }
    wxTextCtrl& missing() { return *missing_; }
    wxTextCtrl& source() { return *source_; }
    wxStaticText& about() { return *about_; }

    /// Runs a statistic on the column, and on the second one where it wants two.
    void run_statistic(const std::string& statistic);

 private:
    void lay_out();
    wxTextCtrl* entry(const char* name, const char* hint, std::function<void(const std::string&)> save);
    void save(const stats::ColumnSettings& settings);
    void save_source(const std::string& words);
    void fill_columns(const stats::IndicatorTable& table);
    void fill(const stats::IndicatorTable& table, const stats::ColumnInfo& column);

    Session& session_;
    stats::TableId table_;
    RunStatistic run_;
    std::string table_name_, column_;
    wxChoice *columns_, *type_, *level_, *second_;
    wxTextCtrl *unit_, *label_, *missing_, *source_;
    wxStaticText* about_;
    std::vector<wxWindow*> numeric_; ///< only for a column of numbers
};

}
