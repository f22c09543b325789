#pragma once

class wxDataViewCtrl;
class wxDataViewItem;

namespace gui
{

/// Opens the first cell of a row for typing. A cell that is always open to it would take every second click, so it is
/// open only for as long as this takes.
void edit_in_place(wxDataViewCtrl& list, const wxDataViewItem& item);

}
