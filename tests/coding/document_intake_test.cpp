#include "coding/document_intake.h"
#include "study.h"
#include "support/source_files.h"
#include <gmock/gmock.h>

using namespace coding;
using testing::ElementsAre;

namespace
{

const std::string word_file = support::docx_of(
    "<w:p><w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/><w:r><w:t>El papel</w:t></w:r>"
    "<w:commentRangeEnd w:id=\"0\"/><w:commentRangeEnd w:id=\"1\"/><w:r><w:t> cuesta </w:t></w:r>"
    "<w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t>noventa mil</w:t></w:r></w:p>",
    {{"word/comments.xml", "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                           "<w:comment w:id=\"0\" w:author=\"Tutora\"><w:p><w:r><w:t>¿Cuánto?</w:t></w:r></w:p>"
                           "</w:comment><w:comment w:id=\"1\" w:author=\"RM\"><w:p><w:r><w:t>Ver informe</w:t></w:r>"
                           "</w:p></w:comment></w:comments>"}});

}

TEST(DocumentIntake, CommentsAndHighlightsBecomeQuotationsInTheSameChange)
{
    Study study;
    const support::TempFolder folder;
    const auto draft = workbench::read_draft(support::write_file(folder / "e1.docx", word_file), {}).value();
    workbench::Progress progress;
    const auto intake = import_with_remarks(study.project(), {draft}, progress);
    ASSERT_TRUE(intake) << intake.error().detail;
    EXPECT_EQ(intake->quotations, 2);
    std::vector<std::string> found;
    for (const auto& one : codings(study.project())) found.push_back(one.code);
    EXPECT_THAT(found, ElementsAre("Yellow highlight"));
    const auto commented = quotation_at(study.project(), intake->report.imported[0].id, {0, 8});
    ASSERT_TRUE(commented);
    EXPECT_EQ(quotation(study.project(), *commented)->comment, "Tutora: ¿Cuánto?\nRM: Ver informe");
    EXPECT_EQ(study.changes(), 1u);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_TRUE(workbench::documents(study.project()).empty());
    EXPECT_TRUE(codes(study.project()).empty());
}

TEST(DocumentIntake, AColourThatIsKnownAlreadyKeepsItsCode)
{
    Study study;
    study.code("Yellow highlight");
    const support::TempFolder folder;
    const auto draft = workbench::read_draft(support::write_file(folder / "e1.docx", word_file), {}).value();
    workbench::Progress progress;
    ASSERT_TRUE(import_with_remarks(study.project(), {draft, draft}, progress));
    EXPECT_EQ(codes(study.project()).size(), 1u);
    EXPECT_EQ(codes(study.project())[0].quotations, 2);
}
