#include "status_line.h"
#include "gtk_widgets.h"
#include "look.h"
#include "session.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/gauge.h>

namespace gui
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

StatusLine::StatusLine(wxWindow* parent) : wxStatusBar(parent, wxID_ANY, wxSTB_SHOW_TIPS | wxSTB_ELLIPSIZE_END)
{
    SetBackgroundColour(look::panel());
    const int widths[] = {170, -1, 400, 220};
    const int styles[] = {wxSB_FLAT, wxSB_FLAT, wxSB_FLAT, wxSB_FLAT};
    SetFieldsCount(4, widths);
    SetStatusStyles(4, styles);
    gauge_ = new wxGauge(this, wxID_ANY, 100, wxDefaultPosition, wxSize(110, 6), wxGA_HORIZONTAL | wxGA_SMOOTH);
    set_accessible_name(gauge_, shown(tr("Progress")));
    stop_ = new wxButton(this, wxID_ANY, shown(tr("Cancel")), wxDefaultPosition, wxDefaultSize,
                         wxBU_EXACTFIT | wxBORDER_NONE);
    add_style_class(stop_, "quipu-flat");
    add_style_class(stop_, "quipu-strong");
    set_accessible_name(stop_, shown(tr("Cancel")));
    stop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { stopped(); });
    gauge_->Hide();
    stop_->Hide();
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        place();
    });
}

// The words stand at the left of the field, the gauge and the button at its right.
void StatusLine::place()
{
    wxRect field;
    if (!GetFieldRect(2, field)) return;
    const auto button = stop_->GetBestSize();
    stop_->SetSize(field.GetRight() - button.x - 4, field.y + (field.height - button.y) / 2, button.x, button.y);
    gauge_->SetSize(field.GetRight() - button.x - 124, field.y + field.height / 2 - 3, 110, 6);
}

void StatusLine::DoUpdateStatusText(int number)
{
    if (wxRect field; GetFieldRect(number, field)) RefreshRect(field);
}

void StatusLine::show_work(const std::optional<Errand::State>& work)
{
    const bool at_work = work && !work->what.empty();
    if (gauge_->IsShown() != at_work) {
        gauge_->Show(at_work);
        stop_->Show(at_work);
        place();
    }
    if (!at_work) {
        if (!GetStatusText(2).empty()) SetStatusText(wxString(), 2);
        return;
    }
    auto words = one_line(work->what, 26);
    if (work->total > 0) {
        const auto percent = static_cast<int>(std::clamp<std::int64_t>(work->done * 100 / work->total, 0, 100));
        words += wxString::Format(" %d %%", percent);
        gauge_->SetValue(percent);
    } else {
        gauge_->Pulse();
    }
    if (GetStatusText(2) != words) SetStatusText(words, 2);
}

void StatusLine::show_saving(const Session& session)
{
    const auto open = wxString(wxUniChar(0x25CB)) + " ", full = wxString(wxUniChar(0x25CF)) + " ";
    if (session.reading().read_only())
        SetStatusText(open + shown(tr("Read only")), 0);
    else
        SetStatusText(session.writing() ? open + shown(tr("Saving...")) : full + shown(tr("Everything is saved")), 0);
}

void StatusLine::show(Session* session)
{
    if (!session) {
        for (int i = 0; i < 2; ++i) SetStatusText(wxString(), i);
        SetStatusText(wxString(), 3);
        return;
    }
    show_saving(*session);
    const auto looked = session->looked_document();
    const auto* document = looked ? session->document(*looked) : nullptr;
    const auto count = document ? session->quotation_count(document->id) : session->quotation_count();
    const auto words = [](std::int64_t n) { return say_n("{} word", "{} words", n, utf8(grouped(n))); };
    const auto cited = say_n("{} quotation", "{} quotations", count, utf8(grouped(count)));
    if (document) {
        SetStatusText(shown(document->name + " \u00B7 " + words(document->words) + " \u00B7 " + cited), 1);
    } else {
        const auto documents = static_cast<std::int64_t>(session->documents().size());
        SetStatusText(shown(say_n("{} document", "{} documents", documents, documents) + " \u00B7 " + cited), 1);
    }
    SetStatusText(shown(say("Coder: {}", session->reading().coder())), 3);
}

}
