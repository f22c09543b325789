#include "search_worker.h"
#include "search/project_index.h"
#include "workbench/project.h"

namespace gui
{

/// What the thread keeps open between two questions. What was read of the texts is kept until somebody writes.
class SearchWorker::Desk
{
 public:
    explicit Desk(workbench::Project project) : project_(std::move(project)), index_(project_) {}

    const search::ProjectTexts& texts()
    {
        const auto version = project_.row<std::int64_t>("PRAGMA data_version").value_or(0);
        if (!texts_ || version != version_) texts_.emplace(project_);
        version_ = version;
        return *texts_;
    }
    search::Index& index() { return index_.index(); }

 private:
    workbench::Project project_;
    search::ProjectIndex index_;
    std::optional<search::ProjectTexts> texts_;
    std::int64_t version_ = 0;
};

SearchWorker::SearchWorker(std::filesystem::path project, Deliver deliver)
    : project_(std::move(project)), deliver_(std::move(deliver)), thread_([this] { work(); })
{
}

SearchWorker::~SearchWorker()
{
    {
        const std::lock_guard lock(mutex_);
        ends_ = true;
    }
    asked_.notify_one();
    thread_.join();
}

void SearchWorker::ask(const std::string& query, std::size_t most)
{
    {
        const std::lock_guard lock(mutex_);
        question_ = Question{query, most};
    }
    asked_.notify_one();
}

SearchWorker::Answer SearchWorker::answer(std::optional<Desk>& desk, const Question& question) const
{
    if (!desk) {
        auto project = workbench::Project::open(project_, workbench::Access::read);
        if (!project) return workbench::fail(project.error());
        desk.emplace(std::move(*project));
    }
    return find_passages(desk->texts(), desk->index(), question.query, question.most);
}

void SearchWorker::work()
{
    std::optional<Desk> desk;
    for (;;) {
        Question question;
        {
            std::unique_lock lock(mutex_);
            asked_.wait(lock, [this] { return ends_ || question_; });
            if (ends_) return;
            question = std::move(*question_);
            question_.reset();
        }
        try {
            auto found = answer(desk, question);
            const std::lock_guard lock(mutex_);
            if (!ends_ && !question_) deliver_(question.query, std::move(found));
        } catch (const workbench::BrokenFile& broken) {
            deliver_(question.query, workbench::fail(broken.error));
            desk.reset();
        }
    }
}

}
