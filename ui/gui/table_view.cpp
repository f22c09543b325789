#include "table_view.h"
#include "code_grids.h"
#include "context_menu.h"
#include "evidence_form.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "statistic_name.h"
#include "workbench/tr.h"
#include <wx/scrolwin.h>
#include <wx/sizer.h>

namespace gui
{

using workbench::say;
using workbench::tr;

TableView::TableView(wxWindow* parent, Session& session, stats::TableId table, RunStatistic run)
    : GridView(parent, session, [table](Session& read) { return indicator_grid(read, table.value); }),
      session_(session),
      table_(table),
      run_(std::move(run))
{
    auto* beside = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                        wxVSCROLL | wxBORDER_NONE | wxTAB_TRAVERSAL);
    beside->SetBackgroundColour(look::panel());
    beside->SetScrollRate(0, 8);
    inspector_ = new ColumnInspector(beside, session, table, run_);
    auto* line = new wxBoxSizer(wxVERTICAL);
    line->Add(inspector_, wxSizerFlags(1).Expand());
    beside->SetSizer(line);
    beside->SetMinSize(wxSize(inspector_->GetMinSize().x + 14, -1));
    body().Add(hairline(this), wxSizerFlags().Expand());
    body().Add(beside, wxSizerFlags().Expand());
    listen();
    Layout();
}

void TableView::listen()
{
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { inspector_->read(); });
    list().Bind(wxEVT_DATAVIEW_COLUMN_HEADER_CLICK,
                [this](wxDataViewEvent& event) { choose_column(event.GetColumn()); });
    list().Bind(wxEVT_DATAVIEW_COLUMN_HEADER_RIGHT_CLICK,
                [this](wxDataViewEvent& event) { column_menu(event.GetColumn()); });
    list().Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) {
        wxDataViewItem item;
        wxDataViewColumn* column = nullptr;
        list().HitTest(list().ScreenToClient(wxGetMousePosition()), item, column);
        cell_menu(column ? list().GetColumnPosition(column) : -1);
    });
}

void TableView::choose_column(int place)
{
    const auto table = stats::find_table(session_.reading(), "#" + std::to_string(table_.value));
    if (!table || place < 0 || place >= static_cast<int>(table->columns.size())) return;
    inspector_->show(table->columns[static_cast<std::size_t>(place)].name);
}

void TableView::column_menu(int place)
{
    const auto table = stats::find_table(session_.reading(), "#" + std::to_string(table_.value));
    if (!table || place < 0 || place >= static_cast<int>(table->columns.size())) return;
    choose_column(place);
    const auto numeric = [](const stats::ColumnInfo& column) {
        return column.type == stats::ColumnType::integer || column.type == stats::ColumnType::number;
    };
    const auto& column = table->columns[static_cast<std::size_t>(place)];
    ContextMenu menu;
    const auto offer = [&](const char* statistic, std::map<std::string, std::string> input, const wxString& label) {
        menu.add(label,
                 [this, statistic, input = std::move(input), name = table->name] { run_(statistic, name, input); });
    };
    if (numeric(column)) offer("descriptives", {{"x", column.name}}, shown(statistic_name("descriptives")));
    offer("frequency_table", {{"x", column.name}}, shown(statistic_name("frequency_table")));
    for (const auto* statistic : {"pearson", "spearman"}) {
        if (!numeric(column)) break;
        menu.begin(shown(statistic_name(statistic)));
        for (const auto& other : table->columns)
            if (numeric(other) && other.name != column.name)
                offer(statistic, {{"x", column.name}, {"y", other.name}}, shown(say("with {}", other.name)));
        menu.end();
    }
    menu.line();
    menu.add(shown(tr("Link words to this column...")),
             [this, name = column.name] { ask_evidence(this, session_, 0, {.table = table_, .column = name}); });
    menu.ask(list());
}

void TableView::cell_menu(int place)
{
    const auto table = stats::find_table(session_.reading(), "#" + std::to_string(table_.value));
    const int row = chosen_row();
    if (!table || row < 0) return;
    auto name = inspector_->column();
    if (place >= 0 && place < static_cast<int>(table->columns.size()))
        name = table->columns[static_cast<std::size_t>(place)].name;
    ContextMenu menu;
    menu.add(shown(say("Link words to this cell: {}, row {}...", name, row + 1)),
             [this, name, row] { ask_evidence(this, session_, 0, {.table = table_, .column = name, .row = row + 1}); });
    menu.add(shown(tr("Link words to this column...")),
             [this, name] { ask_evidence(this, session_, 0, {.table = table_, .column = name}); });
    menu.add(shown(tr("Copy the table")), [this] { copy(); });
    menu.ask(list());
}

}
