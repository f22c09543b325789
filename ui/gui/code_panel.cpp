#include "code_panel.h"
#include "gtk_widgets.h"
#include "in_place.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

constexpr int origin_width = 24, use_width = 66;

}

CodePanel::CodePanel(wxWindow* parent, Session& session) : wxPanel(parent), session_(session)
{
    SetBackgroundColour(look::panel());
    head_ = new SectionHead(this, shown(tr("Codes")));
    filter_ = new wxTextCtrl(this, wxID_ANY);
    filter_->SetHint(shown(tr("filter...")));
    set_accessible_name(filter_, shown(tr("Filter the codes")));
    add_style_class(filter_, "quipu-entry");
    tree_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(tree_, shown(tr("Codes")));
    add_style_class(tree_, "quipu-panel");
    model_ = new CodeModel(session_, [this](coding::CodeId code, const std::string& name) {
        return run(this, [&] { return coding::rename_code(session_.project(), code, name); }).has_value();
    });
    auto* name = new wxDataViewIconTextRenderer("wxDataViewIconText", wxDATAVIEW_CELL_EDITABLE);
    set_editable(name, false); // but for as long as one renames
    name->EnableEllipsize(wxELLIPSIZE_END);
    tree_->AppendColumn(
        new wxDataViewColumn(wxString(), name, CodeModel::name_column, 180, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE));
    tree_->AppendTextColumn(wxString(), CodeModel::origin_column, wxDATAVIEW_CELL_INERT, origin_width, wxALIGN_CENTRE);
    tree_->AppendTextColumn(wxString(), CodeModel::use_column, wxDATAVIEW_CELL_INERT, use_width, wxALIGN_RIGHT);
    tree_->AssociateModel(model_.get());
    tree_->SetToolTip(shown(tr("Quotations and documents of each code, with those below it.\n"
                               "a: a priori, brought to the text; e: emergent, found in it.\n"
                               "A double click codes the selection.")));
    empty_ = new wxStaticText(this, wxID_ANY, shown(tr("No codes yet. Select a passage and press Ctrl+K.")));
    empty_->SetForegroundColour(look::faint());

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(filter_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 8));
    column->Add(empty_, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(tree_, wxSizerFlags(1).Expand().Border(wxLEFT, 4));
    SetSizer(column);

    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { refill(); });
    tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { session_.look_at(at_selection()); });
    tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        if (const auto code = model_->code_of(event.GetItem())) chosen(*code);
    });
    tree_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { menu(); });
    tree_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        const int room = event.GetSize().x - origin_width - use_width - 8;
        if (room > 60) tree_->GetColumn(0)->SetWidth(room);
        event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    looked_ = session_.looked.listen([this] {
        const auto wanted = session_.looked_code() ? model_->item_of(*session_.looked_code()) : wxDataViewItem();
        if (tree_->GetSelection() == wanted) return;
        if (wanted.IsOk()) {
            tree_->Select(wanted);
            tree_->EnsureVisible(wanted);
        } else {
            tree_->UnselectAll();
        }
    });
    refill();
}

std::optional<coding::CodeId> CodePanel::at_selection() const
{
    return model_->code_of(tree_->GetSelection());
}

void CodePanel::refill()
{
    const bool same = model_->read(utf8(filter_->GetValue()));
    restore(same);
    head_->set_note(grouped(static_cast<std::int64_t>(session_.codes().size())));
    const bool none = session_.codes().empty();
    if (empty_->IsShown() != none) {
        empty_->Show(none);
        Layout();
    }
    if (session_.looked_code() && !session_.code(*session_.looked_code()))
        session_.look_at(std::optional<coding::CodeId>());
}

// A tree that is only counted anew keeps what is open; another one opens whole, because few codes have many levels.
void CodePanel::restore(bool same)
{
    if (same) {
        model_->tell_changed();
        return;
    }
    const auto looked = session_.looked_code();
    model_->Cleared();
    for (const auto& code : session_.codes())
        if (const auto item = model_->item_of(code.id); item.IsOk() && model_->IsContainer(item)) tree_->Expand(item);
    if (looked)
        if (const auto item = model_->item_of(*looked); item.IsOk()) tree_->Select(item);
}

void CodePanel::add_code()
{
    const auto parent = session_.looked_code();
    const auto* below = parent ? session_.code(*parent) : nullptr;
    std::string base = below ? below->path + "/" : "", name = tr("New code");
    std::string path = base + name;
    for (int i = 2; coding::find_code(session_.reading(), path); ++i) path = base + name + " " + std::to_string(i);
    const auto made = run(this, [&] { return coding::add_code(session_.project(), {.path = path}); });
    if (!made) return;
    session_.look_at(*made);
    rename_code();
}

void CodePanel::rename_code()
{
    const auto code = session_.looked_code();
    if (!code) {
        show_error(this, {workbench::ErrorCode::not_found, tr("No code is chosen."), tr("Click on one in the list.")});
        return;
    }
    const auto item = model_->item_of(*code);
    edit_in_place(*tree_, item);
}

void CodePanel::delete_code()
{
    const auto id = session_.looked_code();
    const auto* code = id ? session_.code(*id) : nullptr;
    if (!code) {
        show_error(this, {workbench::ErrorCode::not_found, tr("No code is chosen."), tr("Click on one in the list.")});
        return;
    }
    const auto name = code->name;
    const auto codings = code->codings;
    const auto gone = run(this, [&] { return coding::delete_code(session_.project(), *id, true); });
    if (!gone) return;
    if (auto* bar = message_bar_of(this))
        bar->tell(
            shown(workbench::say_n("\"{}\" went with {} coding. Ctrl+Z brings it back.",
                                   "\"{}\" went with {} codings. Ctrl+Z brings it back.", codings, name, codings)));
}

void CodePanel::set_origin(coding::CodeId code, coding::Origin origin)
{
    run(this, [&] { return coding::set_code(session_.project(), code, {.origin = origin}); });
}

void CodePanel::menu()
{
    const auto code = at_selection();
    wxMenu menu;
    const auto use = menu.Append(wxID_ANY, shown(tr("Code the selection with it")))->GetId();
    menu.AppendSeparator();
    const auto add = menu.Append(wxID_ANY, shown(code ? tr("New code below it") : tr("New code")))->GetId();
    const auto rename = menu.Append(wxID_ANY, shown(tr("Rename")) + "\tF2")->GetId();
    const auto remove = menu.Append(wxID_ANY, shown(tr("Delete")))->GetId();
    menu.AppendSeparator();
    const auto before = menu.Append(wxID_ANY, shown(tr("It was brought to the text: a priori")))->GetId();
    const auto found = menu.Append(wxID_ANY, shown(tr("It was found in the text: emergent")))->GetId();
    for (const auto id : {use, rename, remove, before, found}) menu.Enable(id, code.has_value());
    const auto chosen_item = GetPopupMenuSelectionFromUser(menu);
    if (chosen_item == use)
        chosen(*code);
    else if (chosen_item == add)
        add_code();
    else if (chosen_item == rename)
        rename_code();
    else if (chosen_item == remove)
        delete_code();
    else if (chosen_item == before)
        set_origin(*code, coding::Origin::a_priori);
    else if (chosen_item == found)
        set_origin(*code, coding::Origin::emergent);
}

}
