#include "replace_names.h"
#include "gtk_widgets.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say_n;
using workbench::tr;

namespace
{

constexpr int width = 560, height = 440;

}

ReplaceNames& ReplaceNames::ask(wxWindow* near, Session& session)
{
    return *new ReplaceNames(near, session);
}

ReplaceNames::ReplaceNames(wxWindow* near, Session& session)
    : Overlay(near, wxSize(width, height), shown(tr("Replace in the names of codes"))), session_(session)
{
    lay_out();
    show_preview();
    open(find_);
}

void ReplaceNames::lay_out()
{
    auto* title = new wxStaticText(this, wxID_ANY, shown(tr("Replace in the names of codes")));
    title->SetFont(look::interface(1, true));
    auto* grid = new wxFlexGridSizer(2, wxSize(12, 8));
    grid->AddGrowableCol(1);
    const auto field = [&](const char* label) {
        grid->Add(new wxStaticText(this, wxID_ANY, shown(label)), wxSizerFlags().CenterVertical());
        auto* text = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
        set_accessible_name(text, shown(label));
        add_style_class(text, "quipu-entry");
        text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show_preview(); });
        text->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { confirm(); });
        grid->Add(text, wxSizerFlags().Expand());
        return text;
    };
    find_ = field(tr("Find"));
    replace_ = field(tr("Replace with"));
    const auto box = [&](const char* label) {
        auto* check = new wxCheckBox(this, wxID_ANY, shown(label));
        set_accessible_name(check, shown(label));
        check->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { show_preview(); });
        return check;
    };
    match_case_ = box(tr("Capitals count"));
    whole_words_ = box(tr("Whole words only"));
    preview_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(preview_, shown(tr("What would change")));
    add_style_class(preview_, "quipu-panel");
    preview_->AppendTextColumn(shown(tr("Code")), wxDATAVIEW_CELL_INERT, 290)
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_START);
    preview_->AppendTextColumn(shown(tr("New name")), wxDATAVIEW_CELL_INERT, 220);
    problem_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    button_ = tool_button(this, shown(tr("Replace")), [this] { confirm(); });
    auto* options = new wxBoxSizer(wxHORIZONTAL);
    options->Add(match_case_);
    options->Add(whole_words_, wxSizerFlags().Border(wxLEFT, 16));
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(problem_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, 12));
    foot->Add(button_, wxSizerFlags().CenterVertical());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(grid, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 12));
    column->Add(options, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, 12));
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(preview_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 8));
    column->Add(foot, wxSizerFlags().Expand().Border(wxALL, 12));
    SetSizer(column);
}

coding::NameReplacement ReplaceNames::wanted() const
{
    return {utf8(find_->GetValue()), utf8(replace_->GetValue()), match_case_->GetValue(), whole_words_->GetValue()};
}

wxString ReplaceNames::problem() const
{
    return problem_->GetLabel();
}

// The error stands beside the fields that caused it; nothing typed yet is no error.
void ReplaceNames::show_preview()
{
    const auto names = coding::replaced_names(session_.reading(), wanted());
    preview_->DeleteAllItems();
    const bool typed = !find_->IsEmpty();
    std::int64_t count = 0;
    if (names)
        for (const auto& one : *names) {
            wxVector<wxVariant> cells;
            cells.push_back(shown(one.path));
            cells.push_back(shown(one.to));
            preview_->AppendItem(cells);
            ++count;
        }
    problem_->SetForegroundColour(names ? look::faint() : look::warning());
    problem_->SetLabel(!typed       ? shown(tr("What would change is listed here."))
                       : !names     ? shown("\u25B2 " + names.error().detail)
                       : count == 0 ? shown(tr("No code has that in its name."))
                                    : wxString());
    const auto label = shown(say_n("Replace in {} name", "Replace in {} names", count, count));
    button_->SetLabel(label);
    fit_button(*button_, label);
    set_accessible_name(button_, label);
    button_->Enable(count > 0);
    Layout();
}

void ReplaceNames::confirm()
{
    if (!button_->IsEnabled()) return;
    const auto what = wanted();
    auto* parent = GetParent();
    auto& session = session_;
    close();
    const auto done = run(parent, [&] { return coding::replace_in_names(session.project(), what); });
    if (!done) return;
    const auto count = std::ssize(*done);
    if (auto* bar = message_bar_of(parent))
        bar->offer_undo(shown(say_n("{} name was changed.", "{} names were changed.", count, count)));
}

}
