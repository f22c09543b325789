#pragma once
#include "errand.h"
#include "hearing.h"
#include <optional>
#include <wx/statusbr.h>

class wxButton;
class wxGauge;

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
    /// What long work does, how much of it is done, and a button that stops it; nothing: all is at rest.
    void show_work(const std::optional<Errand::State>& work);
    wxButton& stop() { return *stop_; }

    Signal<> stopped; ///< the user wants no more of it

 private:
    /// Drawn with the rest of the window: the toolkit's own would have it drawn at once, each time a word changes.
    void DoUpdateStatusText(int number) override;
    void place();
    wxGauge* gauge_;
    wxButton* stop_;
};

}
