#include "coding/code.h"
#include "coding/coding.h"
#include "stats/coded_document.h"
#include "support/temp_project.h"
#include "workbench/turns.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace stats;
using testing::HasSubstr;

namespace
{

class CodedDocument : public testing::Test
{
 protected:
    void SetUp() override
    {
        const std::string text = "ENTREVISTADORA: \u00BFY antes?\n\nDMPP5: Cuadernos. Se perd\u00EDan todos.\n";
        document_ = project_.add("DMPP5", text, workbench::find_turns(text, {}).value().turns);
        const auto code = coding::add_code(*project_, {.path = "Motivos/Cero papel", .color = "#E69F00"}).value();
        const auto span = coding::find_text(*project_, document_, "Se perd\u00EDan todos.").value();
        (void)coding::mark(*project_, document_, span, {code}, {.comment = "el origen"}).value();
    }
    const paper::NotedText& text(const paper::Document& written)
    {
        return std::get<paper::NotedText>(written.blocks.at(0));
    }

    support::TempProject project_;
    workbench::DocumentId document_;
};

}

TEST_F(CodedDocument, NumbersItsParagraphsAndSetsSpeakersApart)
{
    const auto written = coded_document(*project_, document_, false).value();
    ASSERT_EQ(text(written).paragraphs.size(), 2u);
    EXPECT_EQ(text(written).paragraphs[1].number, "2");
    EXPECT_EQ(paper::plain(text(written).paragraphs[1].text), "DMPP5: Cuadernos. Se perd\u00EDan todos.");
    EXPECT_TRUE(text(written).paragraphs[1].note.empty());
    const auto& label = std::get<paper::Text>(text(written).paragraphs[0].text.parts.at(0));
    EXPECT_TRUE(label.bold);
    EXPECT_FALSE(label.ink.empty()) << "the interviewer stands back";
    EXPECT_EQ(written.blocks.size(), 1u);
}

TEST_F(CodedDocument, SaysWhereQuotationsBeginAndWhatIsOnThem)
{
    const auto written = coded_document(*project_, document_, true).value();
    const auto& answer = text(written).paragraphs.at(1);
    EXPECT_THAT(paper::plain(answer.text), HasSubstr("Cuadernos. 1:1"));
    EXPECT_EQ(paper::plain(answer.note), "1:1\n\u25A0 Cero papel\nel origen");
    const auto& coded = std::get<paper::Text>(answer.text.parts.back());
    EXPECT_EQ(coded.text, "Se perd\u00EDan todos.");
    EXPECT_EQ(coded.ground.size(), 7u);
    EXPECT_TRUE(text(written).paragraphs.at(0).note.empty());
    const auto& codes = std::get<paper::Table>(written.blocks.at(1));
    ASSERT_EQ(codes.rows.size(), 1u);
    EXPECT_EQ(paper::plain(codes.rows[0][0]), "\u25A0 Motivos/Cero papel");
    EXPECT_EQ(paper::plain(codes.rows[0][1]), "1");
}

TEST_F(CodedDocument, IsWrittenInEveryFormat)
{
    const support::TempFolder folder;
    for (const auto* name : {"a.pdf", "a.docx", "a.odt", "a.html", "a.md"}) {
        const auto files = write_coded_document(*project_, document_, folder / name, true);
        ASSERT_TRUE(files) << name;
        EXPECT_GT(support::read_file(files->front()).size(), 300u) << name;
    }
    const auto other = write_coded_document(*project_, document_, folder / "a.exe", true);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, workbench::ErrorCode::bad_value);
    EXPECT_FALSE(coded_document(*project_, workbench::DocumentId{999999}, true));
}
