#pragma once
#include "session.h"
#include <wx/dataview.h>
#include <wx/panel.h>

class wxStaticText;

namespace gui
{

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
};

/// A grid as a tab: read anew after each change, drawn row by row, so that its length does not matter. The whole of it
/// can be copied into a spreadsheet.
class GridView : public wxPanel
{
 public:
    using Read = std::function<std::optional<Grid>(Session&)>;

    /// `read` gives nothing when what it shows is gone; the view is then empty.
    GridView(wxWindow* parent, Session& session, Read read);
    const Grid& grid() const { return grid_; }
    wxDataViewCtrl& list() { return *list_; }
    void copy() const; ///< with tabs between cells

 private:
    class Model;
    void refill();
    int width_of(std::size_t column) const;
    Session& session_;
    Read read_;
    Grid grid_;
    wxStaticText *title_, *about_;
    wxDataViewCtrl* list_;
    wxObjectDataPtr<Model> model_;
    Ear changed_;
};

}
