#include "status_line.h"
#include "look.h"
#include "session.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>

namespace gui
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

StatusLine::StatusLine(wxWindow* parent) : wxStatusBar(parent, wxID_ANY, wxSTB_SHOW_TIPS | wxSTB_ELLIPSIZE_END)
{
    SetBackgroundColour(look::panel());
    const int widths[] = {170, -1, 220};
    const int styles[] = {wxSB_FLAT, wxSB_FLAT, wxSB_FLAT};
    SetFieldsCount(3, widths);
    SetStatusStyles(3, styles);
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
        for (int i = 0; i < 3; ++i) SetStatusText(wxString(), i);
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
    SetStatusText(shown(say("Coder: {}", session->reading().coder())), 2);
}

}
