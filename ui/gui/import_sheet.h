#pragma once
#include "workbench/draft.h"
#include <functional>
#include <wx/scrolwin.h>

class wxButton;
class wxChoice;
class wxDataViewListCtrl;
class wxFlexGridSizer;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// How the chosen drafts will come in: name, kind, language, encoding, paragraphs, speakers, cases. What is set here is
/// set for all of them, and looked at again at once.
class ImportSheet : public wxScrolledWindow
{
 public:
    /// `changed` is called after each setting; `all` when one wants to set it for all files again.
    ImportSheet(wxWindow* parent, std::function<void()> changed, std::function<void()> all);

    /// What is set from now on. `names`: those that the drafts will get; `whole`: they are all that there are.
    void show(std::vector<workbench::Draft*> drafts, const std::vector<std::string>& names, bool whole);

    wxButton& for_all() { return *all_; }
    wxTextCtrl& name() { return *name_; }
    wxChoice& kind() { return *kind_; }
    wxChoice& language() { return *language_; }
    wxChoice& encoding() { return *encoding_; }
    wxChoice& paragraphs() { return *paragraphs_; }
    wxChoice& speakers() { return *speakers_; }
    wxTextCtrl& pattern() { return *pattern_; }
    wxDataViewListCtrl& labels() { return *labels_; }
    wxChoice& cases() { return *cases_; }
    wxString problem() const; ///< what is wrong with a setting; empty when nothing is

 private:
    void lay_out();
    void listen();
    wxChoice* choice(const char* question, const wxArrayString& answers);
    void ask(const char* question, wxWindow* answer, int proportion = 0);
    void fill_labels();
    void fill_texts(const std::vector<std::string>& names);
    void set(const std::function<void(workbench::Draft&)>& change);
    void read_again(const std::string& encoding);
    void look_again();
    void tick(unsigned row, bool speaker);
    void say_problem(const wxString& problem);

    std::function<void()> changed_;
    std::vector<workbench::Draft*> drafts_;
    bool showing_ = false; ///< the controls follow, the user does not speak
    wxStaticText *head_, *problem_, *case_names_, *warnings_;
    wxButton* all_;
    wxFlexGridSizer* grid_;
    wxTextCtrl *name_, *pattern_;
    wxChoice *kind_, *language_, *encoding_, *paragraphs_, *speakers_, *cases_;
    wxDataViewListCtrl* labels_;
};

}
