#include "workbench/speaker.h"
#include "workbench/document.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>

namespace workbench
{
namespace
{

Result<std::string> name_of_document(const Reading& reading, DocumentId id)
{
    const auto name = reading.row<std::string>("SELECT name FROM document WHERE id = ?", id);
    if (!name) return fail(ErrorCode::not_found, say("There is no such document."));
    return *name;
}

/// How many turns a speaker has; nobody by that name is an error.
Result<int> turns_by(const std::vector<Turn>& turns, const std::string& speaker, const std::string& document)
{
    const auto count =
        std::count_if(turns.begin(), turns.end(), [&](const Turn& turn) { return turn.speaker == speaker; });
    if (count > 0) return static_cast<int>(count);
    std::vector<std::string> names;
    for (const auto& turn : turns)
        if (turn.speaker && std::find(names.begin(), names.end(), *turn.speaker) == names.end())
            names.push_back(*turn.speaker);
    return fail(ErrorCode::not_found, say("Nobody called \"{}\" speaks in {}.", speaker, document),
                names.empty() ? std::string() : say("The speakers are {}.", fmt::join(names, ", ")));
}

/// Lets a turn go on the one before it.
void join(std::vector<Turn>& turns, std::size_t at)
{
    turns[at - 1].span.end = turns[at].span.end;
    turns.erase(turns.begin() + static_cast<std::ptrdiff_t>(at));
}

}

Result<int> rename_speaker(Project& project, DocumentId document, const std::string& from, const std::string& to)
{
    const auto name = name_of_document(project, document);
    if (!name) return fail(name.error());
    if (to.empty()) return fail(ErrorCode::bad_value, say("A speaker needs a name."));
    auto turns = turns_of(project, document);
    const auto count = turns_by(turns, from, *name);
    if (!count || from == to) return count ? Result<int>(0) : count;
    return project.change(Op::rename_speaker, [&](Change& change) -> Result<int> {
        for (auto& turn : turns)
            if (turn.speaker == from) turn.speaker = to;
        if (const auto set = set_turns(project, document, turns); !set) return fail(set.error());
        change.run("DELETE FROM case_member WHERE object = ?1 AND speaker = ?2 AND study_case IN "
                   "(SELECT study_case FROM case_member WHERE object = ?1 AND speaker = ?3)",
                   document, from, to);
        change.run("UPDATE case_member SET speaker = ? WHERE object = ? AND speaker = ?", to, document, from);
        change.about(*name + " \u00B7 " + from + " \u2192 " + to);
        return *count;
    });
}

Result<int> drop_speaker(Project& project, DocumentId document, const std::string& speaker)
{
    const auto name = name_of_document(project, document);
    if (!name) return fail(name.error());
    auto turns = turns_of(project, document);
    const auto count = turns_by(turns, speaker, *name);
    if (!count) return count;
    return project.change(Op::drop_speaker, [&](Change& change) -> Result<int> {
        for (std::size_t at = turns.size(); at-- > 0;) {
            if (turns[at].speaker != speaker) continue;
            turns[at].speaker.reset();
            turns[at].label_end = turns[at].span.begin;
            if (at > 0) join(turns, at);
        }
        if (const auto set = set_turns(project, document, turns); !set) return fail(set.error());
        change.run("DELETE FROM case_member WHERE object = ? AND speaker = ?", document, speaker);
        change.about(*name + " \u00B7 " + speaker);
        return *count;
    });
}

Result<int> join_turn(Project& project, DocumentId document, int number)
{
    const auto name = name_of_document(project, document);
    if (!name) return fail(name.error());
    auto turns = turns_of(project, document);
    if (number < 1 || number > static_cast<int>(turns.size()))
        return fail(ErrorCode::not_found, say("There is no turn {} in {}.", number, *name));
    if (number == 1) return fail(ErrorCode::bad_value, say("There is no turn before the first."));
    join(turns, static_cast<std::size_t>(number - 1));
    if (const auto set = set_turns(project, document, turns); !set) return fail(set.error());
    return 1;
}

}
