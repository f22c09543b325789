#include "file_question.h"
#include "shown.h"
#include "workbench/tr.h"

namespace gui
{

using workbench::tr;

FileQuestion::FileQuestion(wxWindow* parent, const wxString& title, const wxString& name, const wxString& filter,
                           long style)
    : wxFileDialog(parent, title, wxString(), name, filter, style)
{
}

void FileQuestion::SetPath(const wxString& path)
{
    given_ = path;
    wxFileDialog::SetPath(path);
}

wxString FileQuestion::GetPath() const
{
    const auto path = wxFileDialog::GetPath();
    return path.empty() ? given_ : path;
}

void FileQuestion::GetPaths(wxArrayString& paths) const
{
    wxFileDialog::GetPaths(paths);
    if (paths.empty() && !given_.empty()) paths.Add(given_);
}

std::optional<std::filesystem::path> FileQuestion::ask()
{
    if (ShowModal() != wxID_OK || GetPath().empty()) return std::nullopt;
    return std::filesystem::path(utf8(GetPath()));
}

std::vector<std::filesystem::path> FileQuestion::ask_many()
{
    if (ShowModal() != wxID_OK) return {};
    wxArrayString chosen;
    GetPaths(chosen);
    std::vector<std::filesystem::path> paths;
    for (const auto& path : chosen) paths.emplace_back(utf8(path));
    return paths;
}

wxString project_filter()
{
    return shown(tr("Quipu projects")) + " (*.quipu)|*.quipu|" + shown(tr("All files")) + "|*";
}

}
