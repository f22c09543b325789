#include "work_area.h"
#include "analysis_view.h"
#include "backup_dialog.h"
#include "begin_page.h"
#include "chosen_quotation.h"
#include "claim_form.h"
#include "code_panel.h"
#include "coding/link.h"
#include "coding/memo.h"
#include "coding/network.h"
#include "coding/object_ref.h"
#include "document_export.h"
#include "document_view.h"
#include "evidence_form.h"
#include "figure_dialog.h"
#include "file_drop.h"
#include "file_question.h"
#include "finding_form.h"
#include "gtk_widgets.h"
#include "here.h"
#include "history_panel.h"
#include "import_action.h"
#include "look.h"
#include "network_view.h"
#include "number_list.h"
#include "object_list.h"
#include "object_pages.h"
#include "preferences.h"
#include "quotation_panel.h"
#include "replace_names.h"
#include "run_beside.h"
#include "search_panel.h"
#include "shown.h"
#include "stats/report.h"
#include "table_view.h"
#include "text_surface.h"
#include "undo_question.h"
#include "word_view.h"
#include "work_book.h"
#include "workbench/copy.h"
#include "workbench/history.h"
#include "workbench/tr.h"
#include <algorithm>
#include <set>
#include <wx/textctrl.h>
#include <wx/utils.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

}

WorkArea::WorkArea(wxWindow* parent, workbench::Project project)
    : wxPanel(parent), session_(std::move(project)), index_(session_.project().path())
{
    // Shown by the frame when it has its place: nothing is drawn on the way there.
    Hide();
    SetSize(parent->GetClientSize());
    try {
        furnish();
    } catch (...) { // the panels speak to the session until their end
        if (panes_) panes_->leave();
        DestroyChildren();
        throw;
    }
}

void WorkArea::furnish()
{
    book_ = new WorkBook(this, session_);
    panes_ = std::make_unique<Panes>(*this, book_);
    side_ = std::make_unique<SideBar>(*panes_);
    chosen_ = codes().chosen.listen([this](coding::CodeId code) {
        if (auto* view = book_->document_view())
            view->code_with(code);
        else
            show_error(this, {workbench::ErrorCode::not_found, tr("No document is in front."),
                              tr("Open one from the list on the left and select a passage.")});
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet& changes) {
        if (!changes.documents.empty()) index_.bring_up_to_date();
    });
    index_.bring_up_to_date();
    not_written_ = session_.not_written.listen([this](const workbench::Error& error) { show_error(this, error); });
    memo_ = session_.write_memo.listen([this](std::int64_t on) { write_memo(on); });
    object_ = session_.open_object.listen([this](std::int64_t id) { open_object(*book_, session_, id); });
    table_ = quotations().open_table.listen([this] { act(Action::list_quotations); });
    read_on_ = quotations().read_on.listen([this] { focus_page(); });
    find_ = session_.find_all.listen([this](const std::string& query) { search(query); });
    const auto take = [this](const std::vector<std::filesystem::path>& files) {
        import_files(*book_, session_, files);
    };
    accept_files(*this, take);
    made_ = book_->page_made.listen([take](wxWindow& page) { accept_files(page, take); });
    if (!session_.documents().empty())
        book_->show_document({session_.documents().front().id});
    else
        book_->show_page("begin", shown(tr("To begin")), [this](wxWindow* book) {
            return new BeginPage(
                book, session_, [this](Action action) { act(action); }, [this] { book_->close_page("begin"); });
        });
}

bool WorkArea::Destroy()
{
    panes_->leave();
    return wxPanel::Destroy();
}

WorkArea::~WorkArea()
{
    session_.finish();
    // The panels speak to the session until their end: a memo saves itself.
    DestroyChildren();
}

CodePanel& WorkArea::codes()
{
    return panes_->at<CodePanel>("codes");
}

QuotationPanel& WorkArea::quotations()
{
    return panes_->at<QuotationPanel>("quotations");
}

HistoryPanel& WorkArea::history()
{
    return panes_->at<HistoryPanel>("history");
}

SearchPanel& WorkArea::results()
{
    return panes_->at<SearchPanel>("results");
}

void WorkArea::search(const std::string& query)
{
    open_results();
    results().search(query);
}

void WorkArea::open_results()
{
    panes_->show("results");
}

void WorkArea::focus_page()
{
    if (auto* page = book_->GetCurrentPage()) page->SetFocus();
}

void WorkArea::close_results()
{
    // Asked by the panel itself, which cannot go while it is heard.
    CallAfter([this] {
        panes_->show("results", false);
        focus_page();
    });
}

std::optional<std::string> WorkArea::next_undo() const
{
    const auto entry = workbench::next_undo(session_.reading());
    return entry ? std::optional(workbench::said_of(*entry)) : std::nullopt;
}

std::optional<std::string> WorkArea::next_redo() const
{
    const auto entry = workbench::next_redo(session_.reading());
    return entry ? std::optional(workbench::said_of(*entry)) : std::nullopt;
}

void WorkArea::undo()
{
    // Asked of the project, so that what was shown first is written by then.
    if (const auto next = workbench::next_undo(session_.project())) undo_or_ask(this, session_, next->seq);
}

void WorkArea::redo()
{
    run(this, [&] { return workbench::redo(session_.project()); });
}

void WorkArea::save_copy()
{
    const auto& path = session_.project().path();
    FileQuestion question(this, shown(tr("Make a copy")), shown(path.stem().string() + " 2.quipu"), project_filter(),
                          wxFD_SAVE);
    const auto to = question.ask();
    if (!to || !run(this, [&] { return workbench::copy_project(session_.project(), *to); })) return;
    if (auto* bar = message_bar_of(this)) bar->tell(shown(say("The copy is {}.", to->string())));
}

void WorkArea::copy()
{
    if (auto* here = Here::focused(); here && here->copy_here()) return;
    auto* focus = wxWindow::FindFocus();
    if (auto* text = dynamic_cast<wxTextCtrl*>(focus))
        text->Copy();
    else if (auto* view = book_->document_view())
        view->transcript().text().Copy();
    else if (auto* network = dynamic_cast<NetworkView*>(book_->GetCurrentPage()))
        network->copy_picture();
}

// The drawing in front, else the text.
void WorkArea::make_larger(bool larger)
{
    if (auto* network = dynamic_cast<NetworkView*>(book_->GetCurrentPage()))
        network->zoom(larger ? 1.25 : 0.8);
    else
        set_points(larger ? 1 : -1);
}

void WorkArea::set_points(int by)
{
    preferences().reading_points = std::clamp(preferences().reading_points + by, 8, 28);
    save_preferences();
    book_->set_points(preferences().reading_points);
}

bool WorkArea::act(Action action)
{
    if (auto* view = book_->document_view()) view->save_typing(); // every action sees the text as it stands
    switch (action) {
    case Action::undo: undo(); return true;
    case Action::redo: redo(); return true;
    case Action::copy: copy(); return true;
    case Action::save_copy: save_copy(); return true;
    case Action::backups: ask_backups(this, session_); return true;
    case Action::add_code: codes().add_code(); return true;
    case Action::rename_code:
        if (auto* here = Here::focused(); !here || !here->rename_here()) codes().rename_code();
        return true;
    case Action::delete_code: codes().delete_code(); return true;
    case Action::rename_document: side_->documents().rename_document(); return true;
    case Action::change_document: side_->documents().change_documents(); return true;
    case Action::delete_document: side_->documents().delete_documents(); return true;
    case Action::edit_turns: open_turns(*book_, session_); return true;
    case Action::show_cases: open_cases(*book_, session_); return true;
    default:
        return act_on_codes(action) || act_on_views(action) || act_on_analyses(action) || act_on_search(action) ||
               act_on_document(action);
    }
}

bool WorkArea::act_on_search(Action action)
{
    switch (action) {
    case Action::find_everywhere:
        open_results();
        results().begin();
        return true;
    case Action::code_found:
        open_results();
        results().review();
        return true;
    case Action::suggest_passages: suggest(); return true;
    case Action::words_in_context: show_words(WordTable::context); return true;
    case Action::words_near: show_words(WordTable::collocations); return true;
    case Action::count_words: show_words(WordTable::counts); return true;
    default: return false;
    }
}

void WorkArea::show_words(WordTable table)
{
    const auto query = results().problem().empty() ? results().answered() : std::string();
    if (!query.empty() || table == WordTable::counts) return open_words(*book_, session_, table, query);
    open_results();
    results().begin();
    show_error(this, {workbench::ErrorCode::not_found, tr("Nothing is searched for."),
                      tr("Type a word into the search below, then ask again.")});
}

void WorkArea::suggest()
{
    const auto code = session_.looked_code();
    if (!code)
        return show_error(this, {workbench::ErrorCode::not_found, tr("No code is chosen."),
                                 tr("Choose one from the list of codes; passages like those it is on are suggested.")});
    open_results();
    results().suggest(*code);
}

// The memo is there at once, so that nothing written can be lost; undo takes it away.
void WorkArea::write_memo(std::int64_t on)
{
    const auto about = on == 0 ? std::string() : coding::title_of(session_.reading(), on);
    const std::string title = about.empty() ? tr("New memo") : say("On {}", about);
    coding::NewMemo memo{.title = title, .text = {}};
    if (on != 0) memo.on = {on};
    if (const auto made = run(this, [&] { return coding::add_memo(session_.project(), memo); }))
        open_object(*book_, session_, made->value);
}

// The code looked at with those it is linked to; without one, all codes that have links.
void WorkArea::draw_network()
{
    const auto looked = session_.looked_code();
    std::vector<std::int64_t> objects;
    std::set<std::int64_t> known;
    const auto add = [&](std::int64_t object) {
        if (session_.code(coding::CodeId{object}) && known.insert(object).second) objects.push_back(object);
    };
    if (looked) add(looked->value);
    for (const auto& link : coding::links(session_.reading(), looked ? std::optional(looked->value) : std::nullopt)) {
        add(link.origin);
        add(link.target);
    }
    if (objects.empty())
        for (const auto& code : session_.codes()) add(code.id.value);
    const auto* code = looked ? session_.code(*looked) : nullptr;
    make_network(code ? code->name : tr("Network"), std::move(objects));
}

// Under a name that no other network has.
void WorkArea::make_network(const std::string& base, std::vector<std::int64_t> objects)
{
    std::string name = base;
    for (int i = 2; coding::find_network(session_.reading(), name); ++i) name = base + " " + std::to_string(i);
    const auto made =
        run(this, [&] { return coding::add_network(session_.project(), {.name = name, .objects = objects}); });
    if (made) open_object(*book_, session_, made->value);
}

void WorkArea::write_report()
{
    FileQuestion question(this, shown(tr("Write the report")),
                          shown(session_.project().path().stem().string()) + ".docx",
                          "Word (*.docx)|*.docx|OpenDocument (*.odt)|*.odt|PDF (*.pdf)|*.pdf|HTML (*.html)|*.html",
                          wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (const auto file = question.ask()) write_report_to(*file);
}

void WorkArea::write_report_to(const std::filesystem::path& file)
{
    run_beside(
        this, session_, workbench::Access::read,
        [file](workbench::Project& project, workbench::Progress& progress) {
            return stats::write_report(project, file, stats::all_report_parts(), progress);
        },
        [this, file](const auto&) {
            if (auto* bar = message_bar_of(this)) bar->tell(shown(say("Written to {}.", file.string())));
        });
}

std::optional<Errand::State> WorkArea::working() const
{
    const auto job = session_.jobs().running();
    return job ? job : index_.running();
}

void WorkArea::stop_working()
{
    if (session_.jobs().running())
        session_.jobs().cancel();
    else
        index_.cancel();
}

bool WorkArea::act_on_analyses(Action action)
{
    switch (action) {
    case Action::import_documents: ask_documents(*book_, session_); return true;
    case Action::import_folder: ask_folder(*book_, session_); return true;
    case Action::paste_document: paste_document(*book_, session_); return true;
    case Action::import_cases: ask_cases(this, session_); return true;
    case Action::import_table: ask_table(this, session_); return true;
    case Action::add_network: draw_network(); return true;
    case Action::empty_network: make_network(tr("Network"), {}); return true;
    case Action::show_relations: open_relations(*book_, session_); return true;
    case Action::export_networks: ask_all_figures(this, session_); return true;
    case Action::list_quotations: open_quotations(*book_, session_, session_.looked_code()); return true;
    case Action::co_occurrence: open_co_occurrence(*book_, session_); return true;
    case Action::codes_by_document: open_crosstab(*book_, session_, "document"); return true;
    case Action::codes_by_case: open_crosstab(*book_, session_, "case"); return true;
    case Action::run_statistic: open_statistic(*book_, session_); return true;
    case Action::show_claims: open_claims(*book_, session_); return true;
    case Action::show_evidence: open_evidence(*book_, session_); return true;
    case Action::show_findings: open_findings(*book_, session_); return true;
    case Action::rerun_analyses: rerun_all(this, session_); return true;
    case Action::link_numbers:
        ask_evidence(this, session_, session_.looked_code() ? session_.looked_code()->value : 0, numbers_in_front());
        return true;
    case Action::add_claim: ask_claim(this, session_, claimed_sentence(), numbers_in_front()); return true;
    case Action::add_finding: ask_finding(this, session_); return true;
    case Action::write_report: write_report(); return true;
    case Action::add_memo:
        if (auto* view = book_->document_view())
            view->write_memo();
        else
            write_memo(0);
        return true;
    default: return false;
    }
}

// The analysis or the column that the tab in front shows.
stats::Numbers WorkArea::numbers_in_front() const
{
    auto* page = book_->GetCurrentPage();
    if (auto* view = dynamic_cast<AnalysisView*>(page)) return {.analysis = view->analysis()};
    if (auto* view = dynamic_cast<TableView*>(page))
        return {.table = view->table(), .column = view->inspector().column()};
    return {};
}

// What is selected in the text, or the quotation chosen there.
ClaimSentence WorkArea::claimed_sentence() const
{
    auto* view = book_->document_view();
    if (!view) return {};
    if (const auto span = view->transcript().selected(); span.end > span.begin)
        return {.passage = Place{view->document(), span}};
    if (const auto chosen = view->chosen().quotation()) return {.quotation = chosen->id};
    return {};
}

bool WorkArea::act_on_codes(Action action)
{
    switch (action) {
    case Action::describe_code: codes().describe_code(); return true;
    case Action::move_code: codes().move_code(); return true;
    case Action::merge_codes: codes().merge_code(); return true;
    case Action::split_code: codes().split_code(); return true;
    case Action::replace_in_codes: ReplaceNames::ask(this, session_); return true;
    case Action::group_codes: codes().make_group(); return true;
    default: return false;
    }
}

bool WorkArea::act_on_views(Action action)
{
    switch (action) {
    case Action::close_tab: book_->close_tab(); return true;
    case Action::next_tab: book_->turn(1); return true;
    case Action::previous_tab: book_->turn(-1); return true;
    case Action::focus_documents: go_to_pane("documents", side_->documents().tree()); return true;
    case Action::focus_codes: go_to_pane("codes", codes().tree()); return true;
    case Action::focus_quotations: go_to_pane("quotations", quotations().list()); return true;
    case Action::focus_history: go_to_pane("history", history().list()); return true;
    case Action::focus_numbers: go_to_pane("numbers", side_->numbers().list()); return true;
    case Action::focus_text:
        if (auto* page = book_->GetCurrentPage()) page->SetFocus();
        return true;
    case Action::larger_text: make_larger(true); return true;
    case Action::smaller_text: make_larger(false); return true;
    default: return act_on_panes(action);
    }
}

bool WorkArea::act_on_panes(Action action)
{
    switch (action) {
    case Action::area_read: panes_->enter(Area::read); return true;
    case Action::area_networks: panes_->enter(Area::networks); return true;
    case Action::area_numbers: panes_->enter(Area::numbers); return true;
    case Action::area_evidence: panes_->enter(Area::evidence); return true;
    case Action::area_review: panes_->enter(Area::review); return true;
    case Action::reset_layout: panes_->reset(); return true;
    case Action::next_panel: panes_->turn(1); return true;
    case Action::previous_panel: panes_->turn(-1); return true;
    default: return false;
    }
}

void WorkArea::go_to_pane(std::string_view id, wxWindow& what)
{
    panes_->show(id);
    what.SetFocus();
}

bool WorkArea::act_on_document(Action action)
{
    auto* view = book_->document_view();
    if (auto* here = Here::focused(); action == Action::find_here && here && here->find_here()) return true;
    if (!view) return false;
    switch (action) {
    case Action::find_here: view->find(); return true;
    case Action::choose_code: view->choose_code(); return true;
    case Action::code_in_vivo: view->code_in_vivo(); return true;
    case Action::code_again: view->code_again(); return true;
    case Action::quote: view->quote(); return true;
    case Action::unmark: view->unmark(); return true;
    case Action::correct_text: view->correct(); return true;
    case Action::export_document: export_document(this, session_, view->document()); return true;
    default: return act_on_quotation(*view, action);
    }
}

bool WorkArea::act_on_quotation(DocumentView& view, Action action)
{
    auto& chosen = view.chosen();
    switch (action) {
    case Action::comment: view.comment(); return true;
    case Action::next_quotation: chosen.step(false); return true;
    case Action::previous_quotation: chosen.step(true); return true;
    case Action::next_uncoded: view.next_uncoded_turn(); return true;
    case Action::end_later: chosen.move_end(End::end, true); return true;
    case Action::end_earlier: chosen.move_end(End::end, false); return true;
    case Action::begin_earlier: chosen.move_end(End::begin, false); return true;
    case Action::begin_later: chosen.move_end(End::begin, true); return true;
    case Action::delete_quotation: chosen.remove_quotation(); return true;
    default: return false;
    }
}

}
