#include "main_frame.h"
#include "crash_report.h"
#include "dialogs.h"
#include "file_question.h"
#include "gtk_widgets.h"
#include "look.h"
#include "menu_bar.h"
#include "message_bar.h"
#include "preferences.h"
#include "run_beside.h"
#include "shown.h"
#include "start_page.h"
#include "stats/sample_study.h"
#include "status_line.h"
#include "tool_bar.h"
#include "work_area.h"
#include "work_book.h"
#include "workbench/copy.h"
#include "workbench/history.h"
#include "workbench/tr.h"
#include <algorithm>
#include <utility>
#include <wx/display.h>
#include <wx/sizer.h>

namespace gui
{

using workbench::say;
using workbench::tr;

MainFrame::MainFrame() : wxFrame(nullptr, wxID_ANY, "Quipu", wxDefaultPosition, wxSize(1400, 900)), timer_(this)
{
    SetMinSize(wxSize(900, 600));
    const auto screen = wxDisplay(this).GetClientArea();
    if (screen.width < 1400 || screen.height < 900) SetSize(screen);
    SetBackgroundColour(look::panel());
    make_menus();
    tools_ = new ToolBar(
        this, [this](Action action) { act(action); },
        [this](const std::string& query) {
            if (work_) work_->search(query);
        });
    messages_ = new MessageBar(this);
    start_ = new StartPage(
        this, [this](Action action) { act(action); },
        [this](const std::filesystem::path& file) { CallAfter([this, file] { open_project(file); }); });
    status_ = new StatusLine(this);
    SetStatusBar(status_);
    stopped_ = status_->stopped.listen([this] {
        if (work_) work_->stop_working();
    });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(tools_, wxSizerFlags().Expand());
    column->Add(messages_, wxSizerFlags().Expand());
    column->Add(start_, wxSizerFlags(1).Expand());
    SetSizer(column);
    follow_project();

    Bind(wxEVT_CHAR_HOOK, &MainFrame::catch_keys, this);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { poll(); });
    // What was shown is written before the window goes; what cannot be written is said while there is a window.
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (work_ && !work_->session().finish() && event.CanVeto()) return event.Veto();
        if (!unfinished_.empty()) close_project();
        event.Skip();
    });
    Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
        if (event.GetActive()) poll();
        event.Skip();
    });
    timer_.Start(250);
}

MainFrame::~MainFrame()
{
    timer_.Stop();
}

void MainFrame::make_menus()
{
    menus_ = new MenuBar;
    SetMenuBar(menus_);
    // Later: a screen reader that takes an item waits for it, and would not hear of the dialog that it opens.
    Bind(
        wxEVT_MENU,
        [this](wxCommandEvent& event) {
            CallAfter([this, action = static_cast<Action>(event.GetId())] { act(action); });
        },
        static_cast<int>(Action::new_project), static_cast<int>(Action::last));
    Bind(
        wxEVT_MENU,
        [this](wxCommandEvent& event) {
            const auto* pane = MenuBar::pane_of(event.GetId());
            if (pane && work_) work_->panes().show(pane, event.IsChecked());
        },
        MenuBar::first_pane, MenuBar::last_pane);
}

// A tree or a text takes some keys for itself (Ctrl+N goes down a row, Ctrl+PgUp up a page) before the menu sees them;
// what the menu promises goes first. Copying is left to what has the focus.
void MainFrame::catch_keys(wxKeyEvent& event)
{
    for (const auto& key : menus_->keys()) {
        const auto action = static_cast<Action>(key.GetCommand());
        if (key.GetKeyCode() != event.GetKeyCode() || key.GetFlags() != event.GetModifiers()) continue;
        if (action == Action::copy || !GetMenuBar()->IsEnabled(key.GetCommand())) break;
        act(action);
        return;
    }
    event.Skip();
}

void MainFrame::act(Action action)
{
    if (work_ && work_->act(action)) return;
    act_on_projects(action);
}

void MainFrame::act_on_projects(Action action)
{
    switch (action) {
    case Action::new_project: ask_new(); break;
    case Action::open_project: ask_open(); break;
    case Action::sample_study: ask_sample(); break;
    // The work area cannot go while it tells its panels something.
    case Action::close_project: CallAfter([this] { close_project(); }); break;
    case Action::find_everywhere:
        tools_->search().SetFocus();
        tools_->search().SelectAll();
        break;
    case Action::preferences: ask_preferences(this); break;
    case Action::manual: show_manual(this); break;
    case Action::shortcuts: show_shortcuts(this); break;
    case Action::about: show_about(this); break;
    case Action::quit: close_all_windows(false); break;
    case Action::new_window: open_another_window(); break;
    default: break;
    }
}

void MainFrame::ask_new()
{
    FileQuestion question(this, shown(tr("New project")), shown(tr("My study")) + ".quipu", project_filter(),
                          wxFD_SAVE);
    if (const auto file = question.ask()) new_project(*file);
}

void MainFrame::ask_open()
{
    FileQuestion question(this, shown(tr("Open a project")), wxString(), project_filter(),
                          wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (const auto file = question.ask()) open_project(*file);
}

void MainFrame::ask_sample()
{
    FileQuestion question(this, shown(tr("Where to put the sample study")), shown(tr("Sample study")) + ".quipu",
                          project_filter(), wxFD_SAVE);
    if (const auto file = question.ask()) make_sample(*file);
}

bool MainFrame::make_sample(const std::filesystem::path& file)
{
    const auto folder = run(this, [] { return stats::sample_study_folder(); });
    if (!folder || !new_project(file)) return false;
    work_->book().close_page("begin"); // the documents are on their way
    run_beside(
        work_, work_->session(), workbench::Access::write,
        [folder = *folder](workbench::Project& project, workbench::Progress& progress) {
            return stats::build_sample_study(project, folder, progress);
        },
        [this] {
            unfinished_.clear();
            auto& session = work_->session();
            if (!session.documents().empty()) session.go_to({session.documents().front().id});
        },
        [this](const workbench::Error& error) {
            close_project();
            if (error.code == workbench::ErrorCode::cancelled)
                messages_->tell(shown(tr("Stopped: nothing is left of the sample study.")));
        });
    unfinished_ = work_->session().project().path();
    return true;
}

bool MainFrame::new_project(const std::filesystem::path& file)
{
    auto path = file;
    if (path.extension() != ".quipu") path += ".quipu";
    auto made = run(this, [&] {
        return workbench::Project::create(path, path.stem().string(), std::string(workbench::language()));
    });
    return made && take(std::move(*made));
}

bool MainFrame::open_project(const std::filesystem::path& file)
{
    auto opened = run(this, [&] { return workbench::Project::open(file); });
    return opened && take(std::move(*opened));
}

bool MainFrame::take(workbench::Project project)
{
    close_project();
    const auto& chosen = preferences();
    const auto& coder = chosen.asked_coder.empty() ? chosen.coder : chosen.asked_coder;
    if (!coder.empty()) project.set_coder(coder);
    const auto path = project.path();
    try {
        work_ = new WorkArea(this, std::move(project));
    } catch (const workbench::BrokenFile& broken) {
        show_error(this, broken.error);
        return false;
    }
    preferences().opened(path);
    save_preferences();
    auto* column = GetSizer();
    column->Hide(start_);
    column->Add(work_, wxSizerFlags(1).Expand());
    changed_ = work_->session().changed.listen([this](const workbench::ChangeSet&) { follow_project(); });
    looked_ = work_->session().looked.listen([this] { follow_project(); });
    arranged_ = work_->panes().arranged.listen([this] { menus_->follow(&work_->panes()); });
    shown_first_ = work_->session().shown_first.listen([this] { status_->show_saving(work_->session()); });
    work_->Show();
    Layout();
    work_->act(Action::focus_text);
    follow_project();
    tell_of_crash();
    return true;
}

void MainFrame::tell_of_crash()
{
    const auto report = untold_crash_report();
    if (!report) return;
    std::string rest = tr("Open your project again: everything up to the last change is in it.");
    if (work_) {
        const auto last = workbench::history(work_->session().reading(), {}, 1);
        rest = last.empty() ? tr("The project is whole.")
                            : say("The project is whole. Its last change is \"{}\".", workbench::said_of(last.back()));
    }
    told_crash_reports();
    auto kept = report->string();
    kept.replace(kept.size() - std::string_view(".new.txt").size(), std::string::npos, ".txt");
    messages_->tell(shown(tr("Quipu stopped unexpectedly.") + (" " + rest) + " " +
                          say("A report without any text of yours is in {}.", kept)));
}

void MainFrame::open_another_window()
{
    if (!work_) return;
    auto* other = new MainFrame;
    other->SetPosition(GetPosition() + wxPoint(32, 32));
    other->Show();
    if (!other->open_project(work_->session().project().path())) other->Close(true);
}

void close_all_windows(bool at_once)
{
    std::vector<MainFrame*> frames;
    for (auto* window : wxTopLevelWindows)
        if (auto* frame = dynamic_cast<MainFrame*>(window)) frames.push_back(frame);
    for (auto* frame : frames) frame->Close(at_once);
}

void MainFrame::close_project()
{
    if (!work_) return;
    changed_.reset();
    looked_.reset();
    arranged_.reset();
    shown_first_.reset();
    GetSizer()->Detach(work_);
    work_->Destroy();
    work_ = nullptr;
    if (const auto file = std::exchange(unfinished_, {}); !file.empty()) {
        workbench::discard_project(file);
        preferences().forget(file);
        save_preferences();
    }
    start_->refresh();
    GetSizer()->Show(start_);
    Layout();
    follow_project();
}

// Everything outside the panels that speaks of the project: title, tools, menu, status.
void MainFrame::follow_project()
{
    const bool open = work_ != nullptr;
    const bool document = open && work_->session().looked_document().has_value();
    const auto undo = open ? work_->next_undo() : std::nullopt, redo = open ? work_->next_redo() : std::nullopt;
    tools_->set_undo(undo, redo);
    menus_->set_undo(undo, redo);
    tools_->set_enabled(Needs::project, open);
    tools_->set_enabled(Needs::document, document);
    for (const auto& action : actions()) {
        const bool able = action.needs == Needs::nothing || (action.needs == Needs::project && open) ||
                          (action.needs == Needs::document && document) || (action.needs == Needs::undo && undo) ||
                          (action.needs == Needs::redo && redo);
        menus_->Enable(static_cast<int>(action.action), able);
    }
    menus_->follow(open ? &work_->panes() : nullptr);
    SetTitle(open ? shown(work_->session().project().path().stem().string()) + wxString::FromUTF8(" \xE2\x80\x93 Quipu")
                  : wxString("Quipu"));
    status_->show(open ? &work_->session() : nullptr);
}

void MainFrame::poll()
{
    if (work_) work_->session().poll();
    status_->show_work(work_ ? work_->working() : std::nullopt);
}

}
