#include "workbench/check.h"
#include "content.h"
#include "derive.h"
#include "door.h"
#include "dump.h"
#include "layout.h"
#include "replay.h"
#include "structure.h"
#include "tables.h"
#include "utf8.h"
#include "workbench/project.h"
#include "workbench/sha256.h"
#include "workbench/tr.h"
#include <functional>

namespace workbench
{
namespace
{

class Checking
{
 public:
    Checking(Project& project, const CheckOptions& options, Progress& progress)
        : project_(project), connection_(*project.inside().connection), options_(options), progress_(progress)
    {
    }

    std::vector<Problem> run()
    {
        struct Step {
            std::string what;
            void (Checking::*look)();
        };
        const Step steps[] = {{say("pages"), &Checking::pages},       {say("references"), &Checking::references},
                              {say("contents"), &Checking::contents}, {say("pieces"), &Checking::pieces},
                              {say("anchors"), &Checking::anchors},   {say("history"), &Checking::history},
                              {say("counters"), &Checking::counters}, {say("derived tables"), &Checking::derived},
                              {say("replay"), &Checking::replay}};
        for (const auto& [what, look] : steps) {
            progress_.start(what, 1);
            guard(what, [&] { (this->*look)(); });
            progress_.step();
            if (progress_.cancelled()) break;
        }
        return std::move(problems_);
    }

 private:
    /// A part of the file that cannot be read is a problem, not the end of the check.
    void guard(const std::string& what, const std::function<void()>& look)
    {
        try {
            look();
        } catch (const BrokenFile& broken) {
            problems_.push_back({broken.error.detail, what, false});
        }
    }

    void pages()
    {
        for (const auto& line : project_.rows<std::string>("PRAGMA integrity_check(20)"))
            if (line != "ok") problems_.push_back({say("The file is damaged: {}.", line), say("pages"), false});
        for (const auto& what : missing_structure(connection_))
            problems_.push_back({say("A table or a column of the project is missing."), what, false});
    }

    void references()
    {
        auto row = project_.ask("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check");
        while (row.next())
            problems_.push_back({say("A row points at something in {} that is not there.", row.get<std::string>(2)),
                                 fmt::format("{} #{}", row.view(0), row.get<std::int64_t>(1)), false});
    }

    void contents()
    {
        auto row = project_.ask("SELECT sha256, bytes FROM content");
        while (row.next())
            if (sha256_hex(row.view(1)) != row.view(0))
                problems_.push_back({say("Bytes are not what their hash says."), std::string(row.view(0)), false});
        auto missing =
            project_.ask("SELECT d.name FROM piece p JOIN document d ON d.id = p.document WHERE p.sha256 IS NOT NULL"
                         " AND p.sha256 NOT IN (SELECT sha256 FROM content)");
        while (missing.next())
            problems_.push_back({say("The text of a document is missing."), missing.get<std::string>(0), false});
    }

    void pieces()
    {
        auto row = project_.ask(
            "SELECT p.id, p.text, p.sha256, p.characters, d.name FROM piece p JOIN document d ON d.id = p.document");
        while (row.next()) {
            const auto text =
                row.null(1) ? content_of(connection_, row.view(2)) : std::optional(row.get<std::string>(1));
            if (text && count_code_points(*text) != row.get<std::int64_t>(3))
                problems_.push_back({say("A piece of text has another length than it says."),
                                     fmt::format("{} #{}", row.view(4), row.get<std::int64_t>(0)), false});
        }
    }

    void anchors()
    {
        auto row = project_.ask("SELECT a.id, a.\"first\", a.\"last\" FROM quotation_anchor a WHERE a.kind = 'text'");
        while (row.next()) {
            const auto first = anchor_in(row.view(1)), last = anchor_in(row.view(2));
            if (!first || !last || !stands(*first) || !stands(*last))
                problems_.push_back({say("A quotation stands on text that is not there."),
                                     fmt::format("quotation_anchor #{}", row.get<std::int64_t>(0)), false});
        }
    }

    bool stands(Anchor anchor) const
    {
        const auto characters = project_.row<std::int64_t>("SELECT characters FROM piece WHERE id = ?", anchor.piece);
        return characters && anchor.offset < *characters;
    }

    void history()
    {
        auto row = project_.ask("SELECT seq, authored, effect FROM history ORDER BY seq");
        std::int64_t expected = 1;
        while (row.next()) {
            const auto seq = row.get<std::int64_t>(0);
            guard(say("change {}", seq), [&] { (void)unpacked(row.view(1)); });
            if (!row.null(2)) guard(say("change {}", seq), [&] { (void)unpacked(row.view(2)); });
            if (seq != expected)
                problems_.push_back({say("Changes {} to {} are missing.", expected, seq - 1), say("history"), false});
            expected = seq + 1;
        }
    }

    /// The counters of this file stand at least as high as what was given, or an id could be given twice.
    void counters()
    {
        if (project_.inside().refuses) return;
        const auto done = through_the_door(project_, [&](ChangeDoor& door) -> Result<void> {
            if (!door.raise_counters()) return fail(ErrorCode::cancelled, {});
            problems_.push_back({say("A counter is lower than a number that was given."), "replica", options_.repair});
            if (!options_.repair) return fail(ErrorCode::cancelled, {});
            return {};
        });
        if (!done && done.error().code != ErrorCode::cancelled)
            problems_.push_back({done.error().detail, say("counters"), false});
    }

    /// Computes all that is derived again, in a savepoint that is taken back unless there is something to repair.
    void derived()
    {
        if (project_.inside().refuses) return compare_read_only();
        const auto before = dump_tables(connection_, derived_tables);
        const auto done = through_the_door(project_, [&](ChangeDoor& door) -> Result<void> {
            derive_everything(door.connection());
            const auto differing = differing_tables(before, dump_tables(connection_, derived_tables));
            for (const auto& table : differing)
                problems_.push_back({say("What is computed from the text is not up to date."), table, options_.repair});
            if (differing.empty() || !options_.repair) return fail(ErrorCode::cancelled, {});
            return {};
        });
        if (!done && done.error().code != ErrorCode::cancelled)
            problems_.push_back({done.error().detail, say("derived tables"), false});
    }

    /// Without writing: each text against its pieces.
    void compare_read_only()
    {
        for (const auto document : project_.rows<DocumentId>("SELECT id FROM document"))
            if (text_by(connection_, document.value, layout_of(connection_, document.value)) !=
                text_of(project_, document))
                problems_.push_back({say("What is computed from the text is not up to date."),
                                     fmt::format("document_text #{}", document.value), false});
    }

    void replay()
    {
        if (!options_.deep || project_.inside().refuses) return;
        const auto before = dump_tables(connection_, record_tables);
        const auto states = project_.rows<std::string>("SELECT state FROM history ORDER BY seq");
        const auto done = through_the_door(project_, [&](ChangeDoor& door) -> Result<void> {
            Replay(door.connection()).run_all();
            for (const auto& table : differing_tables(before, dump_tables(connection_, record_tables)))
                problems_.push_back(
                    {say("Replaying the history gives something else than the project holds."), table, false});
            if (states != project_.rows<std::string>("SELECT state FROM history ORDER BY seq"))
                problems_.push_back({say("Replaying the history sets other changes aside."), say("history"), false});
            return fail(ErrorCode::cancelled, {}); // only to look
        });
        if (!done && done.error().code != ErrorCode::cancelled)
            problems_.push_back({done.error().detail, say("replay"), false});
    }

    Project& project_;
    const Connection& connection_;
    const CheckOptions& options_;
    Progress& progress_;
    std::vector<Problem> problems_;
};

}

std::vector<Problem> check(Project& project, const CheckOptions& options, Progress& progress)
{
    return Checking(project, options, progress).run();
}

}
