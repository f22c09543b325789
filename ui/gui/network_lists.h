#pragma once
#include "coding/network.h"
#include "coding/network_check.h"
#include "session.h"
#include <variant>
#include <wx/notebook.h>

class wxDataViewListCtrl;
class wxDataViewEvent;

namespace gui
{

/// What a network holds, as lists: its nodes, its links, and what its check found. For the keyboard, for screen
/// readers, and for whoever wants to sort. What is selected here is selected in the drawing, and the other way round.
class NetworkLists : public wxNotebook
{
 public:
    using Thing = std::variant<coding::NetworkNodeId, coding::LinkId>;
    struct Acts {
        std::function<void(const std::vector<Thing>&)> selected;
        std::function<void(Thing)> open; ///< a double click, or Enter
        std::function<void()> remove;    ///< Del on what is selected
    };

    NetworkLists(wxWindow* parent, Session& session, Acts acts);
    void show(const coding::Network& network);
    /// Follows the drawing; tells nobody.
    void select(const std::vector<coding::NetworkNodeId>& nodes, std::optional<coding::LinkId> link);

    wxDataViewListCtrl& nodes() { return *nodes_; }
    wxDataViewListCtrl& links() { return *links_; }
    wxDataViewListCtrl& problems() { return *problems_; }
    const std::vector<coding::NetworkProblem>& found() const { return found_; }

 private:
    wxDataViewListCtrl* add_list(const wxString& title, long style);
    void listen(wxDataViewListCtrl& list, const std::vector<Thing>& things);
    void fill_nodes(const coding::Network& network);
    void fill_links(const coding::Network& network);
    void fill_problems(const coding::Network& network);
    std::vector<Thing> selected_in(wxDataViewListCtrl& list, const std::vector<Thing>& things) const;

    Session& session_;
    Acts acts_;
    wxDataViewListCtrl *nodes_, *links_, *problems_;
    std::vector<Thing> node_things_, link_things_, problem_things_; ///< of each row
    std::vector<coding::NetworkProblem> found_;
    bool silent_ = false; ///< while this changes a selection itself
};

}
