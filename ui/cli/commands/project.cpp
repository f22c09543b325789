#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "stats/sample_study.h"
#include "workbench/check.h"
#include "workbench/copy.h"
#include "workbench/settings.h"
#include "workbench/tr.h"
#include <filesystem>

namespace cli
{

using workbench::Access;
using workbench::fail;
using workbench::Project;
using workbench::say;
using workbench::say_n;
using workbench::tr;

namespace
{

std::int64_t count(const Project& project, const std::string& what)
{
    return project.row<std::int64_t>("SELECT " + what).value_or(0);
}

Outcome make(const Call& call)
{
    const std::filesystem::path file(call.text("project"));
    const auto title = call.maybe("title").value_or(file.stem().string());
    const auto language = call.maybe("lang").value_or(std::string(workbench::language()));
    auto project = Project::create(file, title, language);
    if (!project) return fail(project.error());
    return said({{"project", file.string()}, {"id", project->guid()}}, say("Made \"{}\" in {}.", title, file.string()));
}

Outcome demo(const Call& call)
{
    const std::filesystem::path file(call.text("project"));
    const auto study = stats::sample_study_folder();
    if (!study) return fail(study.error());
    auto project = Project::create(file, "", "es");
    if (!project) return fail(project.error());
    auto progress = call.progress();
    const auto made = project->change(workbench::Op::demo, [&](workbench::Change&) -> workbench::Result<bool> {
        if (auto built = stats::build_sample_study(*project, *study, progress); !built) return fail(built.error());
        if (call.has("coder")) project->set_coder(call.text("coder"));
        return true;
    });
    if (!made) {
        project = fail(made.error()); // closes the file
        workbench::discard_project(file);
        return fail(made.error());
    }
    return said({{"project", file.string()}, {"id", project->guid()}},
                say("The sample study is in {}.", file.string()));
}

Json counts_of(const Project& project)
{
    const std::pair<const char*, const char*> counts[] = {
        {"documents", "count(*) FROM document"},
        {"words", "coalesce(sum(words), 0) FROM document_facts"},
        {"characters", "coalesce(sum(characters), 0) FROM document_facts"},
        {"speakers", "count(DISTINCT speaker) FROM turn_place"},
        {"cases", "count(*) FROM study_case"},
        {"variables", "count(*) FROM variable"},
        {"codes", "count(*) FROM code"},
        {"code_groups", "count(*) FROM code_group"},
        {"quotations", "count(*) FROM quotation"},
        {"codings", "count(*) FROM coding"},
        {"memos", "count(*) FROM memo"},
        {"links", "count(*) FROM link"},
        {"networks", "count(*) FROM network"},
        {"tables", "count(*) FROM indicator_table"},
        {"analyses", "count(*) FROM analysis"},
        {"claims", "count(*) FROM claim"},
        {"findings", "count(*) FROM finding"},
        {"changes", "count(*) FROM history"},
    };
    Json json{{"title", workbench::settings(project).at("title")}};
    for (const auto& [key, what] : counts) json[key] = count(project, what);
    return json;
}

Outcome info(const Call&, const Project& project)
{
    auto json = counts_of(project);
    json["coders"] = project.rows<std::string>("SELECT name FROM coder ORDER BY name");
    json["file_bytes"] = static_cast<std::int64_t>(std::filesystem::file_size(project.path()));
    return record(
        json,
        {{"title", tr("Title")},           {"documents", tr("Documents")}, {"words", tr("Words")},
         {"characters", tr("Characters")}, {"speakers", tr("Speakers")},   {"cases", tr("Cases")},
         {"variables", tr("Variables")},   {"codes", tr("Codes")},         {"code_groups", tr("Code groups")},
         {"quotations", tr("Quotations")}, {"codings", tr("Codings")},     {"memos", tr("Memos")},
         {"links", tr("Links")},           {"networks", tr("Networks")},   {"tables", tr("Tables")},
         {"analyses", tr("Analyses")},     {"claims", tr("Claims")},       {"findings", tr("Findings")},
         {"changes", tr("Changes")},       {"coders", tr("Coders")},       {"file_bytes", tr("Bytes of the file")}});
}

Outcome check(const Call& call)
{
    const bool repair = call.has("repair");
    auto project = Project::open(call.text("project"), repair ? Access::write : Access::read);
    if (!project) return fail(project.error());
    auto progress = call.progress();
    const auto problems = workbench::check(*project, {repair, call.has("deep")}, progress);
    if (progress.cancelled()) return fail(workbench::ErrorCode::cancelled, say("The check was stopped."));
    Json rows = Json::array();
    bool all_repaired = true;
    for (const auto& problem : problems) {
        rows.push_back({{"what", problem.what}, {"where", problem.where}, {"repaired", problem.repaired}});
        all_repaired = all_repaired && problem.repaired;
    }
    auto table = listing(rows, {{"what", tr("Problem")}, {"where", tr("Where")}, {"repaired", tr("Repaired")}},
                         say("The project is sound."));
    return Answer{{{"ok", all_repaired}, {"problems", rows}},
                  [table](const Json& json) { return table.plain(json["problems"]); },
                  all_repaired ? 0 : something_to_look_at};
}

Outcome copy(const Call& call, Project& project)
{
    workbench::CopyWithout without;
    for (const auto& what : call.all("without")) {
        without.history = without.history || what == "history";
        without.originals = without.originals || what == "originals";
        without.coders = without.coders || what == "coders";
    }
    if (auto copied = workbench::copy_project(project, call.text("to"), without); !copied) return fail(copied.error());
    return said({{"project", call.text("to")}}, say("The copy is {}.", call.text("to")));
}

Outcome compact(const Call&, Project& project)
{
    const auto bytes = workbench::compact(project);
    if (!bytes) return fail(bytes.error());
    return said({{"file_bytes", *bytes}}, say_n("The file has {} byte.", "The file has {} bytes.", *bytes, *bytes));
}

Outcome settings(const Call&, const Project& project)
{
    Json json = Json::object();
    for (const auto& [key, value] : workbench::settings(project)) json[key] = value;
    return Answer{json, [](const Json& object) {
                      std::vector<std::vector<std::string>> lines;
                      for (const auto& [key, value] : object.items()) lines.push_back({key, cell(value)});
                      return aligned(lines);
                  }};
}

Outcome set_settings(const Call& call, Project& project)
{
    const auto wanted = pairs_in(call.all("setting"));
    if (!wanted) return fail(wanted.error());
    if (auto set = workbench::set_settings(project, *wanted); !set) return fail(set.error());
    return settings(call, project);
}

}

std::vector<Command> project_commands()
{
    return {
        {"new",
         {project()},
         {text_option("title", tr("TITLE"), tr("title of the project; default: the name of the file"))},
         tr("Makes an empty project. A file that is there already is left alone. --lang is also the language that its "
            "documents have unless told otherwise."),
         "quipu new tesis.quipu --title \"Gobierno electr\u00f3nico\" --lang es",
         nullptr,
         nullptr,
         make},
        {"demo",
         {project()},
         {},
         tr("Makes the sample project: an invented study of eleven interviews, coded, counted and written up."),
         "quipu demo muestra.quipu",
         nullptr,
         nullptr,
         demo},
        {"info",
         {project()},
         {},
         tr("Says what is in a project: how many documents, codes, quotations and so on."),
         "quipu info tesis.quipu",
         info},
        {"check",
         {project()},
         {flag("repair", tr("mend what can be mended without losing anything")),
          flag("deep", tr("also replay the whole history and compute again all that is derived"))},
         tr("Looks a project over. Ends with 3 when it found a problem that is still there."),
         "quipu check tesis.quipu --deep",
         nullptr,
         nullptr,
         check},
        {"copy",
         {project(), path("to", tr("TO"))},
         {list(
             "without", {"history", "originals", "coders"},
             tr("what the copy leaves behind: history (it still merges), originals (the imported files), coders (their "
                "names)"))},
         tr("Makes a copy for a colleague. It numbers its own documents and quotations apart (3:12b) and merges back."),
         "quipu copy tesis.quipu para-ana.quipu --without originals",
         nullptr,
         copy},
        {"compact",
         {project()},
         {},
         tr("Removes bytes that nothing in the project or its history needs, and makes the file as small as it can "
            "be."),
         "quipu compact tesis.quipu",
         nullptr,
         compact},
        {"settings",
         {project(), text("setting", tr("KEY=VALUE"), Count::any)},
         {},
         tr("Shows the settings of a project, or changes some: title, language, numbers, comment."),
         "quipu settings tesis.quipu language=es \"title=Gobierno electr\u00f3nico en Puno\"",
         settings,
         set_settings,
         nullptr,
         "setting"},
    };
}

}
