#include "tool_bar.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

const wxUniChar undo_arrow(0x21B6), redo_arrow(0x21B7);
constexpr int search_width = 150; ///< at least: below that one does not see what one types

/// Cut at its end to what fits.
wxString cut(const wxWindow& window, const wxString& text, int width)
{
    if (window.GetTextExtent(text).x <= width) return text;
    for (auto letters = text.length(); letters > 8; --letters)
        if (const auto shorter = text.Left(letters).Trim() + wxUniChar(0x2026);
            window.GetTextExtent(shorter).x <= width)
            return shorter;
    return {};
}

}

ToolBar::ToolBar(wxWindow* parent, std::function<void(Action)> act,
                 const std::function<void(const std::string&)>& search)
    : wxPanel(parent), act_(std::move(act))
{
    SetBackgroundColour(look::panel());
    set_accessible_name(this, shown(tr("Tools")));
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    const auto put = [&](wxWindow* window, int share = 0) {
        line->Add(window, wxSizerFlags(share).CenterVertical().Border(wxRIGHT, 8));
    };
    line->AddSpacer(12);
    put(add(this, Action::import_documents, shown(tr("Import...")), false));
    search_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(250, -1), wxTE_PROCESS_ENTER);
    search_->SetHint(shown(tr("Search the whole project")));
    search_->SetToolTip(shown(tr(info_of(Action::find_everywhere).help)) + " (Ctrl+Shift+F)");
    search_->SetMinSize(wxSize(search_width, -1));
    set_accessible_name(search_, shown(tr("Search the whole project")));
    add_style_class(search_, "quipu-entry");
    search_->Bind(wxEVT_TEXT_ENTER,
                  [this, search](wxCommandEvent&) { search(utf8(search_->GetValue().Strip(wxString::both))); });
    put(search_, 1000); // all the room there is goes to it, up to its largest size
    put(add(this, Action::choose_code, shown(tr("Code it")), true));
    put(add(this, Action::code_in_vivo, shown(tr("In vivo")), true));
    put(add(this, Action::add_memo, shown(tr("Memo")), false));
    put(add(this, Action::add_network, shown(tr("Network")), false));
    put(add(this, Action::run_statistic, shown(tr("Statistic")), false));
    line->AddStretchSpacer(1);
    put(add(this, Action::undo, wxString(undo_arrow), false));
    put(add(this, Action::redo, wxString(redo_arrow), false));
    line->AddSpacer(4);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(6);
    column->Add(line, wxSizerFlags().Expand());
    column->AddSpacer(6);
    column->Add(hairline(this), wxSizerFlags().Expand());
    SetSizer(column);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit_undo();
    });
}

wxButton* ToolBar::add(wxWindow* parent, Action action, const wxString& label, bool with_keys)
{
    const auto& info = info_of(action);
    auto* button = new wxButton(parent, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    if (with_keys)
        button->SetLabelMarkup(escaped(label) + "  <span size=\"small\" foreground=\"" +
                               look::faint().GetAsString(wxC2S_HTML_SYNTAX) + "\">" + info.keys + "</span>");
    add_style_class(button, "quipu-tool");
    fit_button(*button, with_keys ? label + "  " + info.keys : label);
    set_accessible_name(button, shown(name_of(info)));
    button->SetToolTip(shown(tr(info.help)) + " (" + info.keys + ")");
    button->SetCanFocus(false); // a click must not take the selection's focus away
    button->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) { act_(action); });
    buttons_[action] = button;
    return button;
}

void ToolBar::set_undo(const std::optional<std::string>& undo, const std::optional<std::string>& redo)
{
    undo_ = undo;
    auto* back = buttons_.at(Action::undo);
    auto* again = buttons_.at(Action::redo);
    back->Enable(undo.has_value());
    back->SetToolTip((undo ? shown(say("Undo: {}", *undo)) : shown(tr(info_of(Action::undo).help))) + " (" +
                     info_of(Action::undo).keys + ")");
    again->Enable(redo.has_value());
    again->SetToolTip(redo ? shown(say("Redo: {}", *redo)) : shown(tr("Nothing to redo")));
    fit_undo();
}

void ToolBar::fit_undo()
{
    auto* back = buttons_.at(Action::undo);
    const wxString arrow(undo_arrow);
    const int others = GetSizer()->CalcMin().x - back->GetMinSize().x;
    const int room = GetClientSize().x - others - air_of_button - GetTextExtent(arrow + " ").x;
    const auto words = undo_ ? one_line(say("Undo: {}", *undo_), 46) : shown(tr("Undo"));
    const auto fitting = cut(*this, words, room);
    const auto label = fitting.empty() ? arrow : arrow + " " + fitting;
    if (back->GetLabel() != label) back->SetLabel(label);
    fit_button(*back, label);
    Layout();
}

void ToolBar::set_enabled(Needs what, bool enabled)
{
    for (const auto& [action, button] : buttons_)
        if (info_of(action).needs == what) button->Enable(enabled);
    if (what == Needs::project) search_->Enable(enabled);
}

}
