#pragma once
#include "session.h"
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxButton;
class wxChoice;
class wxFlexGridSizer;
class wxStaticText;
class wxTextCtrl;

namespace stats
{
struct Analysis;
struct InputKey;
}

namespace gui
{

class ResultCanvas;

/// A statistic on a table of the project: on the left what is asked, on the right the answer as a table. What each
/// statistic asks for comes from the table of analyses, so that a new one needs no new form.
class StatView : public wxPanel
{
 public:
    StatView(wxWindow* parent, Session& session);

    wxChoice& tables() { return *table_; }
    wxChoice& statistics() { return *statistic_; }
    /// The field for an input key; null when the statistic does not ask for it.
    wxWindow* field(const std::string& key);
    ResultCanvas& result() { return *result_; }
    wxButton& run_button() { return *run_; }
    wxTextCtrl& name() { return *name_; }

    /// Asks for this statistic as if it had been chosen, and answers.
    void ask(const std::string& statistic, const std::string& table, const std::map<std::string, std::string>& input);
    void calculate();
    void save();

 private:
    wxPanel* make_form();
    void list_tables();
    void ask_inputs();
    wxWindow* make_field(const stats::InputKey& input);
    const stats::Analysis& chosen() const;
    nlohmann::json inputs() const;
    std::string chosen_table() const;
    std::string question() const; ///< what is asked, as a title

    Session& session_;
    wxChoice *table_, *statistic_;
    wxFlexGridSizer* grid_;
    wxPanel* form_;
    std::vector<std::pair<std::string, wxWindow*>> fields_;
    wxButton *run_, *save_;
    wxTextCtrl* name_;
    ResultCanvas* result_;
    Ear changed_;
};

}
