#pragma once
#include "here.h"
#include "session.h"
#include <wx/dataview.h>
#include <wx/panel.h>

class wxBoxSizer;
class wxButton;
class wxStaticText;

namespace gui
{

class ContextMenu;
class EmptyNote;

/// Rows and columns to be looked at: a table of indicators, counts of codes.
struct Grid {
    struct Column {
        std::string head;
        bool numeric = false; ///< stands at the right
    };
    std::string title, about;
    std::vector<Column> columns;
    std::int64_t rows = 0;
    std::function<std::string(std::int64_t row, std::size_t column)> cell;
    std::vector<std::int64_t> ids = {}; ///< of the rows, when each is an object
};

/// What can be done with the rows of a grid; what is left out cannot.
struct GridActs {
    std::string make_label = {}; ///< on the button that makes a new row: "Make a claim..."
    std::function<void()> make = {};
    std::function<void(std::int64_t id)> open = {}, remove = {};       ///< Enter or a double click; Del
    std::function<void(std::int64_t id, int by)> move = {};            ///< Ctrl with an arrow
    std::function<void(ContextMenu& menu, std::int64_t id)> menu = {}; ///< what else a row's menu offers
    std::string when_empty = {};                                       ///< in place of the rows while there are none
};

/// A grid as a tab: its columns share the width there is; read anew after each change, drawn row by row, so that its
/// length does not matter. The whole of it can be copied into a spreadsheet.
class GridView : public wxPanel, public Here
{
 public:
    using Read = std::function<std::optional<Grid>(Session&)>;

    /// `read` gives nothing when what it shows is gone; the view is then empty.
    GridView(wxWindow* parent, Session& session, Read read, GridActs acts = {});
    ~GridView() override;
    const Grid& grid() const { return grid_; }
    wxDataViewCtrl& list() { return *list_; }
    EmptyNote& empty() { return *empty_; }
    void copy() const; ///< with tabs between cells
    bool copy_here() override;
    void SetFocus() override;

    /// The row of an object, and the one chosen.
    void choose(std::int64_t id);
    std::optional<std::int64_t> chosen() const;
    int chosen_row() const; ///< -1: none

 protected:
    wxBoxSizer& head() { return *head_; } ///< the line above the rows: more buttons go there
    wxBoxSizer& body() { return *body_; } ///< what holds the rows: more panels go beside them
    void refill();

 private:
    class Model;
    void make_parts();
    void listen();
    bool press(const wxKeyEvent& event);
    void menu();
    int width_of(std::size_t column) const;
    void fit();
    Session& session_;
    Read read_;
    GridActs acts_;
    Grid grid_;
    wxStaticText *title_, *about_;
    wxBoxSizer *head_, *body_;
    wxDataViewCtrl* list_;
    EmptyNote* empty_;
    wxObjectDataPtr<Model> model_;
    std::vector<int> wanted_; ///< width of each column
    int fitted_ = 0;          ///< the room that the columns were given
    Ear changed_;
};

}
