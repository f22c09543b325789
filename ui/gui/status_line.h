#pragma once
#include <wx/statusbr.h>

namespace gui
{

class Session;

/// The line at the bottom: that everything is saved, what is looked at, who codes.
class StatusLine : public wxStatusBar
{
 public:
    explicit StatusLine(wxWindow* parent);
    /// Null: no project is open.
    void show(Session* session);
    /// Whether everything is saved.
    void show_saving(const Session& session);
};

}
