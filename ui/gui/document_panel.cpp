#include "document_panel.h"
#include "coding/document_change.h"
#include "document_sheet.h"
#include "gtk_widgets.h"
#include "in_place.h"
#include "kind_name.h"
#include "look.h"
#include "preferences.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/history.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::DocumentId;
using workbench::say;
using workbench::say_n;
using workbench::source;
using workbench::tr;

namespace
{

struct ColumnRow {
    DocumentModel::Column column;
    std::string_view word; ///< in the preferences
    const char* title;
    int width;
};
constexpr ColumnRow shown_columns[] = {
    {DocumentModel::language_column, "language", source("Language"), 34},
    {DocumentModel::words_column, "words", source("Words"), 60},
    {DocumentModel::codings_column, "codings", source("Codings"), 50},
    {DocumentModel::quotations_column, "quotations", source("Quotations"), 46},
};
constexpr const char* order_titles[] = {source("By number"), source("By name"), source("By words"),
                                        source("By quotations"), source("By codings")};

DocumentOrder order_of(const std::string& word)
{
    const auto found = std::find(document_orders.begin(), document_orders.end(), word);
    return found == document_orders.end() ? DocumentOrder::number
                                          : static_cast<DocumentOrder>(found - document_orders.begin());
}

bool has_word(const std::string& words, std::string_view word)
{
    return (" " + words + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

}

DocumentPanel::DocumentPanel(wxWindow* parent, Session& session) : wxPanel(parent), session_(session)
{
    SetBackgroundColour(look::panel());
    lay_out();
    listen();
    show_columns(preferences().document_columns);
    refill();
}

void DocumentPanel::lay_out()
{
    head_ = new SectionHead(this, shown(tr("Documents")));
    filter_ = new wxTextCtrl(this, wxID_ANY);
    filter_->SetHint(shown(tr("filter...")));
    set_accessible_name(filter_, shown(tr("Filter the documents")));
    add_style_class(filter_, "quipu-entry");
    auto* view = tool_button(this, wxString(wxUniChar(0x22EF)), [this] { view_menu(); });
    set_accessible_name(view, shown(tr("Columns and order")));
    view->SetToolTip(shown(tr("Columns and order")));
    view_ = view;
    empty_ = new wxStaticText(this, wxID_ANY,
                              shown(tr("No documents yet. Drop files here, or import them with "
                                       "Ctrl+Shift+I.")));
    empty_->SetForegroundColour(look::faint());
    empty_->Wrap(190);
    tree_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_MULTIPLE | wxBORDER_NONE);
    set_accessible_name(tree_, shown(tr("Documents")));
    add_style_class(tree_, "quipu-panel");
    model_ = new DocumentModel(session_, [this](DocumentId document, const std::string& name) {
        return run(this, [&] { return workbench::rename_document(session_.project(), document, name); }).has_value();
    });
    auto* name =
        tree_->AppendTextColumn(shown(tr("Document")), DocumentModel::name_column, wxDATAVIEW_CELL_EDITABLE, 160)
            ->GetRenderer();
    name->EnableEllipsize(wxELLIPSIZE_END);
    set_editable(name, false); // but for as long as one renames
    for (const auto& row : shown_columns)
        tree_->AppendTextColumn(shown(tr(row.title)), row.column, wxDATAVIEW_CELL_INERT, row.width, wxALIGN_RIGHT);
    tree_->AssociateModel(model_.get());

    auto* above = new wxBoxSizer(wxHORIZONTAL);
    above->Add(filter_, wxSizerFlags(1).CenterVertical());
    above->Add(view_, wxSizerFlags().CenterVertical().Border(wxLEFT, 4));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(above, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 8));
    column->Add(empty_, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(tree_, wxSizerFlags(1).Expand().Border(wxLEFT, 4));
    SetSizer(column);
}

void DocumentPanel::listen()
{
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { refill(); });
    tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (following_ || tree_->GetSelectedItemsCount() != 1) return;
        if (const auto document = model_->document_of(tree_->GetSelection())) session_.go_to({*document});
    });
    tree_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { menu(); });
    tree_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const auto* focus = FindFocus();
        const bool in_tree = focus && (focus == tree_ || focus->GetParent() == tree_);
        if (in_tree && event.GetModifiers() == wxMOD_NONE && event.GetKeyCode() == WXK_F2)
            rename_document();
        else if (in_tree && event.GetModifiers() == wxMOD_NONE && event.GetKeyCode() == WXK_DELETE)
            delete_documents();
        else if (focus == filter_ && event.GetKeyCode() == WXK_ESCAPE)
            filter_->Clear();
        else
            event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    looked_ = session_.looked.listen([this] { follow_looked(); });
}

void DocumentPanel::follow_looked()
{
    const auto looked = session_.looked_document();
    const auto wanted = looked ? model_->item_of(*looked) : wxDataViewItem();
    if (wanted.IsOk() && tree_->IsSelected(wanted)) return;
    following_ = true;
    tree_->UnselectAll();
    if (wanted.IsOk()) tree_->Select(wanted);
    following_ = false;
}

// The name takes what the counts leave.
void DocumentPanel::fit()
{
    int room = tree_->GetSize().x - 12;
    for (std::size_t i = 0; i < std::size(shown_columns); ++i) {
        auto* column = tree_->GetColumn(static_cast<unsigned>(i + 1));
        if (!column->IsHidden()) room -= shown_columns[i].width;
    }
    if (room > 60) tree_->GetColumn(0)->SetWidth(room);
}

void DocumentPanel::show_columns(const std::string& words)
{
    bool titled = false;
    for (std::size_t i = 0; i < std::size(shown_columns); ++i) {
        const bool wanted = has_word(words, shown_columns[i].word);
        tree_->GetColumn(static_cast<unsigned>(i + 1))->SetHidden(!wanted);
        titled = titled || (wanted && shown_columns[i].word != "quotations");
    }
    set_header(*tree_, titled); // one number needs no title
    fit();
    if (preferences().document_columns == words) return;
    preferences().document_columns = words;
    save_preferences();
}

void DocumentPanel::set_order(DocumentOrder order)
{
    preferences().document_order = document_orders[static_cast<std::size_t>(order)];
    save_preferences();
    refill();
}

void DocumentPanel::view_menu()
{
    wxMenu menu;
    const auto now = preferences().document_columns;
    for (std::size_t i = 0; i < std::size(shown_columns); ++i)
        menu.AppendCheckItem(static_cast<int>(i + 1), shown(tr(shown_columns[i].title)))
            ->Check(has_word(now, shown_columns[i].word));
    menu.AppendSeparator();
    for (std::size_t i = 0; i < document_orders.size(); ++i)
        menu.AppendRadioItem(static_cast<int>(101 + i), shown(tr(order_titles[i])))
            ->Check(order_of(preferences().document_order) == static_cast<DocumentOrder>(i));
    const int chosen = view_->GetPopupMenuSelectionFromUser(menu, 0, view_->GetSize().y);
    if (chosen > 100) {
        set_order(static_cast<DocumentOrder>(chosen - 101));
    } else if (chosen > 0) {
        std::string words;
        for (std::size_t i = 0; i < std::size(shown_columns); ++i)
            if (has_word(now, shown_columns[i].word) != (static_cast<int>(i + 1) == chosen))
                words += (words.empty() ? "" : " ") + std::string(shown_columns[i].word);
        show_columns(words);
    }
}

void DocumentPanel::refill()
{
    const auto kept = chosen();
    following_ = true;
    if (model_->read(utf8(filter_->GetValue()), order_of(preferences().document_order))) {
        model_->tell_changed();
    } else {
        model_->Cleared();
        for (const auto& kind : model_->kinds()) tree_->Expand(kind);
        for (const auto document : kept)
            if (const auto item = model_->item_of(document); item.IsOk()) tree_->Select(item);
    }
    following_ = false;
    const auto all = session_.documents().size(), some = model_->shown_documents();
    head_->set_note(some == all ? grouped(static_cast<std::int64_t>(all)) : shown(say("{} of {}", some, all)));
    if (empty_->IsShown() != (all == 0)) {
        empty_->Show(all == 0);
        Layout();
    }
}

std::vector<DocumentId> DocumentPanel::chosen() const
{
    std::vector<DocumentId> found;
    wxDataViewItemArray items;
    tree_->GetSelections(items);
    for (const auto& item : items)
        if (const auto document = model_->document_of(item)) found.push_back(*document);
    if (found.empty() && session_.looked_document()) found.push_back(*session_.looked_document());
    return found;
}

void DocumentPanel::choose(const std::vector<DocumentId>& documents)
{
    following_ = true;
    tree_->UnselectAll();
    for (const auto document : documents)
        if (const auto item = model_->item_of(document); item.IsOk()) tree_->Select(item);
    following_ = false;
}

void DocumentPanel::rename_document()
{
    const auto documents = chosen();
    if (documents.empty()) return;
    const auto item = model_->item_of(documents.front());
    if (!item.IsOk()) return;
    choose({documents.front()});
    edit_in_place(*tree_, item);
}

void DocumentPanel::change_documents()
{
    const auto documents = chosen();
    if (!documents.empty()) ask_document_sheet(this, session_, documents);
}

void DocumentPanel::set_kind(const std::string& kind)
{
    const auto documents = chosen();
    run(this, [&] { return workbench::set_documents(session_.project(), documents, {.kind = kind}); });
}

void DocumentPanel::delete_documents()
{
    const auto documents = chosen();
    if (documents.empty()) return;
    const auto* first = session_.document(documents.front());
    const auto name = first ? first->name : std::string();
    std::int64_t lost = 0;
    for (const auto document : documents) lost += session_.quotation_count(document);
    if (!run(this, [&] { return coding::delete_documents(session_.project(), documents); })) return;
    const auto count = static_cast<long long>(documents.size());
    const auto sentence = count == 1
                              ? say_n("\"{}\" was deleted, and {} quotation with it.",
                                      "\"{}\" was deleted, and {} quotations with it.", lost, name, lost)
                              : say_n("{1} documents were deleted, and {0} quotation with them.",
                                      "{1} documents were deleted, and {0} quotations with them.", lost, lost, count);
    if (auto* bar = message_bar_of(this)) bar->offer_undo(shown(sentence));
}

void DocumentPanel::menu()
{
    const auto documents = chosen();
    if (documents.empty()) return;
    wxMenu menu;
    auto* rename = menu.Append(wxID_ANY, shown(tr("Rename")) + "\tF2");
    rename->Enable(documents.size() == 1);
    const auto sheet = menu.Append(wxID_ANY, shown(tr("Kind, language and comment...")))->GetId();
    auto* kinds = new wxMenu;
    int first_kind = 1001;
    for (std::size_t i = 0; i < std::size(workbench::document_kinds); ++i)
        kinds->Append(first_kind + static_cast<int>(i), kind_name(workbench::document_kinds[i]));
    menu.AppendSubMenu(kinds, shown(tr("Kind of document")));
    auto* memo = menu.Append(wxID_ANY, shown(tr("Write a memo on it")));
    memo->Enable(documents.size() == 1);
    menu.AppendSeparator();
    const auto count = static_cast<long long>(documents.size());
    const auto remove =
        menu.Append(wxID_ANY, shown(say_n("Delete the document", "Delete {} documents", count, count)) + "\tDel")
            ->GetId();
    const auto chosen_item = GetPopupMenuSelectionFromUser(menu);
    if (chosen_item == rename->GetId())
        rename_document();
    else if (chosen_item == sheet)
        change_documents();
    else if (chosen_item >= first_kind &&
             chosen_item < first_kind + static_cast<int>(std::size(workbench::document_kinds)))
        set_kind(std::string(workbench::document_kinds[static_cast<std::size_t>(chosen_item - first_kind)]));
    else if (chosen_item == memo->GetId())
        session_.write_memo(documents.front().value);
    else if (chosen_item == remove)
        delete_documents();
}

}
