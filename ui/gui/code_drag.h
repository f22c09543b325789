#pragma once
#include "code_model.h"
#include <functional>

namespace gui
{

/// Dragging in the tree of codes: codes to another place, and text onto a code.
class CodeDrag
{
 public:
    /// Where a drop goes: below `parent` (the top when there is none), before its child `before` (at the end when there
    /// is none).
    struct Place {
        std::optional<coding::CodeId> parent, before;
    };
    struct Hands {
        std::function<std::vector<coding::CodeId>()> chosen;
        std::function<void(const std::vector<coding::CodeId>&, Place)> move;
        std::function<void(coding::CodeId)> code; ///< text was dropped on it
    };

    CodeDrag(wxDataViewCtrl& tree, const CodeModel& model, Session& session, Hands hands);

    /// What lies at a point of the tree: the code, and the place that a drop there means. A fourth of the row at its
    /// top and at its bottom is between rows; the foot of an open branch is before its first child.
    std::optional<coding::CodeId> code_at(wxPoint point) const;
    std::optional<Place> place_at(wxPoint point) const;

 private:
    void begin(wxDataViewEvent& event);
    void drop(wxDataViewEvent& event);
    std::optional<Place> after(coding::CodeId code) const;

    wxDataViewCtrl& tree_;
    const CodeModel& model_;
    Session& session_;
    Hands hands_;
    std::vector<coding::CodeId> held_;
    wxString held_text_;
};

}
