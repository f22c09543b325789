#pragma once
#include <wx/aui/framemanager.h>
// after the one before: it does not stand alone
#include <wx/aui/dockart.h>

namespace gui
{

/// What stands between docked panels: the ground of a panel and one hairline; no frames, no gradients.
class PaneArt : public wxAuiDefaultDockArt
{
 public:
    PaneArt();
    wxAuiDockArt* Clone() override { return new PaneArt(*this); }
    void DrawSash(wxDC& dc, wxWindow* window, int orientation, const wxRect& rect) override;
    void DrawBackground(wxDC& dc, wxWindow* window, int orientation, const wxRect& rect) override;
    void DrawBorder(wxDC&, wxWindow*, const wxRect&, wxAuiPaneInfo&) override {}
};

}
