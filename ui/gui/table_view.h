#pragma once
#include "column_inspector.h"
#include "grid_view.h"

namespace gui
{

/// A table of indicators as a tab: its cells as they were imported, and beside them what the column under the pointer
/// or the keyboard is. A click on a column's head chooses it, a right click offers what can be computed.
class TableView : public GridView
{
 public:
    TableView(wxWindow* parent, Session& session, stats::TableId table, RunStatistic run);

    ColumnInspector& inspector() { return *inspector_; }
    stats::TableId table() const { return table_; }

 private:
    void listen();
    void choose_column(int place);
    void column_menu(int place);
    void cell_menu(int place);

    Session& session_;
    stats::TableId table_;
    RunStatistic run_;
    ColumnInspector* inspector_;
    Ear changed_, chosen_;
};

}
