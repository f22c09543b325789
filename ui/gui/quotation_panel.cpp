#include "quotation_panel.h"
#include "coding/coding.h"
#include "gtk_widgets.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/clipbrd.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::say;
using workbench::tr;

void QuotationModel::show(std::vector<coding::Quotation> quotations, unsigned characters)
{
    quotations_ = std::move(quotations);
    characters_ = characters;
    reader_.reset(); // made when a row is drawn
    Reset(static_cast<unsigned>(quotations_.size()));
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
                               wxDV_NO_HEADER | wxDV_SINGLE | wxDV_HORIZ_RULES | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Quotations")));
    add_style_class(list_, "quipu-panel");
    auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
    text->EnableMarkup();
    list_->AppendColumn(new wxDataViewColumn(wxString(), text, 0, 280, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE));
    model_ = new QuotationModel(session_);
    list_->AssociateModel(model_.get());
    empty_ = new wxStaticText(this, wxID_ANY, wxString());
    empty_->SetForegroundColour(look::faint());

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(empty_, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT, 6));
    SetSizer(column);

    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) { open(event.GetItem()); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent& event) { menu(event.GetItem()); });
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        CallAfter([this] { fit(); });
        event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    // Filled when it has its size: by then a document is looked at, and not all quotations are to be read.
    looked_ = session_.looked.listen([this] { refill(); });
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

void QuotationPanel::refill()
{
    coding::QuotationFilter filter;
    wxString whose;
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
    empty_->SetLabel(shown(all == 0 ? tr("Coded passages will be listed here.")
                                    : tr("No quotations here. Choose another code or document.")));
    empty_->Show(none);
    const int letters = list_->GetTextExtent("abcdefghijklmnopqrstuvwxyz aeo").x;
    const auto per_line = static_cast<unsigned>(std::max(20, wrap_ * 30 / std::max(1, letters)));
    model_->show(std::move(found), per_line * 2 - 6);
    Layout();
}

void QuotationPanel::open(const wxDataViewItem& item)
{
    if (!item.IsOk()) return;
    const auto row = model_->GetRow(item);
    if (row >= model_->quotations().size()) return;
    const auto quotation = model_->quotations()[row]; // going there may fill the list anew
    session_.go_to({quotation.document, quotation.span, {}});
}

void QuotationPanel::menu(const wxDataViewItem& item)
{
    if (!item.IsOk()) return;
    const auto quotation = model_->quotations()[model_->GetRow(item)];
    wxMenu menu;
    const auto show = menu.Append(wxID_ANY, shown(tr("Open in its document")))->GetId();
    const auto copy = menu.Append(wxID_ANY, shown(tr("Copy with its reference")))->GetId();
    const auto memo = menu.Append(wxID_ANY, shown(tr("Write a memo on it")))->GetId();
    menu.AppendSeparator();
    const auto remove = menu.Append(wxID_ANY, shown(tr("Delete the quotation")))->GetId();
    const auto chosen = GetPopupMenuSelectionFromUser(menu);
    if (chosen == show) {
        open(item);
    } else if (chosen == copy) {
        coding::QuotationReader reader(session_.reading());
        const auto row = reader(quotation);
        const wxClipboardLocker clipboard;
        wxTheClipboard->SetData(new wxTextDataObject(
            shown("\u201C" + row.text + "\u201D (" + row.document + ", " + quotation.label() + ")")));
    } else if (chosen == memo) {
        session_.write_memo(quotation.id.value);
    } else if (chosen == remove) {
        run(this, [&] { return coding::delete_quotation(session_.project(), quotation.id); });
    }
}

}
