#pragma once
#include "database.h"
#include <cstdint>
#include <filesystem>
#include <string>

namespace workbench
{

/// This file in this place. See the table `replica` in schema.sql.
struct Replica {
    std::int64_t number = 0;
    std::string uuid, machine;
    std::int64_t device = 0, inode = 0;
    std::string path;
    std::int64_t counter = 0, changes = 0, documents = 0;
    std::string copy;
    std::int64_t copies_made = 0;
};

/// 22 random bits, never 0, and not in use in this file.
std::int64_t random_replica_number(const Connection& connection);
std::string random_uuid();
std::string machine_id();

/// Writes a first row for a file that has just been made at `file`. `copy` is its letter; "-" stands for one made of
/// its number, as when a file is copied behind our back.
void found_replica(const Connection& connection, const std::filesystem::path& file, const std::string& copy);

/// The current row. Inside a write transaction: when the file is no longer where the row says, or this machine
/// remembers a higher counter for it, a new number is taken first.
Replica claim_replica(const Connection& connection, const std::filesystem::path& file);
void store(const Connection& connection, const Replica& replica);

/// What this machine remembers of a file between runs, in XDG_STATE_HOME/quipu/replicas/UUID: the counters, and the
/// size and time at which the file was last known to be sound. Losing it costs nothing but a check.
struct Remembered {
    std::int64_t counter = 0, changes = 0;
    std::int64_t size = -1, modified_ns = 0;
};
Remembered remembered(const std::string& uuid);
void remember(const std::string& uuid, const Remembered& what);

/// Makes a rename in this folder outlast a power failure.
void sync_folder(const std::filesystem::path& folder);

/// XDG_STATE_HOME/quipu, or ~/.local/state/quipu.
std::filesystem::path state_folder();

/// The letter of the n-th copy made by a copy with letter `own`: b, c, … z, ab, … No two copies of one project, made
/// anywhere, get the same.
std::string copy_letter(const std::string& own, std::int64_t n);

}
