#include "workbench/project.h"
#include "content.h"
#include "door.h"
#include "new_file.h"
#include "workbench/tr.h"
#include "writer.h"
#include <algorithm>
#include <pwd.h>
#include <set>
#include <unistd.h>

namespace workbench
{

extern const char* const schema_sql;

namespace
{

constexpr std::int64_t our_application = 0x51756970; // "Quip"
constexpr std::int64_t our_version = 1;

std::string user_name()
{
    if (const auto* user = getpwuid(getuid()); user && *user->pw_name) return user->pw_name;
    return "quipu";
}

Result<void> fill(const Connection& connection, const NewFile& file, const std::string& title,
                  const std::string& language)
{
    try {
        connection.exec("BEGIN");
        connection.exec(schema_sql);
        found_replica(connection, file.draft(), "");
        Cursor(
            connection,
            "INSERT INTO project (id, guid, title, language, numbers, created_at, created_by) VALUES (1,?,?,?,?,?,?)")
            .bind(random_uuid(), title, language, language == "en" ? "en_US" : "es_PE", utc_now(), user_name())
            .next();
        Cursor(connection, "UPDATE replica SET path = ?").bind(file.place().string()).next();
        connection.exec("COMMIT");
    } catch (const BrokenFile& broken) {
        return fail(broken.error);
    }
    return {};
}

bool can_write(const std::filesystem::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    return ::access(file.c_str(), W_OK) == 0 && ::access(folder.c_str(), W_OK) == 0;
}

Error cannot_write(const std::filesystem::path& file)
{
    return {ErrorCode::read_only, say("\"{}\" cannot be written: the file or its folder is read-only.", file.string()),
            say("Check the permissions, or make a copy with \"quipu copy\" in a folder of your own.")};
}

/// What kind of file this is: nothing for a project we may write, an Error for one we may only read.
Result<std::optional<Error>> recognise(const Connection& connection, const std::filesystem::path& file)
{
    const auto not_ours = [&] {
        return fail(ErrorCode::not_a_project, say("\"{}\" is not a Quipu project.", file.string()),
                    say("Choose a .quipu file, or make a project with \"quipu new\" and import this file into it."));
    };
    try {
        if (connection.integer("PRAGMA application_id") != our_application) return not_ours();
        const auto version = connection.integer("PRAGMA user_version");
        connection.integer("SELECT count(*) FROM sqlite_schema");
        if (version <= our_version) return std::optional<Error>{};
        return std::optional<Error>{Error{
            ErrorCode::newer_version,
            say("\"{}\" was made by a newer Quipu (format {}, this one writes {}), so it can be read but not changed.",
                file.string(), version, our_version),
            say("Install the newest Quipu to change it.")}};
    } catch (const BrokenFile& broken) {
        if (broken.error.code == ErrorCode::not_a_project) return not_ours();
        if (broken.error.code != ErrorCode::broken_file) return fail(broken.error);
        return std::optional<Error>{broken.error};
    }
}

Result<std::unique_ptr<Connection>> connect(const std::filesystem::path& file, bool writable)
{
    if (writable) return Connection::open(file, Connection::Mode::read_write);
    std::error_code ignored;
    const bool unfinished = std::filesystem::exists(file.string() + "-wal", ignored) &&
                            std::filesystem::file_size(file.string() + "-wal", ignored) > 0;
    const bool folder_closed =
        ::access((file.has_parent_path() ? file.parent_path() : std::filesystem::path(".")).c_str(), W_OK) != 0;
    if (folder_closed && unfinished)
        return fail(ErrorCode::read_only,
                    say("\"{}\" was not closed properly and lies in a folder that cannot be written, so it cannot be "
                        "read safely.",
                        file.string()),
                    say("Copy the file together with \"{}-wal\" to a folder of your own and open it there.",
                        file.filename().string()));
    return Connection::open(file, folder_closed ? Connection::Mode::immutable : Connection::Mode::read_only);
}

}

Project::Inside::~Inside()
{
    try {
        leave_as_one_file(*this);
    } catch (const BrokenFile&) { // nothing to be done at this point; the -wal holds what was written
    }
}

Project::Project(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

Result<Project> Project::create(const std::filesystem::path& file, const std::string& title,
                                const std::string& language)
{
    auto made = NewFile::at(file);
    if (!made) return fail(made.error());
    {
        auto connection = Connection::open(made->draft(), Connection::Mode::read_write, true);
        if (!connection) return fail(connection.error());
        const auto begun = title.empty() ? file.stem().string() : title;
        if (const auto filled = fill(**connection, *made, begun, language); !filled) return fail(filled.error());
    }
    if (const auto done = made->finish(); !done) return fail(done.error());
    return open(file, Access::write);
}

Result<Project> Project::open(const std::filesystem::path& file, Access access)
{
    const bool writable = can_write(file);
    auto connection = connect(file, writable);
    if (!connection) return fail(connection.error());
    auto kind = recognise(**connection, file);
    if (!kind) return fail(kind.error());

    auto inside = std::make_unique<Inside>();
    inside->file = file;
    inside->connection = std::move(*connection);
    inside->coder = user_name();
    inside->refuses = std::move(*kind);
    if (!inside->refuses && !writable) inside->refuses = cannot_write(file);
    if (access == Access::write && inside->refuses) return fail(*inside->refuses);
    try {
        inside->connection->exec("PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384");
        inside->heard = inside->end();
    } catch (const BrokenFile& broken) {
        if (access == Access::write) return fail(broken.error);
        inside->refuses = broken.error;
    }
    return Project(std::move(inside));
}

const std::filesystem::path& Project::path() const
{
    return inside_->file;
}
bool Project::read_only() const
{
    return inside_->refuses.has_value();
}
std::string Project::guid() const
{
    return row<std::string>("SELECT guid FROM project WHERE id = 1").value_or("");
}
void Project::set_coder(std::string name)
{
    inside_->coder = std::move(name);
}
const std::string& Project::coder() const
{
    return inside_->coder;
}
const Connection& Project::connection() const
{
    return *inside_->connection;
}

Result<void> Project::enter(Op op, const std::function<Result<void>(Change&)>& body)
{
    if (inside_->door) return inside_->door->nested(body);
    try {
        auto door = ChangeDoor::open(*this);
        if (!door) return fail(door.error());
        const auto changed = (*door)->record(op, body);
        if (!changed) return fail(changed.error());
        if (*changed) (*door)->commit();
    } catch (const BrokenFile& broken) {
        return fail(broken.error);
    }
    return {};
}

Result<std::string> Project::keep(std::string_view bytes)
{
    if (inside_->door) return keep_content(connection(), bytes);
    return through_the_door(
        *this, [&](ChangeDoor& door) -> Result<std::string> { return keep_content(door.connection(), bytes); });
}

std::optional<std::string> Project::content(std::string_view sha256) const
{
    return content_of(connection(), sha256);
}

Subscription Project::subscribe(std::function<void(const ChangeSet&)> hear)
{
    const int key = inside_->next_subscriber++;
    inside_->subscribers.emplace(key, std::move(hear));
    const std::weak_ptr<int> alive = inside_->alive;
    return Subscription(std::shared_ptr<void>(nullptr, [alive, key, inside = inside_.get()](void*) {
        if (!alive.expired()) inside->subscribers.erase(key);
    }));
}

void Project::poll()
{
    checkpoint_when_idle(*inside_);
    // What is committed while it reads waits for the next poll.
    const auto version = inside_->connection->integer("PRAGMA data_version");
    const auto news = inside_->news_of_others({});
    inside_->heard.data_version = version;
    if (news.seqs.empty()) return;
    inside_->heard.seq = news.seqs.back();
    inside_->publish(news);
}

}
