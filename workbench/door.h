#pragma once
#include "changeset.h"
#include "database.h"
#include "derive.h"
#include "replica.h"
#include "workbench/op.h"
#include "workbench/project.h"
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace workbench
{

/// UTC now, "2026-03-01T14:05:09Z".
std::string utc_now();

/// What stands behind a Project.
class Project::Inside
{
 public:
    std::unique_ptr<Connection> connection;
    std::filesystem::path file;
    std::optional<Error> refuses; ///< why it cannot be written; nothing when it can
    std::string coder;
    ChangeDoor* door = nullptr; ///< the change under way
    bool is_writer = false;     ///< became_writer() has run
    std::chrono::steady_clock::time_point last_commit = {};
    bool to_checkpoint = false; ///< committed since the last checkpoint

    struct End {
        std::int64_t seq = 0, data_version = 0;
    };
    End heard; ///< of what subscribers were told
    std::map<int, std::function<void(const ChangeSet&)>> subscribers;
    int next_subscriber = 0;
    std::shared_ptr<int> alive = std::make_shared<int>(0);

    void publish(const ChangeSet& change);
    End end() const; ///< where the file ends as this connection sees it now
    /// What other connections have committed since subscribers heard last, but for `own`; tells nobody yet.
    ChangeSet news_of_others(const std::vector<std::int64_t>& own) const;
    ~Inside();
};

/// One write transaction and the changes recorded in it: the only place where the history is written.
class ChangeDoor
{
 public:
    /// Begins the transaction. Errors: read_only, newer_version, broken_file, busy, disk_full.
    static Result<std::unique_ptr<ChangeDoor>> open(Project& project);
    ~ChangeDoor();
    ChangeDoor(const ChangeDoor&) = delete;
    ChangeDoor& operator=(const ChangeDoor&) = delete;

    struct Undoes {
        std::int64_t replica, n;
    };
    /// Runs `body` as one change; false when it changed no row of record. On an Error everything since open() is to be
    /// given up by the caller.
    Result<bool> record(Op op, const std::function<Result<void>(Change&)>& body, std::optional<Undoes> undoes = {});
    /// A change within the change: its own part is taken back when it fails.
    Result<void> nested(const std::function<Result<void>(Change&)>& body);
    /// Also derived tables of what `changeset` touches are brought up before the commit.
    void touch(std::string_view changeset);
    void touch_everything();
    /// Derives a new document at once, so that the rest of the change can read it.
    void derive_now(DocumentId document);
    void commit();

    // For Change.
    const Connection& connection() const { return *inside_.connection; }
    std::int64_t next_number();
    CoderId coder_named(std::string_view name);
    const std::string& now() const { return now_; }
    void about(std::string subject);
    const Replica& replica() const { return replica_; }
    int next_document_number() { return static_cast<int>(++replica_.documents); }
    std::int64_t lamport() const { return lamport_; }
    /// After rows came into the history from elsewhere: later changes come after them.
    void see_lamport();
    /// Lifts counters that are lower than what they have given; true when one was.
    bool raise_counters();
    void count_copy() { ++replica_.copies_made; }

 private:
    explicit ChangeDoor(Project& project);
    void add_history(Op op, const std::string& changeset, std::optional<Undoes> undoes);

    Project& project_;
    Project::Inside& inside_;
    Replica replica_;
    std::string now_, subject_;
    std::int64_t lamport_ = 0;
    int depth_ = 0;
    bool open_ = false, everything_ = false;
    Touched touched_;
    std::map<std::int64_t, std::size_t> derived_; ///< by derive_now, with their text_key
    std::vector<std::int64_t> seqs_;
};

/// Runs `body` in a door of its own and commits when it returns a value; turns what gives way into its Error.
template <class Body>
auto through_the_door(Project& project, Body&& body) -> decltype(body(std::declval<ChangeDoor&>()))
{
    try {
        auto door = ChangeDoor::open(project);
        if (!door) return fail(door.error());
        auto answer = body(**door);
        if (answer) (*door)->commit();
        return answer;
    } catch (const BrokenFile& broken) {
        return fail(broken.error);
    }
}

}
