#include "quotation_panel.h"
#include "claim_form.h"
#include "coding/coding.h"
#include "coding/smart_code.h"
#include "context_menu.h"
#include "empty_note.h"
#include "evidence_form.h"
#include "gtk_widgets.h"
#include "look.h"
#include "quotation_gestures.h"
#include "quotation_preview.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <iterator>
#include <utility>
#include <wx/button.h>
#include <wx/sizer.h>

namespace gui
{

using workbench::say;
using workbench::tr;

// One that comes or goes leaves the others where they are; another list begins at its top.
void QuotationModel::show(std::vector<coding::Quotation> quotations, unsigned characters)
{
    constexpr std::ptrdiff_t few = 8;
    const auto before = std::exchange(quotations_, std::move(quotations));
    characters_ = characters;
    reader_.reset(); // made when a row is drawn
    const auto same = [](const coding::Quotation& a, const coding::Quotation& b) { return a.id == b.id; };
    const auto [old_at, new_at] =
        std::mismatch(before.begin(), before.end(), quotations_.begin(), quotations_.end(), same);
    const auto [old_end, new_end] = std::mismatch(before.rbegin(), std::make_reverse_iterator(old_at),
                                                  quotations_.rbegin(), std::make_reverse_iterator(new_at), same);
    const auto gone = old_end.base() - old_at, come = new_end.base() - new_at;
    if (before.empty() || gone + come > few) return Reset(static_cast<unsigned>(quotations_.size()));
    const auto row = static_cast<unsigned>(new_at - quotations_.begin());
    for (std::ptrdiff_t i = 0; i < gone; ++i) RowDeleted(row);
    for (std::ptrdiff_t i = 0; i < come; ++i) RowInserted(row + static_cast<unsigned>(i));
}

void QuotationModel::GetValueByRow(wxVariant& value, unsigned row, unsigned) const
{
    if (row >= quotations_.size()) return;
    const auto& quotation = quotations_[row];
    if (!reader_) reader_ = std::make_unique<coding::QuotationReader>(session_.reading());
    const auto read = (*reader_)(quotation);
    wxString about = shown(read.document);
    if (read.paragraph > 0) about += wxString::FromUTF8(" \xC2\xB6 ") + wxString::Format("%d", read.paragraph);
    if (quotation.name) about += wxString::FromUTF8(" \xC2\xB7 ") + shown(*quotation.name);
    const auto faint = look::faint().GetAsString(wxC2S_HTML_SYNTAX);
    value = "<b>" + escaped(shown(quotation.label())) + "</b>  <span foreground=\"" + faint + "\">" + escaped(about) +
            "</span>\n" + escaped(one_line(read.text, characters_));
}

QuotationPanel::QuotationPanel(wxWindow* parent, Session& session) : wxPanel(parent), session_(session)
{
    SetBackgroundColour(look::panel());
    head_ = new SectionHead(this, shown(tr("Quotations")));
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_NO_HEADER | wxDV_MULTIPLE | wxDV_HORIZ_RULES | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Quotations")));
    add_style_class(list_, "quipu-panel");
    auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
    text->EnableMarkup();
    list_->AppendColumn(new wxDataViewColumn(wxString(), text, 0, 280, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE));
    model_ = new QuotationModel(session_);
    list_->AssociateModel(model_.get());
    empty_ = new EmptyNote(this);
    head_->add_button(shown(tr("Table")), shown(tr("Quotations as a table: filters, columns, export (Ctrl+Shift+Q)")),
                      [this] { open_table(); });

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(empty_, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT, 6));
    SetSizer(column);

    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        CallAfter([this] { follow_chosen(); }); // the list is still at work
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) { open(event.GetItem()); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { menu(); });
    list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (!press(event)) event.Skip();
    });
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        CallAfter([this] { fit(); });
        event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    // Filled when it has its size: by then a document is looked at, and not all quotations are to be read.
    looked_ = session_.looked.listen([this] { look(); });
}

wxString QuotationPanel::note() const
{
    return head_->note();
}

// Two lines of text a row, as wide as the list is.
void QuotationPanel::fit()
{
    const int width = list_->GetClientSize().x - 24;
    if (width < 80 || width == wrap_) return;
    wrap_ = width;
    set_wrap_width(list_->GetColumn(0)->GetRenderer(), width);
    list_->GetColumn(0)->SetWidth(width + 12);
    refill();
}

void QuotationPanel::look()
{
    // A document that comes in front changes nothing while those of a code are listed: the rows stay, and what is
    // chosen in them.
    if (session_.looked_code() && session_.looked_code() == code_) return;
    refill();
}

void QuotationPanel::refill()
{
    coding::QuotationFilter filter;
    wxString whose;
    code_ = session_.looked_code();
    if (const auto code = session_.looked_code()) {
        filter.codes = {*code};
        filter.children = true;
        if (const auto* known = session_.code(*code)) whose = shown(known->name);
    } else if (const auto document = session_.looked_document()) {
        filter.document = *document;
        if (const auto* known = session_.document(*document)) whose = shown(known->name);
    }
    auto found = coding::quotations(session_.reading(), filter); // of everything, when nothing is looked at
    const auto all = static_cast<std::size_t>(session_.quotation_count());
    wxString note = found.size() == all ? grouped(static_cast<std::int64_t>(all))
                                        : shown(say("{} of {}", utf8(grouped(static_cast<std::int64_t>(found.size()))),
                                                    utf8(grouped(static_cast<std::int64_t>(all)))));
    if (!whose.empty()) note += wxString::FromUTF8(" \xC2\xB7 ") + whose;
    head_->set_note(note);
    const bool none = found.empty();
    if (const auto smart =
            session_.looked_code() ? coding::smart_code(session_.reading(), *session_.looked_code()) : std::nullopt)
        empty_->say(shown(say("A smart code: it stands for what this search finds, \"{}\". These passages are no "
                              "quotations and are not counted.",
                              smart->query)),
                    shown(tr("List its passages")), [this, query = smart->query] { session_.find_all(query); });
    else if (all == 0)
        empty_->say(shown(tr("Coded passages are listed here. Open a document, select a passage and press Ctrl+K.")));
    else
        empty_->say(shown(tr("No quotations here. Choose another code or document.")), shown(tr("Show all quotations")),
                    [this] {
                        session_.look_at(std::optional<coding::CodeId>());
                        session_.look_at(std::optional<workbench::DocumentId>());
                    });
    empty_->Show(none);
    const int letters = list_->GetTextExtent("abcdefghijklmnopqrstuvwxyz aeo").x;
    const auto per_line = static_cast<unsigned>(std::max(20, wrap_ * 30 / std::max(1, letters)));
    model_->show(std::move(found), per_line * 2 - 6);
    list_->Refresh(); // rows that stay may read otherwise
    Layout();
}

// Choosing shows, and leaves the list as it is: another document in front would fill it with that one's quotations,
// unless it lists those of a code.
void QuotationPanel::follow_chosen()
{
    const auto quotations = chosen();
    if (quotations.size() != 1) return;
    const auto& one = quotations.front();
    if (!session_.looked_code() && one.document != session_.looked_document()) return;
    const bool here = list_->HasFocus();
    session_.go_to({one.document, one.span, {}});
    if (here && !list_->HasFocus()) list_->SetFocus(); // a new tab takes it
}

void QuotationPanel::open(const wxDataViewItem& item)
{
    if (!item.IsOk()) return;
    const auto row = model_->GetRow(item);
    if (row >= model_->quotations().size()) return;
    const auto quotation = model_->quotations()[row]; // going there may fill the list anew
    session_.go_to({quotation.document, quotation.span, {}});
    read_on();
}

std::vector<coding::Quotation> QuotationPanel::chosen() const
{
    wxDataViewItemArray items;
    list_->GetSelections(items);
    std::vector<unsigned> rows;
    for (const auto& item : items) rows.push_back(model_->GetRow(item));
    std::sort(rows.begin(), rows.end());
    std::vector<coding::Quotation> quotations;
    for (const auto row : rows)
        if (row < model_->quotations().size()) quotations.push_back(model_->quotations()[row]);
    return quotations;
}

bool QuotationPanel::press(const wxKeyEvent& event)
{
    const auto quotations = chosen();
    if (event.GetModifiers() != 0 || quotations.empty()) return false;
    switch (event.GetKeyCode()) {
    case WXK_SPACE: QuotationPreview::show(this, session_, quotations.front()); return true;
    case WXK_DELETE: delete_quotations(this, session_, quotations); return true;
    default: return false;
    }
}

bool QuotationPanel::rename_here()
{
    const auto quotations = chosen();
    if (quotations.empty()) return false;
    ask_comment(this, session_, quotations.front());
    return true;
}

bool QuotationPanel::copy_here()
{
    copy_cited(session_, chosen());
    return true;
}

void QuotationPanel::menu()
{
    const auto quotations = chosen();
    if (quotations.empty()) return;
    const auto& first = quotations.front();
    ContextMenu menu;
    menu.add(
        shown(tr("Open in its document")),
        [this, first] {
            session_.go_to({first.document, first.span, {}});
            read_on();
        },
        "Enter");
    menu.add(
        shown(tr("Show it in its context")), [this, first] { QuotationPreview::show(this, session_, first); }, "Space");
    menu.add(
        shown(tr("Copy with reference")), [this, quotations] { copy_cited(session_, quotations); }, "Ctrl+C");
    menu.line();
    menu.add(shown(tr("Code with...")), [this, quotations] { ask_code(this, session_, quotations); });
    menu.add(shown(tr("Take a code away...")), [this, quotations] { ask_uncode(this, session_, quotations); });
    menu.add(
        shown(tr("Comment")), [this, first] { ask_comment(this, session_, first); }, "F2");
    menu.add(shown(tr("Write a memo on it")), [this, first] { session_.write_memo(first.id.value); });
    menu.add(shown(tr("Link to numbers...")), [this, first] { ask_evidence(this, session_, first.id.value); });
    menu.add(shown(tr("Make a claim...")), [this, first] { ask_claim(this, session_, {.quotation = first.id}); });
    menu.line();
    menu.add(
        shown(tr("All of these as a table")), [this] { open_table(); }, "Ctrl+Shift+Q");
    menu.add(shown(tr("Write these to a file...")),
             [this] { ask_export(this, session_, model_->quotations(), utf8(head_->note())); });
    menu.add(
        shown(tr("Delete")), [this, quotations] { delete_quotations(this, session_, quotations); }, "Del");
    menu.ask(*list_);
}

}
