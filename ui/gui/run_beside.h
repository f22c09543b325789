#pragma once
#include "jobs.h"
#include "run.h"
#include "session.h"
#include <functional>
#include <memory>
#include <wx/weakref.h>

namespace gui
{

/// Runs long work beside the window, after the work before it, with its progress and its end in the status line. What
/// goes wrong is shown near `window`, in one style; otherwise `done` is told, in the window's thread. It may be that
/// the window has gone meanwhile: then nobody hears.
/// `work`: Result<T>(Project&, Progress&), in a thread and on a connection of its own; it takes nothing of the window
/// along but copies. `done`: void(const T&). `failed` is told after the error was shown, also when the user stopped it;
/// it may close the project.
template <class Work, class Done>
void run_beside(wxWindow* window, Session& session, workbench::Access access, Work work, Done done,
                const std::function<void(const workbench::Error&)>& failed = {})
{
    clear_message(window);
    // A weak reference is made, and goes, in the window's thread only.
    const auto hearer = std::make_shared<wxWeakRef<wxWindow>>(window);
    const auto& project = session.project(); // with what was still to be written
    session.jobs().start([=, &session, path = project.path(), coder = project.coder(),
                          work = std::move(work)](workbench::Progress& progress) -> Jobs::Show {
        using Given = std::invoke_result_t<Work, workbench::Project&, workbench::Progress&>;
        auto opened = workbench::Project::open(path, access);
        if (opened && access == workbench::Access::write) opened->set_coder(coder);
        auto given = std::make_shared<Given>(opened ? work(*opened, progress) : Given(workbench::fail(opened.error())));
        return [=, &session] {
            session.poll(); // reads what it wrote
            if (!*hearer) return;
            if (!*given) {
                show_error(*hearer, given->error());
                if (failed) failed(given->error());
            } else if constexpr (std::is_void_v<typename Given::value_type>)
                done();
            else
                done(**given);
        };
    });
}

}
