#pragma once
#include "action.h"
#include "index_keeper.h"
#include "jobs.h"
#include "session.h"
#include "side_bar.h"
#include <memory>
#include <wx/panel.h>

namespace stats
{
struct Numbers;
}

namespace gui
{

class WorkBook;
struct ClaimSentence;
class CodePanel;
class DocumentView;
class QuotationPanel;
class SearchPanel;
class HistoryPanel;
enum class WordTable;

/// A project opened in the window: its panels, and what the menu asks of them.
class WorkArea : public wxPanel
{
 public:
    /// Throws BrokenFile, and leaves nothing behind, when a panel cannot read what it shows.
    WorkArea(wxWindow* parent, workbench::Project project);
    ~WorkArea() override;
    bool Destroy() override;

    Session& session() { return session_; }
    Jobs& jobs() { return session_.jobs(); }
    /// How far long work is, the index last; and its end.
    std::optional<Errand::State> working() const;
    void stop_working();
    /// Writes the project as one document while one goes on.
    void write_report_to(const std::filesystem::path& file);
    Panes& panes() { return *panes_; }
    SideBar& side() { return *side_; }
    WorkBook& book() { return *book_; }
    CodePanel& codes();
    QuotationPanel& quotations();
    SearchPanel& results();
    HistoryPanel& history();

    /// Does what a menu item says; false when it is not for a project to do.
    bool act(Action action);
    /// Lists the passages that a query finds, below the text.
    void search(const std::string& query);
    void open_results();
    /// Puts the keyboard's focus into the tab in front.
    void focus_page();
    void close_results();
    /// What undo and redo would do, for people; nothing when there is nothing.
    std::optional<std::string> next_undo() const;
    std::optional<std::string> next_redo() const;

 private:
    void furnish();
    bool act_on_document(Action action);
    bool act_on_quotation(DocumentView& view, Action action);
    bool act_on_search(Action action);
    void suggest();
    void show_words(WordTable table);
    bool act_on_views(Action action);
    bool act_on_panes(Action action);
    void go_to_pane(std::string_view id, wxWindow& what);
    bool act_on_codes(Action action);
    void undo();
    void redo();
    void save_copy();
    void copy();
    void set_points(int by);
    void write_memo(std::int64_t on);
    void draw_network();
    void make_network(const std::string& base, std::vector<std::int64_t> objects);
    void make_larger(bool larger);
    void write_report();
    bool act_on_analyses(Action action);
    ClaimSentence claimed_sentence() const;
    stats::Numbers numbers_in_front() const;

    Session session_;
    IndexKeeper index_; ///< ends before the session closes the project
    WorkBook* book_;
    std::unique_ptr<Panes> panes_; ///< every panel but the middle
    std::unique_ptr<SideBar> side_;
    Ear chosen_, memo_, table_, read_on_, object_, find_, changed_, not_written_, made_;
};

}
