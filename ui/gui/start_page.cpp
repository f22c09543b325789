#include "start_page.h"
#include "gtk_widgets.h"
#include "look.h"
#include "preferences.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{
namespace
{

using workbench::tr;

}

StartPage::StartPage(wxWindow* parent, std::function<void(Action)> act,
                     std::function<void(const std::filesystem::path&)> open)
    : wxPanel(parent), act_(std::move(act)), open_(std::move(open))
{
    SetBackgroundColour(look::paper());
    auto* name = new wxStaticText(this, wxID_ANY, "Quipu");
    name->SetFont(look::reading(30));
    const auto words = shown(tr("From the interview to the thesis in one afternoon"));
    auto* promise = new wxButton(this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize,
                                 wxBU_LEFT | wxBU_EXACTFIT | wxBORDER_NONE);
    promise->SetLabelMarkup("<span size=\"large\">" + escaped(words) + "</span>");
    add_style_class(promise, "quipu-link");
    set_accessible_name(promise, words);
    promise->SetToolTip(shown(tr(info_of(Action::manual).help)));
    promise->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { act_(Action::manual); });
    recent_ = new wxPanel(this);
    recent_->SetBackgroundColour(look::paper());
    recent_->SetSizer(new wxBoxSizer(wxVERTICAL));

    auto* doors = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](Action action, const char* title, const char* what) {
        doors->Add(door(action, shown(title), shown(what)), wxSizerFlags(1).Expand().Border(wxRIGHT, 12));
    };
    add(Action::new_project, tr("New project"), tr("One file that holds everything"));
    add(Action::open_project, tr("Open a project"), tr("Go on where you left off"));
    add(Action::sample_study, tr("The sample study"), tr("Eleven interviews, coded, to try things out"));

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddStretchSpacer(2);
    column->Add(name);
    column->Add(promise, wxSizerFlags().Border(wxTOP, 4));
    column->AddSpacer(28);
    column->Add(doors);
    column->AddSpacer(28);
    column->Add(recent_, wxSizerFlags().Expand());
    column->AddStretchSpacer(3);
    auto* middle = new wxBoxSizer(wxHORIZONTAL);
    middle->AddStretchSpacer(1);
    middle->Add(column, wxSizerFlags().Expand());
    middle->AddStretchSpacer(1);
    SetSizer(middle);
    refresh();
}

wxWindow* StartPage::door(Action action, const wxString& title, const wxString& what)
{
    auto* button = new wxButton(this, wxID_ANY, title, wxDefaultPosition, wxSize(250, 84), wxBU_LEFT);
    button->SetLabelMarkup("<b>" + escaped(title) + "</b>\n<span size=\"small\" foreground=\"" +
                           look::faint().GetAsString(wxC2S_HTML_SYNTAX) + "\">" + escaped(what) + "</span>");
    add_style_class(button, "quipu-door");
    set_accessible_name(button, title);
    button->Bind(wxEVT_BUTTON, [this, action](wxCommandEvent&) { act_(action); });
    return button;
}

void StartPage::refresh()
{
    auto* list = recent_->GetSizer();
    list->Clear(true);
    const auto& projects = preferences().recent;
    if (!projects.empty()) {
        auto* title = new wxStaticText(recent_, wxID_ANY, shown(tr("Recent projects")).Upper());
        title->SetFont(look::interface(0.86, true));
        title->SetForegroundColour(look::faint());
        list->Add(title, wxSizerFlags().Border(wxBOTTOM, 6));
    }
    for (const auto& project : projects) list->Add(recent(project));
    Layout();
}

// One that is gone is marked, not left out: a stick may come back. A click on it says so and forgets it.
wxWindow* StartPage::recent(const std::filesystem::path& project)
{
    std::error_code ignored;
    const bool there = std::filesystem::exists(project, ignored);
    const auto name = shown(project.stem().string());
    const auto where = shown(project.parent_path().string());
    auto* button = new wxButton(recent_, wxID_ANY, name, wxDefaultPosition, wxDefaultSize,
                                wxBU_LEFT | wxBU_EXACTFIT | wxBORDER_NONE);
    const auto faint = look::faint().GetAsString(wxC2S_HTML_SYNTAX);
    const auto title = there ? escaped(name) : "<span foreground=\"" + faint + "\"><s>" + escaped(name) + "</s></span>";
    const auto note = there ? where : wxString(wxUniChar(0x25CB)) + " " + shown(tr("not found")) + "  " + where;
    button->SetLabelMarkup(title + "   <span size=\"small\" foreground=\"" + faint + "\">" + escaped(note) + "</span>");
    add_style_class(button, "quipu-flat");
    set_accessible_name(button, there ? name : name + " (" + shown(tr("not found")) + ")");
    button->Bind(wxEVT_BUTTON, [this, project, there](wxCommandEvent&) {
        open_(project);
        if (there) return;
        preferences().forget(project);
        save_preferences();
        CallAfter([this] { refresh(); });
    });
    return button;
}

}
