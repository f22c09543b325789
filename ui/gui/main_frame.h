#pragma once
#include "action.h"
#include "hearing.h"
#include <filesystem>
#include <wx/frame.h>
#include <wx/timer.h>

namespace workbench
{
class Project;
}

namespace gui
{

class MenuBar;
class MessageBar;
class StartPage;
class StatusLine;
class ToolBar;
class WorkArea;

/// Closes every window of the program; `at_once` without being asked back.
void close_all_windows(bool at_once);

/// The main window: menu, tools, and either the start page or the project that is open. What a menu item does is done
/// by the work area; only what opens and closes projects is done here.
class MainFrame : public wxFrame
{
 public:
    MainFrame();
    ~MainFrame() override;

    /// Opens a project in place of the one that is open; on failure that one stays. False when it could not be opened,
    /// which is then said.
    bool open_project(const std::filesystem::path& file);
    bool new_project(const std::filesystem::path& file);
    /// Opens a new project and makes the sample study in it, beside the window. When that is stopped, or the project is
    /// closed before it is done, the project goes.
    bool make_sample(const std::filesystem::path& file);
    void close_project();

    /// Says that Quipu stopped unexpectedly, what is there of the project, and where the report is; once.
    void tell_of_crash();

    /// The project that is open; null on the start page.
    WorkArea* work() { return work_; }
    ToolBar& tools() { return *tools_; }
    StartPage& start() { return *start_; }
    MessageBar& messages() { return *messages_; }
    StatusLine& status() { return *status_; }
    void act(Action action);

 private:
    void make_menus();
    void act_on_projects(Action action);
    void open_another_window();
    void ask_new();
    void ask_open();
    void ask_sample();
    bool take(workbench::Project project);
    void follow_project();
    void poll();
    void catch_keys(wxKeyEvent& event);

    ToolBar* tools_;
    MenuBar* menus_;
    MessageBar* messages_;
    StartPage* start_;
    WorkArea* work_ = nullptr;
    StatusLine* status_;
    std::filesystem::path unfinished_; ///< the sample study that is being made
    wxTimer timer_;
    Ear changed_, looked_, arranged_, shown_first_, stopped_;
};

}
