#include "chooser.h"
#include "find_text.h"
#include "gtk_widgets.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "swatch.h"
#include "workbench/tr.h"
#include <algorithm>
#include <fmt/format.h>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say;
using workbench::tr;

namespace
{

constexpr int width = 520, height = 420, check_width = 26, most_note_width = 150;

wxString offer(const std::string& pattern, const std::string& name)
{
    return shown(fmt::format(fmt::runtime(pattern), name));
}

}

class Chooser::Model : public wxDataViewVirtualListModel
{
 public:
    enum Column : unsigned { check_column, name_column, note_column };
    explicit Model(Chooser& chooser) : chooser_(chooser) {}
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        const auto& question = chooser_.question_;
        if (row >= chooser_.shown_.size()) {
            const auto name = utf8(chooser_.filter_->GetValue().Strip(wxString::both));
            if (column == name_column)
                value << wxDataViewIconText(offer(question.make, name), wxBitmapBundle());
            else
                value = "";
            return;
        }
        const auto& choice = question.choices[chooser_.shown_[row]];
        if (column == check_column)
            value = question.checked.contains(choice.id) ? wxString::FromUTF8("\xE2\x9C\x93") : wxString();
        else if (column == note_column)
            value = one_line(choice.note, 60);
        else
            value << wxDataViewIconText(one_line(choice.name, 120),
                                        choice.color ? swatch(look::of_code(choice.color)) : wxBitmapBundle());
    }
    bool GetAttrByRow(unsigned, unsigned column, wxDataViewItemAttr& attr) const override
    {
        if (column == note_column) attr.SetColour(look::faint());
        return column == note_column;
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
    Chooser& chooser_;
};

Chooser& Chooser::ask(wxWindow* near, Question question)
{
    return *new Chooser(near, std::move(question));
}

Chooser* Chooser::open_in(wxWindow* near)
{
    return dynamic_cast<Chooser*>(Overlay::open_in(near));
}

Chooser::Chooser(wxWindow* near, Question question)
    : Overlay(near, wxSize(width, height), shown(question.title)), near_(near), question_(std::move(question))
{
    lay_out();
    fill();
    open(name_ ? name_ : filter_);
    if (name_) name_->SelectAll();
}

void Chooser::lay_out()
{
    auto* title =
        new wxStaticText(this, wxID_ANY, shown(question_.title), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    title->SetFont(look::interface(1, true));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title, wxSizerFlags().Expand().Border(wxALL, 12));
    if (!question_.name_label.empty()) {
        name_ =
            new wxTextCtrl(this, wxID_ANY, shown(question_.name), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
        name_->SetHint(shown(question_.name_label));
        set_accessible_name(name_, shown(question_.name_label));
        add_style_class(name_, "quipu-entry");
        name_->Bind(wxEVT_KEY_DOWN, &Chooser::press, this);
        name_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { count(); });
        column->Add(name_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 12));
    }
    filter_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    filter_->SetHint(shown(tr("filter...")));
    set_accessible_name(filter_, shown(say("Filter: {}", question_.title)));
    add_style_class(filter_, "quipu-entry");
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(question_.title));
    add_style_class(list_, "quipu-panel");
    model_ = new Model(*this);
    if (question_.many)
        list_->AppendTextColumn(wxString(), Model::check_column, wxDATAVIEW_CELL_INERT, check_width, wxALIGN_CENTRE);
    // As wide as the notes need, so that the names have the rest.
    int note_width = 0;
    for (const auto& choice : question_.choices)
        if (!choice.note.empty() && note_width < most_note_width)
            note_width = std::min(most_note_width, std::max(note_width, GetTextExtent(shown(choice.note)).x + 24));
    const bool notes = note_width > 0;
    auto* name = new wxDataViewIconTextRenderer;
    name->EnableEllipsize(wxELLIPSIZE_END);
    list_->AppendColumn(new wxDataViewColumn(wxString(), name, Model::name_column,
                                             width - 40 - note_width - (question_.many ? check_width : 0)));
    if (notes)
        list_->AppendTextColumn(wxString(), Model::note_column, wxDATAVIEW_CELL_INERT, note_width, wxALIGN_RIGHT)
            ->GetRenderer()
            ->EnableEllipsize(wxELLIPSIZE_END);
    list_->AssociateModel(model_.get());
    auto* keys = new wxStaticText(
        this, wxID_ANY,
        shown(question_.many ? tr("Space takes, Enter confirms, Escape leaves") : tr("Enter chooses, Escape leaves")));
    keys->SetForegroundColour(look::faint());
    keys->SetFont(look::interface(0.88));
    column->Add(filter_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 12));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, 8));
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(keys, wxSizerFlags(1).CenterVertical());
    if (question_.many) {
        button_ = tool_button(this, shown(tr("Choose")), [this] { confirm(); });
        foot->Add(button_, wxSizerFlags().CenterVertical());
    }
    column->Add(foot, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 12));
    SetSizer(column);

    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
    filter_->Bind(wxEVT_KEY_DOWN, &Chooser::press, this);
    list_->Bind(wxEVT_KEY_DOWN, &Chooser::press, this);
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (question_.many)
            toggle();
        else
            confirm();
    });
}

void Chooser::fill()
{
    const auto wanted = utf8(filter_->GetValue().Strip(wxString::both));
    shown_.clear();
    bool known = false;
    for (std::size_t i = 0; i < question_.choices.size(); ++i) {
        const auto& choice = question_.choices[i];
        known |= choice.name == wanted;
        if (passes(choice.name + " " + choice.note, wanted)) shown_.push_back(i);
    }
    offers_ = !question_.make.empty() && !wanted.empty() && !known;
    model_->Reset(static_cast<unsigned>(shown_.size() + offers_));
    if (!shown_.empty() || offers_) list_->Select(model_->GetItem(0));
    count();
}

// The button says what it will do, and cannot be pressed when that is nothing.
void Chooser::count()
{
    if (!button_) return;
    const auto taken = static_cast<std::int64_t>(question_.checked.size());
    const auto label = shown(question_.verb ? question_.verb(taken) : tr("Choose"));
    button_->SetLabel(label);
    fit_button(*button_, label);
    set_accessible_name(button_, label);
    const bool named = !name_ || !name_->GetValue().Strip(wxString::both).empty();
    button_->Enable(named && (taken > 0 || question_.none_too));
    Layout();
}

int Chooser::row() const
{
    const auto item = list_->GetSelection();
    return item.IsOk() ? static_cast<int>(model_->GetRow(item)) : -1;
}

std::vector<std::string> Chooser::offered() const
{
    std::vector<std::string> names;
    for (const auto at : shown_) names.push_back(question_.choices[at].name);
    if (offers_) names.push_back(utf8(offer(question_.make, utf8(filter_->GetValue().Strip(wxString::both)))));
    return names;
}

void Chooser::move(int by)
{
    const int last = static_cast<int>(shown_.size() + offers_) - 1;
    if (last < 0) return;
    const auto item = model_->GetItem(static_cast<unsigned>(std::clamp(row() + by, 0, last)));
    list_->Select(item);
    list_->EnsureVisible(item);
}

void Chooser::toggle()
{
    const int at = row();
    if (at < 0 || at >= static_cast<int>(shown_.size())) return;
    const auto id = question_.choices[shown_[static_cast<std::size_t>(at)]].id;
    if (!question_.checked.erase(id)) question_.checked.insert(id);
    model_->RowChanged(static_cast<unsigned>(at));
    count();
}

void Chooser::press(wxKeyEvent& event)
{
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
        if (question_.many && event.GetEventObject() != list_)
            list_->SetFocus(); // where Space takes
        else
            move(1);
        return;
    case WXK_UP: move(-1); return;
    case WXK_PAGEDOWN: move(10); return;
    case WXK_PAGEUP: move(-10); return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: confirm(); return;
    case WXK_SPACE:
        if (question_.many && event.GetEventObject() == list_) {
            toggle();
            return;
        }
        [[fallthrough]];
    default: event.Skip();
    }
}

void Chooser::confirm()
{
    const auto name = name_ ? utf8(name_->GetValue().Strip(wxString::both)) : std::string();
    if (name_ && name.empty()) {
        name_->SetFocus();
        return;
    }
    if (question_.many) {
        // In the order of the list, not of taking.
        std::vector<std::int64_t> taken;
        for (const auto& choice : question_.choices)
            if (question_.checked.contains(choice.id)) taken.push_back(choice.id);
        if (!taken.empty() || question_.none_too) finish({taken, name});
        return;
    }
    const int at = row();
    if (at < 0) return;
    if (at < static_cast<int>(shown_.size()))
        finish({{question_.choices[shown_[static_cast<std::size_t>(at)]].id}, name});
    else
        finish({{}, utf8(filter_->GetValue().Strip(wxString::both))});
}

void Chooser::finish(const Chosen& chosen)
{
    const auto done = question_.done; // what it does may open another
    close();
    if (near_ && !near_->IsBeingDeleted()) done(chosen);
}

}
