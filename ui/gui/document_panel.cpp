#include "document_panel.h"
#include "gtk_widgets.h"
#include "in_place.h"
#include "kind_name.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <map>
#include <wx/choicdlg.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{
namespace
{

using workbench::DocumentId;
using workbench::say;
using workbench::say_n;
using workbench::tr;

wxDataViewItem item(std::size_t row)
{
    return wxDataViewItem(reinterpret_cast<void*>(row + 1));
}

}

class DocumentPanel::Model : public wxDataViewModel
{
 public:
    using Rename = std::function<bool(DocumentId, const std::string&)>;
    Model(Session& session, Rename rename) : session_(session), rename_(std::move(rename)) {}

    struct Row {
        std::optional<DocumentId> document; ///< nothing: a kind
        std::string name;
        std::int64_t quotations = 0;
        std::optional<std::size_t> parent;
        std::vector<std::size_t> children;
    };

    /// True when the tree is still the same.
    bool read()
    {
        std::vector<Row> rows;
        for (const auto kind : workbench::document_kinds) add_kind(rows, kind);
        bool same = rows.size() == rows_.size();
        for (std::size_t i = 0; same && i < rows.size(); ++i)
            same = rows[i].document == rows_[i].document && rows[i].parent == rows_[i].parent;
        rows_ = std::move(rows);
        return same;
    }
    void tell_changed()
    {
        for (std::size_t i = 0; i < rows_.size(); ++i) ItemChanged(item(i));
    }
    const Row* row(const wxDataViewItem& item) const
    {
        const auto at = reinterpret_cast<std::size_t>(item.GetID());
        return at == 0 || at > rows_.size() ? nullptr : &rows_[at - 1];
    }
    wxDataViewItem item_of(DocumentId document) const
    {
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (rows_[i].document == document) return item(i);
        return wxDataViewItem();
    }
    std::vector<wxDataViewItem> kinds() const
    {
        std::vector<wxDataViewItem> found;
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (!rows_[i].document) found.push_back(item(i));
        return found;
    }

    unsigned GetColumnCount() const { return 2; }
    wxString GetColumnType(unsigned) const { return "string"; }
    void GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const override
    {
        if (const auto* found = row(item)) value = column == 0 ? shown(found->name) : grouped(found->quotations);
    }
    bool SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned) override
    {
        const auto* found = row(item);
        if (!found || !found->document) return false;
        const auto name = utf8(value.GetString());
        return name == found->name || rename_(*found->document, name);
    }
    bool IsEnabled(const wxDataViewItem& item, unsigned) const override { return row(item) != nullptr; }
    bool GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const override
    {
        const auto* found = row(item);
        if (column == 1) attr.SetColour(look::faint());
        if (found && !found->document && column == 0) attr.SetBold(true);
        return true;
    }
    wxDataViewItem GetParent(const wxDataViewItem& child) const override
    {
        const auto* found = row(child);
        return found && found->parent ? item(*found->parent) : wxDataViewItem();
    }
    bool IsContainer(const wxDataViewItem& parent) const override
    {
        if (!parent.IsOk()) return true;
        const auto* found = row(parent);
        return found && !found->document;
    }
    bool HasContainerColumns(const wxDataViewItem&) const override { return true; }
    unsigned GetChildren(const wxDataViewItem& parent, wxDataViewItemArray& children) const override
    {
        if (parent.IsOk()) {
            const auto* found = row(parent);
            if (!found) return 0;
            for (const auto at : found->children) children.Add(item(at));
        } else {
            for (const auto& kind : kinds()) children.Add(kind);
        }
        return static_cast<unsigned>(children.size());
    }

 private:
    void add_kind(std::vector<Row>& rows, std::string_view kind)
    {
        const auto at = rows.size();
        rows.push_back({{}, utf8(kind_heading(kind)), 0, {}, {}});
        for (const auto& document : session_.documents()) {
            if (document.kind != kind) continue;
            const auto quotations = session_.quotation_count(document.id);
            rows[at].quotations += quotations;
            rows[at].children.push_back(rows.size());
            rows.push_back({document.id, document.name, quotations, at, {}});
        }
        if (rows[at].children.empty()) rows.resize(at);
    }

    Session& session_;
    Rename rename_;
    std::vector<Row> rows_;
};

DocumentPanel::DocumentPanel(wxWindow* parent, Session& session) : wxPanel(parent), session_(session)
{
    SetBackgroundColour(look::panel());
    head_ = new SectionHead(this, shown(tr("Documents")));
    empty_ = new wxStaticText(this, wxID_ANY, shown(tr("No documents yet. Import them with Ctrl+Shift+I.")));
    empty_->SetForegroundColour(look::faint());
    empty_->Wrap(190);
    tree_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(tree_, shown(tr("Documents")));
    add_style_class(tree_, "quipu-panel");
    model_ = new Model(session_, [this](DocumentId document, const std::string& name) {
        return run(this, [&] { return workbench::rename_document(session_.project(), document, name); }).has_value();
    });
    auto* name = tree_->AppendTextColumn(wxString(), 0, wxDATAVIEW_CELL_EDITABLE, 160)->GetRenderer();
    name->EnableEllipsize(wxELLIPSIZE_END);
    set_editable(name, false); // but for as long as one renames
    tree_->AppendTextColumn(wxString(), 1, wxDATAVIEW_CELL_INERT, 48, wxALIGN_RIGHT);
    tree_->AssociateModel(model_.get());

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(empty_, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(tree_, wxSizerFlags(1).Expand().Border(wxLEFT, 4));
    SetSizer(column);

    tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        if (!following_) open(event.GetItem());
    });
    tree_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent& event) { menu(event.GetItem()); });
    tree_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        if (event.GetSize().x > 130) tree_->GetColumn(0)->SetWidth(event.GetSize().x - 60);
        event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    looked_ = session_.looked.listen([this] {
        const auto wanted =
            session_.looked_document() ? model_->item_of(*session_.looked_document()) : wxDataViewItem();
        if (tree_->GetSelection() == wanted) return;
        following_ = true;
        if (wanted.IsOk())
            tree_->Select(wanted);
        else
            tree_->UnselectAll();
        following_ = false;
    });
    refill();
}

wxDataViewItem DocumentPanel::item_of(DocumentId document) const
{
    return model_->item_of(document);
}

void DocumentPanel::refill()
{
    following_ = true;
    if (model_->read()) {
        model_->tell_changed();
    } else {
        model_->Cleared();
        for (const auto& kind : model_->kinds()) tree_->Expand(kind);
        if (const auto looked = session_.looked_document())
            if (const auto found = model_->item_of(*looked); found.IsOk()) tree_->Select(found);
    }
    following_ = false;
    head_->set_note(grouped(static_cast<std::int64_t>(session_.documents().size())));
    const bool none = session_.documents().empty();
    if (empty_->IsShown() != none) {
        empty_->Show(none);
        Layout();
    }
}

void DocumentPanel::open(const wxDataViewItem& item)
{
    const auto* row = model_->row(item);
    if (row && row->document) session_.go_to({*row->document});
}

void DocumentPanel::rename_document()
{
    const auto looked = session_.looked_document();
    const auto found = looked ? model_->item_of(*looked) : wxDataViewItem();
    if (!found.IsOk()) return;
    edit_in_place(*tree_, found);
}

void DocumentPanel::set_kind(DocumentId document)
{
    wxArrayString names;
    for (const auto kind : workbench::document_kinds) names.Add(kind_name(kind));
    wxSingleChoiceDialog ask(this, shown(tr("What kind of document is it?")), shown(tr("Kind of document")), names);
    if (ask.ShowModal() != wxID_OK) return;
    const std::string kind(workbench::document_kinds[static_cast<std::size_t>(ask.GetSelection())]);
    run(this, [&] { return workbench::set_document(session_.project(), document, {.kind = kind}); });
}

void DocumentPanel::delete_document(DocumentId id)
{
    const auto* document = session_.document(id);
    if (!document) return;
    const auto name = document->name;
    const auto lost = session_.quotation_count(id);
    if (!run(this, [&] { return coding::delete_document(session_.project(), id); })) return;
    if (auto* bar = message_bar_of(this))
        bar->tell(shown(say_n("\"{}\" went with {} quotation. Ctrl+Z brings it back.",
                              "\"{}\" went with {} quotations. Ctrl+Z brings it back.", lost, name, lost)));
}

void DocumentPanel::menu(const wxDataViewItem& item)
{
    const auto* row = model_->row(item);
    if (!row || !row->document) return;
    const auto document = *row->document;
    wxMenu menu;
    const auto rename = menu.Append(wxID_ANY, shown(tr("Rename")))->GetId();
    const auto kind = menu.Append(wxID_ANY, shown(tr("Kind of document...")))->GetId();
    const auto memo = menu.Append(wxID_ANY, shown(tr("Write a memo on it")))->GetId();
    menu.AppendSeparator();
    const auto remove = menu.Append(wxID_ANY, shown(tr("Delete the document")))->GetId();
    const auto chosen = GetPopupMenuSelectionFromUser(menu);
    if (chosen == rename)
        rename_document();
    else if (chosen == kind)
        set_kind(document);
    else if (chosen == memo)
        session_.write_memo(document.value);
    else if (chosen == remove)
        delete_document(document);
}

}
