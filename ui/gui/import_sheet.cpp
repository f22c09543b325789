#include "import_sheet.h"
#include "gtk_widgets.h"
#include "kind_name.h"
#include "language_name.h"
#include "look.h"
#include "section.h"
#include "shown.h"
#include "workbench/document.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <set>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

namespace gui
{
namespace
{

using workbench::CasesFrom;
using workbench::Draft;
using workbench::say;
using workbench::say_n;
using workbench::source;
using workbench::SpeakerMode;
using workbench::tr;

constexpr std::array<std::string_view, 9> encodings{"UTF-8",    "windows-1252", "ISO-8859-1", "ISO-8859-15", "UTF-16LE",
                                                    "UTF-16BE", "windows-1250", "IBM850",     "macintosh"};
constexpr int width = 300; ///< of what is answered

/// What all of them have; nothing when they differ.
template <class Get>
auto common(const std::vector<Draft*>& drafts, Get get) -> std::optional<std::decay_t<decltype(get(*drafts.front()))>>
{
    if (drafts.empty()) return std::nullopt;
    const auto first = get(*drafts.front());
    for (const auto* draft : drafts)
        if (get(*draft) != first) return std::nullopt;
    return first;
}

template <class Words>
int place_of(const Words& words, const std::optional<std::string>& word)
{
    const auto found = word ? std::find(std::begin(words), std::end(words), *word) : std::end(words);
    return found == std::end(words) ? wxNOT_FOUND : static_cast<int>(found - std::begin(words));
}

wxArrayString list_of(std::initializer_list<const char*> words)
{
    wxArrayString list;
    for (const auto* word : words) list.Add(shown(tr(word)));
    return list;
}

std::string joined(const std::vector<std::string>& names, std::size_t most)
{
    std::string line;
    for (std::size_t i = 0; i < names.size() && i < most; ++i) line += (i ? ", " : "") + names[i];
    return names.size() > most ? line + "\u2026" : line;
}

}

ImportSheet::ImportSheet(wxWindow* parent, std::function<void()> changed, std::function<void()> all)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxBORDER_NONE),
      changed_(std::move(changed))
{
    SetBackgroundColour(look::panel());
    SetScrollRate(0, 12);
    head_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    head_->SetFont(look::interface(1.05, true));
    all_ = tool_button(this, shown(tr("For all files")), std::move(all));
    lay_out();
    listen();
}

void ImportSheet::ask(const char* question, wxWindow* answer, int proportion)
{
    auto* words = new wxStaticText(this, wxID_ANY, shown(question));
    words->SetForegroundColour(look::faint());
    grid_->Add(words, wxSizerFlags().Align(proportion ? wxALIGN_TOP : wxALIGN_CENTER_VERTICAL));
    grid_->Add(answer, wxSizerFlags(proportion).Expand());
    set_accessible_name(answer, shown(question));
}

wxChoice* ImportSheet::choice(const char* question, const wxArrayString& answers)
{
    auto* made = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxSize(width, -1), answers);
    ask(question, made);
    return made;
}

void ImportSheet::lay_out()
{
    grid_ = new wxFlexGridSizer(2, wxSize(12, 8));
    grid_->AddGrowableCol(1);
    name_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(width, -1));
    ask(tr("Name"), name_);
    wxArrayString kinds, languages;
    for (const auto kind : workbench::document_kinds) kinds.Add(kind_name(kind));
    kind_ = choice(tr("Kind"), kinds);
    languages.Add(shown(tr("That of the project")));
    for (const auto code : document_languages()) languages.Add(language_name(code));
    language_ = choice(tr("Language"), languages);
    encoding_ = choice(tr("Encoding"), {});
    paragraphs_ = choice(tr("Paragraphs"), {});
    speakers_ =
        choice(tr("Speakers"),
               list_of({source("by the labels that are found"), source("no turns"), source("by a pattern of my own")}));
    pattern_ = new wxTextCtrl(this, wxID_ANY);
    pattern_->SetHint("^([A-Z0-9]+):");
    ask(tr("Pattern"), pattern_);
    labels_ =
        new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxSize(width, 132), wxDV_SINGLE | wxDV_NO_HEADER);
    labels_->AppendToggleColumn(wxString(), wxDATAVIEW_CELL_ACTIVATABLE, 34);
    labels_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 170);
    labels_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 70, wxALIGN_RIGHT);
    ask(tr("Who speaks"), labels_, 1);
    cases_ =
        choice(tr("Cases"), list_of({source("every speaker but who asks"), source("every document"), source("none")}));
    case_names_ = new wxStaticText(this, wxID_ANY, wxString());
    case_names_->SetForegroundColour(look::faint());
    problem_ = new wxStaticText(this, wxID_ANY, wxString());
    problem_->SetForegroundColour(look::warning());
    warnings_ = new wxStaticText(this, wxID_ANY, wxString());
    warnings_->SetForegroundColour(look::warning());

    auto* title = new wxBoxSizer(wxHORIZONTAL);
    title->Add(head_, wxSizerFlags(1).CenterVertical());
    title->Add(all_, wxSizerFlags().CenterVertical().Border(wxLEFT, 8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title, wxSizerFlags().Expand().Border(wxALL, 12));
    column->Add(grid_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, 12));
    for (auto* words : {case_names_, problem_, warnings_})
        column->Add(words, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, 12));
    column->AddSpacer(12);
    SetSizer(column);
}

void ImportSheet::listen()
{
    name_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        const auto name = utf8(name_->GetValue().Strip(wxString::both));
        if (!showing_ && drafts_.size() == 1 && !name.empty()) set([&](Draft& draft) { draft.name = name; });
    });
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        set([&](Draft& draft) { draft.how.kind = workbench::document_kinds[event.GetSelection()]; });
    });
    language_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        const auto at = static_cast<std::size_t>(event.GetSelection());
        set([&](Draft& draft) { draft.how.language = at == 0 ? "" : std::string(document_languages()[at - 1]); });
    });
    encoding_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { read_again(utf8(encoding_->GetStringSelection())); });
    paragraphs_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        set([&](Draft& draft) { draft.how.join_broken_lines = event.GetSelection() == 1; });
    });
    speakers_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        set([&](Draft& draft) { draft.how.speakers.mode = static_cast<SpeakerMode>(event.GetSelection()); });
        if (event.GetSelection() == 2) pattern_->SetFocus();
    });
    pattern_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (!showing_) set([&](Draft& draft) { draft.how.speakers.pattern = utf8(pattern_->GetValue()); });
    });
    labels_->Bind(wxEVT_DATAVIEW_ITEM_VALUE_CHANGED, [this](wxDataViewEvent& event) {
        const int row = labels_->ItemToRow(event.GetItem());
        if (!showing_ && row != wxNOT_FOUND && event.GetColumn() == 0)
            tick(static_cast<unsigned>(row), labels_->GetToggleValue(static_cast<unsigned>(row), 0));
    });
    cases_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        set([&](Draft& draft) { draft.how.cases = static_cast<CasesFrom>(event.GetSelection()); });
    });
}

void ImportSheet::show(std::vector<Draft*> drafts, const std::vector<std::string>& names, bool whole)
{
    showing_ = true;
    const bool others = drafts != drafts_;
    drafts_ = std::move(drafts);
    const auto count = static_cast<long long>(drafts_.size());
    head_->SetLabel(drafts_.empty()      ? wxString()
                    : drafts_.size() > 1 ? shown(say_n("{} document", "{} documents", count, count))
                                         : shown(names.front()));
    all_->Show(!whole);
    name_->Enable(drafts_.size() == 1);
    if (others) name_->ChangeValue(drafts_.size() == 1 ? shown(drafts_.front()->name) : wxString());
    kind_->SetSelection(
        place_of(workbench::document_kinds, common(drafts_, [](const Draft& d) { return d.how.kind; })));
    const auto language = common(drafts_, [](const Draft& d) { return d.how.language; });
    language_->SetSelection(language && language->empty() ? 0 : place_of(document_languages(), language) + 1);
    if (!language) language_->SetSelection(wxNOT_FOUND);
    const auto mode = common(drafts_, [](const Draft& d) { return d.how.speakers.mode; });
    speakers_->SetSelection(mode ? static_cast<int>(*mode) : wxNOT_FOUND);
    const bool by_pattern = mode == SpeakerMode::pattern;
    pattern_->Enable(by_pattern);
    if (others)
        pattern_->ChangeValue(
            shown(common(drafts_, [](const Draft& d) { return d.how.speakers.pattern; }).value_or("")));
    const auto cases = common(drafts_, [](const Draft& d) { return d.how.cases; });
    cases_->SetSelection(cases ? static_cast<int>(*cases) : wxNOT_FOUND);
    fill_labels();
    fill_texts(names);
    if (others) say_problem(wxString());
    showing_ = false;
    Layout();
    FitInside();
}

/// Each label of the drafts once, with how often it stands in all of them.
void ImportSheet::fill_labels()
{
    std::vector<workbench::FoundLabel> all;
    for (const auto* draft : drafts_)
        for (const auto& label : draft->found.labels) {
            const auto known =
                std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.label == label.label; });
            if (known == all.end()) {
                all.push_back(label);
            } else {
                known->count += label.count;
                known->speaker = known->speaker || label.speaker;
            }
        }
    // A list of the same labels keeps its place.
    bool same = static_cast<std::size_t>(labels_->GetItemCount()) == all.size();
    for (std::size_t i = 0; same && i < all.size(); ++i)
        same = labels_->GetTextValue(static_cast<unsigned>(i), 1) == shown(all[i].label);
    if (!same) labels_->DeleteAllItems();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto row = static_cast<unsigned>(i);
        if (same) {
            labels_->SetToggleValue(all[i].speaker, row, 0);
            labels_->SetTextValue(grouped(all[i].count), row, 2);
        } else {
            wxVector<wxVariant> cells;
            cells.push_back(all[i].speaker);
            cells.push_back(shown(all[i].label));
            cells.push_back(grouped(all[i].count));
            labels_->AppendItem(cells);
        }
    }
    labels_->Enable(!all.empty());
}

void ImportSheet::fill_texts(const std::vector<std::string>& names)
{
    std::int64_t lines = 0, whole = 0;
    std::vector<std::string> cases;
    std::set<std::string> known;
    std::vector<std::string> warnings;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
        const auto& draft = *drafts_[i];
        lines += draft.lines;
        whole += draft.whole;
        for (const auto& name : workbench::cases_of(draft, names[i]))
            if (known.insert(name).second) cases.push_back(name);
        for (const auto& warning : draft.source.warnings)
            if (known.insert("\n" + warning).second) warnings.push_back(warning);
        if (draft.looks_broken() && !draft.how.join_broken_lines && known.insert("\n").second)
            warnings.push_back(tr("The lines look broken by a page or a narrow column: let them be joined."));
    }
    const auto joins = common(drafts_, [](const Draft& d) { return d.how.join_broken_lines; });
    wxArrayString ways;
    ways.Add(shown(say("a line each ({})", utf8(grouped(lines)))));
    ways.Add(shown(say("broken lines joined ({})", utf8(grouped(whole)))));
    paragraphs_->Set(ways);
    paragraphs_->SetSelection(joins ? static_cast<int>(*joins) : wxNOT_FOUND);
    const auto encoding = common(drafts_, [](const Draft& d) { return d.source.encoding; });
    wxArrayString offered;
    for (const auto one : encodings) offered.Add(shown(one));
    if (encoding && *encoding && offered.Index(shown(**encoding)) == wxNOT_FOUND) offered.Add(shown(**encoding));
    encoding_->Set(offered);
    encoding_->SetSelection(encoding && *encoding ? offered.Index(shown(**encoding)) : wxNOT_FOUND);
    encoding_->Enable(std::any_of(drafts_.begin(), drafts_.end(),
                                  [](const Draft* draft) { return draft->source.encoding && !draft->file.empty(); }));
    case_names_->SetLabel(cases.empty() ? wxString() : shown(say("Cases: {}", joined(cases, 12))));
    std::string lines_of_warnings;
    for (const auto& warning : warnings)
        lines_of_warnings += (lines_of_warnings.empty() ? "" : "\n") + ("\u25B2 " + warning);
    warnings_->SetLabel(shown(lines_of_warnings));
    for (auto* words : {case_names_, warnings_}) words->Wrap(std::max(200, GetClientSize().x - 28));
}

void ImportSheet::set(const std::function<void(Draft&)>& change)
{
    for (auto* draft : drafts_) change(*draft);
    look_again();
    changed_();
}

void ImportSheet::look_again()
{
    say_problem(wxString());
    for (auto* draft : drafts_)
        if (const auto turns = workbench::look_again(*draft); !turns) {
            say_problem(shown(turns.error().detail));
            return;
        }
}

void ImportSheet::tick(unsigned row, bool speaker)
{
    const auto label = utf8(labels_->GetTextValue(row, 1));
    set([&](Draft& draft) { draft.how.speakers.told[label] = speaker; });
}

// Another encoding is another text: the file is read anew. One that its bytes do not fit is said, and nothing changes.
void ImportSheet::read_again(const std::string& encoding)
{
    const wxBusyCursor busy;
    wxString problem;
    for (auto* draft : drafts_) {
        if (!draft->source.encoding || draft->file.empty()) continue;
        auto how = draft->how;
        how.encoding = encoding;
        auto read = workbench::read_draft(draft->file, how);
        if (!read) {
            problem = shown(read.error().detail);
            continue;
        }
        read->name = draft->name;
        *draft = std::move(*read);
    }
    changed_();
    say_problem(problem);
}

void ImportSheet::say_problem(const wxString& problem)
{
    problem_->SetLabel(problem.empty() ? problem : wxString(wxUniChar(0x25B2)) + " " + problem);
    problem_->Wrap(std::max(200, GetClientSize().x - 28));
    Layout();
}

wxString ImportSheet::problem() const
{
    return problem_->GetLabel();
}

}
