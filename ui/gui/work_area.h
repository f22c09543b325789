#pragma once
#include "action.h"
#include "index_keeper.h"
#include "session.h"
#include <wx/panel.h>

class wxSplitterWindow;

namespace gui
{

class SideBar;
class WorkBook;
class CodePanel;
class QuotationPanel;
class SearchPanel;

/// A project opened in the window: its panels, and what the menu asks of them.
class WorkArea : public wxPanel
{
 public:
    WorkArea(wxWindow* parent, workbench::Project project);
    ~WorkArea() override;

    Session& session() { return session_; }
    SideBar& side() { return *side_; }
    WorkBook& book() { return *book_; }
    CodePanel& codes() { return *codes_; }
    QuotationPanel& quotations() { return *quotations_; }
    SearchPanel& results() { return *results_; }

    /// Does what a menu item says; false when it is not for a project to do.
    bool act(Action action);
    /// Lists the passages that a query finds, below the text.
    void search(const std::string& query);
    void close_results();
    /// What undo and redo would do, for people; nothing when there is nothing.
    std::optional<std::string> next_undo() const;
    std::optional<std::string> next_redo() const;

 private:
    void lay_out();
    bool act_on_document(Action action);
    bool act_on_views(Action action);
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

    Session session_;
    IndexKeeper index_; ///< ends before the session closes the project
    SideBar* side_;
    WorkBook* book_;
    CodePanel* codes_;
    QuotationPanel* quotations_;
    SearchPanel* results_;
    wxSplitterWindow *outer_, *inner_, *middle_, *right_;
    Ear chosen_, memo_, object_, find_, changed_, made_;
};

}
