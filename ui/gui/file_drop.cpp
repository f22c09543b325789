#include "file_drop.h"
#include "code_drop.h"
#include "shown.h"
#include <wx/dnd.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

class FileDrop : public wxFileDropTarget
{
 public:
    explicit FileDrop(std::function<void(const std::vector<std::filesystem::path>&)> take) : take_(std::move(take)) {}
    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override
    {
        std::vector<std::filesystem::path> files;
        for (const auto& name : names) files.emplace_back(utf8(name));
        take_(files);
        return true;
    }

 private:
    std::function<void(const std::vector<std::filesystem::path>&)> take_;
};

// A text keeps what is dropped on it from the windows around it.
void accept_in_texts(wxWindow& window, const std::function<void(const std::vector<std::filesystem::path>&)>& take)
{
    auto* text = dynamic_cast<wxTextCtrl*>(&window);
    if (auto* codes = dynamic_cast<CodeDrop*>(window.GetDropTarget()))
        codes->on_files(take);
    else if (text && text->IsMultiLine() && !text->IsEditable())
        text->SetDropTarget(new FileDrop(take));
    for (auto* child : window.GetChildren()) accept_in_texts(*child, take);
}

}

void accept_files(wxWindow& window, const std::function<void(const std::vector<std::filesystem::path>&)>& take)
{
    window.SetDropTarget(new FileDrop(take));
    accept_in_texts(window, take);
}

}
