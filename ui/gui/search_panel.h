#pragma once
#include "archive_worker.h"
#include "coding/autocode.h"
#include "found_passages.h"
#include "hit_model.h"
#include "search_worker.h"
#include "session.h"
#include <wx/panel.h>
#include <wx/timer.h>

class wxBoxSizer;
class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

class CodePalette;
class CompletionList;
struct Completion;
class ReviewList;
class SearchStart;

/// The search of the whole project, below the text: one types and sees what is found, by document, the words set in
/// bold. A click shows the place in its document. What is found can be coded, after a review, and a query be kept.
class SearchPanel : public wxPanel
{
 public:
    struct Acts {
        std::function<void()> leave; ///< the user closes the panel
        std::function<void()> read;  ///< the user goes on in the text
    };
    SearchPanel(wxWindow* parent, Session& session, Acts acts);
    ~SearchPanel() override;

    /// Puts the query into the field and searches at once.
    void search(const std::string& query);
    /// Puts the keyboard's focus into the field.
    void begin();
    /// Lists what might deserve the code, to be accepted or rejected.
    void suggest(coding::CodeId code);
    /// Asks for a code, and lists what it would be put on: the chosen passages, or all.
    void review();

    const FoundPassages& found() const { return found_; }
    /// The query whose answer is shown.
    const std::string& answered() const { return answered_; }
    /// What is wrong with the query, as it is shown below the field; empty when nothing is.
    const std::string& problem() const { return problem_; }
    /// Which archives have not answered, and why; empty when all have.
    const std::string& trouble() const { return elsewhere_.trouble; }
    wxString count() const;
    wxTextCtrl& query() { return *query_; }
    wxDataViewCtrl& list() { return *list_; }
    HitModel& model() { return *model_; }
    SearchStart& start() { return *start_; }
    ReviewList& reviewed() { return *review_; }
    wxChoice& extent() { return *extent_; }
    CompletionList& completion() { return *completion_; }
    CodePalette& palette();
    wxTextCtrl& name() { return *name_; }
    wxButton& save_button() { return *save_; }
    wxButton& smart_button() { return *smart_; }
    wxButton& code_button() { return *code_; }
    wxButton& import_button() { return *import_; }

 private:
    /// What a review is about.
    struct Target {
        std::optional<coding::CodeId> code; ///< nothing: one of this name is made with the codings
        std::string path;
        bool suggested = false;
    };
    enum class Page { start, hits, review };
    /// What the archives have answered.
    struct Elsewhere {
        std::string query;
        std::int64_t total = 0;
        std::vector<FoundPassage> list;
        std::string trouble; ///< empty when all have answered
    };

    wxWindow* head();
    void lay_out_head();
    wxWindow* naming();
    void bind();
    void show(Page page);
    void typed();
    void ask();
    void take(const std::string& query, const SearchWorker::Answer& answer);
    void say_problem(const workbench::Error& error);
    void refill();
    void say_count();
    void ask_archives();
    void take_archives(const std::string& query, std::vector<search::ArchiveAnswer> answers);
    std::vector<FoundPassage::Archive> chosen_in_archives() const;
    void menu_in_list();
    void import_chosen();
    void take_document(workbench::Result<workbench::Draft> draft);
    void say_that_it_is_elsewhere(const FoundPassage::Archive& archive);
    void press(wxKeyEvent& event);
    void press_in_list(wxKeyEvent& event);
    void complete();
    void put_in(const Completion& completion);
    void go(bool with_focus);
    std::vector<coding::Passage> chosen() const;
    void fill_review();
    void code_reviewed(const std::vector<coding::Passage>& places);
    void ask_name();
    void save(bool as_code);

    Session& session_;
    Acts acts_;
    wxTextCtrl *query_, *name_;
    wxStaticText *count_, *message_;
    wxButton *save_, *smart_, *code_, *import_;
    wxWindow *naming_, *head_;
    wxBoxSizer* lines_; ///< of the head: the query, what is said and done of its answer
    wxDataViewCtrl* list_;
    wxObjectDataPtr<HitModel> model_;
    SearchStart* start_;
    ReviewList* review_;
    wxChoice* extent_;
    CompletionList* completion_;
    CodePalette* palette_ = nullptr;
    wxTimer pause_;                                   ///< between the last key and the search
    FoundPassages own_;                               ///< of this project
    Elsewhere elsewhere_;                             ///< of archives
    FoundPassages found_;                             ///< what is listed: both; its total is that of this project
    std::string asked_, answered_, listed_, problem_; ///< listed_: whose answer the list shows
    Target target_;
    std::vector<coding::Passage> only_; ///< under review; empty: all
    Page page_ = Page::start;
    Ear changed_;
    ArchiveWorker archives_;
    SearchWorker worker_; ///< ends first
};

}
