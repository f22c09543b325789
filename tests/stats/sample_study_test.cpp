#include "coding/network.h"
#include "paper/zip.h"
#include "stats/claim.h"
#include "stats/evidence.h"
#include "stats/finding.h"
#include "stats/report.h"
#include "stats/sample_study.h"
#include "stats/saved_analysis.h"
#include "support/temp_project.h"
#include "workbench/check.h"
#include "workbench/dump.h"
#include "workbench/history.h"
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace stats;
using workbench::Progress;

namespace
{

/// The sample study is built once for all tests of this file.
class SampleStudy : public testing::Test
{
 protected:
    static void SetUpTestSuite()
    {
        study = std::make_unique<support::TempProject>();
        Progress quiet;
        const auto built = build_sample_study(**study, support::corpus("puno"), quiet);
        if (!built) failure = built.error().detail;
    }
    static void TearDownTestSuite() { study.reset(); }
    void SetUp() override { ASSERT_EQ(failure, ""); }

    static std::int64_t count(const std::string& table)
    {
        return (*study)->row<std::int64_t>("SELECT count(*) FROM " + table).value_or(0);
    }

    static inline std::unique_ptr<support::TempProject> study;
    static inline std::string failure;
};

}

TEST_F(SampleStudy, HoldsWhatASupervisorWouldExpectOfAThesis)
{
    EXPECT_EQ(count("document WHERE kind = 'interview'"), 11);
    EXPECT_GE(count("code"), 45);
    EXPECT_GE(count("quotation"), 220);
    EXPECT_GE(count("coding"), 300);
    EXPECT_EQ((*study)->row<int>("SELECT count(DISTINCT coder) FROM coding"), 2);
    EXPECT_GE(count("link"), 40);
    EXPECT_GE(count("network"), 6);
    EXPECT_GE(count("memo"), 20);
    EXPECT_EQ(count("indicator_table"), 5);
    EXPECT_GE(count("claim"), 4);
    EXPECT_GE(count("finding"), 3);
    EXPECT_GE(count("code WHERE origin = 'emergent' AND origin_quotation IS NOT NULL"), 5);
    for (const auto& document : workbench::documents(**study)) {
        if (document.kind != "interview") continue;
        EXPECT_GE(document.words, 1200) << document.name;
        EXPECT_LE(document.words, 2500) << document.name;
        EXPECT_GT(document.turns, 10) << document.name;
    }
}

TEST_F(SampleStudy, IsASoundProjectWithAHistoryOfGestures)
{
    Progress quiet;
    for (const auto& problem : workbench::check(**study, {false, true}, quiet))
        ADD_FAILURE() << problem.what << " in " << problem.where;
    const auto entries = workbench::history(**study);
    EXPECT_GT(entries.size(), 40u);
    EXPECT_LT(entries.size(), 120u);
}

TEST_F(SampleStudy, EveryClaimIsJudgedAsItsNoteSays)
{
    std::ifstream in(support::corpus("puno") / "claims.json");
    const auto rows = nlohmann::json::parse(in);
    const auto verified = verify(**study);
    ASSERT_TRUE(verified);
    ASSERT_EQ(verified->size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        EXPECT_EQ(name_of((*verified)[i].verdict), rows[i]["verdict"].get<std::string>())
            << (*verified)[i].claim.expect << ": " << (*verified)[i].detail;
}

TEST_F(SampleStudy, IsUndoneToTheLastRowAndDoneAgain)
{
    const auto built = workbench::dump_of(**study);
    const auto steps = static_cast<int>(workbench::history(**study).size());
    ASSERT_TRUE(workbench::undo(**study, steps));
    EXPECT_EQ(count("document"), 0);
    ASSERT_TRUE(workbench::redo(**study, steps));
    EXPECT_EQ(workbench::dump_of(**study), built);
}

TEST_F(SampleStudy, ItsReportIsWrittenInEveryFormatTheSameEachTime)
{
    for (const char* name : {"r.docx", "r.odt", "r.html", "r.pdf", "r.md", "r.xlsx"}) {
        Progress quiet;
        const auto file = *study / name;
        ASSERT_TRUE(write_report(**study, file, {ReportPart::findings, ReportPart::methods}, quiet)) << name;
        const auto first = support::read_file(file);
        ASSERT_TRUE(write_report(**study, file, {ReportPart::findings, ReportPart::methods}, quiet)) << name;
        EXPECT_EQ(support::read_file(file), first) << name;
        EXPECT_GT(first.size(), 1000u);
    }
    const auto html = support::read_file(*study / "r.html");
    EXPECT_NE(html.find("(DMPP"), std::string::npos) << "quotations are cited by participant";
}

TEST_F(SampleStudy, AReportThatCannotBeWrittenLeavesNothing)
{
    Progress quiet;
    EXPECT_EQ(write_report(**study, *study / "r.xyz", {ReportPart::memos}, quiet).error().code,
              workbench::ErrorCode::bad_value);
    EXPECT_EQ(write_report(**study, *study / "no/r.docx", {ReportPart::memos}, quiet).error().code,
              workbench::ErrorCode::not_found);
    workbench::CancelToken token;
    token.cancel();
    Progress stopped({}, token);
    EXPECT_EQ(write_report(**study, *study / "stopped.docx", {ReportPart::quotations}, stopped).error().code,
              workbench::ErrorCode::cancelled);
    EXPECT_FALSE(std::filesystem::exists(*study / "stopped.docx"));
}
