#include "workbench/merge.h"
#include "door.h"
#include "join.h"
#include "replay.h"
#include "workbench/copy.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace workbench
{
namespace
{

using Name = std::pair<std::int64_t, std::int64_t>; // replica, n

/// For each replica the last change that this file contains without having its row.
std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> base_of(const Reading& reading)
{
    std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> base;
    for (const auto& [replica, n, lamport] :
         reading.rows<std::tuple<std::int64_t, std::int64_t, std::int64_t>>("SELECT replica, n, lamport FROM base"))
        base[replica] = {n, lamport};
    return base;
}

std::set<Name> names_of(const Reading& reading)
{
    std::set<Name> names;
    auto row = reading.ask("SELECT replica, n FROM history");
    while (row.next()) names.emplace(row.get<std::int64_t>(0), row.get<std::int64_t>(1));
    return names;
}

class Merging
{
 public:
    Merging(Project& project, ChangeDoor& door)
        : project_(project), door_(door), ours_(names_of(project)), base_(base_of(project))
    {
        for (const auto& [replica, last] : base_) base_end_ = std::max(base_end_, last.second);
    }

    Result<void> take_in(const Project& other, const std::filesystem::path& file)
    {
        if (const auto enough = has_what_we_need(other, file); !enough) return fail(enough.error());
        take_grown(other);
        auto row = other.ask("SELECT replica, n, lamport, at, coder, op, subject, undoes_replica, undoes_n, authored "
                             "FROM history ORDER BY seq");
        while (row.next()) {
            const Name name{row.get<std::int64_t>(0), row.get<std::int64_t>(1)};
            const auto lamport = row.get<std::int64_t>(2);
            if (ours_.contains(name) || contained(name)) {
                ++report_.already_there;
                continue;
            }
            if (lamport <= base_end_) return lacks_history(project_.path());
            add_row(row);
            ours_.insert(name);
            added_.insert({lamport, name.first, name.second});
        }
        return {};
    }

    Result<MergeReport> finish()
    {
        report_.applied = static_cast<std::int64_t>(added_.size());
        if (added_.empty()) return report_;
        const auto old_notes = notes();
        Replay replay(door_.connection());
        replay.run(added_);
        if (replay.touched_much())
            door_.touch_everything();
        else
            replay.each_touched([&](const std::string& changeset) { door_.touch(changeset); });
        write_notes(replay);
        tell_conflicts(old_notes);
        door_.see_lamport();
        const auto joined = door_.record(Op::join, [&](Change& change) -> Result<void> {
            change.about(say("what was made in several copies"));
            report_.joined = join_twins(change);
            return {};
        });
        if (!joined) return fail(joined.error());
        return report_;
    }

 private:
    bool contained(const Name& name) const
    {
        const auto found = base_.find(name.first);
        return found != base_.end() && name.second <= found->second.first;
    }

    Result<void> has_what_we_need(const Project& other, const std::filesystem::path& file)
    {
        if (other.guid() != project_.guid())
            return fail(ErrorCode::bad_value, say("\"{}\" is another project, not a copy of this one.", file.string()),
                        say("Only copies made with \"quipu copy\" can be merged; bring in another project with \"quipu "
                            "qdpx import\"."));
        for (const auto& [replica, last] : base_of(other))
            if (const Name newest{replica, last.first}; !ours_.contains(newest) && !contained(newest))
                return lacks_history(file);
        return {};
    }

    static tl::unexpected<Error> lacks_history(const std::filesystem::path& file)
    {
        return fail(ErrorCode::bad_value,
                    say("\"{}\" is a copy without its history, which would be needed to bring in these changes.",
                        file.string()),
                    say("Merge both into a copy that has the whole history."));
    }

    /// Coders and contents are the same wherever they are; the union is all there is to it.
    void take_grown(const Project& other)
    {
        auto coder = other.ask("SELECT id, guid, name, initials, color, placeholder FROM coder");
        while (coder.next())
            Cursor(door_.connection(),
                   "INSERT OR IGNORE INTO coder (id, guid, name, initials, color, placeholder) VALUES (?,?,?,?,?,?)")
                .bind(coder.get<std::int64_t>(0), coder.get<std::optional<std::string>>(1), coder.get<std::string>(2),
                      coder.get<std::optional<std::string>>(3), coder.get<std::optional<std::string>>(4),
                      coder.get<int>(5))
                .next();
        for (const auto& sha256 : other.rows<std::string>("SELECT sha256 FROM content")) {
            if (Cursor(door_.connection(), "SELECT 1 FROM content WHERE sha256 = ?").bind(sha256).next()) continue;
            const auto bytes = other.content(sha256);
            if (bytes)
                Cursor(door_.connection(), "INSERT INTO content (sha256, bytes) VALUES (?,?)")
                    .bind(sha256, Blob{*bytes})
                    .next();
        }
    }

    void add_row(const Cursor& row)
    {
        using Number = std::optional<std::int64_t>;
        Cursor(door_.connection(), "INSERT INTO history (replica, n, lamport, at, coder, op, subject, undoes_replica, "
                                   "undoes_n, authored, state)"
                                   " VALUES (?,?,?,?,?,?,?,?,?,?,'applied')")
            .bind(row.get<std::int64_t>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2), row.view(3),
                  row.view(4), row.view(5), row.view(6), row.get<Number>(7), row.get<Number>(8), Blob{row.view(9)})
            .next();
    }

    std::map<Name, std::string> notes() const
    {
        std::map<Name, std::string> all;
        for (const auto& [replica, n, note] : project_.rows<std::tuple<std::int64_t, std::int64_t, std::string>>(
                 "SELECT replica, n, note FROM history WHERE note IS NOT NULL"))
            all[{replica, n}] = note;
        return all;
    }

    void write_notes(const Replay& replay)
    {
        for (const auto& key : added_) clear_note(key);
        door_.connection().exec(
            "UPDATE history SET note = NULL WHERE note IS NOT NULL AND state = 'applied' AND effect IS NULL");
        for (const auto& [key, outcome] : replay.outcomes()) {
            nlohmann::ordered_json note;
            if (outcome.suspended) {
                note["suspended"] =
                    outcome.stopped ? outcome.stopped->table + " #" + std::to_string(outcome.stopped->id) : "";
            } else {
                for (const auto& value : outcome.overruled)
                    note["overruled"].push_back({{"table", value.table},
                                                 {"id", std::to_string(value.id)},
                                                 {"column", column_name(value)},
                                                 {"earlier", text_of_value(value.current)},
                                                 {"later", text_of_value(value.becomes)}});
            }
            if (note.is_null()) continue; // a removal of what was gone already: nothing is lost
            Cursor(door_.connection(), "UPDATE history SET note = ? WHERE replica = ? AND n = ?")
                .bind(note.dump(), key.replica, key.n)
                .next();
        }
    }

    void clear_note(const OrderKey& key)
    {
        Cursor(door_.connection(), "UPDATE history SET note = NULL WHERE replica = ? AND n = ?")
            .bind(key.replica, key.n)
            .next();
    }

    std::string column_name(const Overruled& value) const
    {
        return project_
            .row<std::string>("SELECT name FROM pragma_table_info(?) WHERE cid = ?", value.table, value.column)
            .value_or("");
    }

    static std::string text_of_value(const RowChange::Value& value)
    {
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
        if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
        return "";
    }

    /// Only what this merge brought up: a note that stood before is old news.
    void tell_conflicts(const std::map<Name, std::string>& old_notes)
    {
        for (const auto& [name, note] : notes()) {
            const auto old = old_notes.find(name);
            if (old != old_notes.end() && old->second == note) continue;
            const bool theirs = project_
                                    .row<int>("SELECT 1 FROM history WHERE replica = ? AND n = ? AND seq IN (SELECT "
                                              "seq FROM history ORDER BY seq DESC LIMIT ?)",
                                              name.first, name.second, added_.size())
                                    .has_value();
            tell(name, nlohmann::json::parse(note, nullptr, false), theirs);
        }
    }

    void tell(const Name& name, const nlohmann::json& note, bool theirs)
    {
        const auto row = project_.row<std::tuple<std::string, std::string, std::string>>(
            "SELECT op, subject, coder FROM history WHERE replica = ? AND n = ?", name.first, name.second);
        if (std::get<0>(*row) == name_of(Op::join).word) return; // joined there and here alike
        const auto what = fmt::format("{} {} ({})", title_of(std::get<0>(*row)), std::get<1>(*row), std::get<2>(*row));
        if (note.contains("suspended")) {
            const auto set_aside = say("set aside: {}", what),
                       stands = say("a change that needs what this one removes");
            report_.conflicts.push_back(
                {std::get<1>(*row), theirs ? stands : set_aside, theirs ? set_aside : stands, stands});
            return;
        }
        for (const auto& value : note.value("overruled", nlohmann::json::array())) {
            const auto earlier = value.value("earlier", ""), later = value.value("later", "");
            if (value.value("column", "").starts_with("modified_") || earlier == later) continue;
            report_.conflicts.push_back(
                {fmt::format("{} #{} {}", value.value("table", ""), value.value("id", ""), value.value("column", "")),
                 theirs ? earlier : later, theirs ? later : earlier, later});
        }
    }

    Project& project_;
    ChangeDoor& door_;
    std::set<Name> ours_;
    std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> base_;
    std::int64_t base_end_ = 0;
    std::set<OrderKey> added_;
    MergeReport report_;
};

/// Whether any of the others has a change that is not here.
bool anything_new(const Project& project, const std::vector<Project>& others)
{
    const auto ours = names_of(project);
    const auto base = base_of(project);
    return std::any_of(others.begin(), others.end(), [&](const Project& other) {
        const auto theirs = names_of(other);
        return std::any_of(theirs.begin(), theirs.end(), [&](const Name& name) {
            const auto contained = base.find(name.first);
            return !ours.contains(name) && (contained == base.end() || name.second > contained->second.first);
        });
    });
}

}

Result<MergeReport> merge(Project& project, const std::vector<std::filesystem::path>& files, bool rehearse)
{
    std::vector<Project> others;
    for (const auto& file : files) {
        auto other = Project::open(file, Access::read);
        if (!other) return fail(other.error());
        others.push_back(std::move(*other));
    }
    std::string backup;
    try {
        if (!rehearse && anything_new(project, others)) {
            if (const auto& refuses = project.inside().refuses) return fail(*refuses);
            const auto file = back_up(project, "merge");
            if (!file) return fail(file.error());
            backup = file->string();
        }
        auto door = ChangeDoor::open(project);
        if (!door) return fail(door.error());
        Merging merging(project, **door);
        for (std::size_t i = 0; i < others.size(); ++i)
            if (const auto taken = merging.take_in(others[i], files[i]); !taken) return fail(taken.error());
        auto report = merging.finish();
        if (!report || rehearse) return report;
        if (report->applied > 0) (*door)->commit();
        report->backup = backup;
        return report;
    } catch (const BrokenFile& broken) {
        return fail(broken.error);
    }
}

}
