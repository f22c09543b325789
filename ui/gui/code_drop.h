#pragma once
#include "session.h"
#include <filesystem>
#include <wx/dnd.h>

namespace gui
{

/// Codes dragged from their tree onto a text, as the lines of text that name them, and files, for whoever asks for
/// them: a window has one target for all that is dropped on it. Other text is let fall.
class CodeDrop : public wxDropTarget
{
 public:
    using TakeFiles = std::function<void(const std::vector<std::filesystem::path>&)>;

    CodeDrop(Session& session, std::function<void(const std::vector<coding::CodeId>&)> take);
    void on_files(TakeFiles take) { take_files_ = std::move(take); }

    bool drop_text(const wxString& text);
    bool drop_files(const wxArrayString& names);
    wxDragResult OnData(wxCoord x, wxCoord y, wxDragResult result) override;

 private:
    Session& session_;
    std::function<void(const std::vector<coding::CodeId>&)> take_;
    TakeFiles take_files_;
    wxDataObjectComposite* data_; ///< kept by the toolkit, with its two parts
    wxTextDataObject* text_;
    wxFileDataObject* files_;
};

/// The codes whose paths these lines are; none when one of them is no path of a code.
std::vector<coding::CodeId> codes_named(const std::vector<coding::Code>& codes, const std::string& lines);

}
