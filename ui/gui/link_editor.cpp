#include "link_editor.h"
#include "choice_palette.h"
#include "coding/object_ref.h"
#include "gtk_widgets.h"
#include "linking.h"
#include "look.h"
#include "message_bar.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/anchor.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

constexpr std::int64_t most_shown = 160; ///< characters of a quotation

}

LinkEditor::LinkEditor(wxWindow* parent, Session& session, ChoicePalette& palette)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      session_(session),
      palette_(palette),
      pause_(this)
{
    SetBackgroundColour(look::panel());
    set_accessible_name(this, shown(tr("The selected link")));
    about_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    about_->SetFont(look::interface(1, true));
    comment_ =
        new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxBORDER_SIMPLE);
    set_margins(*comment_);
    comment_->SetToolTip(shown(tr("Why it holds")));
    comment_->SetMinSize(wxSize(200, 44));
    set_accessible_name(comment_, shown(tr("Why the link holds")));
    quotations_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                         wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_SIMPLE);
    quotations_->SetMinSize(wxSize(200, 44));
    set_accessible_name(quotations_, shown(tr("Quotations that show the link")));
    quotations_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 56);
    quotations_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 400)
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_END);

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(about_, wxSizerFlags().Expand().Border(wxALL, 8));
    add_buttons(*column);
    const auto head = [&](const char* words) {
        auto* line = new wxStaticText(this, wxID_ANY, shown(words));
        line->SetFont(look::interface(0.88));
        line->SetForegroundColour(look::faint());
        column->Add(line, wxSizerFlags().Border(wxLEFT | wxRIGHT, 8));
    };
    head(tr("Why it holds"));
    column->Add(comment_, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 8));
    head(tr("Quotations that show the link"));
    column->Add(quotations_, wxSizerFlags(2).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 8));
    SetSizer(column);

    comment_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        written_ = true;
        pause_.StartOnce(writing_pause_ms);
    });
    comment_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        save();
        event.Skip();
    });
    quotations_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const auto found = link_ ? coding::link(session_.reading(), *link_) : std::nullopt;
        const int row = quotations_->ItemToRow(event.GetItem());
        if (!found || row < 0 || row >= static_cast<int>(found->quotations.size())) return;
        const auto place = workbench::place_of(session_.reading(), found->quotations[static_cast<std::size_t>(row)]);
        if (place) session_.go_to({place->first, place->second, {}});
    });
    quotations_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DELETE)
            remove_quotation();
        else
            event.Skip();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { save(); });
}

LinkEditor::~LinkEditor()
{
    save();
}

void LinkEditor::add_buttons(wxSizer& column)
{
    auto* line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto put = [&](const char* label, const char* said, std::function<void()> act) {
        auto* button = tool_button(this, shown(label), std::move(act));
        set_accessible_name(button, shown(said));
        button->SetToolTip(shown(said));
        line->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, 4));
        return button;
    };
    relation_ = put(tr("Relation"), tr("Chooses another relation"), [this] { ask_relation(); });
    put(tr("Reverse"), tr("Turns the link round"), [this] { reverse(); });
    put(tr("Quotation..."), tr("Add a quotation..."), [this] { ask_quotation(); });
    put(tr("Delete"), tr("Delete the link"), [this] { remove(); });
    column.Add(line, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 8));
}

wxPoint LinkEditor::below(wxWindow& window) const
{
    return palette_.GetParent()->ScreenToClient(window.ClientToScreen(wxPoint(0, window.GetSize().y)));
}

void LinkEditor::show(std::optional<coding::LinkId> link)
{
    if (link != link_) save();
    link_ = link;
    read();
}

// What stands in the project goes into the fields, but never over what is being written.
void LinkEditor::read()
{
    const auto found = link_ ? coding::link(session_.reading(), *link_) : std::nullopt;
    if (!found) link_.reset();
    if (IsShown() != found.has_value()) {
        Show(found.has_value());
        GetParent()->Layout();
    }
    if (!found) return;
    const auto& reading = session_.reading();
    about_->SetLabel(shown(sentence_of(reading, *found)));
    about_->SetToolTip(about_->GetLabel());
    for (const auto& relation : coding::relation_types(reading)) {
        if (relation.id != found->relation) continue;
        const auto label = shown(relation.shown() + " \u25BE");
        relation_->SetLabel(label);
        fit_button(*relation_, label);
        set_accessible_name(relation_, shown(say("Relation: {}", relation.shown())));
    }
    if (!written_ && utf8(comment_->GetValue()) != found->comment.value_or(""))
        comment_->ChangeValue(shown(found->comment.value_or("")));
    fill_quotations(*found);
    Layout();
}

void LinkEditor::fill_quotations(const coding::Link& link)
{
    quotations_->DeleteAllItems();
    for (const auto id : link.quotations) {
        const auto quotation = coding::quotation(session_.reading(), id);
        wxVector<wxVariant> row;
        row.push_back(shown(coding::label_of(session_.reading(), id)));
        row.push_back(quotation ? one_line(coding::opening_of(session_.reading(), *quotation, most_shown), 200)
                                : wxString());
        quotations_->AppendItem(row);
    }
}

void LinkEditor::save()
{
    pause_.Stop();
    if (!std::exchange(written_, false) || !link_ || session_.reading().read_only()) return;
    const auto text = utf8(comment_->GetValue());
    run(this, [&] { return coding::set_link(session_.project(), *link_, {.comment = text}); });
}

void LinkEditor::ask_relation()
{
    palette_.ask(below(*relation_), relation_,
                 {shown(tr("Another relation")), relation_rows(session_.reading()),
                  [this](const ChoicePalette::Row& row, const std::string& typed) {
                      if (!link_) return;
                      run(this, [&] {
                          return session_.project().change(
                              workbench::Op::set_link, [&](workbench::Change&) -> workbench::Result<int> {
                                  const auto relation = relation_of(session_.project(), row, typed);
                                  if (!relation) return workbench::fail(relation.error());
                                  return coding::set_link(session_.project(), *link_, {.relation = *relation});
                              });
                      });
                  },
                  relation_offers});
}

void LinkEditor::ask_quotation()
{
    const auto found = link_ ? coding::link(session_.reading(), *link_) : std::nullopt;
    if (!found) return;
    std::vector<ChoicePalette::Row> rows;
    for (const auto& quotation : session_.quotations())
        if (std::find(found->quotations.begin(), found->quotations.end(), quotation.id) == found->quotations.end())
            rows.push_back({quotation.id.value,
                            quotation.label() + " " + coding::opening_of(session_.reading(), quotation, most_shown),
                            {},
                            {},
                            {}});
    palette_.ask(below(*comment_), quotations_,
                 {shown(tr("A quotation that shows it")), std::move(rows),
                  [this](const ChoicePalette::Row& row, const std::string&) {
                      const auto now = link_ ? coding::link(session_.reading(), *link_) : std::nullopt;
                      if (!now) return;
                      auto quotations = now->quotations;
                      quotations.push_back(coding::QuotationId{row.id});
                      set_quotations(std::move(quotations));
                  }});
}

void LinkEditor::set_quotations(std::vector<coding::QuotationId> quotations)
{
    run(this, [&] { return coding::set_link(session_.project(), *link_, {.quotations = std::move(quotations)}); });
}

void LinkEditor::remove_quotation()
{
    const auto found = link_ ? coding::link(session_.reading(), *link_) : std::nullopt;
    const int row = quotations_->GetSelectedRow();
    if (!found || row < 0 || row >= static_cast<int>(found->quotations.size())) return;
    auto quotations = found->quotations;
    quotations.erase(quotations.begin() + row);
    set_quotations(std::move(quotations));
}

void LinkEditor::reverse()
{
    save();
    if (link_) run(this, [&] { return coding::reverse_link(session_.project(), *link_); });
}

void LinkEditor::remove()
{
    const auto found = link_ ? coding::link(session_.reading(), *link_) : std::nullopt;
    if (!found) return;
    save();
    const auto sentence = sentence_of(session_.reading(), *found);
    if (!run(this, [&] { return coding::delete_link(session_.project(), found->id); })) return;
    if (auto* bar = message_bar_of(this))
        bar->tell(shown(say("The link \"{}\" is deleted. Ctrl+Z brings it back.", sentence)));
}

}
