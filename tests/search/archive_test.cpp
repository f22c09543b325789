#include "cut_line.h"
#include "search/archive.h"
#include "search/archive_server.h"
#include "search/project_index.h"
#include "support/corpus.h"
#include "support/temp_project.h"
#include "workbench/document_import.h"
#include "workbench/settings.h"
#include "workbench/turns.h"
#include <chrono>
#include <gtest/gtest.h>
#include <set>

using namespace search;
using namespace workbench;
using search_tests::CutLine;
using support::TempProject;

namespace
{

const Patience short_one{1, 0.5, 5};

Result<std::vector<DocumentStretch>> no_fields(const Outside& field)
{
    return fail(ErrorCode::not_found, "no " + field.value);
}

/// Projects of their own, each served on this machine at a port that the system chooses.
struct Served : testing::Test {
    Progress progress;
    support::TempFolder cache;
    std::string before;

    void SetUp() override
    {
        if (const char* home = std::getenv("XDG_CACHE_HOME")) before = home;
        setenv("XDG_CACHE_HOME", cache.path().c_str(), 1);
    }
    void TearDown() override
    {
        if (before.empty())
            unsetenv("XDG_CACHE_HOME");
        else
            setenv("XDG_CACHE_HOME", before.c_str(), 1);
    }

    ArchiveServer serve(const Project& project)
    {
        auto folder = ArchiveFolder::write(project, progress);
        EXPECT_TRUE(folder) << folder.error().detail;
        auto server = ArchiveServer::start(std::move(*folder), {"127.0.0.1", 0});
        EXPECT_TRUE(server) << server.error().detail;
        return std::move(*server);
    }
    static void add(TempProject& project, const std::string& name, const std::string& text)
    {
        project.add(name, text, find_turns(text, {})->turns);
    }
    static void add_interviews(TempProject& project, int count)
    {
        for (int i = 1; i <= count; ++i) {
            const auto name = "DMPP" + std::to_string(i);
            add(project, name, support::read_file(support::corpus("puno") / "interviews" / (name + ".txt")));
        }
    }
    static std::vector<Archive> lines_to(const std::vector<Host>& hosts)
    {
        std::vector<Archive> archives;
        for (const auto& host : hosts) archives.emplace_back(host, short_one);
        return archives;
    }
};

using Rows = std::map<std::pair<std::string, int>, std::pair<double, std::vector<Mark>>>;

}

TEST_F(Served, AnArchiveFindsWhatTheProjectItselfFinds)
{
    TempProject project;
    add_interviews(project, 4);
    add(project, "notas", "Sin mañana no hay pingüino.\n\nE: ¿Y la firma digital, año tras año?\n");
    ASSERT_TRUE(set_settings(*project, {{"title", "Gobierno en la altura"}}));
    const auto server = serve(*project);
    EXPECT_TRUE(server.is_private());
    auto archives = lines_to({server.where()});
    for (const auto* query : {"papel",
                              "expediente tramite",
                              "\"mesa de partes\"",
                              "firma NEAR/5 digital",
                              "digital*",
                              "*cion",
                              "espediente~",
                              "=gestión",
                              "NO papel",
                              "papel XOR firma",
                              "+papel firma",
                              "papel O (firma -digital)",
                              "/\\w+ por ciento/",
                              "rol:participante papel",
                              "doc:DMPP2 norma",
                              "doc:3 papel",
                              "hablante:dmpp1 NO papel",
                              "tipo:entrevista firma",
                              "idioma:es pinguino",
                              "ano",
                              "año",
                              "(papel XOR firma) hablante:DMPP3"}) {
        const auto own = search_project(*project, query, {0, -1}, no_fields);
        ASSERT_TRUE(own) << query << own.error().detail;
        const auto answers = ask_archives(archives, query, 900);
        ASSERT_TRUE(answers);
        const auto& answer = answers->front();
        ASSERT_FALSE(answer.trouble) << query << ": " << answer.trouble->detail;
        EXPECT_EQ(answer.project, "Gobierno en la altura");
        EXPECT_EQ(answer.total, own->total) << query;
        EXPECT_TRUE(answer.total_is_exact);
        Rows expected, found;
        for (const auto& row : own->rows) expected[{row.document.name, row.paragraph}] = {row.hit.score, row.hit.marks};
        for (const auto& hit : answer.hits) found[{hit.document, hit.paragraph}] = {hit.score, hit.marks};
        EXPECT_EQ(found, expected) << query;
        for (std::size_t i = 1; i < answer.hits.size(); ++i)
            ASSERT_GE(answer.hits[i - 1].score, answer.hits[i].score) << query;
    }
    EXPECT_EQ(ask_archives(archives, "papel", 3)->front().hits.size(), 3u);
    EXPECT_FALSE(ask_archives(archives, "(papel", 3)) << "the query is at fault, not the archive";
}

TEST_F(Served, WhatOnlyAProjectKnowsIsATroubleThatSaysSo)
{
    TempProject project;
    add(project, "uno", "papel");
    const auto server = serve(*project);
    auto archives = lines_to({server.where()});
    const auto answer = ask_archives(archives, "papel código:x", 5)->front();
    ASSERT_TRUE(answer.trouble);
    EXPECT_EQ(answer.trouble->code, ErrorCode::bad_value);
    EXPECT_EQ(
        answer.trouble->detail,
        "The archive " + server.where().text() +
            " cannot answer \"c\u00f3digo:\", column 7 of the query: it knows documents, speakers, roles, kinds and "
            "languages, nothing else.");
    for (const auto* query : {"caso:uno", "memo:papel", "nivel:local", "NO (papel codigo:*)"}) {
        const auto other = ask_archives(archives, query, 5)->front();
        ASSERT_TRUE(other.trouble) << query;
        EXPECT_EQ(other.trouble->code, ErrorCode::bad_value) << query;
        EXPECT_EQ(other.hits.size(), 0u) << query;
    }
    EXPECT_EQ(ask_archives(archives, "papel", 5)->front().hits.size(), 1u) << "the line is still good";
}

TEST_F(Served, PagesFollowEachOtherWithoutAGapOrARepetition)
{
    TempProject project;
    std::string text;
    for (int i = 0; i < 2'300; ++i)
        text +=
            (i % 3 ? "El papel " : "La firma y el papel ") + std::to_string(i) + (i % 7 ? ".\n" : " papel papel.\n");
    add(project, "uno", text);
    const auto server = serve(*project);
    auto archives = lines_to({server.where()});
    for (const auto* query : {"papel", "papel firma", "papel /[05]\\./", "NO firma"}) {
        const auto all = ask_archives(archives, query, 3'000)->front();
        ASSERT_FALSE(all.trouble) << all.trouble->detail;
        ASSERT_TRUE(all.total_is_exact) << query;
        ASSERT_EQ(all.total, static_cast<std::int64_t>(all.hits.size())) << query;
        std::set<int> expected, seen;
        for (const auto& hit : all.hits) expected.insert(hit.paragraph);
        ASSERT_EQ(expected.size(), all.hits.size()) << query;
        std::int64_t offset = 0;
        for (;; offset += 170) {
            const auto page = ask_archives(archives, query, 170, offset)->front();
            ASSERT_FALSE(page.trouble) << page.trouble->detail;
            for (std::size_t i = 0; i < page.hits.size(); ++i) {
                EXPECT_TRUE(seen.insert(page.hits[i].paragraph).second) << query << ": " << page.hits[i].paragraph;
                ASSERT_EQ(page.hits[i].paragraph, all.hits[static_cast<std::size_t>(offset) + i].paragraph) << query;
            }
            if (page.hits.size() < 170) break;
        }
        EXPECT_EQ(seen, expected) << query;
        EXPECT_GE(offset + 170, all.total);
        EXPECT_EQ(ask_archives(archives, query, 5, all.total)->front().hits.size(), 0u) << "behind the last";
    }
}

TEST_F(Served, ADocumentIsImportedAsItIsThere)
{
    TempProject there, here;
    const std::string text = "Rosa: ¿Qué cambió?\n\n  Luis: El papel.\nY la firma.\n";
    const auto document = there.add("visita", text, {{1, {0, 18}, 6, "Rosa", 1.5}, {2, {22, 49}, 28, "Luis", {}}});
    const auto server = serve(*there);
    Archive archive(server.where(), short_one);
    const auto contents = archive.contents();
    ASSERT_TRUE(contents);
    EXPECT_EQ(contents->passages, 3);
    ASSERT_EQ(contents->documents.size(), 1u);
    EXPECT_EQ(contents->documents[0].name, "visita");
    here.add("visita", "otra cosa");
    for (const auto* name : {"visita", "1"}) {
        auto draft = archive.document(name);
        ASSERT_TRUE(draft) << draft.error().detail;
        std::vector<Draft> drafts;
        drafts.push_back(std::move(*draft));
        const auto report = import_drafts(*here, std::move(drafts), progress);
        ASSERT_TRUE(report) << report.error().detail;
        const auto id = report->imported.front().id;
        EXPECT_EQ(text_of(*here, id), text_of(*there, document));
        const auto turns = turns_of(*here, id), expected = turns_of(*there, document);
        ASSERT_EQ(turns.size(), expected.size());
        for (std::size_t i = 0; i < turns.size(); ++i) {
            EXPECT_EQ(turns[i].span, expected[i].span);
            EXPECT_EQ(turns[i].speaker, expected[i].speaker);
            EXPECT_EQ(turns[i].seconds, expected[i].seconds);
        }
        EXPECT_EQ(report->imported.front().speakers, (std::vector<std::string>{"Rosa", "Luis"}));
    }
    const auto unknown = archive.document("visitas");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::not_found);
    EXPECT_NE(unknown.error().hint.find("visita"), std::string::npos);
}

TEST_F(Served, OfThreeArchivesOneIsKilledInMidQueryAndTheOthersAnswer)
{
    TempProject first, second, third;
    add_interviews(first, 2);
    add_interviews(second, 6);
    add_interviews(third, 3);
    const auto one = serve(*first), three = serve(*third);
    auto two = std::optional<ArchiveServer>(serve(*second));
    // 4,000 bytes: the greeting is over, and the hits are coming
    const CutLine line(two->where().port, 4'000, CutLine::How::cut, [&] { two.reset(); });
    auto archives = lines_to({one.where(), line.where(), three.where()});
    const auto answers = *ask_archives(archives, "papel O expediente O firma", 100);
    ASSERT_EQ(answers.size(), 3u);
    EXPECT_FALSE(two) << "it was killed while it answered";
    for (const std::size_t i : {0U, 2U}) {
        EXPECT_FALSE(answers[i].trouble);
        EXPECT_GT(answers[i].hits.size(), 0u);
    }
    ASSERT_TRUE(answers[1].trouble);
    EXPECT_EQ(answers[1].trouble->code, ErrorCode::external_tool);
    EXPECT_NE(answers[1].trouble->detail.find(line.where().text()), std::string::npos);
    EXPECT_NE(answers[1].trouble->detail.find("broke"), std::string::npos) << answers[1].trouble->detail;
    EXPECT_FALSE(answers[1].total_is_exact);

    // It comes back at another port; the others are asked over the same lines.
    const auto again = serve(*second);
    archives[1] = Archive(again.where(), short_one);
    const auto all = *ask_archives(archives, "papel", 100);
    for (const auto& answer : all) EXPECT_FALSE(answer.trouble);
}

TEST_F(Served, ALineThatBreaksBetweenTwoQueriesIsMadeAnew)
{
    TempProject project;
    add(project, "uno", "papel");
    auto server = std::optional<ArchiveServer>(serve(*project));
    const auto where = server->where();
    auto archives = lines_to({where});
    EXPECT_FALSE(ask_archives(archives, "papel", 5)->front().trouble);
    server.reset();
    const auto gone = ask_archives(archives, "papel", 5)->front();
    ASSERT_TRUE(gone.trouble);
    EXPECT_NE(gone.trouble->detail.find("cannot be reached"), std::string::npos) << gone.trouble->detail;
    auto folder = ArchiveFolder::write(*project, progress);
    const auto back = ArchiveServer::start(std::move(*folder), where);
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_FALSE(ask_archives(archives, "papel", 5)->front().trouble);
}

TEST_F(Served, WhoIsSilentIsNotWaitedForForEver)
{
    TempProject project;
    add_interviews(project, 2);
    const auto server = serve(*project);
    for (const std::size_t bytes : {0U, 3'000U}) {
        const CutLine line(server.where().port, bytes, CutLine::How::silence);
        auto archives = lines_to({line.where(), server.where()});
        const auto start = std::chrono::steady_clock::now();
        const auto answers = *ask_archives(archives, "papel O expediente O firma", 100);
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
        ASSERT_TRUE(answers[0].trouble) << bytes;
        EXPECT_FALSE(answers[1].trouble) << bytes;
    }
}

TEST_F(Served, WhatIsNoArchiveIsNamed)
{
    TempProject project;
    add(project, "uno", "papel");
    auto archives = lines_to({{"127.0.0.1", 1}, {"no.such.host.invalid", 7}});
    const auto answers = *ask_archives(archives, "papel", 5);
    for (const auto& answer : answers) {
        ASSERT_TRUE(answer.trouble);
        EXPECT_NE(answer.trouble->detail.find(answer.archive.text()), std::string::npos);
        EXPECT_FALSE(answer.trouble->hint.empty());
    }
}

TEST_F(Served, APortInUseAndAStrangeAddressAreRefusedInOneSentence)
{
    TempProject project, empty;
    add(project, "uno", "papel");
    const auto server = serve(*project);
    auto folder = ArchiveFolder::write(*project, progress);
    const auto path = folder->path();
    EXPECT_TRUE(std::filesystem::exists(path));
    const auto twice = ArchiveServer::start(std::move(*folder), server.where());
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::busy);
    EXPECT_FALSE(std::filesystem::exists(path)) << "what was prepared is gone";
    const auto elsewhere = ArchiveServer::start(*ArchiveFolder::write(*project, progress), {"192.0.2.1", 0});
    ASSERT_FALSE(elsewhere);
    EXPECT_EQ(elsewhere.error().code, ErrorCode::bad_value);
    const auto nothing = ArchiveFolder::write(*empty, progress);
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().code, ErrorCode::bad_value);
}

TEST_F(Served, NothingOfItStaysWhenTheServerEnds)
{
    TempProject project;
    add(project, "uno", "papel");
    std::filesystem::path path;
    {
        auto server = serve(*project);
        path = server.folder().path();
        EXPECT_TRUE(server.runs());
        namespace fs = std::filesystem;
        EXPECT_EQ(fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}
