// What one does with the quotations of the table: keys and context menu.
#include "claim_form.h"
#include "context_menu.h"
#include "evidence_form.h"
#include "in_place.h"
#include "quotation_gestures.h"
#include "quotation_preview.h"
#include "quotation_table.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/textctrl.h>

namespace gui
{

using workbench::tr;

std::vector<coding::Quotation> QuotationTable::chosen() const
{
    wxDataViewItemArray items;
    list_->GetSelections(items);
    std::vector<unsigned> rows;
    for (const auto& item : items) rows.push_back(rows_->GetRow(item));
    std::ranges::sort(rows);
    std::vector<coding::Quotation> quotations;
    for (const auto row : rows)
        if (row < rows_->count()) quotations.push_back(rows_->quotation(row));
    return quotations;
}

void QuotationTable::open(const wxDataViewItem& item)
{
    if (!item.IsOk()) return;
    const auto row = rows_->GetRow(item);
    if (row >= rows_->count()) return;
    const auto quotation = rows_->quotation(row); // going there may fill the list anew
    session_.go_to({quotation.document, quotation.span, {}});
}

void QuotationTable::preview()
{
    const auto quotations = chosen();
    if (!quotations.empty()) QuotationPreview::show(this, session_, quotations.front());
}

void QuotationTable::export_shown()
{
    ask_export(this, session_, rows_->all(), about());
}

bool QuotationTable::press(const wxKeyEvent& event)
{
    const bool plain = event.GetModifiers() == 0;
    switch (event.GetKeyCode()) {
    case WXK_SPACE:
        if (plain) preview();
        return plain;
    case WXK_DELETE:
        if (plain) delete_quotations(this, session_, chosen());
        return plain;
    default: return false;
    }
}

bool QuotationTable::rename_here()
{
    edit(QuotationRows::name);
    return true;
}

bool QuotationTable::find_here()
{
    words_->SetFocus();
    words_->SelectAll();
    return true;
}

bool QuotationTable::copy_here()
{
    if (words_->HasFocus()) return false;
    copy_cited(session_, chosen());
    return true;
}

// A comment of several lines needs room: in a cell it would become one.
void QuotationTable::edit(QuotationRows::Column column)
{
    const auto quotations = chosen();
    if (quotations.empty()) return;
    const auto& first = quotations.front();
    if (column == QuotationRows::comment && first.comment && first.comment->find('\n') != std::string::npos) {
        ask_comment(this, session_, first);
        return;
    }
    if (const auto row = rows_->row_of(first.id)) edit_in_place(*list_, rows_->GetItem(*row), column);
}

void QuotationTable::menu()
{
    const auto quotations = chosen();
    if (quotations.empty()) return;
    const auto& first = quotations.front();
    const bool one = quotations.size() == 1;
    ContextMenu menu;
    menu.add(
        shown(tr("Open in its document")),
        [this, first] {
            session_.go_to({first.document, first.span, {}});
        },
        "Enter");
    menu.add(
        shown(tr("Show it in its context")), [this] { preview(); }, "Space");
    menu.add(
        shown(tr("Copy with reference")), [this, quotations] { copy_cited(session_, quotations); }, "Ctrl+C");
    menu.line();
    menu.add(shown(tr("Code with...")), [this, quotations] { ask_code(this, session_, quotations); });
    menu.add(shown(tr("Take a code away...")), [this, quotations] { ask_uncode(this, session_, quotations); });
    menu.line();
    menu.add(
            shown(tr("Name")), [this] { edit(QuotationRows::name); }, "F2")
        .Enable(one);
    menu.add(shown(tr("Comment")), [this] { edit(QuotationRows::comment); }).Enable(one);
    menu.add(shown(tr("Write a memo on it")), [this, first] { session_.write_memo(first.id.value); }).Enable(one);
    menu.add(shown(tr("Link to numbers...")), [this, first] { ask_evidence(this, session_, first.id.value); })
        .Enable(one);
    menu.add(shown(tr("Make a claim...")), [this, first] { ask_claim(this, session_, {.quotation = first.id}); })
        .Enable(one);
    menu.line();
    menu.add(shown(tr("Write these to a file...")), [this, quotations] { ask_export(this, session_, quotations, {}); });
    menu.add(
        shown(tr("Delete")), [this, quotations] { delete_quotations(this, session_, quotations); }, "Del");
    menu.ask(*list_);
}

}
