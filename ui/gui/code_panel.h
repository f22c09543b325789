#pragma once
#include "code_model.h"
#include "coding/code_group.h"
#include "here.h"
#include "session.h"
#include <wx/panel.h>

class wxButton;
class wxTextCtrl;

namespace gui
{

class CodeDrag;
class ContextMenu;
class EmptyNote;
class SectionHead;

/// The tree of codes: a filter, groups, swatches, counts. A click looks at a code, a double click codes the selection
/// with it, F2 renames, Del removes (and undo brings back), Ctrl and Shift with an arrow move, a drag moves or codes.
class CodePanel : public wxPanel, public Here
{
 public:
    CodePanel(wxWindow* parent, Session& session);
    ~CodePanel() override;

    wxDataViewCtrl& tree() { return *tree_; }
    wxTextCtrl& filter() { return *filter_; }
    wxButton& groups() { return *groups_; }
    EmptyNote& empty() { return *empty_; }
    const CodeModel& model() const { return *model_; }

    Signal<coding::CodeId> chosen; ///< to code the selection with

    void add_code();
    void rename_code();
    void delete_code();
    void merge_code();
    void split_code();
    void move_code(); ///< below another, by type-ahead
    void describe_code();
    void make_group();
    /// Shows the codes of a group, with their parents; nothing: all.
    void show_group(std::optional<coding::CodeGroupId> group);
    /// Moves the code looked at: up or down among its siblings, into the one above it, or out beside its parent.
    enum class Step { up, down, in, out };
    void step(Step step);

    bool find_here() override;

    /// Those chosen in the tree, in its order; without any the one looked at.
    std::vector<coding::CodeId> chosen_codes() const;

    /// What the context menu offers for these codes.
    void fill_menu(ContextMenu& menu, const std::vector<coding::CodeId>& codes);

 private:
    void make_tree();
    void listen();
    void refill();
    void restore(bool same);
    void fit(int width);
    void follow_session();
    void look();
    void say_when_empty();
    CodeFilter filter_now();
    bool press(const wxKeyEvent& event);
    void menu();
    void fill_freeze(ContextMenu& menu, coding::CodeId code);
    void groups_menu();
    bool none_chosen();
    void set_origin(coding::CodeId code, coding::Origin origin);

    Session& session_;
    SectionHead* head_;
    wxTextCtrl* filter_;
    wxButton* groups_;
    wxDataViewCtrl* tree_;
    wxObjectDataPtr<CodeModel> model_;
    EmptyNote* empty_;
    std::unique_ptr<CodeDrag> drag_;
    std::optional<coding::CodeGroupId> group_;
    std::set<coding::CodeId> closed_; ///< branches that the user folded
    bool restoring_ = false;
    Ear changed_, looked_;
};

}
