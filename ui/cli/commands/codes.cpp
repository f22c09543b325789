#include "answer.h"
#include "call.h"
#include "coding/code.h"
#include "coding/code_names.h"
#include "coding/code_tree.h"
#include "coding/quotation.h"
#include "coding/smart_code.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "workbench/tr.h"

namespace cli
{

using coding::CodeTree;
using workbench::fail;
using workbench::Project;
using workbench::Result;
using workbench::say;
using workbench::tr;

namespace
{

std::optional<coding::Origin> origin_of(const Call& call)
{
    return call.has("origin") ? coding::origin_named(call.text("origin")) : std::nullopt;
}

Outcome add_code(const Call& call, Project& project)
{
    coding::NewCode wanted{call.text("code")};
    if (const auto origin = origin_of(call)) wanted.origin = origin;
    wanted.color = call.maybe("color");
    wanted.definition = call.maybe("definition");
    wanted.inclusion = call.maybe("include");
    wanted.exclusion = call.maybe("exclude");
    wanted.example = call.maybe("example");
    wanted.comment = call.maybe("comment");
    const auto id = call.has("smart") ? coding::add_smart_code(project, wanted, call.text("smart"))
                                      : coding::add_code(project, wanted);
    if (!id) return fail(id.error());
    const auto path = CodeTree(project).path_of(*id);
    return said({{"code", path}, {"id", id_json(*id)}}, say("Added the code {}.", path));
}

/// The query of a smart code, and how many passages it finds now: null for an ordinary code, and when it can find none
/// because a name in the query is gone.
void put_smart(Json& json, const coding::Code& code, const Project& project)
{
    const auto smart = coding::smart_code(project, code.id);
    json["smart"] = smart ? Json(smart->query) : Json();
    const auto found = smart ? std::optional(coding::passages_of(project, *smart, {0, 0})) : std::nullopt;
    json["passages"] = found && *found ? Json((*found)->total) : Json();
}

Json code_json(const coding::Code& code, const CodeTree& tree)
{
    return {{"code", code.path},
            {"id", id_json(code.id)},
            {"parent", code.parent ? Json(tree.path_of(*code.parent)) : Json()},
            {"color", or_null(code.color)},
            {"origin", code.origin ? Json(coding::name_of(*code.origin)) : Json()},
            {"definition", or_null(code.definition)},
            {"quotations", code.quotations},
            {"codings", code.codings},
            {"documents", code.documents},
            {"origin_at", or_null(code.origin_at)},
            {"include", or_null(code.inclusion)},
            {"exclude", or_null(code.exclusion)},
            {"example", or_null(code.example)},
            {"comment", or_null(code.comment)}};
}

Outcome list_codes(const Call&, const Project& project)
{
    const CodeTree tree(project);
    Json rows = Json::array();
    bool any_smart = false;
    for (const auto& code : coding::codes(project)) {
        rows.push_back(code_json(code, tree));
        put_smart(rows.back(), code, project);
        any_smart = any_smart || !rows.back()["smart"].is_null();
    }
    std::vector<Column> columns{{"code", tr("Code")},
                                {"origin", tr("Origin"), workbench::Words::origin},
                                {"quotations", tr("Quotations")},
                                {"codings", tr("Codings")},
                                {"documents", tr("Documents")},
                                {"definition", tr("Definition")}};
    if (any_smart) {
        columns.push_back({"passages", tr("Passages found")});
        columns.push_back({"smart", tr("Query")});
    }
    return listing(rows, columns, say("There are no codes yet."));
}

Outcome set_code(const Call& call, Project& project)
{
    const auto code = coding::find_code(project, call.text("code"));
    if (!code) return fail(code.error());
    coding::CodeSettings wanted;
    wanted.color = call.maybe("color");
    wanted.definition = call.maybe("definition");
    wanted.inclusion = call.maybe("include");
    wanted.exclusion = call.maybe("exclude");
    wanted.example = call.maybe("example");
    wanted.comment = call.maybe("comment");
    wanted.origin = origin_of(call);
    if (!call.has("smart")) return changed(coding::set_code(project, *code, wanted));
    return changed(project.change(workbench::Op::set_code, [&](workbench::Change&) -> workbench::Result<int> {
        const auto facts = coding::set_code(project, *code, wanted);
        if (!facts) return facts;
        const auto query = coding::set_smart_query(project, *code, call.text("smart"));
        return query ? workbench::Result<int>(std::max(*facts, *query)) : query;
    }));
}

Outcome freeze_code(const Call& call, Project& project)
{
    const auto code = coding::find_code(project, call.text("code"));
    if (!code) return fail(code.error());
    const auto extent = call.has("extent") ? *coding::extent_named(call.text("extent")) : coding::Extent::paragraph;
    const auto made = coding::freeze(project, *code, extent);
    if (!made) return fail(made.error());
    Json quotations = Json::array();
    for (const auto& quotation : made->quotations) quotations.push_back(coding::label_of(project, *quotation));
    return said({{"matched", made->places.size()}, {"coded", made->coded}, {"quotations", quotations}},
                workbench::say_n("{} new coding; the code is an ordinary one now.",
                                 "{} new codings; the code is an ordinary one now.", made->coded, made->coded));
}

Outcome rename_code(const Call& call, Project& project)
{
    const auto code = coding::find_code(project, call.text("code"));
    if (!code) return fail(code.error());
    return changed(coding::rename_code(project, *code, call.text("name")));
}

Outcome move_code(const Call& call, Project& project)
{
    const auto code = coding::find_code(project, call.text("code"));
    if (!code) return fail(code.error());
    std::optional<coding::CodeId> parent;
    if (call.text("parent") != "/") {
        const auto found = coding::find_code(project, call.text("parent"));
        if (!found) return fail(found.error());
        parent = *found;
    }
    if (!call.has("before")) return changed(coding::move_code(project, *code, parent));
    const auto before = coding::find_code(project, call.text("before"));
    if (!before) return fail(before.error());
    return changed(coding::place_codes(project, {*code}, parent, *before));
}

Outcome split_code(const Call& call, Project& project)
{
    const auto code = coding::find_code(project, call.text("code"));
    if (!code) return fail(code.error());
    std::vector<coding::QuotationId> quotations;
    for (const auto& label : call.all("quotation")) {
        const auto quotation = coding::find_quotation(project, label);
        if (!quotation) return fail(quotation.error());
        quotations.push_back(*quotation);
    }
    coding::NewCode part{call.text("part")};
    if (const auto origin = origin_of(call)) part.origin = origin;
    const auto id = coding::split_code(project, *code, part, quotations, call.has("keep"));
    if (!id) return fail(id.error());
    const auto path = CodeTree(project).path_of(*id);
    return said({{"code", path}, {"id", id_json(*id)}}, say("Added the code {}.", path));
}

Result<std::vector<coding::ReplacedName>> names_of(const Call& call, const Project& project, Project* writing)
{
    const coding::NameReplacement wanted{call.text("find"), call.text("replace"), call.has("match-case"),
                                         call.has("whole-words")};
    return writing ? coding::replace_in_names(*writing, wanted) : coding::replaced_names(project, wanted);
}

Outcome replace_in_codes(const Call& call, Project& project)
{
    const auto changes = names_of(call, project, call.has("dry-run") ? nullptr : &project);
    if (!changes) return fail(changes.error());
    Json rows = Json::array();
    for (const auto& one : *changes)
        rows.push_back({{"code", one.path}, {"id", id_json(one.code)}, {"from", one.from}, {"to", one.to}});
    auto table = listing(rows, {{"code", tr("Code")}, {"to", tr("New name")}}, say("No code has that in its name."));
    const auto count = std::ssize(*changes);
    return Answer{{{"changed", call.has("dry-run") ? 0 : count}, {"names", rows}},
                  [plain = table.plain](const Json& json) { return plain(json["names"]); }};
}

Outcome merge_codes(const Call& call, Project& project)
{
    const auto from = coding::find_codes(project, call.all("code"));
    if (!from) return fail(from.error());
    const auto into = coding::find_code(project, call.text("into"));
    if (!into) return fail(into.error());
    return changed(coding::merge_codes(project, *from, *into));
}

Outcome delete_code(const Call& call, Project& project)
{
    const auto code = coding::find_code(project, call.text("code"));
    if (!code) return fail(code.error());
    return changed(coding::delete_code(project, *code, call.has("children")));
}

std::vector<Option> facts()
{
    return {
        text_option("definition", tr("TEXT"), tr("what the code means")),
        choice("origin", {"a-priori", "emergent"}, tr("brought to the text, or found in it")),
        text_option("color", "#RRGGBB", tr("its colour; default: one apart from its neighbours")),
        text_option("include", tr("TEXT"), tr("when to use it")),
        text_option("exclude", tr("TEXT"), tr("when not to use it")),
        text_option("example", tr("TEXT"), tr("a typical passage")),
        text_option("comment", tr("TEXT"), tr("a note on it")),
        text_option("smart", tr("QUERY"),
                    tr("makes it a smart code: it stands for the passages that this search finds at the moment")),
    };
}

}

std::vector<Command> code_commands()
{
    const auto code = text("code", tr("PATH"));
    return {
        {"code add",
         {project(), code},
         facts(),
         tr("Adds a code; the parents in its path are made as needed. A slash inside a name is written \\/."),
         "quipu code add tesis.quipu \"Motivaciones/Cero papel\" --origin emergent",
         nullptr,
         add_code},
        {"code list",
         {project()},
         {},
         tr("Lists the codes in tree order with their counts."),
         "quipu code list tesis.quipu",
         list_codes},
        {"code set",
         {project(), code},
         facts(),
         tr("Changes what is known about a code; an empty text takes one away."),
         "quipu code set tesis.quipu \"Motivaciones/Cero papel\" --definition \"Deseo de trabajar sin papel\"",
         nullptr,
         set_code},
        {"code freeze",
         {project(), code},
         {choice("extent", {"paragraph", "match", "sentence", "turn"},
                 tr("how much becomes a quotation; default: paragraph"))},
         tr("Makes codings of all that a smart code finds now, and an ordinary code of it."),
         "quipu code freeze tesis.quipu \"Motivaciones/Cero papel\"",
         nullptr,
         freeze_code},
        {"code rename",
         {project(), code, text("name", tr("NAME"))},
         {},
         tr("Gives a code another name."),
         "quipu code rename tesis.quipu \"Motivaciones/Cero papel\" \"Menos papel\"",
         nullptr,
         rename_code},
        {"code move",
         {project(), code, text("parent", tr("NEW_PARENT"))},
         {text_option("before", tr("PATH"), tr("before this child of it; default: where its name belongs"))},
         tr("Puts a code, with all below it, under another one; / is the top."),
         "quipu code move tesis.quipu \"Cero papel\" Motivaciones",
         nullptr,
         move_code},
        {"code merge",
         {project(), text("code", tr("PATH"), Count::some)},
         {required(text_option("into", tr("PATH"), tr("the code that takes everything over")))},
         tr("Makes one code of several: codings, children, memos, links and networks go to the one that stays."),
         "quipu code merge tesis.quipu \"Sin papel\" \"Menos papel\" --into \"Cero papel\"",
         nullptr,
         merge_codes},
        {"code split",
         {project(), code, text("part", tr("NEW_PATH"))},
         {required(repeated(text_option("quotation", tr("QUOTATION"), tr("goes to the new code")))),
          flag("keep", tr("they also keep the old code")),
          choice("origin", {"a-priori", "emergent"}, tr("brought to the text, or found in it"))},
         tr("Makes a new code and moves the codings of the quotations named to it."),
         "quipu code split tesis.quipu Resistencia Resistencia/Temor --quotation 3:12 --quotation 5:1",
         nullptr,
         split_code},
        {"code replace",
         {project(), text("find", tr("FIND")), text("replace", tr("REPLACE"))},
         {flag("match-case", tr("capitals count")), flag("whole-words", tr("not within longer words")),
          flag("dry-run", tr("only shows what would change"))},
         tr("Replaces a text in the names of all codes, as one change."),
         "quipu code replace tesis.quipu municipalidad municipio --dry-run",
         nullptr,
         replace_in_codes},
        {"code delete",
         {project(), code},
         {flag("children", tr("with all codes below it"))},
         tr("Deletes a code and its codings. The quotations stay."),
         "quipu code delete tesis.quipu \"Cero papel\"",
         nullptr,
         delete_code},
    };
}

}
