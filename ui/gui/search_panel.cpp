#include "search_panel.h"
#include "completion_list.h"
#include "gtk_widgets.h"
#include "look.h"
#include "review_list.h"
#include "search_start.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <set>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

constexpr std::size_t most_listed = 500;
constexpr int pause_after_a_key = 10; // milliseconds: a query that waits gives way to the next one anyway

bool same(const FoundPassages& a, const FoundPassages& b)
{
    const auto alike = [](const FoundPassage& x, const FoundPassage& y) {
        return x.document == y.document && x.span == y.span && x.marks == y.marks && x.text == y.text &&
               x.name == y.name && x.archive == y.archive;
    };
    return a.total == b.total && std::ranges::equal(a.list, b.list, alike);
}

/// The query with the character of the column underlined; its end, when the column lies behind it.
wxString underlined(const std::string& query, std::optional<int> column)
{
    auto text = shown(query);
    if (!column) return escaped(text);
    const auto at = static_cast<std::size_t>(*column - 1);
    if (at >= text.length()) text += wxString(' ', at + 1 - text.length());
    const auto red = look::warning().GetAsString(wxC2S_HTML_SYNTAX);
    auto wrong = escaped(text.Mid(at, 1));
    if (wrong == " ") wrong = wxString(wxUniChar(0x00A0));
    return escaped(text.Left(at)) + "<span foreground=\"" + red + "\" underline=\"single\"><b>" + wrong +
           "</b></span>" + escaped(text.Mid(at + 1));
}

}

SearchPanel::SearchPanel(wxWindow* parent, Session& session, Acts acts)
    : wxPanel(parent),
      session_(session),
      acts_(std::move(acts)),
      pause_(this),
      archives_({[this](const std::string& query, std::vector<search::ArchiveAnswer> answers) {
                     CallAfter([this, query, answers = std::move(answers)] { take_archives(query, answers); });
                 },
                 [this](workbench::Result<workbench::Draft> draft) {
                     auto kept = std::make_shared<workbench::Result<workbench::Draft>>(std::move(draft));
                     CallAfter([this, kept] { take_document(std::move(*kept)); });
                 }}),
      worker_(session.project().path(), [this](const std::string& query, SearchWorker::Answer answer) {
          CallAfter([this, query, answer = std::move(answer)] { take(query, answer); });
      })
{
    SetBackgroundColour(look::panel());
    auto* column = new wxBoxSizer(wxVERTICAL);
    head_ = head();
    message_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    message_->Hide();
    naming_ = naming();
    naming_->Hide();
    start_ = new SearchStart(this, session, [this](const std::string& query) { search(query); });
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_NO_HEADER | wxDV_MULTIPLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Passages found")));
    add_style_class(list_, "quipu-panel");
    auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
    text->EnableMarkup();
    list_->AppendColumn(new wxDataViewColumn(wxString(), text, 0, 800, wxALIGN_LEFT));
    model_ = new HitModel;
    list_->AssociateModel(model_.get());
    list_->Hide();
    review_ = new ReviewList(this, session,
                             {[this](const auto& places) { code_reviewed(places); },
                              [this] { show(asked_.empty() ? Page::start : Page::hits); }});
    extent_ = new wxChoice(review_, wxID_ANY);
    for (const auto* name : {tr("The words found"), tr("The sentence"), tr("The paragraph"), tr("The whole turn")})
        extent_->Append(shown(name));
    extent_->SetSelection(static_cast<int>(coding::Extent::paragraph));
    set_accessible_name(extent_, shown(tr("How much becomes a quotation")));
    review_->head().Insert(0, extent_, wxSizerFlags().CenterVertical().Border(wxRIGHT | wxBOTTOM, 6));
    review_->Hide();
    column->Add(head_, wxSizerFlags().Expand());
    column->Add(message_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 8));
    column->Add(naming_, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(start_, wxSizerFlags(1).Expand());
    column->Add(list_, wxSizerFlags(1).Expand());
    column->Add(review_, wxSizerFlags(1).Expand());
    SetSizer(column);
    // The last child lies over the others.
    completion_ = new CompletionList(this, [this](const Completion& one) { put_in(one); });
    bind();
    start_->fill();
    say_count();
}

SearchPanel::~SearchPanel() = default;

wxWindow* SearchPanel::head()
{
    auto* panel = new wxPanel(this);
    panel->SetBackgroundColour(look::panel());
    query_ = new wxTextCtrl(panel, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                            wxTE_PROCESS_ENTER | wxTE_PROCESS_TAB);
    query_->SetHint(shown(tr("words, \"a phrase\", speaker:NAME; help comes as you type")));
    set_accessible_name(query_, shown(tr("Search all documents")));
    add_style_class(query_, "quipu-entry");
    count_ = new wxStaticText(panel, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    count_->SetForegroundColour(look::faint());
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(count_, wxSizerFlags().CenterVertical().Border(wxRIGHT, 12));
    const auto put = [&](const char* label, const char* help, std::function<void()> act) {
        auto* button = tool_button(panel, shown(label), std::move(act));
        button->SetToolTip(shown(help));
        line->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, 6));
        return button;
    };
    code_ = put(tr("Code what was found..."), tr("Puts a code on the passages found, after a review"),
                [this] { review(); });
    import_ =
        put(tr("Import the document"), tr("Brings the document of this passage from its archive into the project"),
            [this] { import_chosen(); });
    import_->Hide();
    save_ = put(tr("Save..."), tr("Keeps this search, or makes a smart code of it"), [this] { ask_name(); });
    auto* close =
        new wxButton(panel, wxID_ANY, wxString(wxUniChar(0x00D7)), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    add_style_class(close, "quipu-flat");
    set_accessible_name(close, shown(tr("Close the results")));
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { acts_.leave(); });
    lines_ = new wxBoxSizer(wxHORIZONTAL);
    lines_->Add(query_, wxSizerFlags(1).Expand().Border(wxALL, 8));
    lines_->Add(line, wxSizerFlags().Expand().Border(wxLEFT, 8));
    auto* whole = new wxBoxSizer(wxHORIZONTAL);
    whole->Add(lines_, wxSizerFlags(1).Expand());
    whole->Add(close, wxSizerFlags().Border(wxTOP | wxRIGHT, 8));
    panel->SetSizer(whole);
    return panel;
}

// Where a query would have no room beside the count and the buttons, it stands above them.
void SearchPanel::lay_out_head()
{
    constexpr int least_query = 240;
    auto* rest = lines_->GetItem(1)->GetSizer();
    const bool narrow = GetClientSize().x < rest->CalcMin().x + least_query;
    lines_->SetOrientation(narrow ? wxVERTICAL : wxHORIZONTAL);
    lines_->GetItem(query_)->SetProportion(narrow ? 0 : 1);
    rest->GetItem(count_)->SetProportion(narrow ? 1 : 0);
    head_->Layout();
    Layout();
}

wxWindow* SearchPanel::naming()
{
    auto* panel = new wxPanel(this);
    panel->SetBackgroundColour(look::panel());
    name_ = new wxTextCtrl(panel, wxID_ANY, wxString(), wxDefaultPosition, wxSize(260, -1), wxTE_PROCESS_ENTER);
    name_->SetHint(shown(tr("a name for this search")));
    set_accessible_name(name_, shown(tr("Name of the search")));
    add_style_class(name_, "quipu-entry");
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(name_, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxRIGHT, 8));
    const auto put = [&](wxButton* button) {
        line->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, 6));
        return button;
    };
    put(tool_button(panel, shown(tr("Save the search")), [this] { save(false); }));
    smart_ = put(tool_button(panel, shown(tr("Make a smart code")), [this] { save(true); }));
    smart_->SetToolTip(shown(tr("A code that always stands for what this search finds at the moment")));
    put(tool_button(panel, shown(tr("Cancel")), [this] {
        naming_->Hide();
        Layout();
    }));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(line, wxSizerFlags().Expand().Border(wxBOTTOM, 8));
    panel->SetSizer(column);
    name_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { save(false); });
    name_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_ESCAPE) return event.Skip();
        naming_->Hide();
        Layout();
        query_->SetFocus();
    });
    return panel;
}

void SearchPanel::bind()
{
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        lay_out_head();
        event.Skip();
    });
    query_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typed(); });
    query_->Bind(wxEVT_KEY_DOWN, &SearchPanel::press, this);
    query_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (!wxGetMouseState().LeftIsDown()) completion_->close();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { ask(); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        say_count();
        go(false);
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { go(true); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { menu_in_list(); });
    list_->Bind(wxEVT_KEY_DOWN, &SearchPanel::press_in_list, this);
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        list_->GetColumn(0)->SetWidth(std::max(200, event.GetSize().x - 12));
        event.Skip();
    });
    extent_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill_review(); });
    start_->list().Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE)
            acts_.leave();
        else
            event.Skip();
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) {
        start_->fill();
        if (!IsShown() || asked_.empty()) return;
        worker_.ask(asked_, most_listed);
        ask_archives();
    });
}

void SearchPanel::show(Page page)
{
    page_ = page;
    head_->Show(page != Page::review);
    start_->Show(page == Page::start);
    list_->Show(page == Page::hits);
    review_->Show(page == Page::review);
    if (page == Page::review) naming_->Hide();
    message_->Show(page != Page::review && !(problem_.empty() && elsewhere_.trouble.empty()));
    Layout();
}

void SearchPanel::begin()
{
    if (page_ == Page::review) return;
    query_->SetFocus();
    query_->SelectAll();
}

void SearchPanel::search(const std::string& query)
{
    if (utf8(query_->GetValue()) != query) query_->ChangeValue(shown(query));
    query_->SetInsertionPointEnd();
    completion_->close();
    ask();
}

void SearchPanel::typed()
{
    pause_.StartOnce(pause_after_a_key);
    complete();
}

void SearchPanel::ask()
{
    pause_.Stop();
    asked_ = utf8(query_->GetValue().Strip(wxString::both));
    if (!asked_.empty()) {
        worker_.ask(asked_, most_listed);
        return ask_archives();
    }
    problem_.clear();
    found_ = own_ = {};
    elsewhere_ = {};
    answered_.clear();
    show(Page::start);
    say_count();
}

// Answers to what was asked before are out of date. A query that cannot be read (half of it is typed) leaves what was
// found standing.
void SearchPanel::take(const std::string& query, const SearchWorker::Answer& answer)
{
    if (query != asked_) return;
    // The name of a field or a value that is half typed is no mistake while its end is offered.
    if (!answer && completion_->IsShown()) return;
    answered_ = query;
    if (!answer) return say_problem(answer.error());
    problem_.clear();
    own_ = *answer;
    if (elsewhere_.query != query) elsewhere_ = {};
    refill();
}

/// Lists what is found here, then what archives have found. A list that stays the same keeps what is chosen in it.
void SearchPanel::refill()
{
    auto found = own_;
    found.list.insert(found.list.end(), elsewhere_.list.begin(), elsewhere_.list.end());
    if (listed_ != answered_ || !same(found_, found)) {
        found_ = std::move(found);
        listed_ = answered_;
        model_->show(found_);
        for (std::size_t at = 0; at < model_->documents(); ++at) list_->Expand(model_->group(at));
    }
    if (!elsewhere_.trouble.empty() && problem_.empty()) {
        const auto warning = look::warning().GetAsString(wxC2S_HTML_SYNTAX);
        message_->SetLabelMarkup("<span foreground=\"" + warning + "\">" + wxString(wxUniChar(0x25B2)) + "</span>  " +
                                 escaped(shown(elsewhere_.trouble)));
        message_->SetToolTip(shown(elsewhere_.trouble));
    }
    if (page_ != Page::review) show(Page::hits);
    say_count();
}

void SearchPanel::say_problem(const workbench::Error& error)
{
    problem_ = error.hint.empty() ? error.detail : error.detail + " " + error.hint;
    const auto warning = look::warning().GetAsString(wxC2S_HTML_SYNTAX);
    message_->SetLabelMarkup("<span foreground=\"" + warning + "\">" + wxString(wxUniChar(0x25B2)) + "</span>  <tt>" +
                             underlined(asked_, column_in(error)) + "</tt>   " + escaped(shown(problem_)));
    if (page_ != Page::review) show(page_ == Page::start && found_.list.empty() ? Page::start : Page::hits);
    say_count();
}

wxString SearchPanel::count() const
{
    return count_->GetLabel();
}

void SearchPanel::say_count()
{
    const auto listed = static_cast<std::int64_t>(own_.list.size());
    wxString count;
    if (!problem_.empty() || answered_.empty()) {
        count = wxString();
    } else if (found_.total == 0) {
        count = shown(tr("Not found. Try fewer words."));
    } else {
        std::set<workbench::DocumentId> different;
        for (const auto& one : own_.list) different.insert(one.document);
        const auto documents = static_cast<std::int64_t>(different.size());
        count = shown(say_n("{} passage", "{} passages", found_.total, utf8(grouped(found_.total))));
        count += found_.total > listed ? ", " + shown(say("the first {} are listed", listed))
                                       : shown(say_n(" in {} document", " in {} documents", documents, documents));
    }
    if (elsewhere_.total > 0 && problem_.empty() && !answered_.empty())
        count = (found_.total == 0 ? shown(tr("Not found here")) : count) + "; " +
                shown(say_n("{} in an archive", "{} in archives", elsewhere_.total, utf8(grouped(elsewhere_.total))));
    const auto some = chosen().size();
    count_->SetLabel(count);
    // One stands in the place of the other: there is no room for both, and what stands elsewhere cannot be coded.
    import_->Show(page_ == Page::hits && some == 0 && !chosen_in_archives().empty());
    code_->Show(!import_->IsShown());
    const auto label = some > 0 ? shown(say_n("Code {} passage...", "Code {} passages...", static_cast<long long>(some),
                                              static_cast<long long>(some)))
                                : shown(tr("Code what was found..."));
    if (code_->GetLabel() != label) {
        code_->SetLabel(label);
        fit_button(*code_, label);
    }
    code_->Enable(problem_.empty() && found_.total > 0);
    save_->Enable(problem_.empty() && !answered_.empty());
    lay_out_head();
}

}
