#pragma once
#include "found_passages.h"
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace gui
{

/// Answers queries in a thread of its own, on a connection and an index of its own: the window never waits for a
/// search. The newest query wins: one that still waits when the next is asked is never answered.
class SearchWorker
{
 public:
    using Answer = workbench::Result<FoundPassages>;
    /// Called in the worker's thread.
    using Deliver = std::function<void(const std::string& query, Answer answer)>;

    SearchWorker(std::filesystem::path project, Deliver deliver);
    ~SearchWorker();
    SearchWorker(const SearchWorker&) = delete;
    SearchWorker& operator=(const SearchWorker&) = delete;

    void ask(const std::string& query, std::size_t most);

 private:
    struct Question {
        std::string query;
        std::size_t most = 0;
    };
    class Desk;
    void work();
    Answer answer(std::optional<Desk>& desk, const Question& question) const;

    std::filesystem::path project_;
    Deliver deliver_;
    std::mutex mutex_;
    std::condition_variable asked_;
    std::optional<Question> question_; ///< the one that waits
    bool ends_ = false;
    std::thread thread_;
};

}
