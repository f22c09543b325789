#include "code_panel.h"
#include "code_drag.h"
#include "code_gestures.h"
#include "coding/code_tree.h"
#include "empty_note.h"
#include "gtk_widgets.h"
#include "in_place.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using coding::CodeId;
using workbench::say;
using workbench::tr;

constexpr int sign_width = 26, word_width = 76, use_width = 60, enough_for_words = 300;

}

CodePanel::CodePanel(wxWindow* parent, Session& session)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL), session_(session)
{
    SetBackgroundColour(look::panel());
    head_ = new SectionHead(this, shown(tr("Codes")));
    head_->SetToolTip(shown(tr("Quotations and documents of each code, with those below it.\n"
                               "A double click codes the selection. Drag to move.")));
    filter_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    filter_->SetHint(shown(tr("filter...")));
    set_accessible_name(filter_, shown(tr("Filter the codes")));
    add_style_class(filter_, "quipu-entry");
    groups_ = tool_button(this, shown(tr("Groups")), [this] { groups_menu(); });
    make_tree();
    empty_ = new EmptyNote(this);
    drag_ = std::make_unique<CodeDrag>(*tree_, *model_, session_,
                                       CodeDrag::Hands{[this] { return chosen_codes(); },
                                                       [this](const std::vector<CodeId>& codes, CodeDrag::Place place) {
                                                           run(this, [&] {
                                                               return coding::place_codes(session_.project(), codes,
                                                                                          place.parent, place.before);
                                                           });
                                                       },
                                                       [this](CodeId code) { chosen(code); }});

    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(filter_, wxSizerFlags(1).CenterVertical());
    line->Add(groups_, wxSizerFlags().CenterVertical().Border(wxLEFT, 6));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(line, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 8));
    column->Add(empty_, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(tree_, wxSizerFlags(1).Expand().Border(wxLEFT, 4));
    SetSizer(column);
    listen();
    refill();
}

CodePanel::~CodePanel() = default;

void CodePanel::make_tree()
{
    tree_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_NO_HEADER | wxDV_MULTIPLE | wxBORDER_NONE);
    set_accessible_name(tree_, shown(tr("Codes")));
    add_style_class(tree_, "quipu-panel");
    model_ = new CodeModel(session_, [this](CodeId code, const std::string& name) {
        return run(this, [&] { return coding::rename_code(session_.project(), code, name); }).has_value();
    });
    auto* name = new wxDataViewIconTextRenderer("wxDataViewIconText", wxDATAVIEW_CELL_EDITABLE);
    set_editable(name, false); // but for as long as one renames
    name->EnableEllipsize(wxELLIPSIZE_END);
    tree_->AppendColumn(
        new wxDataViewColumn(wxString(), name, CodeModel::name_column, 180, wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE));
    auto* origin = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
    origin->EnableMarkup();
    tree_->AppendColumn(new wxDataViewColumn(wxString(), origin, CodeModel::origin_column, word_width));
    tree_->AppendTextColumn(wxString(), CodeModel::use_column, wxDATAVIEW_CELL_INERT, use_width, wxALIGN_RIGHT);
    tree_->AssociateModel(model_.get());
}

void CodePanel::listen()
{
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { refill(); });
    filter_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_DOWN || key == WXK_RETURN)
            tree_->SetFocus();
        else if (key == WXK_ESCAPE)
            filter_->Clear();
        else
            event.Skip();
    });
    tree_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { look(); });
    tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        if (const auto code = model_->code_of(event.GetItem())) chosen(*code);
    });
    tree_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { menu(); });
    tree_->Bind(wxEVT_DATAVIEW_ITEM_COLLAPSED, [this](wxDataViewEvent& event) {
        if (const auto code = model_->code_of(event.GetItem()); code && !restoring_) closed_.insert(*code);
    });
    tree_->Bind(wxEVT_DATAVIEW_ITEM_EXPANDED, [this](wxDataViewEvent& event) {
        if (const auto code = model_->code_of(event.GetItem()); code && !restoring_) closed_.erase(*code);
    });
    tree_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (!press(event)) event.Skip();
    });
    tree_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit(event.GetSize().x);
        event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    looked_ = session_.looked.listen([this] { follow_session(); });
}

void CodePanel::fit(int width)
{
    const bool words = width >= enough_for_words;
    const int origin = words ? word_width : sign_width;
    model_->set_words(words);
    tree_->GetColumn(1)->SetWidth(origin);
    const int room = width - origin - use_width - 8;
    if (room > 60) tree_->GetColumn(0)->SetWidth(room);
}

// What is looked at elsewhere is chosen here; several that are chosen here stay so.
void CodePanel::follow_session()
{
    const auto wanted = session_.looked_code() ? model_->item_of(*session_.looked_code()) : wxDataViewItem();
    wxDataViewItemArray items;
    tree_->GetSelections(items);
    if (wanted.IsOk() ? items.Index(wanted) != wxNOT_FOUND : items.empty()) return;
    tree_->UnselectAll();
    if (!wanted.IsOk()) return;
    tree_->Select(wanted);
    tree_->EnsureVisible(wanted);
}

void CodePanel::look()
{
    if (restoring_) return;
    wxDataViewItemArray items;
    tree_->GetSelections(items);
    const auto current = tree_->GetCurrentItem();
    const bool among = current.IsOk() && items.Index(current) != wxNOT_FOUND;
    session_.look_at(items.empty() ? std::nullopt : model_->code_of(among ? current : items[0]));
}

std::vector<CodeId> CodePanel::chosen_codes() const
{
    wxDataViewItemArray items;
    tree_->GetSelections(items);
    std::set<CodeId> among;
    for (const auto& item : items)
        if (const auto code = model_->code_of(item)) among.insert(*code);
    if (among.empty() && session_.looked_code()) return {*session_.looked_code()};
    std::vector<CodeId> codes;
    for (const auto code : model_->shown_codes())
        if (among.contains(code)) codes.push_back(code);
    return codes;
}

CodeFilter CodePanel::filter_now()
{
    CodeFilter filter{.words = utf8(filter_->GetValue())};
    if (!group_) return filter;
    const auto groups = coding::code_groups(session_.reading());
    const auto found = std::ranges::find(groups, *group_, &coding::CodeGroup::id);
    if (found == groups.end())
        group_.reset();
    else
        filter.among.emplace(found->codes.begin(), found->codes.end());
    return filter;
}

void CodePanel::refill()
{
    const auto filter = filter_now();
    restore(model_->read(filter));
    const auto all = static_cast<std::int64_t>(session_.codes().size());
    auto note =
        filter.all()
            ? grouped(all)
            : shown(say("{} of {}", utf8(grouped(static_cast<std::int64_t>(model_->size()))), utf8(grouped(all))));
    std::string group;
    if (group_)
        for (const auto& each : coding::code_groups(session_.reading()))
            if (each.id == *group_) group = each.name;
    if (!group.empty()) note += wxString::FromUTF8(" \xC2\xB7 ") + shown(group);
    head_->set_note(note);
    say_when_empty();
    if (session_.looked_code() && !session_.code(*session_.looked_code())) session_.look_at(std::optional<CodeId>());
}

void CodePanel::say_when_empty()
{
    if (session_.codes().empty())
        empty_->say(shown(tr("No codes yet. Select a passage and press Ctrl+K, or make the codes you bring along.")),
                    shown(tr("New code")), [this] { add_code(); });
    else
        empty_->say(shown(tr("No code is like that.")), shown(tr("Show all codes")), [this] {
            group_.reset();
            filter_->ChangeValue(wxString());
            refill();
        });
    const bool none = model_->size() == 0;
    if (empty_->IsShown() == none && tree_->IsShown() != none) return;
    empty_->Show(none);
    tree_->Show(!none);
    Layout();
}

// A tree that is only counted anew keeps what is open; another one opens but for what the user folded. What a filter
// leaves is always open.
void CodePanel::restore(bool same)
{
    if (same) {
        model_->tell_changed();
        return;
    }
    const auto looked = session_.looked_code();
    const bool filtered = group_ || !filter_->IsEmpty();
    restoring_ = true;
    model_->Cleared();
    for (const auto id : model_->shown_codes())
        if (const auto item = model_->item_of(id); model_->IsContainer(item) && (filtered || !closed_.contains(id)))
            tree_->Expand(item);
    if (looked)
        if (const auto item = model_->item_of(*looked); item.IsOk()) {
            tree_->Select(item);
            tree_->EnsureVisible(item);
        }
    restoring_ = false;
}

}
