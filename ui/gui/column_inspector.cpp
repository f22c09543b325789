#include "column_inspector.h"
#include "evidence_form.h"
#include "gtk_widgets.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "statistic_name.h"
#include "workbench/spoken.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace gui
{

using workbench::say_n;
using workbench::tr;

namespace
{

constexpr int wide = 280;
constexpr std::array types{stats::ColumnType::text, stats::ColumnType::integer, stats::ColumnType::number,
                           stats::ColumnType::date, stats::ColumnType::boolean};
constexpr std::array levels{stats::Level::nominal, stats::Level::ordinal, stats::Level::interval, stats::Level::ratio};

template <class Words>
wxChoice* choice_of(wxWindow* parent, workbench::Words list, const Words& words)
{
    auto* made = new wxChoice(parent, wxID_ANY);
    for (const auto word : words) made->Append(shown(workbench::spoken(list, stats::name_of(word))));
    return made;
}

template <class Words, class Word>
int place_in(const Words& words, Word word)
{
    return static_cast<int>(std::ranges::find(words, word) - words.begin());
}

std::string joined(const std::vector<std::string>& words)
{
    return fmt::format("{}", fmt::join(words, "; "));
}

/// What stands between the semicolons, without blanks around it; nothing twice.
std::vector<std::string> parts_of(const std::string& words)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= words.size()) {
        const auto to = std::min(words.find(';', from), words.size());
        auto part = utf8(shown(words.substr(from, to - from)).Strip(wxString::both));
        if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.push_back(std::move(part));
        from = to + 1;
    }
    return parts;
}

void set_text(wxTextCtrl& entry, const std::string& words)
{
    if (utf8(entry.GetValue()) != words && !entry.IsModified()) entry.ChangeValue(shown(words));
}

}

ColumnInspector::ColumnInspector(wxWindow* parent, Session& session, stats::TableId table, RunStatistic run)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxSize(wide, -1), wxTAB_TRAVERSAL),
      session_(session),
      table_(table),
      run_(std::move(run))
{
    SetBackgroundColour(look::panel());
    SetMinSize(wxSize(wide, -1));
    columns_ = new wxChoice(this, wxID_ANY);
    type_ = choice_of(this, workbench::Words::type, types);
    level_ = choice_of(this, workbench::Words::level, levels);
    second_ = new wxChoice(this, wxID_ANY);
    unit_ = entry(tr("Unit"), "% S/ km", [this](const auto& words) { save({.unit = words}); });
    label_ =
        entry(tr("Label"), tr("what it means, for a reader"), [this](const auto& words) { save({.label = words}); });
    missing_ = entry(tr("Codes that mean missing"), "99; -1; n.d.",
                     [this](const auto& words) { save({.missing = parts_of(words)}); });
    source_ =
        entry(tr("Source of the table"), tr("author, year, page"), [this](const auto& words) { save_source(words); });
    about_ = new wxStaticText(this, wxID_ANY, wxString());
    about_->SetForegroundColour(look::faint());
    lay_out();
    columns_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        show(utf8(columns_->GetStringSelection()));
        column_chosen(column_);
    });
    type_->Bind(wxEVT_CHOICE,
                [this](wxCommandEvent&) { save({.type = types.at(static_cast<std::size_t>(type_->GetSelection()))}); });
    level_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        save({.level = levels.at(static_cast<std::size_t>(level_->GetSelection()))});
    });
    read();
}

wxTextCtrl* ColumnInspector::entry(const char* name, const char* hint, std::function<void(const std::string&)> save)
{
    auto* made = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    made->SetHint(shown(hint));
    set_accessible_name(made, shown(name));
    add_style_class(made, "quipu-entry");
    const auto write = [made, save = std::move(save)] {
        if (!made->IsModified()) return;
        made->DiscardEdits();
        save(utf8(made->GetValue().Strip(wxString::both)));
    };
    made->Bind(wxEVT_TEXT_ENTER, [write](wxCommandEvent&) { write(); });
    made->Bind(wxEVT_KILL_FOCUS, [write](wxFocusEvent& event) {
        write();
        event.Skip();
    });
    made->Bind(wxEVT_KEY_DOWN, [this, made](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_ESCAPE) {
            event.Skip();
            return;
        }
        made->DiscardEdits();
        read();
    });
    return made;
}

void ColumnInspector::lay_out()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto ask = [&](const char* question, wxWindow* answer) {
        auto* words = new wxStaticText(this, wxID_ANY, shown(question));
        words->SetForegroundColour(look::faint());
        column->Add(words, wxSizerFlags().Border(wxLEFT | wxTOP, 12));
        column->Add(answer, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 12));
        if (accessible_name(answer).empty()) set_accessible_name(answer, shown(question));
    };
    const auto button = [&](wxSizer& line, const wxString& label, std::function<void()> act) {
        auto* made = tool_button(this, label, std::move(act));
        line.Add(made, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, 4));
        return made;
    };
    ask(tr("Column"), columns_);
    column->Add(about_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, 12));
    ask(tr("Type"), type_);
    ask(tr("Level of measurement"), level_);
    ask(tr("Unit"), unit_);
    ask(tr("Label"), label_);
    ask(tr("Codes that mean missing"), missing_);
    column->Add(hairline(this), wxSizerFlags().Expand().Border(wxTOP, 16));
    auto* one = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    numeric_.push_back(button(*one, shown(tr("Descriptives")), [this] { run_statistic("descriptives"); }));
    button(*one, shown(tr("Frequencies")), [this] { run_statistic("frequency_table"); });
    column->Add(one, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, 12));
    ask(tr("With the column"), second_);
    auto* two = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    numeric_.push_back(button(*two, "Pearson", [this] { run_statistic("pearson"); }));
    numeric_.push_back(button(*two, "Spearman", [this] { run_statistic("spearman"); }));
    column->Add(two, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(tool_button(this, shown(tr("Link words to this column...")),
                            [this] { ask_evidence(this, session_, 0, {.table = table_, .column = column_}); }),
                wxSizerFlags().Border(wxLEFT | wxRIGHT, 12));
    column->Add(hairline(this), wxSizerFlags().Expand().Border(wxTOP, 16));
    ask(tr("Source of the table"), source_);
    column->AddSpacer(12);
    SetSizer(column);
}

void ColumnInspector::read()
{
    const auto table = stats::find_table(session_.reading(), "#" + std::to_string(table_.value));
    Enable(table.has_value());
    if (!table) return;
    table_name_ = table->name;
    fill_columns(*table);
    set_text(*source_, table->citation.value_or(""));
    for (const auto& column : table->columns)
        if (column.name == column_) fill(*table, column);
}

void ColumnInspector::show(const std::string& column)
{
    for (auto* one : {unit_, label_, missing_}) one->DiscardEdits();
    column_ = column;
    read();
}

void ColumnInspector::fill_columns(const stats::IndicatorTable& table)
{
    if (column_.empty() && !table.columns.empty()) column_ = table.columns.front().name;
    wxArrayString all, numeric;
    for (const auto& column : table.columns) {
        all.Add(shown(column.name));
        const bool number = column.type == stats::ColumnType::integer || column.type == stats::ColumnType::number;
        if (number && column.name != column_) numeric.Add(shown(column.name));
    }
    if (all != columns_->GetStrings()) columns_->Set(all);
    columns_->SetStringSelection(shown(column_));
    if (numeric == second_->GetStrings()) return;
    const auto before = second_->GetStringSelection();
    second_->Set(numeric);
    if (!second_->SetStringSelection(before) && !numeric.empty()) second_->SetSelection(0);
}

void ColumnInspector::fill(const stats::IndicatorTable& table, const stats::ColumnInfo& column)
{
    type_->SetSelection(place_in(types, column.type));
    level_->SetSelection(place_in(levels, column.level));
    set_text(*unit_, column.unit);
    set_text(*label_, column.label);
    set_text(*missing_, joined(column.missing));
    const bool number = column.type == stats::ColumnType::integer || column.type == stats::ColumnType::number;
    for (auto* one : numeric_) one->Enable(number);
    second_->Enable(number && !second_->IsEmpty());
    std::string words;
    if (const auto data = stats::table_data(session_.reading(), table))
        if (const auto* cells = data->data->find(column.name)) {
            const auto missing = static_cast<long long>(cells->missing_count());
            const auto misfits = static_cast<long long>(cells->misfits().size());
            words =
                say_n("{} cell, {} missing", "{} cells, {} missing", table.rows, utf8(grouped(table.rows)), missing);
            if (misfits > 0)
                words += "\n\u25B2 " +
                         say_n("{} cell is not of this type", "{} cells are not of this type", misfits, misfits);
        }
    about_->SetLabel(shown(words));
    Layout();
}

// The cells are as they were imported: only how they are read is said differently.
void ColumnInspector::save(const stats::ColumnSettings& settings)
{
    run(this, [&] { return stats::set_column(session_.project(), table_, column_, settings); });
}

void ColumnInspector::save_source(const std::string& words)
{
    run(this, [&] { return stats::set_table(session_.project(), table_, {.citation = words}); });
}

void ColumnInspector::run_statistic(const std::string& statistic)
{
    std::map<std::string, std::string> input{{"x", column_}};
    const auto second = utf8(second_->GetStringSelection());
    if (statistic == "pearson" || statistic == "spearman") {
        if (second.empty()) return;
        input["y"] = second;
    }
    run_(statistic, table_name_, input);
}

}
