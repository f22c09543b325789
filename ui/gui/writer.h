#pragma once
#include "workbench/project.h"
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace gui
{

/// Writes gestures in a thread and on a connection of its own, in the order in which they were made, so that the window
/// can show them first and need not wait for the disk. All but the thread's own work is for the window's thread.
class Writer
{
 public:
    /// Told, in the window's thread, once what was asked for is written, or why it was not.
    using Told = std::function<void(const std::optional<workbench::Error>&)>;
    using Verb = std::function<std::optional<workbench::Error>(workbench::Project&)>;

    /// `wake` is called in the thread when there is something to deliver().
    Writer(std::filesystem::path project, std::function<void()> wake);
    /// Writes what is still to be written; nobody is told any more.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void write(const std::string& coder, Verb verb, Told told);
    /// Whether something is not written yet, or nobody was told.
    bool busy() const { return waiting_ > 0; }
    /// Waits until all is written. Then there is something to deliver().
    void finish();
    /// Tells of what is written.
    void deliver();

 private:
    struct Task {
        std::string coder;
        Verb verb;
        Told told;
        std::optional<workbench::Error> error = {};
    };
    void work();
    void carry_out(Task& task);
    std::optional<workbench::Error> open();

    const std::filesystem::path path_;
    const std::function<void()> wake_;
    std::size_t waiting_ = 0;
    std::mutex mutex_;
    std::condition_variable news_, rest_;
    std::deque<Task> tasks_, written_; ///< guarded by mutex_, as what follows
    bool at_it_ = false, leaving_ = false;
    std::optional<workbench::Project> project_; ///< the thread's own
    std::thread thread_;
};

}
