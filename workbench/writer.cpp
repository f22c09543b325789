#include "writer.h"
#include "backup.h"
#include "workbench/rows.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <sys/stat.h>
#include <sys/vfs.h>

namespace workbench
{
namespace
{

struct FileState {
    std::int64_t size = -1, modified_ns = 0;
    bool operator==(const FileState&) const = default;
};

FileState state_of(const std::filesystem::path& file)
{
    struct stat info {
    };
    if (::stat(file.c_str(), &info) != 0) return {};
    return {static_cast<std::int64_t>(info.st_size),
            static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec};
}

std::string current_uuid(const Connection& connection)
{
    Cursor row(connection, "SELECT uuid FROM replica WHERE current");
    return row.next() ? row.get<std::string>(0) : std::string{};
}

/// Pages are looked over only when the file is not as we left it: a copy, a restored file, a disk that failed.
Result<void> sound(const Connection& connection, const std::filesystem::path& file)
{
    const auto memory = remembered(current_uuid(connection));
    if (FileState{memory.size, memory.modified_ns} == state_of(file)) return {};
    Cursor row(connection, "PRAGMA quick_check(1)");
    if (row.next() && row.view(0) == "ok") return {};
    return fail(
        ErrorCode::broken_file, say("The project file is damaged, so nothing is written to it."),
        say("Run \"quipu check\" to see what is wrong; what can be read can still be read, and the backups are in {}.",
            (state_folder() / "backups").string()));
}

/// WAL needs shared memory between the processes, which network file systems do not give.
bool on_network(const std::filesystem::path& file)
{
    struct statfs info {
    };
    if (::statfs(file.c_str(), &info) != 0) return false;
    constexpr std::array<std::uint32_t, 6> kinds{0x6969,     0x517b,     0xff534d42,
                                                 0xfe534d42, 0x01021997, 0x5346414f}; // NFS SMB CIFS SMB2 9P AFS
    return std::find(kinds.begin(), kinds.end(), static_cast<std::uint32_t>(info.f_type)) != kinds.end();
}

}

Result<void> become_writer(Project& project)
{
    auto& inside = project.inside();
    if (inside.refuses) return fail(*inside.refuses);
    if (inside.is_writer) return {};
    const auto& connection = *inside.connection;
    if (const auto fine = sound(connection, inside.file); !fine) return fail(fine.error());
    // When another process is reading this very moment the switch to WAL waits for a better one: the old journal is as
    // safe, only readers may have to wait.
    if (!on_network(inside.file)) connection.try_exec("PRAGMA journal_mode = WAL");
    connection.exec("PRAGMA synchronous = FULL");
    inside.is_writer = true;
    return back_up_daily(project);
}

void remember_writer(const Replica& replica)
{
    auto memory = remembered(replica.uuid);
    memory.counter = replica.counter;
    memory.changes = replica.changes;
    remember(replica.uuid, memory);
}

namespace
{

/// This is how we leave the file: who opens it next, or writes beside us, need not look its pages over.
void remember_state(const std::filesystem::path& file, const std::string& uuid)
{
    if (uuid.empty()) return;
    auto memory = remembered(uuid);
    const auto state = state_of(file);
    memory.size = state.size;
    memory.modified_ns = state.modified_ns;
    remember(uuid, memory);
}

}

void checkpoint_when_idle(Project::Inside& inside)
{
    if (!inside.to_checkpoint || std::chrono::steady_clock::now() - inside.last_commit < std::chrono::seconds(2))
        return;
    inside.to_checkpoint = false;
    // Readers may hold it up; the next one will do.
    if (inside.connection->try_exec("PRAGMA wal_checkpoint(TRUNCATE)") == SQLITE_OK)
        remember_state(inside.file, current_uuid(*inside.connection));
}

void leave_as_one_file(Project::Inside& inside)
{
    if (!inside.is_writer || !inside.connection) return;
    const auto& connection = *inside.connection;
    const auto uuid = current_uuid(connection);
    connection.try_exec("PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_busy_timeout(connection.handle(), 0);
    connection.try_exec("PRAGMA journal_mode = DELETE"); // refused while another process has the file open
    inside.connection.reset();
    remember_state(inside.file, uuid);
}

}
