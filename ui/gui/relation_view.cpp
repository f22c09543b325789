#include "relation_view.h"
#include "gtk_widgets.h"
#include "linking.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using coding::RelationKind;
using workbench::say;
using workbench::tr;

constexpr std::array kinds{RelationKind::asymmetric, RelationKind::symmetric, RelationKind::transitive};

}

RelationView::RelationView(wxWindow* parent, Session& session)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL), session_(session)
{
    SetBackgroundColour(look::paper());
    auto* title = new wxStaticText(this, wxID_ANY, shown(tr("Types of relation")));
    title->SetFont(look::interface(1.2, true));
    auto* about = new wxStaticText(
        this, wxID_ANY,
        shown(
            tr("What a link can say. One way: from one to the other. Both ways: it says the same in either direction. "
               "Chains: when it holds from A to B and from B to C, it holds from A to C.")));
    about->SetForegroundColour(look::faint());
    about->Wrap(760);
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Types of relation")));
    add_style_class(list_, "quipu-panel");
    list_->AppendTextColumn(shown(tr("Relation")), wxDATAVIEW_CELL_INERT, 220);
    list_->AppendTextColumn(shown(tr("Read backwards")), wxDATAVIEW_CELL_INERT, 180);
    list_->AppendTextColumn(shown(tr("Kind")), wxDATAVIEW_CELL_INERT, 190);
    list_->AppendTextColumn(shown(tr("Also called")), wxDATAVIEW_CELL_INERT, 160);
    list_->AppendTextColumn(shown(tr("Links")), wxDATAVIEW_CELL_INERT, 70, wxALIGN_RIGHT);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, 16));
    column->Add(about, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, 16));
    column->AddSpacer(12);
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(list_, wxSizerFlags(1).Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(make_form(), wxSizerFlags().Expand().Border(wxALL, 16));
    SetSizer(column);
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_chosen(); });
    list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DELETE && delete_->IsEnabled())
            remove();
        else
            event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { refill(); });
    refill();
}

wxSizer* RelationView::make_form()
{
    auto* grid = new wxFlexGridSizer(2, wxSize(12, 8));
    grid->AddGrowableCol(1);
    const auto ask = [&](const char* question, wxWindow* answer) {
        grid->Add(new wxStaticText(this, wxID_ANY, shown(question)), wxSizerFlags().CenterVertical());
        grid->Add(answer, wxSizerFlags().Expand());
        set_accessible_name(answer, shown(question));
    };
    name_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    name_->SetHint(shown(tr("a verb: \"depends on\"")));
    inverse_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    inverse_->SetHint(shown(tr("how it is called when read from its target")));
    for (auto* field : {name_, inverse_}) {
        add_style_class(field, "quipu-entry");
        field->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { change_->IsEnabled() ? change() : add(); });
    }
    wxArrayString names;
    for (const auto kind : kinds) names.Add(shown(relation_kind_name(kind)));
    kind_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
    kind_->SetSelection(0);
    ask(tr("Relation"), name_);
    ask(tr("Read backwards"), inverse_);
    ask(tr("Kind"), kind_);
    add_ = tool_button(this, shown(tr("Add as new")), [this] { add(); });
    change_ = tool_button(this, shown(tr("Change the chosen one")), [this] { change(); });
    delete_ = tool_button(this, shown(tr("Delete the chosen one")), [this] { remove(); });
    why_ = new wxStaticText(this, wxID_ANY, wxString());
    why_->SetForegroundColour(look::faint());
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    for (auto* button : {add_, change_, delete_}) line->Add(button, wxSizerFlags().Border(wxRIGHT, 8));
    auto* form = new wxBoxSizer(wxVERTICAL);
    form->Add(grid, wxSizerFlags().Expand());
    form->Add(line, wxSizerFlags().Expand().Border(wxTOP, 12));
    form->Add(why_, wxSizerFlags().Expand().Border(wxTOP, 8));
    return form;
}

void RelationView::SetFocus()
{
    name_->SetFocus();
}

const coding::RelationType* RelationView::chosen() const
{
    const int row = list_->GetSelectedRow();
    return row < 0 || row >= static_cast<int>(relations_.size()) ? nullptr : &relations_[static_cast<std::size_t>(row)];
}

void RelationView::refill()
{
    const auto* before = chosen();
    const auto kept = before ? std::optional(before->id) : std::nullopt;
    relations_ = coding::relation_types(session_.reading());
    list_->DeleteAllItems();
    for (const auto& relation : relations_) {
        const auto name = relation.shown();
        wxVector<wxVariant> row;
        row.push_back(shown(name));
        row.push_back(shown(relation.shown_inverse().value_or("")));
        row.push_back(shown(relation_kind_name(relation.kind)));
        row.push_back(shown(name == relation.name ? relation.name_es.value_or("") : relation.name));
        row.push_back(wxString::Format("%lld", static_cast<long long>(relation.links)));
        list_->AppendItem(row);
    }
    if (kept) select(*kept);
    show_chosen();
}

void RelationView::select(coding::RelationId id)
{
    const auto found =
        std::find_if(relations_.begin(), relations_.end(), [&](const auto& one) { return one.id == id; });
    if (found == relations_.end()) return;
    list_->SelectRow(static_cast<unsigned>(found - relations_.begin()));
    show_chosen();
}

void RelationView::show_chosen()
{
    const auto* relation = chosen();
    const bool own = relation && !relation->is_standard();
    change_->Enable(own);
    delete_->Enable(relation && relation->links == 0);
    why_->SetLabel(!relation                 ? wxString()
                   : relation->is_standard() ? shown(tr("One of the six that every project has: it stays as it is."))
                   : relation->links > 0     ? shown(tr("It has links, so it cannot be deleted."))
                                             : wxString());
    if (!relation) return;
    name_->ChangeValue(shown(relation->shown()));
    inverse_->ChangeValue(shown(relation->shown_inverse().value_or("")));
    kind_->SetSelection(static_cast<int>(std::find(kinds.begin(), kinds.end(), relation->kind) - kinds.begin()));
}

void RelationView::add()
{
    const auto made = run(this, [&] {
        return coding::add_relation(session_.project(), utf8(name_->GetValue()),
                                    kinds[static_cast<std::size_t>(kind_->GetSelection())], utf8(inverse_->GetValue()));
    });
    if (made) select(*made);
}

void RelationView::change()
{
    const auto* relation = chosen();
    if (!relation) return;
    coding::RelationSettings settings{utf8(name_->GetValue()), utf8(inverse_->GetValue()),
                                      kinds[static_cast<std::size_t>(kind_->GetSelection())]};
    run(this, [&, id = relation->id] { return coding::set_relation(session_.project(), id, settings); });
}

void RelationView::remove()
{
    if (const auto* relation = chosen())
        run(this, [&, id = relation->id] { return coding::delete_relation(session_.project(), id); });
}

}
