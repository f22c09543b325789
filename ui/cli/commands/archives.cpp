#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "import_answer.h"
#include "json_keys.h"
#include "search/archive.h"
#include "search/archive_server.h"
#include "stop_signals.h"
#include "workbench/settings.h"
#include "workbench/tr.h"
#include <algorithm>

namespace cli
{

using namespace std::chrono_literals;
using workbench::ErrorCode;
using workbench::fail;
using workbench::Project;
using workbench::Result;
using workbench::say;
using workbench::say_n;
using workbench::tr;

namespace
{

constexpr int usual_port = 33100;

Result<search::ArchiveFolder> prepare(const Call& call, std::string& title)
{
    const auto project = Project::open(call.text("project"), workbench::Access::read);
    if (!project) return fail(project.error());
    title = workbench::settings(*project).at("title");
    auto progress = call.progress();
    return search::ArchiveFolder::write(*project, progress);
}

/// The project is closed while its passages are served: whoever works on it is not disturbed.
Outcome serve(const Call& call)
{
    const auto port = call.integer("port").value_or(usual_port);
    if (port < 0 || port > 65535) return fail(ErrorCode::bad_value, say("A port is a number from 0 to 65535."));
    std::string title;
    auto folder = prepare(call, title);
    if (!folder) return fail(folder.error());
    const auto stop = std::make_shared<StopSignals>();
    auto started = search::ArchiveServer::start(std::move(*folder),
                                                {call.maybe("address").value_or("127.0.0.1"), static_cast<int>(port)});
    if (!started) return fail(started.error());
    const auto server = std::make_shared<search::ArchiveServer>(std::move(*started));
    const auto where = server->where().text();
    const auto passages = server->folder().passages();
    auto sentence =
        say_n("{} passage of \"{}\" can be searched at {}. Ctrl+C ends it.",
              "{} passages of \"{}\" can be searched at {}. Ctrl+C ends it.", passages, passages, title, where);
    if (!server->is_private())
        sentence += "\n" + say("Whoever reaches this port can read them all: there is no password and no encryption.");
    auto answer = said({{"archive", where},
                        {"address", server->where().name},
                        {"port", server->where().port},
                        {"project", title},
                        {"passages", passages},
                        {"documents", server->folder().documents()}},
                       sentence);
    answer.only_a_sentence = false; // nobody could know the port
    answer.stay = [server, stop]() -> Result<void> {
        while (!stop->come_within(200ms))
            if (!server->runs())
                return fail(ErrorCode::external_tool, say("xapian-tcpsrv ended, and the archive with it."),
                            say("Start it again."));
        return {};
    };
    return answer;
}

Json archive_json(search::Archive& archive)
{
    const auto contents = archive.contents();
    Json documents = Json::array();
    if (contents)
        for (const auto& one : contents->documents) {
            Json document{{"document", one.name}};
            put_label(document, one.label);
            document["passages"] = one.passages;
            documents.push_back(std::move(document));
        }
    return {{"archive", archive.where().text()},
            {"project", contents ? Json(contents->project) : Json()},
            {"passages", contents ? Json(contents->passages) : Json()},
            {"documents", documents},
            {"trouble", contents ? Json() : Json(contents.error().detail)}};
}

std::string archives_text(const Json& archives)
{
    auto rows = archives;
    for (auto& row : rows) {
        std::string names;
        for (const auto& one : row["documents"])
            names += (names.empty() ? "" : ", ") + one["document"].get<std::string>();
        row["documents"] = row["trouble"].is_null() ? names : row["trouble"].get<std::string>();
    }
    return listing(rows,
                   {{"archive", tr("Archive")},
                    {"project", tr("Project")},
                    {"passages", tr("Passages")},
                    {"documents", tr("Documents")}},
                   say("The settings of this project name no archives."))
        .plain(rows);
}

Outcome list_archives(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (auto& archive : search::archives_of(project)) rows.push_back(archive_json(archive));
    return Answer{rows, archives_text};
}

/// The archive that a user calls by its address, or by the title of its project.
Result<search::Archive> archive_named(const Project& project, const std::string& name)
{
    auto archives = search::archives_of(project);
    for (auto& archive : archives)
        if (archive.where().text() == name) return std::move(archive);
    for (auto& archive : archives)
        if (const auto contents = archive.contents(); contents && contents->project == name) return std::move(archive);
    const auto hosts = workbench::hosts_in(name);
    if (hosts && hosts->size() == 1) return search::Archive(hosts->front());
    return fail(ErrorCode::not_found, say("No archive is called \"{}\".", name),
                say("quipu archive list shows those that the settings name; an address is NAME:PORT."));
}

Outcome import_from_archive(const Call& call, Project& project)
{
    auto archive = archive_named(project, call.text("archive"));
    if (!archive) return fail(archive.error());
    std::vector<workbench::Draft> drafts;
    for (const auto& name : call.all("document")) {
        auto draft = archive->document(name);
        if (!draft) return fail(draft.error());
        drafts.push_back(std::move(*draft));
    }
    auto progress = call.progress();
    const auto report = workbench::import_drafts(project, std::move(drafts), progress);
    if (!report) return fail(report.error());
    return import_answer(project, *report);
}

}

std::vector<Command> archive_commands()
{
    return {
        {"serve-index",
         {project()},
         {integer("port", tr("where it listens; 0: any free port; default: 33100")),
          text_option("address", "ADDRESS", tr("of this machine; default: 127.0.0.1, for this machine alone"))},
         tr("Lets other projects search the passages of this one, as they are now, until Ctrl+C. There is no password: "
            "keep it on this machine, or behind a tunnel."),
         "quipu serve-index tesis.quipu --port 33100",
         nullptr,
         nullptr,
         serve},
        {"archive list",
         {project()},
         {},
         tr("The archives that a search asks too (quipu settings tesis.quipu archives=lab.local:33100), and what "
            "stands "
            "in them."),
         "quipu archive list tesis.quipu",
         list_archives},
        {"archive import",
         {project(), text("archive", tr("ARCHIVE")), text("document", tr("DOCUMENT"), Count::some)},
         {},
         tr("Imports documents from an archive, with their kind, language and speakers."),
         "quipu archive import tesis.quipu lab.local:33100 DMPP5",
         nullptr,
         import_from_archive},
    };
}

}
