#include "replica.h"
#include "workbench/rows.h"
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace workbench
{
namespace
{

struct Place {
    std::int64_t device = 0, inode = 0;
    std::string path;
};

Place place_of(const std::filesystem::path& file)
{
    Place place;
    std::error_code ignored;
    place.path = std::filesystem::weakly_canonical(file, ignored).string();
    struct stat info {
    };
    if (::stat(file.c_str(), &info) == 0) {
        place.device = static_cast<std::int64_t>(info.st_dev);
        place.inode = static_cast<std::int64_t>(info.st_ino);
    }
    return place;
}

/// Moved or renamed on one machine, it is still the same file; a file that was copied has another inode. (The device
/// number of a disk may change when the machine starts again, so the path may vouch for it.)
bool same_file(const Replica& replica, const Place& place)
{
    if (replica.machine != machine_id() || replica.inode != place.inode) return false;
    if (replica.path == place.path) return true;
    std::error_code ignored;
    return replica.device == place.device && !std::filesystem::exists(replica.path, ignored);
}

std::string three_characters(std::int64_t number)
{
    constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::string text;
    for (int i = 0; i < 3; ++i, number /= 36) text += digits[static_cast<std::size_t>(number % 36)];
    return text;
}

void insert(const Connection& connection, const Replica& r)
{
    Cursor row(connection, "INSERT INTO replica (number, uuid, machine, device, inode, path, counter, changes, "
                           "documents, copy, copies_made, current)"
                           " VALUES (?,?,?,?,?,?,?,?,?,?,?,1)");
    row.bind(r.number, r.uuid, r.machine, r.device, r.inode, r.path, r.counter, r.changes, r.documents, r.copy,
             r.copies_made);
    row.next();
}

Replica current(const Connection& connection)
{
    Cursor row(connection, "SELECT number, uuid, machine, device, inode, path, counter, changes, documents, copy, "
                           "copies_made FROM replica WHERE current");
    Replica r;
    if (!row.next()) return r;
    r.number = row.get<std::int64_t>(0);
    r.uuid = row.get<std::string>(1);
    r.machine = row.get<std::string>(2);
    r.device = row.get<std::int64_t>(3);
    r.inode = row.get<std::int64_t>(4);
    r.path = row.get<std::string>(5);
    r.counter = row.get<std::int64_t>(6);
    r.changes = row.get<std::int64_t>(7);
    r.documents = row.get<std::int64_t>(8);
    r.copy = row.get<std::string>(9);
    r.copies_made = row.get<std::int64_t>(10);
    return r;
}

/// The file was copied or restored: its old numbers stay known as this file's past, new ids come under a new number.
Replica take_new_number(const Connection& connection, Replica replica, const Place& place)
{
    connection.exec("UPDATE replica SET current = 0 WHERE current");
    replica.number = random_replica_number(connection);
    replica.uuid = random_uuid();
    replica.machine = machine_id();
    replica.device = place.device;
    replica.inode = place.inode;
    replica.path = place.path;
    replica.counter = replica.changes = replica.copies_made = 0;
    replica.copy = "-" + three_characters(replica.number);
    insert(connection, replica);
    return replica;
}

}

std::string random_uuid()
{
    std::array<unsigned char, 16> b{};
    randombytes_buf(b.data(), b.size());
    b[6] = static_cast<unsigned char>((b[6] & 0x0f) | 0x40); // RFC 4122, version 4
    b[8] = static_cast<unsigned char>((b[8] & 0x3f) | 0x80);
    std::string text;
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += fmt::format("{:02X}", b[i]);
    }
    return text;
}

std::string machine_id()
{
    static const std::string id = [] {
        std::string line;
        if (std::ifstream in("/etc/machine-id"); std::getline(in, line) && !line.empty()) return line;
        std::array<char, 256> name{};
        gethostname(name.data(), name.size() - 1);
        return std::string(name.data());
    }();
    return id;
}

std::int64_t random_replica_number(const Connection& connection)
{
    for (;;) {
        const std::int64_t number = 1 + randombytes_uniform((1u << 22) - 1);
        Cursor used(connection,
                    "SELECT 1 FROM replica WHERE number = ?1 UNION ALL SELECT 1 FROM history WHERE replica = ?1"
                    " UNION ALL SELECT 1 FROM base WHERE replica = ?1");
        if (!used.bind(number).next()) return number;
    }
}

void found_replica(const Connection& connection, const std::filesystem::path& file, const std::string& copy)
{
    const auto place = place_of(file);
    Replica replica;
    replica.number = random_replica_number(connection);
    replica.uuid = random_uuid();
    replica.machine = machine_id();
    replica.device = place.device;
    replica.inode = place.inode;
    replica.path = place.path;
    replica.copy = copy == "-" ? "-" + three_characters(replica.number) : copy;
    insert(connection, replica);
}

Replica claim_replica(const Connection& connection, const std::filesystem::path& file)
{
    auto replica = current(connection);
    const auto place = place_of(file);
    const auto memory = remembered(replica.uuid);
    const bool overtaken = memory.counter > replica.counter || memory.changes > replica.changes;
    if (overtaken || !same_file(replica, place)) return take_new_number(connection, replica, place);
    if (replica.path != place.path || replica.device != place.device) {
        replica.path = place.path;
        replica.device = place.device;
        Cursor(connection, "UPDATE replica SET path = ?, device = ? WHERE number = ?")
            .bind(replica.path, replica.device, replica.number)
            .next();
    }
    return replica;
}

void store(const Connection& connection, const Replica& replica)
{
    Cursor row(connection,
               "UPDATE replica SET counter = ?, changes = ?, documents = ?, copies_made = ? WHERE number = ?");
    row.bind(replica.counter, replica.changes, replica.documents, replica.copies_made, replica.number).next();
}

void sync_folder(const std::filesystem::path& folder)
{
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return;
    ::fsync(handle);
    ::close(handle);
}

std::filesystem::path state_folder()
{
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state)
        return std::filesystem::path(state) / "quipu";
    if (const char* home = std::getenv("HOME"); home && *home)
        return std::filesystem::path(home) / ".local/state/quipu";
    return std::filesystem::temp_directory_path() / "quipu-state";
}

Remembered remembered(const std::string& uuid)
{
    Remembered what;
    std::ifstream in(state_folder() / "replicas" / uuid);
    in >> what.counter >> what.changes >> what.size >> what.modified_ns;
    return in ? what : Remembered{};
}

// Written beside and renamed, so that a reader never sees half of it. A failure is no loss: see Remembered.
void remember(const std::string& uuid, const Remembered& what)
{
    std::error_code ignored;
    const auto folder = state_folder() / "replicas";
    std::filesystem::create_directories(folder, ignored);
    const auto draft = folder / (uuid + "." + std::to_string(getpid()));
    {
        std::ofstream out(draft);
        out << what.counter << ' ' << what.changes << ' ' << what.size << ' ' << what.modified_ns << '\n';
        if (!out.flush()) {
            std::filesystem::remove(draft, ignored);
            return;
        }
    }
    std::filesystem::rename(draft, folder / uuid, ignored);
}

// 'a' only ever begins a longer code, so that codes put one after another can be told apart: a copy of copy 'b' is
// 'bb', never the 27th copy of the first.
std::string copy_letter(const std::string& own, std::int64_t n)
{
    const std::int64_t letters = 25; // b … z
    return own + std::string(static_cast<std::size_t>(n / letters), 'a') + static_cast<char>('b' + n % letters);
}

}
