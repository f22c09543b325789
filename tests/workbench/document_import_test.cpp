#include "support/source_files.h"
#include "support/temp_project.h"
#include "workbench/document_import.h"
#include "workbench/history.h"
#include "workbench/importer.h"
#include "workbench/sha256.h"
#include "workbench/study_case.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace workbench;
using namespace support;

namespace
{

Result<ImportReport> import(Project& project, const std::vector<std::filesystem::path>& paths,
                            const ImportOptions& options = {})
{
    Progress progress;
    return import_documents(project, paths, options, progress);
}

std::vector<std::string> names(const Reading& reading)
{
    std::vector<std::string> found;
    for (const auto& document : documents(reading)) found.push_back(document.name);
    return found;
}

std::vector<std::string> case_names(const Reading& reading)
{
    std::vector<std::string> found;
    for (const auto& one : cases(reading)) found.push_back(one.name);
    return found;
}

const std::string interview = "E: ¿Qué pasó?\nDMPP5: Nada.\nY ya.\nE: Bien.";
using testing::ElementsAre;

}

TEST(DocumentImport, AFolderIsOneChangeInNaturalOrder)
{
    TempProject project;
    const TempFolder folder;
    std::filesystem::create_directories(folder / "entrevistas/más");
    for (const auto* name : {"E10.txt", "E2.txt", "más/E1.txt", ".oculto.txt", "~$E2.docx"})
        write_file(folder / "entrevistas" / name, interview + name);
    write_file(folder / "entrevistas/E3.docx", as_docx({words("Hola")}));
    const auto report = import(project, {folder / "entrevistas"});
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_THAT(names(*project), ElementsAre("E2", "E3", "E10", "E1"));
    EXPECT_TRUE(report->refused.empty());
    EXPECT_EQ(history(*project).size(), 1u);
}

TEST(DocumentImport, NamesThatAreTakenGetTheirSuffixThenANumber)
{
    TempProject project;
    const TempFolder folder;
    const auto file = write_file(folder / "e1.txt", interview);
    ASSERT_TRUE(import(project, {file, file, file, file}));
    EXPECT_THAT(names(*project), ElementsAre("e1", "e1.txt", "e1 (2)", "e1 (3)"));
}

TEST(DocumentImport, TheTextAndTheOriginalAreKept)
{
    TempProject project;
    const TempFolder folder;
    const auto bytes = as_docx({words("Qué"), words("pasó")});
    const auto report = import(project, {write_file(folder / "a.docx", bytes)}, {.kind = "report", .language = "en"});
    ASSERT_TRUE(report);
    const auto stored = document(*project, report->imported[0].id);
    ASSERT_TRUE(stored);
    EXPECT_EQ(text_of(*project, stored->id), "Qué\npasó");
    EXPECT_EQ(stored->source, sha256_hex(bytes));
    EXPECT_EQ(project->content(*stored->source), bytes);
    EXPECT_EQ(stored->kind, "report");
    EXPECT_EQ(stored->language, "en");
    EXPECT_EQ(stored->file_name, "a.docx");
    EXPECT_EQ(stored->encoding, std::nullopt);
    EXPECT_EQ(stored->paragraphs, 2);
}

TEST(DocumentImport, SpeakersBecomeCasesButNotThoseWhoAsk)
{
    const TempFolder folder;
    const auto file = write_file(folder / "e1.txt", interview);
    {
        TempProject project;
        const auto report = import(project, {file});
        ASSERT_TRUE(report);
        EXPECT_THAT(report->imported[0].speakers, ElementsAre("E", "DMPP5"));
        EXPECT_EQ(document(*project, report->imported[0].id)->turns, 3);
        EXPECT_THAT(case_names(*project), ElementsAre("DMPP5"));
        EXPECT_EQ(cases(*project)[0].members.at(0).speaker, "DMPP5");
    }
    {
        TempProject project;
        ASSERT_TRUE(import(project, {file}, {.cases = CasesFrom::documents}));
        EXPECT_THAT(case_names(*project), ElementsAre("e1"));
    }
    {
        TempProject project;
        ASSERT_TRUE(import(project, {file}, {.cases = CasesFrom::nothing}));
        EXPECT_TRUE(cases(*project).empty());
    }
}

TEST(DocumentImport, ARefusedFileDoesNotKeepTheOthersOut)
{
    TempProject project;
    const TempFolder folder;
    const auto report = import(project, {write_file(folder / "vacío.txt", ""), folder / "no_está.txt",
                                         write_file(folder / "a.txt", interview), write_file(folder / "x.doc", "viejo"),
                                         write_file(folder / "roto.docx", "PK")});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->imported.size(), 1u);
    std::vector<ErrorCode> codes;
    for (const auto& refused : report->refused) codes.push_back(refused.why.code);
    EXPECT_THAT(codes,
                ElementsAre(ErrorCode::bad_file, ErrorCode::not_found, ErrorCode::unsupported, ErrorCode::bad_file));
}

TEST(DocumentImport, WhenNothingComesInNothingIsChanged)
{
    TempProject project;
    const TempFolder folder;
    std::filesystem::create_directories(folder / "f/g");
    const auto doc = write_file(folder / "f/g/x.doc", "viejo");
    const auto code_of = [&](const std::filesystem::path& path, const ImportOptions& options = {}) {
        const auto report = import(project, {path}, options);
        return report ? ErrorCode::exists : report.error().code;
    };
    EXPECT_EQ(code_of(doc), ErrorCode::unsupported);
    EXPECT_EQ(code_of(folder / "f"), ErrorCode::bad_file); // a folder with nothing readable
    EXPECT_EQ(code_of(folder / "nada"), ErrorCode::not_found);
    EXPECT_EQ(code_of(write_file(folder / "a.txt", "Qu\xE9"), {.encoding = "UTF-8"}), ErrorCode::bad_value);
    EXPECT_EQ(code_of(folder / "a.txt", {.encoding = "marciano"}), ErrorCode::bad_value);
    EXPECT_EQ(code_of(folder / "a.txt", {.speakers = {SpeakerMode::pattern, "("}}), ErrorCode::bad_value);
    EXPECT_TRUE(documents(*project).empty());
    EXPECT_TRUE(history(*project).empty());
}

TEST(DocumentImport, BrokenLinesAreToldOf)
{
    TempProject project;
    const TempFolder folder;
    const auto file = write_file(
        folder / "a.txt",
        "La municipalidad se rige por las políticas del estado\ncentral, y los directores lo saben desde hace tiempo,\n"
        "aunque nadie lo diga en las reuniones que se hacen\nlos lunes.\n");
    const auto line = import(project, {file}), joined = import(project, {file}, {.join_broken_lines = true});
    ASSERT_TRUE(line && joined);
    ASSERT_EQ(line->imported[0].warnings.size(), 1u);
    EXPECT_NE(line->imported[0].warnings[0].find("--paragraphs auto"), std::string::npos);
    EXPECT_EQ(document(*project, line->imported[0].id)->paragraphs, 4);
    EXPECT_EQ(document(*project, joined->imported[0].id)->paragraphs, 1);
    EXPECT_EQ(joined->imported[0].warnings.size(), 2u); // joined, and the same text again
}

TEST(DocumentImport, StoppingBringsNothingIn)
{
    TempProject project;
    const TempFolder folder;
    CancelToken token;
    Progress progress(
        [&](const std::string&, std::int64_t done, std::int64_t) {
            if (done == 1) token.cancel();
        },
        token);
    const auto report = import_documents(
        project, {write_file(folder / "a.txt", "uno"), write_file(folder / "b.txt", "dos")}, {}, progress);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::cancelled);
    EXPECT_TRUE(documents(*project).empty());
}

TEST(DocumentImport, SubtitlesGiveTurnsWithTheirTime)
{
    TempProject project;
    const TempFolder folder;
    const auto report =
        import(project,
               {write_file(folder / "a.vtt",
                           "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hola\n\n00:03.500 --> 00:04.000\n<v Luis>Sí\n")});
    ASSERT_TRUE(report);
    const auto turns = turns_of(*project, report->imported[0].id);
    ASSERT_EQ(turns.size(), 2u);
    EXPECT_EQ(turns[1].speaker, "Luis");
    EXPECT_EQ(turns[1].seconds, 3.5);
    EXPECT_EQ(turns[1].span, (Span{10, 18}));
}
