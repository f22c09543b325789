#include "stats/case_import.h"
#include "support/temp_project.h"
#include "workbench/history.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace stats;
using support::TempProject;
using support::write_file;
using testing::ElementsAre;
using testing::Pair;
using workbench::ErrorCode;
using workbench::VariableType;

TEST(CaseImport, TheFirstColumnIsTheCaseAndTheOthersAreVariables)
{
    TempProject project;
    const auto file = write_file(project / "casos.csv", "caso;edad;ingreso;fecha;sexo\nP1;45;1234,5;01/03/2026;mujer\n"
                                                        "P2;30;;15/04/2026;hombre\n");
    const auto done = import_case_values(*project, file);
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->written.cases, 2);
    EXPECT_EQ(done->written.values, 7);
    EXPECT_THAT(done->new_variables, ElementsAre("edad", "ingreso", "fecha", "sexo"));
    EXPECT_EQ(workbench::find_variable(*project, "fecha")->type, VariableType::date);
    EXPECT_THAT(
        workbench::find_case(*project, "P1")->values,
        ElementsAre(Pair("edad", "45"), Pair("fecha", "2026-03-01"), Pair("ingreso", "1234.5"), Pair("sexo", "mujer")));
    EXPECT_EQ(workbench::history(*project).size(), 1u);
}

TEST(CaseImport, AVariableThatIsThereDecidesHowACellIsRead)
{
    TempProject project;
    (void)workbench::add_variable(*project, "ubigeo", VariableType::text, {}).value();
    (void)workbench::add_variable(*project, "cargo", VariableType::category, {"jefe"}).value();
    (void)workbench::set_case(*project, "P1", {{"cargo", "jefe"}}).value();
    const auto file = write_file(project / "casos.csv", "caso,ubigeo,cargo\nP1,0101,\nP2,2101,jefe\n");
    ASSERT_TRUE(import_case_values(*project, file));
    EXPECT_THAT(workbench::find_case(*project, "P1")->values,
                ElementsAre(Pair("cargo", "jefe"), Pair("ubigeo", "0101")))
        << "an empty cell leaves what there is";
    const auto wrong = write_file(project / "mal.csv", "caso,cargo\nP1,gerente\n");
    const auto refused = import_case_values(*project, wrong);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::bad_value);
}

TEST(CaseImport, RowsWithoutACaseAndTwiceAreTold)
{
    TempProject project;
    const auto file = write_file(project / "casos.csv", "caso,edad\nP1,1\n,2\nP1,3\n");
    const auto done = import_case_values(*project, file);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->warnings.size(), 2u);
    EXPECT_EQ(workbench::find_case(*project, "P1")->values.at("edad"), "3");
}
