#include "pane_art.h"
#include "look.h"
#include <wx/dc.h>

namespace gui
{

PaneArt::PaneArt()
{
    SetMetric(wxAUI_DOCKART_SASH_SIZE, 5);
    SetMetric(wxAUI_DOCKART_PANE_BORDER_SIZE, 0);
    SetMetric(wxAUI_DOCKART_GRIPPER_SIZE, 0);
}

void PaneArt::DrawBackground(wxDC& dc, wxWindow*, int, const wxRect& rect)
{
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look::panel());
    dc.DrawRectangle(rect);
}

void PaneArt::DrawSash(wxDC& dc, wxWindow* window, int orientation, const wxRect& rect)
{
    DrawBackground(dc, window, orientation, rect);
    dc.SetPen(look::hairline());
    if (orientation == wxVERTICAL) {
        const int x = rect.x + rect.width / 2;
        dc.DrawLine(x, rect.y, x, rect.y + rect.height);
    } else {
        const int y = rect.y + rect.height / 2;
        dc.DrawLine(rect.x, y, rect.x + rect.width, y);
    }
}

}
