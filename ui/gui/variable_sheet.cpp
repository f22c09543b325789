#include "variable_sheet.h"
#include "gtk_widgets.h"
#include "kind_name.h"
#include "shown.h"
#include "workbench/tr.h"
#include <array>
#include <wx/choice.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::tr;
using workbench::VariableType;

namespace
{

constexpr std::array types{VariableType::text,   VariableType::category, VariableType::ordinal, VariableType::integer,
                           VariableType::number, VariableType::date,     VariableType::boolean};

bool lists_values(VariableType type)
{
    return type == VariableType::category || type == VariableType::ordinal;
}

}

VariableSheet::VariableSheet(wxWindow* parent, Session& session, std::optional<workbench::Variable> variable)
    : FormDialog(parent, "variable", shown(variable ? variable->name : tr("New variable")), wxSize(420, 400)),
      session_(session),
      variable_(std::move(variable))
{
    name_ = new wxTextCtrl(place(), wxID_ANY, variable_ ? shown(variable_->name) : wxString(), wxDefaultPosition,
                           wxDefaultSize, wxTE_PROCESS_ENTER);
    name_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { confirm(); });
    wxArrayString names;
    for (const auto type : types) names.Add(type_name(workbench::name_of(type)));
    type_ = new wxChoice(place(), wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
    type_->SetSelection(variable_ ? static_cast<int>(variable_->type) : 0);
    type_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { follow_type(); });
    wxString levels;
    if (variable_)
        for (const auto& level : variable_->levels) levels += shown(level) + "\n";
    values_ = new wxTextCtrl(place(), wxID_ANY, levels, wxDefaultPosition, wxSize(-1, 110), wxTE_MULTILINE);
    set_margins(*values_);
    ask(tr("Name"), name_);
    ask(tr("Type"), type_);
    ask(tr("Values"), values_, 1, tr("One in a line, in their order; none: any value."));
    follow_type();
    finish(shown(variable_ ? tr("Save") : tr("Make the variable")), name_);
    name_->SelectAll();
}

void VariableSheet::follow_type()
{
    values_->Enable(lists_values(types[static_cast<std::size_t>(type_->GetSelection())]));
}

// What is wrong stands in the sheet, which stays.
bool VariableSheet::carry_out()
{
    const auto name = utf8(name_->GetValue().Strip(wxString::both));
    const auto type = types[static_cast<std::size_t>(type_->GetSelection())];
    std::vector<std::string> levels;
    for (int i = 0; lists_values(type) && i < values_->GetNumberOfLines(); ++i)
        if (const auto line = values_->GetLineText(i).Strip(wxString::both); !line.empty())
            levels.push_back(utf8(line));
    auto& project = session_.project();
    if (variable_) {
        const auto done = workbench::set_variable(project, variable_->id, {name, type, levels});
        return done ? true : complain(name_, done.error());
    }
    const auto done = workbench::add_variable(project, name, type, levels);
    return done ? true : complain(name_, done.error());
}

wxString VariableSheet::problem() const
{
    return shown(said_of(*name_));
}

}
