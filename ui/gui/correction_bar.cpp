#include "correction_bar.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::say_n;
using workbench::tr;

CorrectionBar::CorrectionBar(wxWindow* parent, std::function<void()> end) : wxPanel(parent)
{
    SetBackgroundColour(look::over(look::accent(), look::paper(), 0.12));
    set_accessible_name(this, shown(tr("Correcting the text")));
    said_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    auto* done =
        new wxButton(this, wxID_ANY, shown(tr("Done")) + "  F4", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(done, "quipu-flat");
    add_style_class(done, "quipu-strong");
    set_accessible_name(done, shown(tr("End the correction")));
    done->Bind(wxEVT_BUTTON, [end = std::move(end)](wxCommandEvent&) { end(); });
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(said_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, 20));
    line->Add(done, wxSizerFlags().CenterVertical().Border(wxALL, 4));
    SetSizer(line);
    Hide();
}

void CorrectionBar::open(const std::vector<std::string>& touched)
{
    std::string sentence = tr("Correcting the text. Everything is saved by itself; no coding is lost.");
    if (!touched.empty()) {
        constexpr std::size_t most = 8;
        std::string labels;
        for (std::size_t i = 0; i < std::min(most, touched.size()); ++i) labels += (i ? ", " : "") + touched[i];
        if (touched.size() > most) labels += ", \u2026";
        const auto count = static_cast<std::int64_t>(touched.size());
        sentence = say_n("Correcting the text. {} quotation changed: {}",
                         "Correcting the text. {} quotations changed: {}", count, count, labels);
    }
    said_->SetLabel(shown(sentence));
    Layout();
    if (IsShown()) return;
    Show();
    GetParent()->Layout();
}

void CorrectionBar::close()
{
    if (!IsShown()) return;
    Hide();
    GetParent()->Layout();
}

wxString CorrectionBar::said() const
{
    return said_->GetLabel();
}

}
