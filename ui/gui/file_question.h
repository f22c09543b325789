#pragma once
#include <filesystem>
#include <optional>
#include <vector>
#include <wx/filedlg.h>

namespace gui
{

/// The system's dialog for a file, with our words. GTK knows a path only once the dialog has been on the screen; this
/// one knows it also when it was given beforehand.
class FileQuestion : public wxFileDialog
{
 public:
    FileQuestion(wxWindow* parent, const wxString& title, const wxString& name, const wxString& filter, long style);
    void SetPath(const wxString& path) override;
    wxString GetPath() const override;
    void GetPaths(wxArrayString& paths) const override;

    /// Asks; nothing when the user leaves.
    std::optional<std::filesystem::path> ask();
    std::vector<std::filesystem::path> ask_many();

 private:
    wxString given_;
};

/// "Quipu projects (*.quipu)|*.quipu|All files|*"
wxString project_filter();

}
