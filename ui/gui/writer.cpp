#include "writer.h"
#include <chrono>

namespace gui
{

using workbench::Error;

Writer::Writer(std::filesystem::path project, std::function<void()> wake)
    : path_(std::move(project)), wake_(std::move(wake))
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(mutex_);
        leaving_ = true;
    }
    news_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Writer::write(const std::string& coder, Verb verb, Told told)
{
    ++waiting_;
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back({coder, std::move(verb), std::move(told)});
    }
    if (!thread_.joinable()) thread_ = std::thread([this] { work(); });
    news_.notify_one();
}

void Writer::finish()
{
    std::unique_lock lock(mutex_);
    rest_.wait(lock, [this] { return tasks_.empty() && !at_it_; });
}

void Writer::deliver()
{
    std::deque<Task> written;
    {
        const std::lock_guard lock(mutex_);
        written.swap(written_);
    }
    for (auto& task : written) {
        --waiting_;
        task.told(task.error);
    }
}

void Writer::work()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        // Between gestures the log is folded into the file, which the project does when it is asked for news.
        const bool asked =
            news_.wait_for(lock, std::chrono::milliseconds(2500), [this] { return !tasks_.empty() || leaving_; });
        if (asked && tasks_.empty()) break;
        if (!asked) {
            lock.unlock();
            if (project_) project_->poll();
            lock.lock();
            continue;
        }
        auto task = std::move(tasks_.front());
        tasks_.pop_front();
        at_it_ = true;
        lock.unlock();
        carry_out(task);
        lock.lock();
        written_.push_back(std::move(task));
        at_it_ = false;
        rest_.notify_all();
        if (!leaving_) wake_();
    }
    lock.unlock();
    project_.reset();
}

std::optional<Error> Writer::open()
{
    if (project_) return std::nullopt;
    auto opened = workbench::Project::open(path_);
    if (!opened) return opened.error();
    project_ = std::move(*opened);
    return std::nullopt;
}

void Writer::carry_out(Task& task)
{
    try {
        task.error = open();
        if (task.error) return;
        project_->set_coder(task.coder);
        task.error = task.verb(*project_);
    } catch (const workbench::BrokenFile& broken) {
        task.error = broken.error;
    }
}

}
