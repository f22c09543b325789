#include "coding/case_change.h"
#include "study.h"
#include "workbench/study_case.h"
#include <gmock/gmock.h>

using namespace coding;
using testing::ElementsAre;
using testing::Pair;
using workbench::ErrorCode;

namespace
{

class CaseChange : public testing::Test
{
 protected:
    CaseChange()
    {
        document = study.add("e1", "texto");
        auto& project = study.project();
        (void)workbench::add_variable(project, "edad", workbench::VariableType::integer, {}).value();
        (void)workbench::add_variable(project, "cargo", workbench::VariableType::text, {}).value();
        (void)workbench::set_cases(project, {{"P1", {{"edad", "45"}}}, {"P2", {{"edad", "30"}, {"cargo", "jefe"}}}})
            .value();
        (void)workbench::link_case(project, "P2", {document}).value();
        memo = add_memo(project, {.title = "Sobre P2", .text = "x", .on = {one("P2").id.value}}).value();
    }
    workbench::Case one(const std::string& name) { return workbench::find_case(study.project(), name).value(); }
    std::size_t cases() { return workbench::cases(study.project()).size(); }

    Study study;
    DocumentId document;
    MemoId memo;
};

}

TEST_F(CaseChange, DeletedWithItsValuesAndBroughtBack)
{
    EXPECT_EQ(delete_cases(study.project(), {one("P1").id, one("P2").id}).value(), 2);
    EXPECT_EQ(cases(), 0u);
    EXPECT_EQ(study.number<int>("SELECT count(*) FROM variable_value"), 0);
    EXPECT_EQ(study.number<int>("SELECT count(*) FROM memo"), 1) << "the memo stays";
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_THAT(one("P2").values, ElementsAre(Pair("cargo", "jefe"), Pair("edad", "30")));
    EXPECT_EQ(one("P2").members.size(), 1u);
    EXPECT_EQ(delete_cases(study.project(), {workbench::CaseId{999}}).error().code, ErrorCode::not_found);
}

TEST_F(CaseChange, JoinedCasesKeepTheirOwnValuesAndTakeTheOthers)
{
    EXPECT_EQ(merge_cases(study.project(), {one("P2").id}, one("P1").id).value(), 1);
    EXPECT_EQ(cases(), 1u);
    EXPECT_THAT(one("P1").values, ElementsAre(Pair("cargo", "jefe"), Pair("edad", "45")));
    EXPECT_EQ(one("P1").members.at(0).document, document);
    EXPECT_EQ(coding::memos(study.project())[0].on, std::vector<std::int64_t>{one("P1").id.value});
    EXPECT_EQ(merge_cases(study.project(), {one("P1").id}, one("P1").id).error().code, ErrorCode::bad_value);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(one("P2").members.size(), 1u);
}

TEST_F(CaseChange, AVariableGoesWithItsValues)
{
    const auto age = workbench::find_variable(study.project(), "edad").value().id;
    EXPECT_EQ(delete_variable(study.project(), age).value(), 2);
    EXPECT_TRUE(one("P1").values.empty());
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(one("P1").values.at("edad"), "45");
    EXPECT_EQ(delete_variable(study.project(), workbench::VariableId{999}).error().code, ErrorCode::not_found);
}
