#pragma once
#include "session.h"
#include <wx/dnd.h>

namespace gui
{

/// Codes dragged from their tree onto a text, as the lines of text that name them. What else is dropped there is let
/// fall.
class CodeDrop : public wxTextDropTarget
{
 public:
    CodeDrop(Session& session, std::function<void(const std::vector<coding::CodeId>&)> take);
    bool OnDropText(wxCoord x, wxCoord y, const wxString& text) override;

 private:
    Session& session_;
    std::function<void(const std::vector<coding::CodeId>&)> take_;
};

/// The codes whose paths these lines are; none when one of them is no path of a code.
std::vector<coding::CodeId> codes_named(const std::vector<coding::Code>& codes, const std::string& lines);

}
