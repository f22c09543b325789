#include "answer.h"
#include "call.h"
#include "coding/memo.h"
#include "coding/object_ref.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::Reading;
using workbench::Result;
using workbench::say;
using workbench::tr;

namespace
{

Result<std::vector<std::int64_t>> objects_of(const Call& call, const Reading& reading)
{
    const auto found = coding::find_objects(reading, call.all("on"));
    if (!found) return fail(found.error());
    std::vector<std::int64_t> ids;
    for (const auto& object : *found) ids.push_back(object.id);
    return ids;
}

Outcome add_memo(const Call& call, Project& project)
{
    const auto on = objects_of(call, project);
    if (!on) return fail(on.error());
    coding::NewMemo memo{call.text("title"), call.text("text")};
    if (call.has("kind")) memo.kind = call.text("kind");
    memo.on = *on;
    const auto id = coding::add_memo(project, memo);
    if (!id) return fail(id.error());
    return said({{"memo", memo.title}, {"id", id_json(*id)}}, say("Added the memo {}.", memo.title));
}

Outcome set_memo(const Call& call, Project& project)
{
    if (!call.has("title") && !call.has("text") && !call.has("kind") && !call.has("on"))
        return usage(say("At least one of these is needed: {}.", "--title, --text, --kind, --on"));
    const auto memo = coding::find_memo(project, call.text("memo"));
    if (!memo) return fail(memo.error());
    coding::MemoSettings settings{call.maybe("title"), call.maybe("text"), call.maybe("kind"), {}};
    if (call.has("on")) {
        const auto on = objects_of(call, project);
        if (!on) return fail(on.error());
        settings.on = *on;
    }
    return changed(coding::set_memo(project, *memo, settings));
}

Outcome delete_memo(const Call& call, Project& project)
{
    const auto memo = coding::find_memo(project, call.text("memo"));
    if (!memo) return fail(memo.error());
    return changed(coding::delete_memo(project, *memo));
}

Outcome list_memos(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& memo : coding::memos(project)) {
        Json on = Json::array();
        for (const auto object : memo.on) on.push_back(coding::ref_of(project, object));
        rows.push_back({{"id", id_json(memo.id)},
                        {"title", memo.title},
                        {"kind", memo.kind},
                        {"text", memo.text},
                        {"on", on},
                        {"coder", memo.coder},
                        {"at", memo.at}});
    }
    return listing(rows,
                   {{"title", tr("Memo")},
                    {"kind", tr("Kind"), workbench::Words::memo_kind},
                    {"on", tr("On"), workbench::Words::ref},
                    {"coder", tr("Who")},
                    {"text", tr("Text")}},
                   say("There are no memos yet."));
}

} // namespace

std::vector<Command> memo_commands()
{
    const auto memo = text("memo", tr("MEMO"));
    const auto title = text_option("title", tr("TITLE"), tr("its title"));
    const auto words = text_option("text", tr("TEXT"), tr("what it says"));
    const auto kind =
        choice("kind", {coding::memo_kinds.begin(), coding::memo_kinds.end()}, tr("what kind of memo it is"));
    const auto on =
        repeated(text_option("on", tr("REF"), tr("what it hangs on, as in code:Motivaciones or quotation:3:12")));
    return {
        {"memo add",
         {project()},
         {required(title), required(words), kind, on},
         tr("Writes a memo, free or on any object."),
         "quipu memo add tesis.quipu --title \"Sobre el papel\" --text \"Nadie "
         "lo echa de menos.\" --on \"code:Cero papel\"",
         nullptr,
         add_memo},
        {"memo set",
         {project(), memo},
         {title, words, kind, on},
         tr("Changes a memo, which is named by its title or #ID."),
         "quipu memo set tesis.quipu \"Sobre el papel\" --kind theoretical",
         nullptr,
         set_memo},
        {"memo delete",
         {project(), memo},
         {},
         tr("Deletes a memo."),
         "quipu memo delete tesis.quipu \"Sobre el papel\"",
         nullptr,
         delete_memo},
        {"memo list",
         {project()},
         {},
         tr("Lists the memos, the oldest first."),
         "quipu memo list tesis.quipu",
         list_memos},
    };
}

} // namespace cli
