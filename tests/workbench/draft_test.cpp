#include "support/source_files.h"
#include "support/temp_project.h"
#include "workbench/document_import.h"
#include "workbench/history.h"
#include "workbench/study_case.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace workbench;
using namespace support;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

const std::string talk = "E: ¿Qué pasó?\nNota: llueve\nDMPP5: Nada.\nNota: para\nE: Bien.";

Draft draft_of(const TempFolder& folder, const std::string& name, const std::string& bytes,
               const ImportOptions& options = {})
{
    return read_draft(write_file(folder / name, bytes), options).value();
}

}

TEST(Draft, IsLookedAtWithoutAProject)
{
    const TempFolder folder;
    const auto draft = draft_of(folder, "e1.txt", talk);
    EXPECT_EQ(draft.name, "e1");
    EXPECT_EQ(draft.suffix, ".txt");
    EXPECT_EQ(draft.format, "Plain text");
    EXPECT_EQ(draft.source.encoding, "UTF-8");
    EXPECT_EQ(draft.paragraphs(), 5);
    EXPECT_EQ(draft.found.turns.size(), 3u);
    EXPECT_THAT(draft.found.labels,
                ElementsAre(FoundLabel{"E", 2, true}, FoundLabel{"Nota", 2, false}, FoundLabel{"DMPP5", 1, true}));
    EXPECT_THAT(cases_of(draft, "e1"), ElementsAre("DMPP5"));
}

TEST(Draft, ALabelIsASpeakerWhenOneSaysSoAndNoneWhenOneSaysSo)
{
    const TempFolder folder;
    auto draft = draft_of(folder, "e1.txt", talk);
    draft.how.speakers.told = {{"nota", true}};
    ASSERT_TRUE(look_again(draft));
    EXPECT_EQ(draft.found.turns.size(), 5u) << "case and accents do not matter";
    EXPECT_THAT(cases_of(draft, "e1"), ElementsAre("Nota", "DMPP5"));
    draft.how.speakers.told = {{"DMPP5", false}, {"E", false}};
    ASSERT_TRUE(look_again(draft));
    EXPECT_THAT(draft.found.turns, IsEmpty());
    EXPECT_EQ(draft.found.labels.size(), 3u) << "what is no speaker can still be ticked";
    draft.how.speakers = {SpeakerMode::pattern, "^(\\w+):", {{"Nota", false}}};
    ASSERT_TRUE(look_again(draft));
    EXPECT_THAT(draft.found.speakers, ElementsAre("E", "DMPP5"));
}

TEST(Draft, APatternThatCannotBeReadLeavesItAsItWas)
{
    const TempFolder folder;
    auto draft = draft_of(folder, "e1.txt", talk);
    draft.how.speakers = {SpeakerMode::pattern, "(", {}};
    EXPECT_EQ(look_again(draft).error().code, ErrorCode::bad_value);
    EXPECT_EQ(draft.found.turns.size(), 3u);
}

TEST(Draft, AnotherEncodingIsAnotherText)
{
    const TempFolder folder;
    const std::string latin = "Qu\xE9 pas\xF3 en la ciudad";
    EXPECT_EQ(draft_of(folder, "a.txt", latin).source.text, "Qué pasó en la ciudad");
    EXPECT_EQ(draft_of(folder, "a.txt", latin, {.encoding = "windows-1251"}).source.text, "Quй pasу en la ciudad");
}

TEST(Draft, KnowsTheNamesThatItWillGet)
{
    TempProject project;
    const TempFolder folder;
    project.add("e1", "uno");
    const auto first = draft_of(folder, "e1.txt", "dos"), second = draft_of(folder, "e2.txt", "tres");
    EXPECT_THAT(names_of(*project, {&first, &second, &second, &first, &first}),
                ElementsAre("e1.txt", "e2", "e2.txt", "e1 (2)", "e1 (3)"));
}

TEST(Draft, IsStoredAsItWasAdjusted)
{
    TempProject project;
    const TempFolder folder;
    auto first = draft_of(folder, "e1.txt", talk), second = draft_of(folder, "e2.docx", as_docx({words("Hola")}));
    first.name = "DMPP5 Jefe";
    first.how.cases = CasesFrom::documents;
    second.how.kind = "report";
    second.how.language = "en";
    Progress progress;
    const auto report = import_drafts(*project, {first, second}, progress);
    ASSERT_TRUE(report) << report.error().detail;
    const auto all = documents(*project);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].name, "DMPP5 Jefe");
    EXPECT_EQ(all[0].file_name, "e1.txt");
    EXPECT_EQ(all[1].kind, "report");
    EXPECT_EQ(all[1].language, "en");
    EXPECT_EQ(cases(*project).at(0).name, "DMPP5 Jefe");
    EXPECT_EQ(history(*project).size(), 1u);
    ASSERT_TRUE(undo(*project));
    EXPECT_THAT(documents(*project), IsEmpty());
}

TEST(Draft, AFileThatChangedMeanwhileIsRefusedAndTheOthersComeIn)
{
    TempProject project;
    const TempFolder folder;
    // Large enough not to be remembered whole.
    const std::string long_text(300 << 10, 'a');
    auto large = draft_of(folder, "large.docx", as_docx({words(long_text)}));
    large.original.clear();
    auto small = draft_of(folder, "small.txt", talk);
    write_file(folder / "large.docx", as_docx({words("otra cosa")}));
    Progress progress;
    const auto report = import_drafts(*project, {large, small}, progress);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->imported.size(), 1u);
    ASSERT_EQ(report->refused.size(), 1u);
    EXPECT_THAT(report->refused[0].why.detail, HasSubstr("has changed"));
}

TEST(Draft, AnOriginalThatWasNotRememberedIsKeptToo)
{
    TempProject project;
    const TempFolder folder;
    auto draft = draft_of(folder, "a.docx", as_docx({words("Hola")}));
    draft.original.clear();
    Progress progress;
    ASSERT_TRUE(import_drafts(*project, {draft}, progress));
    EXPECT_EQ(project->content(*documents(*project)[0].source), as_docx({words("Hola")}));
}

TEST(Draft, OfATextThatWasPasted)
{
    TempProject project;
    auto draft = draft_of_text("Del portapapeles", "E: Hola\r\nP1: Hola\r\n", {}).value();
    EXPECT_EQ(draft.found.speakers.size(), 2u);
    Progress progress;
    const auto report = import_drafts(*project, {draft}, progress);
    ASSERT_TRUE(report);
    const auto stored = documents(*project).at(0);
    EXPECT_EQ(stored.name, "Del portapapeles");
    EXPECT_EQ(stored.file_name, std::nullopt);
    EXPECT_EQ(text_of(*project, stored.id), "E: Hola\nP1: Hola\n");
    EXPECT_EQ(draft_of_text("nada", " \n", {}).error().code, ErrorCode::bad_file);
}

TEST(Draft, SaysWhatIsThereAlready)
{
    TempProject project;
    const TempFolder folder;
    const auto draft = draft_of(folder, "e1.txt", talk);
    EXPECT_EQ(twin_of(*project, draft), std::nullopt);
    Progress progress;
    ASSERT_TRUE(import_drafts(*project, {draft}, progress));
    EXPECT_EQ(twin_of(*project, draft), "e1");
}
