#include "in_place.h"
#include "gtk_widgets.h"
#include <wx/dataview.h>

namespace gui
{
namespace
{

void close_cell(wxDataViewEvent& event)
{
    auto* list = dynamic_cast<wxDataViewCtrl*>(event.GetEventObject());
    if (list && event.GetDataViewColumn()) set_editable(event.GetDataViewColumn()->GetRenderer(), false);
    event.Skip();
}

}

void edit_in_place(wxDataViewCtrl& list, const wxDataViewItem& item, unsigned column)
{
    if (!item.IsOk()) return;
    set_editable(list.GetColumn(column)->GetRenderer(), true);
    list.Unbind(wxEVT_DATAVIEW_ITEM_EDITING_DONE, close_cell);
    list.Bind(wxEVT_DATAVIEW_ITEM_EDITING_DONE, close_cell);
    list.UnselectAll();
    list.Select(item);
    list.EnsureVisible(item);
    list.SetFocus();
    // The focus comes with the next event, and would close a cell that is open already.
    list.CallAfter([&list, column] { open_selected_cell(list, column); });
}

}
