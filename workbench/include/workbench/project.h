#pragma once
#include "workbench/change.h"
#include "workbench/op.h"
#include "workbench/result.h"
#include "workbench/rows.h"
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

namespace workbench
{

/// What happened to a project: sent to every subscriber after each commit, whoever made it.
struct ChangeSet {
    std::vector<std::int64_t> seqs;      ///< rows of the history, oldest first
    std::vector<std::string> tables;     ///< tables of record with a changed row
    std::vector<std::int64_t> documents; ///< documents whose text, turns or places changed
    std::vector<std::int64_t> quoted;    ///< documents whose quotations, or the codings on them, changed
    bool elsewhere = false;              ///< made by another process or connection
};

/// Keeps a subscription alive; ends it when destroyed. May outlive the project.
class [[nodiscard]] Subscription
{
 public:
    Subscription() = default;
    explicit Subscription(std::shared_ptr<void> token) : token_(std::move(token)) {}

 private:
    std::shared_ptr<void> token_;
};

enum class Access {
    write, ///< fails with read_only, newer_version or broken_file when the file cannot be written
    read,  ///< as much as the file allows; also a newer version, a read-only folder, what is left of a damaged file
};

/// One project file. Reading is const; only a Change writes, and it enters through change(). A Project belongs to one
/// thread; other threads and processes open the same file themselves (readers never wait, a second writer waits up to
/// ten seconds). Closing checkpoints, so that a closed project is one ordinary file.
class Project final : public Reading
{
 public:
    /// Makes an empty project. Fails with exists when there is a file already, not_found when the folder is missing,
    /// read_only, disk_full. `title` defaults to the file's stem.
    static Result<Project> create(const std::filesystem::path& file, const std::string& title,
                                  const std::string& language);

    /// Opens a project. Errors: not_found, not_a_project, newer_version, read_only, broken_file, busy.
    static Result<Project> open(const std::filesystem::path& file, Access access = Access::write);

    Project(Project&&) noexcept;
    Project& operator=(Project&&) noexcept;
    ~Project();

    const std::filesystem::path& path() const;
    bool read_only() const;
    /// The guid that all copies share.
    std::string guid() const;

    /// Who makes the changes from now on; default the system's user name. A new name becomes a Coder with its first
    /// change.
    void set_coder(std::string name);
    const std::string& coder() const;

    /// The one door. Runs `body` inside a transaction; when it returns a value, the change is recorded in the history,
    /// committed and published; when it returns an Error (or the ground gives way), everything is rolled back and
    /// nothing is published. A body that changes no row of record leaves no trace. A call inside a body joins the outer
    /// change, and its own failure takes back only its own part. `body`: Result<T>(Change&).
    template <class Body>
    auto change(Op op, Body&& body) -> std::invoke_result_t<Body, Change&>
    {
        using Answer = std::invoke_result_t<Body, Change&>;
        std::optional<Answer> answer;
        const auto done = enter(op, [&](Change& change) -> Result<void> {
            answer.emplace(body(change));
            if (!*answer) return fail(answer->error());
            return {};
        });
        if (!done) return fail(done.error());
        return std::move(*answer);
    }

    /// Keeps bytes ahead of a change, in a transaction of its own; returns their SHA-256. Bytes that no change names
    /// are removed by compact().
    Result<std::string> keep(std::string_view bytes);
    /// The bytes of `sha256`; empty optional when they are not here (a copy without originals).
    std::optional<std::string> content(std::string_view sha256) const;

    /// `hear` is called on this project's thread after every commit. See ChangeSet.
    Subscription subscribe(std::function<void(const ChangeSet&)> hear);
    /// Publishes what other processes have committed since the last call. Cheap; call it every 250 ms and on focus.
    void poll();

    /// For the workbench's own verbs (undo, merge, copy, check).
    class Inside;
    Inside& inside() const { return *inside_; }

 private:
    explicit Project(std::unique_ptr<Inside> inside);
    const Connection& connection() const override;
    Result<void> enter(Op op, const std::function<Result<void>(Change&)>& body);
    std::unique_ptr<Inside> inside_;
};

}
