#include "note_editor.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "spell_marks.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::tr;

NoteEditor& NoteEditor::ask(wxWindow* near, const std::string& title, const std::string& text, Keep keep)
{
    return *new NoteEditor(near, title, text, std::move(keep));
}

NoteEditor::NoteEditor(wxWindow* near, const std::string& title, const std::string& text, Keep keep)
    : Overlay(near, wxSize(480, 280), shown(title)), near_(near), keep_(std::move(keep))
{
    auto* head = new wxStaticText(this, wxID_ANY, shown(title), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    head->SetFont(look::interface(1, true));
    text_ = new wxTextCtrl(this, wxID_ANY, shown(text), wxDefaultPosition, wxDefaultSize,
                           wxTE_MULTILINE | wxTE_RICH2 | wxBORDER_SIMPLE);
    text_->SetFont(look::reading(11));
    set_accessible_name(text_, shown(title));
    add_style_class(text_, "quipu-paper");
    set_margins(*text_);
    auto* keys = new wxStaticText(this, wxID_ANY, shown(tr("Ctrl+Enter keeps it, Escape leaves")));
    keys->SetForegroundColour(look::faint());
    keys->SetFont(look::interface(0.88));
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(keys, wxSizerFlags(1).CenterVertical());
    foot->Add(tool_button(this, shown(tr("Keep")), [this] { confirm(); }), wxSizerFlags().CenterVertical());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(text_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 12));
    column->Add(foot, wxSizerFlags().Expand().Border(wxALL, 12));
    SetSizer(column);
    text_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_RETURN && event.GetModifiers() == wxMOD_CONTROL)
            confirm();
        else
            event.Skip();
    });
    spelling_ = std::make_unique<SpellMarks>(*text_);
    spelling_->look();
    open(text_);
    text_->SetInsertionPointEnd();
}

NoteEditor::~NoteEditor() = default;

void NoteEditor::confirm()
{
    const auto keep = keep_;
    const auto text = utf8(text_->GetValue());
    close();
    if (near_ && !near_->IsBeingDeleted()) keep(text);
}

}
