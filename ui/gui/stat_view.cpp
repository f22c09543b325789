#include "stat_view.h"
#include "gtk_widgets.h"
#include "look.h"
#include "result_canvas.h"
#include "run_beside.h"
#include "section.h"
#include "shown.h"
#include "statistic_name.h"
#include "statistic_result.h"
#include "stats/analyses.h"
#include "stats/indicator_table.h"
#include "stats/saved_analysis.h"
#include "workbench/tr.h"
#include <nlohmann/json.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

constexpr int form_width = 290;

/// Words of the table of analyses, under names for people.
void offer_words(wxChoice& field, std::string_view words)
{
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        const auto word = words.substr(0, end);
        field.Append(shown(word_name(word)), new wxStringClientData(shown(word)));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

/// What is chosen, as the statistic takes it.
std::string value_of(const wxChoice& field)
{
    const int at = field.GetSelection();
    if (at == wxNOT_FOUND) return {};
    if (!field.HasClientObjectData()) return utf8(field.GetStringSelection());
    return utf8(dynamic_cast<wxStringClientData&>(*field.GetClientObject(static_cast<unsigned>(at))).GetData());
}

void choose_value(wxChoice& field, const std::string& value)
{
    for (unsigned at = 0; at < field.GetCount(); ++at) {
        field.SetSelection(static_cast<int>(at));
        if (value_of(field) == value) return;
    }
}

/// "x" is nothing to a reader; what a key of an input asks for is said by its kind.
std::string question_of(const stats::InputKey& input)
{
    if (input.key == "x" || input.key == "row") return tr("Column");
    if (input.key == "y" || input.key == "col") return tr("Second column");
    if (input.key == "missing") return tr("Missing values");
    return std::string(input.key);
}

}

StatView::StatView(wxWindow* parent, Session& session)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL), session_(session)
{
    SetBackgroundColour(look::paper());
    form_ = make_form();
    result_ = new ResultCanvas(this);
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(form_, wxSizerFlags().Expand());
    line->Add(hairline(this), wxSizerFlags().Expand());
    line->Add(result_, wxSizerFlags(1).Expand());
    SetSizer(line);
    list_tables();
    ask_inputs();
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { list_tables(); });
}

wxPanel* StatView::make_form()
{
    auto* form = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxSize(form_width, -1));
    form->SetMinSize(wxSize(form_width, -1));
    form->SetBackgroundColour(look::panel());
    table_ = new wxChoice(form, wxID_ANY);
    set_accessible_name(table_, shown(tr("Table")));
    wxArrayString names;
    for (const auto& analysis : stats::analyses) names.Add(shown(statistic_name(analysis.name)));
    statistic_ = new wxChoice(form, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
    statistic_->SetSelection(0);
    set_accessible_name(statistic_, shown(tr("Statistic")));
    grid_ = new wxFlexGridSizer(1, wxSize(0, 4));
    grid_->AddGrowableCol(0);
    run_ = new wxButton(form, wxID_ANY, shown(tr("Calculate")));
    add_style_class(run_, "quipu-tool");
    name_ = new wxTextCtrl(form, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    name_->SetHint(shown(tr("name under which to keep it")));
    set_accessible_name(name_, shown(tr("Name of the analysis")));
    add_style_class(name_, "quipu-entry");
    save_ = new wxButton(form, wxID_ANY, shown(tr("Keep the analysis")));
    add_style_class(save_, "quipu-tool");

    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto ask = [&](const char* question, wxWindow* answer) {
        column->Add(new wxStaticText(form, wxID_ANY, shown(question)), wxSizerFlags().Border(wxLEFT | wxTOP, 16));
        column->Add(answer, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 16));
    };
    ask(tr("Table"), table_);
    ask(tr("Statistic"), statistic_);
    column->Add(grid_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, 16));
    column->Add(run_, wxSizerFlags().Expand().Border(wxALL, 16));
    column->Add(name_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 16));
    column->Add(save_, wxSizerFlags().Expand().Border(wxALL, 16));
    form->SetSizer(column);
    table_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { ask_inputs(); });
    statistic_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { ask_inputs(); });
    run_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { calculate(); });
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
    name_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { save(); });
    return form;
}

const stats::Analysis& StatView::chosen() const
{
    return stats::analyses[static_cast<std::size_t>(std::max(0, statistic_->GetSelection()))];
}

std::string StatView::chosen_table() const
{
    return utf8(table_->GetStringSelection());
}

void StatView::list_tables()
{
    const auto before = table_->GetStringSelection();
    wxArrayString names;
    for (const auto& table : stats::indicator_tables(session_.reading())) names.Add(shown(table.name));
    if (names == table_->GetStrings()) return;
    table_->Set(names);
    if (!table_->SetStringSelection(before) && !names.empty()) table_->SetSelection(0);
    run_->Enable(!names.empty());
    ask_inputs();
}

wxWindow* StatView::make_field(const stats::InputKey& input)
{
    auto* field = new wxChoice(form_, wxID_ANY);
    if (input.kind == stats::InputKind::choice) {
        offer_words(*field, input.words);
    } else if (const auto table = stats::find_table(session_.reading(), chosen_table())) {
        for (const auto& column : table->columns) {
            const bool numeric = column.type == stats::ColumnType::integer || column.type == stats::ColumnType::number;
            if (numeric || input.kind == stats::InputKind::any_column) field->Append(shown(column.name));
        }
    }
    // Two columns are asked for: the second choice begins at the second column.
    const bool second = input.key == "y" || input.key == "col";
    if (field->GetCount() > 0) field->SetSelection(second && field->GetCount() > 1 ? 1 : 0);
    return field;
}

void StatView::ask_inputs()
{
    grid_->Clear(true);
    fields_.clear();
    for (const auto& input : chosen().inputs) {
        if (input.kind == stats::InputKind::table) continue; // all numeric columns
        const auto question = question_of(input);
        grid_->Add(new wxStaticText(form_, wxID_ANY, shown(question)));
        auto* field = make_field(input);
        set_accessible_name(field, shown(question));
        grid_->Add(field, wxSizerFlags().Expand().Border(wxBOTTOM, 8));
        fields_.emplace_back(input.key, field);
    }
    form_->Layout();
}

wxWindow* StatView::field(const std::string& key)
{
    for (const auto& [name, field] : fields_)
        if (name == key) return field;
    return nullptr;
}

void StatView::ask(const std::string& statistic, const std::string& table,
                   const std::map<std::string, std::string>& input)
{
    for (std::size_t i = 0; i < stats::analyses.size(); ++i)
        if (stats::analyses[i].name == statistic) statistic_->SetSelection(static_cast<int>(i));
    table_->SetStringSelection(shown(table));
    ask_inputs();
    for (const auto& [key, value] : input)
        if (auto* choice = dynamic_cast<wxChoice*>(field(key))) choose_value(*choice, value);
    calculate();
    name_->SetFocus();
}

nlohmann::json StatView::inputs() const
{
    auto input = nlohmann::json::object();
    for (const auto& [key, field] : fields_)
        if (const auto value = value_of(dynamic_cast<wxChoice&>(*field)); !value.empty()) input[key] = value;
    return input;
}

void StatView::calculate()
{
    run_beside(
        this, session_, workbench::Access::read,
        [statistic = chosen().name, table = chosen_table(), input = inputs()](
            workbench::Project& project, workbench::Progress& progress) -> workbench::Result<nlohmann::ordered_json> {
            progress.start(tr("Calculating"), 0);
            auto outcome = stats::run_on_table(project, statistic, table, input);
            if (progress.cancelled()) return workbench::fail(workbench::ErrorCode::cancelled, say("Stopped."));
            return outcome;
        },
        [this, question = question()](const nlohmann::ordered_json& outcome) {
            result_->show(shown_result(session_, outcome.at("recipe"), outcome, question));
        });
}

std::string StatView::question() const
{
    std::string title = statistic_name(chosen().name) + ": ";
    for (const auto& [key, field] : fields_)
        if (key != "missing") title += value_of(dynamic_cast<wxChoice&>(*field)) + ", ";
    return title + chosen_table();
}

void StatView::save()
{
    const auto name = utf8(name_->GetValue().Strip(wxString::both));
    run_beside(
        this, session_, workbench::Access::write,
        [name, statistic = chosen().name, table = chosen_table(), input = inputs()](workbench::Project& project,
                                                                                    workbench::Progress& progress) {
            progress.start(tr("Calculating"), 0);
            return stats::save_analysis(project, name, statistic, table, input);
        },
        [this, name](const nlohmann::ordered_json&) {
            name_->Clear();
            if (auto* bar = message_bar_of(this)) bar->tell(shown(say("\"{}\" is kept with its recipe.", name)));
        });
}

}
