#include "code_drop.h"
#include "shown.h"
#include <algorithm>
#include <sstream>

namespace gui
{

std::vector<coding::CodeId> codes_named(const std::vector<coding::Code>& codes, const std::string& lines)
{
    std::vector<coding::CodeId> named;
    std::istringstream all(lines);
    for (std::string line; std::getline(all, line);) {
        const auto found =
            std::find_if(codes.begin(), codes.end(), [&](const auto& code) { return code.path == line; });
        if (found == codes.end()) return {};
        named.push_back(found->id);
    }
    return named;
}

CodeDrop::CodeDrop(Session& session, std::function<void(const std::vector<coding::CodeId>&)> take)
    : session_(session),
      take_(std::move(take)),
      data_(new wxDataObjectComposite),
      text_(new wxTextDataObject),
      files_(new wxFileDataObject)
{
    data_->Add(files_, true);
    data_->Add(text_);
    SetDataObject(data_);
}

bool CodeDrop::drop_text(const wxString& text)
{
    const auto codes = codes_named(session_.codes(), utf8(text));
    if (codes.empty()) return false;
    take_(codes);
    return true;
}

bool CodeDrop::drop_files(const wxArrayString& names)
{
    if (names.empty() || !take_files_) return false;
    std::vector<std::filesystem::path> files;
    for (const auto& name : names) files.emplace_back(utf8(name));
    take_files_(files);
    return true;
}

wxDragResult CodeDrop::OnData(wxCoord, wxCoord, wxDragResult result)
{
    if (!GetData()) return wxDragNone;
    const bool files = data_->GetReceivedFormat().GetType() == wxDF_FILENAME;
    const bool taken = files ? drop_files(files_->GetFilenames()) : drop_text(text_->GetText());
    return taken ? result : wxDragNone;
}

}
