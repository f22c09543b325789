#include "message_bar.h"
#include "gtk_widgets.h"
#include "shown.h"
#include "workbench/tr.h"

namespace gui
{

using workbench::tr;

MessageBar::MessageBar(wxWindow* parent) : wxInfoBar(parent)
{
    set_accessible_name(this, shown(tr("Messages")));
    Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
        said_.clear();
        event.Skip();
    });
}

void MessageBar::show(const workbench::Error& error)
{
    said_ = shown(error.detail);
    if (!error.hint.empty()) said_ += " " + shown(error.hint);
    ShowMessage(said_, wxICON_WARNING);
}

void MessageBar::tell(const wxString& sentence)
{
    said_ = sentence;
    ShowMessage(said_, wxICON_INFORMATION);
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
