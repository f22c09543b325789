#include "support/temp_project.h"
#include "workbench/history.h"
#include "workbench/study_case.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace workbench;
using support::TempProject;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

namespace
{

Variable variable(const Reading& reading, const std::string& name)
{
    return find_variable(reading, name).value();
}

class StudyCase : public testing::Test
{
 protected:
    StudyCase()
    {
        (void)add_variable(*project, "edad", VariableType::integer, {}).value();
        (void)add_variable(*project, "cargo", VariableType::category, {"gerente", "jefe"}).value();
        (void)set_cases(*project, {{"P1", {{"edad", "45"}, {"cargo", "jefe"}}}, {"P2", {{"edad", "30"}}}}).value();
    }
    Case one(const std::string& name) { return find_case(*project, name).value(); }
    TempProject project;
};

}

TEST_F(StudyCase, ManyAreWrittenAsOneChange)
{
    const auto before = history(*project).size();
    const auto done = set_cases(*project, {{"P2", {{"edad", "31"}, {"sexo", "mujer"}}}, {"P3", {{"edad", ""}}}},
                                {{"sexo", VariableType::text}});
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->cases, 1);
    EXPECT_EQ(done->variables, 1);
    EXPECT_EQ(done->values, 2);
    EXPECT_THAT(one("P2").values, ElementsAre(Pair("edad", "31"), Pair("sexo", "mujer")));
    EXPECT_EQ(history(*project).size(), before + 1);
    ASSERT_TRUE(undo(*project));
    EXPECT_FALSE(find_variable(*project, "sexo"));
    EXPECT_FALSE(find_case(*project, "P3"));
}

TEST_F(StudyCase, AValueThatDoesNotFitNamesItsCaseAndWritesNothing)
{
    const auto done = set_cases(*project, {{"P1", {{"edad", "46"}}}, {"P2", {{"edad", "treinta"}}}});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::bad_value);
    EXPECT_THAT(done.error().detail, HasSubstr("P2"));
    EXPECT_EQ(one("P1").values.at("edad"), "45");
    EXPECT_EQ(set_cases(*project, {{"P1", {{"edat", "4"}}}}).error().code, ErrorCode::not_found);
    EXPECT_EQ(set_cases(*project, {{"", {}}}).error().code, ErrorCode::bad_value);
}

TEST_F(StudyCase, AnInfiniteNumberIsNone)
{
    (void)add_variable(*project, "tasa", VariableType::number, {}).value();
    for (const auto* word : {"nan", "inf", "-inf"})
        EXPECT_EQ(set_case(*project, "P1", {{"tasa", word}}).error().code, ErrorCode::bad_value) << word;
    EXPECT_TRUE(set_case(*project, "P1", {{"tasa", "0.5"}}));
}

TEST_F(StudyCase, AVariableGetsAnotherNameAndItsValuesStay)
{
    EXPECT_EQ(set_variable(*project, variable(*project, "edad").id, {"años", {}, {}}).value(), 1);
    EXPECT_EQ(one("P1").values.at("años"), "45");
    EXPECT_EQ(set_variable(*project, variable(*project, "años").id, {"años", {}, {}}).value(), 0);
    EXPECT_EQ(set_variable(*project, variable(*project, "años").id, {"cargo", {}, {}}).error().code, ErrorCode::exists);
    EXPECT_EQ(set_variable(*project, variable(*project, "años").id, {"", {}, {}}).error().code, ErrorCode::bad_value);
}

TEST_F(StudyCase, AVariableGetsAnotherTypeWhenAllItsValuesFit)
{
    const auto age = variable(*project, "edad").id;
    EXPECT_EQ(set_variable(*project, age, {{}, VariableType::number, {}}).value(), 1);
    const auto refused = set_variable(*project, age, {{}, VariableType::date, {}});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().detail, HasSubstr("P1"));
    EXPECT_EQ(variable(*project, "edad").type, VariableType::number);
    EXPECT_EQ(set_variable(*project, age, {{}, VariableType::text, {}}).value(), 1);
    ASSERT_TRUE(set_case(*project, "P1", {{"edad", "sí"}}));
    ASSERT_TRUE(set_case(*project, "P2", {{"edad", "No"}}));
    EXPECT_EQ(set_variable(*project, age, {{}, VariableType::boolean, {}}).value(), 1);
    EXPECT_EQ(one("P1").values.at("edad"), "true") << "in the spelling of the new type";
    EXPECT_EQ(one("P2").values.at("edad"), "false");
}

TEST_F(StudyCase, TheValuesThatAVariableMayHaveCanChange)
{
    const auto post = variable(*project, "cargo").id;
    EXPECT_EQ(set_variable(*project, post, {{}, {}, {{"jefe", "director"}}}).value(), 1);
    EXPECT_THAT(variable(*project, "cargo").levels, ElementsAre("jefe", "director"));
    EXPECT_EQ(set_variable(*project, post, {{}, {}, {{"director"}}}).error().code, ErrorCode::bad_value)
        << "P1 is a jefe";
    EXPECT_EQ(set_variable(*project, post, {{}, {}, {{"jefe", "jefe"}}}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(set_variable(*project, post, {{}, VariableType::text, {}}).value(), 1);
    EXPECT_THAT(variable(*project, "cargo").levels, IsEmpty()) << "a text lists no values";
}

TEST_F(StudyCase, GetsAnotherName)
{
    EXPECT_EQ(rename_case(*project, one("P1").id, "DMPP1").value(), 1);
    EXPECT_EQ(one("DMPP1").values.at("edad"), "45");
    EXPECT_EQ(rename_case(*project, one("DMPP1").id, "P2").error().code, ErrorCode::exists);
    EXPECT_EQ(rename_case(*project, one("DMPP1").id, "").error().code, ErrorCode::bad_value);
    EXPECT_EQ(rename_case(*project, one("DMPP1").id, "DMPP1").value(), 0);
    EXPECT_EQ(rename_case(*project, CaseId{999}, "x").error().code, ErrorCode::not_found);
}

TEST_F(StudyCase, LosesADocument)
{
    const auto document = project.add("e1", "texto");
    ASSERT_EQ(link_case(*project, "P1", {document}).value(), 1);
    EXPECT_EQ(unlink_case(*project, one("P1").id, {document}).value(), 1);
    EXPECT_TRUE(one("P1").members.empty());
    EXPECT_EQ(unlink_case(*project, one("P1").id, {document}).value(), 0);
}
