#include "variable_sheet.h"
#include "dialog_buttons.h"
#include "gtk_widgets.h"
#include "kind_name.h"
#include "look.h"
#include "shown.h"
#include "workbench/tr.h"
#include <array>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
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
    : wxDialog(parent, wxID_ANY, shown(variable ? variable->name : tr("New variable")), wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      session_(session),
      variable_(std::move(variable))
{
    auto* grid = new wxFlexGridSizer(2, wxSize(12, 8));
    grid->AddGrowableCol(1);
    const auto ask = [&](const char* question, wxWindow* answer) {
        grid->Add(new wxStaticText(this, wxID_ANY, shown(question)), wxSizerFlags().Top().Border(wxTOP, 5));
        grid->Add(answer, wxSizerFlags().Expand());
        set_accessible_name(answer, shown(question));
    };
    name_ = new wxTextCtrl(this, wxID_ANY, variable_ ? shown(variable_->name) : wxString(), wxDefaultPosition,
                           wxSize(320, -1), wxTE_PROCESS_ENTER);
    ask(tr("Name"), name_);
    wxArrayString names;
    for (const auto type : types) names.Add(type_name(workbench::name_of(type)));
    type_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
    type_->SetSelection(variable_ ? static_cast<int>(variable_->type) : 0);
    ask(tr("Type"), type_);
    wxString levels;
    if (variable_)
        for (const auto& level : variable_->levels) levels += shown(level) + "\n";
    values_ = new wxTextCtrl(this, wxID_ANY, levels, wxDefaultPosition, wxSize(320, 120), wxTE_MULTILINE);
    set_margins(*values_);
    ask(tr("Values"), values_);
    auto* hint = new wxStaticText(this, wxID_ANY, shown(tr("One in a line, in their order; none: any value.")));
    hint->SetForegroundColour(look::faint());
    problem_ = new wxStaticText(this, wxID_ANY, wxString());
    problem_->SetForegroundColour(look::warning());
    for (auto* words : {hint, problem_}) {
        grid->AddSpacer(0);
        grid->Add(words, wxSizerFlags().Expand());
    }
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, 16));
    column->Add(dialog_buttons(*this, shown(variable_ ? tr("Save") : tr("Make the variable"))),
                wxSizerFlags().Expand().Border(wxALL, 12));
    SetSizerAndFit(column);
    type_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { follow_type(); });
    Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { save(); }, wxID_OK);
    name_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { save(); });
    follow_type();
    name_->SetFocus();
    name_->SelectAll();
    CentreOnParent();
}

void VariableSheet::follow_type()
{
    values_->Enable(lists_values(types[static_cast<std::size_t>(type_->GetSelection())]));
}

// What is wrong stands in the sheet, which stays.
void VariableSheet::save()
{
    const auto name = utf8(name_->GetValue().Strip(wxString::both));
    const auto type = types[static_cast<std::size_t>(type_->GetSelection())];
    std::vector<std::string> levels;
    for (int i = 0; lists_values(type) && i < values_->GetNumberOfLines(); ++i)
        if (const auto line = values_->GetLineText(i).Strip(wxString::both); !line.empty())
            levels.push_back(utf8(line));
    auto& project = session_.project();
    std::optional<workbench::Error> error;
    if (variable_) {
        if (const auto done = workbench::set_variable(project, variable_->id, {name, type, levels}); !done)
            error = done.error();
    } else if (const auto done = workbench::add_variable(project, name, type, levels); !done) {
        error = done.error();
    }
    if (!error) {
        EndModal(wxID_OK);
        return;
    }
    problem_->SetLabel(wxString(wxUniChar(0x25B2)) + " " + shown(error->detail));
    problem_->Wrap(320);
    GetSizer()->SetSizeHints(this);
    name_->SetFocus();
}

wxString VariableSheet::problem() const
{
    return problem_->GetLabel();
}

}
