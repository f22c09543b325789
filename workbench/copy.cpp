#include "workbench/copy.h"
#include "backup.h"
#include "door.h"
#include "new_file.h"
#include "replica.h"
#include "tables.h"
#include "workbench/rows.h"
#include "workbench/tr.h"
#include "writer.h"
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <unistd.h>

namespace workbench
{
namespace
{

void forget_history(const Connection& to)
{
    to.exec("INSERT OR REPLACE INTO base (replica, n, lamport) SELECT replica, max(n), max(lamport) FROM history GROUP "
            "BY replica;"
            "DELETE FROM history");
}

/// Names in `coder`, `history` and `project` become "Coder 1", "Coder 2" … in the order of first appearance.
void forget_coders(const Connection& to)
{
    std::vector<std::string> names;
    Cursor row(to, "SELECT name FROM (SELECT coder AS name, min(seq) AS first FROM history GROUP BY coder"
                   " UNION ALL SELECT name, 9e18 FROM coder) GROUP BY name ORDER BY min(first), name");
    while (row.next()) names.push_back(row.get<std::string>(0));
    int number = 0;
    for (const auto& name : names) {
        const auto other = say("Coder {}", ++number);
        Cursor(to, "UPDATE history SET coder = ? WHERE coder = ?").bind(other, name).next();
        Cursor(to, "UPDATE coder SET name = ?, initials = NULL WHERE name = ?").bind(other, name).next();
    }
    to.exec("UPDATE project SET created_by = NULL, modified_by = NULL");
}

const char* const named_content =
    "SELECT sha256 FROM piece WHERE sha256 IS NOT NULL UNION SELECT source FROM document WHERE source IS NOT NULL"
    " UNION SELECT rich_source FROM document WHERE rich_source IS NOT NULL UNION SELECT cells FROM indicator_table"
    " UNION SELECT source FROM indicator_table WHERE source IS NOT NULL";

/// Every 64-hex text in the history is taken for the name of a content: better to keep too much.
void keep_what_history_names(const Connection& connection, std::set<std::string>& named)
{
    Cursor row(connection, "SELECT authored FROM history");
    while (row.next())
        each_row(unpacked(row.view(0)), [&](const RowChange& change) {
            for (const auto* values : {&change.before, &change.after})
                for (const auto& value : *values)
                    if (const auto* text = std::get_if<std::string>(&value); text && text->size() == 64)
                        named.insert(*text);
        });
}

void drop_unnamed_content(const Connection& connection)
{
    std::set<std::string> named;
    Cursor row(connection, named_content);
    while (row.next()) named.insert(row.get<std::string>(0));
    keep_what_history_names(connection, named);
    std::vector<std::string> unnamed;
    Cursor all(connection, "SELECT sha256 FROM content");
    while (all.next())
        if (!named.contains(all.get<std::string>(0))) unnamed.push_back(all.get<std::string>(0));
    for (const auto& sha256 : unnamed) Cursor(connection, "DELETE FROM content WHERE sha256 = ?").bind(sha256).next();
}

/// Originals that are nothing but originals: no text and no table stands on them.
void forget_originals(const Connection& to)
{
    to.exec("DELETE FROM content WHERE sha256 NOT IN (SELECT sha256 FROM piece WHERE sha256 IS NOT NULL UNION SELECT "
            "cells FROM indicator_table)"
            " AND sha256 IN (SELECT source FROM document WHERE source IS NOT NULL UNION SELECT rich_source FROM "
            "document WHERE rich_source IS NOT NULL"
            " UNION SELECT source FROM indicator_table WHERE source IS NOT NULL)");
}

void become_copy(const Connection& to, const NewFile& file, const std::string& letter)
{
    to.exec("DELETE FROM replica");
    found_replica(to, file.draft(), letter);
    Cursor(to, "UPDATE replica SET path = ?, documents = (SELECT ifnull(max(number), 0) FROM document)")
        .bind(file.place().string())
        .next();
}

Result<void> finish_copy(const NewFile& file, const std::string& letter, const CopyWithout& without)
{
    auto opened = Connection::open(file.draft(), Connection::Mode::read_write);
    if (!opened) return fail(opened.error());
    const auto& copy = **opened;
    copy.exec("BEGIN IMMEDIATE");
    become_copy(copy, file, letter);
    if (without.coders) forget_coders(copy);
    if (without.originals) forget_originals(copy);
    if (without.history) forget_history(copy);
    copy.exec("COMMIT");
    if (without.coders || without.originals || without.history) copy.exec("VACUUM");
    copy.exec("PRAGMA journal_mode = DELETE");
    return {};
}

/// The next letter of this copy, remembered before it is used: it must never be given twice.
Result<std::string> take_letter(Project& project)
{
    auto door = ChangeDoor::open(project);
    if (!door) return fail(door.error());
    auto replica = (*door)->replica();
    const auto letter = copy_letter(replica.copy, replica.copies_made);
    (*door)->count_copy();
    (*door)->commit();
    return letter;
}

void thin_out(const std::filesystem::path& folder, const std::string& stem)
{
    // Names end in -2026-03-01.quipu, so that they sort by day.
    std::vector<std::filesystem::path> daily;
    std::error_code ignored;
    for (const auto& file : std::filesystem::directory_iterator(folder, ignored))
        if (file.path().filename().string().starts_with(stem + "-daily-")) daily.push_back(file.path());
    std::sort(daily.begin(), daily.end());
    std::set<std::string> months;
    for (std::size_t i = 0; i < daily.size(); ++i) {
        const auto name = daily[i].filename().string();
        const bool first_of_month = months.insert(name.substr(0, stem.size() + 14)).second;
        if (!first_of_month && i + 7 < daily.size()) std::filesystem::remove(daily[i], ignored);
    }
}

}

Result<void> copy_pages(const Connection& from, const std::filesystem::path& to)
{
    auto target = Connection::open(to, Connection::Mode::read_write, true);
    if (!target) return fail(target.error());
    auto* backup = sqlite3_backup_init((*target)->handle(), "main", from.handle(), "main");
    if (!backup) return fail((*target)->last_error());
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK) return fail((*target)->last_error());
    (*target)->exec("PRAGMA journal_mode = DELETE");
    return {};
}

Result<void> copy_project(Project& project, const std::filesystem::path& to, const CopyWithout& without)
{
    auto made = NewFile::at(to);
    if (!made) return fail(made.error());
    try {
        // A project that cannot be written cannot remember that it gave a letter, so its copy gets one of its own.
        const auto letter = project.read_only() ? Result<std::string>("-") : take_letter(project);
        if (!letter) return fail(letter.error());
        if (const auto done = copy_pages(*project.inside().connection, made->draft()); !done) return fail(done.error());
        if (const auto done = finish_copy(*made, *letter, without); !done) return fail(done.error());
    } catch (const BrokenFile& broken) {
        return fail(broken.error);
    }
    return made->finish();
}

Result<std::int64_t> compact(Project& project)
{
    auto& inside = project.inside();
    if (const auto ready = become_writer(project); !ready) return fail(ready.error());
    const auto& connection = *inside.connection;
    try {
        if (connection.try_exec("BEGIN IMMEDIATE") != SQLITE_OK) return fail(connection.last_error());
        try {
            drop_unnamed_content(connection);
        } catch (const BrokenFile&) {
            connection.try_exec("ROLLBACK");
            throw;
        }
        connection.exec("COMMIT");
        connection.exec("VACUUM");
        connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const BrokenFile& broken) {
        return fail(broken.error);
    }
    std::error_code ignored;
    return static_cast<std::int64_t>(std::filesystem::file_size(inside.file, ignored));
}

void discard_project(const std::filesystem::path& file)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(file.string() + suffix, ignored);
}

std::filesystem::path backup_folder(const Project& project)
{
    const char* chosen = std::getenv("QUIPU_BACKUPS");
    return (chosen && *chosen ? std::filesystem::path(chosen) : state_folder() / "backups") / project.guid();
}

Result<std::filesystem::path> back_up(Project& project, const std::string& reason)
{
    try {
        const auto folder = backup_folder(project);
        std::error_code problem;
        std::filesystem::create_directories(folder, problem);
        if (problem)
            return fail(ErrorCode::read_only, say("The backup folder \"{}\" cannot be made.", folder.string()),
                        say("Set QUIPU_BACKUPS to a folder of your own."));
        auto stamp = utc_now();
        std::erase(stamp, ':');
        auto file = folder / fmt::format("{}-{}-{}.quipu", project.path().stem().string(), reason, stamp);
        for (int i = 2; std::filesystem::exists(file, problem); ++i)
            file = folder / fmt::format("{}-{}-{}-{}.quipu", project.path().stem().string(), reason, stamp, i);
        if (const auto done = copy_pages(*project.inside().connection, file); !done) {
            std::filesystem::remove(file, problem);
            return fail(done.error());
        }
        return file;
    } catch (const BrokenFile& broken) {
        return fail(broken.error);
    }
}

Result<void> back_up_daily(Project& project)
{
    const auto& connection = *project.inside().connection;
    if (connection.integer("SELECT count(*) FROM (SELECT 1 FROM history LIMIT 1)") == 0) return {};
    const auto folder = backup_folder(project);
    const auto stem = project.path().stem().string();
    const auto file = folder / fmt::format("{}-daily-{}.quipu", stem, utc_now().substr(0, 10));
    std::error_code problem;
    if (std::filesystem::exists(file, problem)) return {};
    std::filesystem::create_directories(folder, problem);
    const auto draft = folder / fmt::format(".{}.{}", stem, getpid());
    std::filesystem::remove(draft, problem);
    if (problem || !copy_pages(connection, draft)) {
        std::filesystem::remove(draft, problem);
        return {};
    }
    std::filesystem::rename(draft, file, problem);
    thin_out(folder, stem);
    return {};
}

}
