#include "message_bar.h"
#include "gtk_widgets.h"
#include "shown.h"
#include "workbench/tr.h"
#include <utility>

namespace gui
{

using workbench::tr;

MessageBar::MessageBar(wxWindow* parent) : wxInfoBar(parent)
{
    set_accessible_name(this, shown(tr("Messages")));
    Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
        said_.clear();
        const auto undo = std::exchange(undo_, nullptr);
        if (event.GetId() == wxID_UNDO && undo) {
            Dismiss();
            undo();
            return;
        }
        event.Skip();
    });
}

void MessageBar::say(const wxString& sentence, int icon)
{
    said_ = sentence;
    const bool offers = HasButtonId(wxID_UNDO);
    if (undo_ && !offers) {
        AddButton(wxID_UNDO, shown(tr("Undo")));
        AddButton(wxID_CLOSE, shown(tr("Close")));
    } else if (!undo_ && offers) {
        RemoveButton(wxID_UNDO);
        RemoveButton(wxID_CLOSE);
    }
    ShowMessage(said_, icon);
}

void MessageBar::show(const workbench::Error& error)
{
    undo_ = nullptr;
    say(shown(error.hint.empty() ? error.detail : error.detail + " " + error.hint), wxICON_WARNING);
}

void MessageBar::tell(const wxString& sentence)
{
    undo_ = nullptr;
    say(sentence, wxICON_INFORMATION);
}

void MessageBar::tell(const wxString& sentence, std::function<void()> undo)
{
    undo_ = std::move(undo);
    say(sentence, wxICON_INFORMATION);
}

void MessageBar::hide()
{
    undo_ = nullptr;
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
