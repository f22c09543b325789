#pragma once
#include "overlay.h"
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>
#include <wx/dataview.h>

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// Something that can be chosen.
struct Choice {
    std::int64_t id = 0;
    std::string name, note = {};
    std::optional<std::string> color = {}; ///< "#RRGGBB": shown as a swatch
};

/// What was chosen: one or several ids, and the name where one was asked for.
struct Chosen {
    std::vector<std::int64_t> ids;
    std::string name;
};

/// What is asked, and of what.
struct Question {
    std::string title; ///< "Merge Cero papel into"
    std::vector<Choice> choices;
    std::function<void(const Chosen&)> done;
    bool many = false;                   ///< Space takes several; Enter confirms
    std::set<std::int64_t> checked = {}; ///< of many: taken at the beginning
    std::string name_label = {};         ///< not empty: a name is asked for too
    std::string name = {};               ///< at the beginning
    /// On the button; `count` is the number taken. Default: "Choose".
    std::function<std::string(std::int64_t count)> verb = {};
    /// Where it is not empty, what is typed and is no choice can be made: the offer, "New group \"{}\"". The answer
    /// then has no id and the name typed.
    std::string make = {};
    bool none_too = false; ///< of many: also nothing may be taken
};

/// Type-ahead over things of a kind, laid over the window: what is typed filters, arrows choose, Enter confirms, Escape
/// leaves.
class Chooser : public Overlay
{
 public:
    /// Opens above the window that holds `near`; the focus goes back to what had it.
    static Chooser& ask(wxWindow* near, Question question);
    /// The one that is open in the window that holds `near`; null when none is.
    static Chooser* open_in(wxWindow* near);

    wxTextCtrl& filter() { return *filter_; }
    wxTextCtrl* name_field() { return name_; } ///< null when no name is asked for
    wxDataViewCtrl& list() { return *list_; }
    wxButton* button() { return button_; } ///< of many
    std::vector<std::string> offered() const;

 private:
    class Model;
    Chooser(wxWindow* near, Question question);
    void lay_out();
    void fill();
    void press(wxKeyEvent& event);
    void move(int by);
    void toggle();
    void confirm();
    void finish(const Chosen& chosen);
    void count();
    int row() const;

    wxWeakRef<wxWindow> near_; ///< who asked: nobody is told when it is gone
    Question question_;
    std::vector<std::size_t> shown_; ///< places in choices
    bool offers_ = false;            ///< a row below them makes a new one
    wxTextCtrl* name_ = nullptr;
    wxTextCtrl* filter_;
    wxDataViewCtrl* list_;
    wxObjectDataPtr<Model> model_;
    wxButton* button_ = nullptr;
};

}
