#include "message_bar.h"
#include "action.h"
#include "gtk_widgets.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/toplevel.h>

namespace gui
{

using workbench::tr;

MessageBar::MessageBar(wxWindow* parent) : wxInfoBar(parent)
{
    set_accessible_name(this, shown(tr("Messages")));
    // The toolkit's own button that closes speaks the system's language.
    AddButton(wxID_CLOSE, shown(tr("Close")));
    Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
        said_.clear();
        if (event.GetId() == wxID_UNDO) {
            hide();
            // As the menu does it.
            wxCommandEvent undo(wxEVT_MENU, static_cast<int>(Action::undo));
            wxGetTopLevelParent(this)->GetEventHandler()->AddPendingEvent(undo);
            return;
        }
        event.Skip();
    });
}

void MessageBar::say(const wxString& sentence, int icon, bool undo)
{
    said_ = sentence;
    if (undo != offers_undo_) {
        RemoveButton(wxID_CLOSE); // which stays the last
        if (undo)
            AddButton(wxID_UNDO, shown(tr("Undo")));
        else
            RemoveButton(wxID_UNDO);
        AddButton(wxID_CLOSE, shown(tr("Close")));
        offers_undo_ = undo;
    }
    ShowMessage(said_, icon);
}

void MessageBar::show(const workbench::Error& error)
{
    auto sentence = shown(error.detail);
    if (!error.hint.empty()) sentence += " " + shown(error.hint);
    say(sentence, wxICON_WARNING, false);
}

void MessageBar::tell(const wxString& sentence)
{
    say(sentence, wxICON_INFORMATION, false);
}

void MessageBar::offer_undo(const wxString& sentence)
{
    say(sentence, wxICON_INFORMATION, true);
}

void MessageBar::hide()
{
    said_.clear();
    Dismiss();
}

MessageBar* message_bar_of(wxWindow* window)
{
    for (; window; window = window->GetParent())
        for (auto* child : window->GetChildren())
            if (auto* bar = dynamic_cast<MessageBar*>(child)) return bar;
    return nullptr;
}

}
