#pragma once

class wxDataViewCtrl;
class wxDataViewItem;

namespace gui
{

/// Opens a cell of a row for typing, the first unless another column is named. A cell that is always open to it would
/// take every second click, so it is open only for as long as this takes.
void edit_in_place(wxDataViewCtrl& list, const wxDataViewItem& item, unsigned column = 0);

}
