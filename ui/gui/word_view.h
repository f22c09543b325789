#pragma once
#include "grid_view.h"
#include "session.h"
#include <string>
#include <wx/panel.h>

class wxChoice;

namespace gui
{

class WorkBook;

/// What a page tells of words.
enum class WordTable {
    context,      ///< each match of a query between the words around it
    counts,       ///< how often each word is said
    collocations, ///< which words stand near the matches of a query more often than by chance
};

/// Words as a tab: a grid, the choice of its order or of the words left out, and its picture (a plot of where the
/// matches stand, a cloud of words) as a file.
class WordView : public wxPanel
{
 public:
    /// An empty `query` means all passages; only the counts can do with it.
    WordView(wxWindow* parent, Session& session, WordTable table, std::string query);
    GridView& grid() { return *grid_; }
    wxChoice& choice() { return *choice_; }

 private:
    void fill();
    void draw();
    Session& session_;
    WordTable table_;
    std::string query_;
    wxChoice* choice_;
    GridView* grid_ = nullptr;
};

/// Opens the table as a tab of the notebook.
void open_words(WorkBook& book, Session& session, WordTable table, const std::string& query);

}
