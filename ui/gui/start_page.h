#pragma once
#include "action.h"
#include <filesystem>
#include <functional>
#include <wx/panel.h>

namespace gui
{

/// What one sees before a project is open: three doors, and the projects opened last.
class StartPage : public wxPanel
{
 public:
    StartPage(wxWindow* parent, std::function<void(Action)> act,
              std::function<void(const std::filesystem::path&)> open);
    /// Lists the recent projects anew.
    void refresh();

 private:
    wxWindow* recent(const std::filesystem::path& project);
    wxWindow* door(Action action, const wxString& title, const wxString& what);
    std::function<void(Action)> act_;
    std::function<void(const std::filesystem::path&)> open_;
    wxPanel* recent_;
};

}
