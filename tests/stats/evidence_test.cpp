#include "coding/code.h"
#include "coding/coding.h"
#include "stats/claim.h"
#include "stats/evidence.h"
#include "stats/expectation.h"
#include "stats/finding.h"
#include "stats/indicator_table.h"
#include "stats/saved_analysis.h"
#include "support/temp_project.h"
#include "workbench/dump.h"
#include "workbench/history.h"
#include <gtest/gtest.h>

using namespace stats;
using support::TempProject;
using workbench::ErrorCode;

namespace
{

/// The table of sectors with the report that misquotes it.
class Study : public testing::Test
{
 protected:
    void SetUp() override
    {
        const auto imported = import_table(project, support::corpus("puno") / "tables/brechas_por_sector.csv",
                                           {"Brechas por sector", "Estudio publicado, tabla 3", {}});
        ASSERT_TRUE(imported) << imported.error().detail;
        document = project.add("informe", "El coeficiente de correlación es r = -0.662 con n = 16 sectores.");
        claimed = quote("r = -0.662");
        counted = quote("n = 16 sectores");
        ASSERT_TRUE(save_analysis(project, "pearson", "pearson", "Brechas por sector",
                                  {{"x", "brecha_pct"}, {"y", "atencion_pct"}}));
        analysis = find_saved_analysis(*project, "pearson")->id;
    }
    coding::QuotationId quote(const std::string& text)
    {
        return coding::mark(project, document, *coding::find_text(*project, document, text), {})->quotation;
    }

    TempProject project;
    workbench::DocumentId document;
    coding::QuotationId claimed, counted;
    AnalysisId analysis;
};

}

TEST_F(Study, ATableKeepsItsCellsTypesAndSource)
{
    const auto table = find_table(*project, "Brechas por sector");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows, 16);
    EXPECT_EQ(table->citation, "Estudio publicado, tabla 3");
    ASSERT_EQ(table->columns.size(), 4u);
    EXPECT_EQ(table->columns[3].type, ColumnType::number);
    const auto data = table_data(*project, *table);
    ASSERT_TRUE(data);
    EXPECT_EQ(data->data->columns()[3].text(0), "14.86");
    EXPECT_EQ(data->data->columns()[1].text(0), "Planeamiento, gestión y reserva de contingencia");
    EXPECT_EQ(
        import_table(project, support::corpus("puno") / "tables/brechas_por_sector.csv", {"Brechas por sector", "", {}})
            .error()
            .code,
        ErrorCode::exists);
}

TEST_F(Study, ThePublishedCoefficientIsFoundInconsistent)
{
    ASSERT_TRUE(add_claim(project, claimed, analysis, "r = -0.662"));
    ASSERT_TRUE(add_claim(project, counted, analysis, "n = 16; df = 14"));
    const auto verified = verify(*project);
    ASSERT_TRUE(verified);
    ASSERT_EQ(verified->size(), 2u);
    EXPECT_EQ((*verified)[0].verdict, Verdict::inconsistent);
    EXPECT_EQ((*verified)[0].quotation, "1:1");
    EXPECT_EQ((*verified)[0].text, "r = -0.662");
    // R 4.2.2, cor.test on the same table
    EXPECT_NEAR((*verified)[0].recomputed["r"].get<double>(), -0.183739498772341, 1e-12);
    EXPECT_EQ((*verified)[1].verdict, Verdict::consistent);
}

TEST_F(Study, AClaimWithAnUnknownNameIsRefused)
{
    const auto entries = workbench::history(*project).size();
    EXPECT_EQ(add_claim(project, claimed, analysis, "tau = 0.3").error().code, ErrorCode::bad_value);
    EXPECT_EQ(add_claim(project, claimed, analysis, "r es -0.6").error().code, ErrorCode::bad_value);
    EXPECT_EQ(add_claim(project, claimed, analysis, "r = -0.6", -1.0).error().code, ErrorCode::bad_value);
    EXPECT_EQ(workbench::history(*project).size(), entries);
}

TEST_F(Study, AnAnalysisIsStaleWhenItsTableIsReadOtherwise)
{
    EXPECT_FALSE(analyses_of(*project)[0].stale);
    const auto table = find_table(*project, "Brechas por sector");
    ASSERT_TRUE(set_column(project, table->id, "atencion_pct", {.missing = std::vector<std::string>{"0.00"}}));
    EXPECT_TRUE(analyses_of(*project)[0].stale);
    const auto rerun = rerun_analyses(project);
    ASSERT_TRUE(rerun) << rerun.error().detail;
    EXPECT_TRUE((*rerun)[0].changed);
    EXPECT_FALSE(analyses_of(*project)[0].stale);
    const auto entries = workbench::history(*project).size();
    EXPECT_FALSE((*rerun_analyses(project))[0].changed);
    EXPECT_EQ(workbench::history(*project).size(), entries) << "nothing differs, nothing is recorded";
    ASSERT_TRUE(workbench::undo(project, 2));
    EXPECT_FALSE(analyses_of(*project)[0].stale);
}

TEST_F(Study, EvidenceTiesWordsToNumbersAndGoesStaleWithThem)
{
    const auto code = coding::add_code(project, {.path = "Estrategias/Priorización"});
    ASSERT_TRUE(code);
    ASSERT_TRUE(add_evidence(project, code->value, {analysis}, "contradicts", "La atención no sigue a la brecha."));
    auto list = evidence_of(*project);
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].ref, "code:Estrategias/Priorización");
    EXPECT_FALSE(list[0].stale);
    const auto table = find_table(*project, "Brechas por sector");
    ASSERT_TRUE(set_column(project, table->id, "brecha_pct", {.level = Level::ordinal}));
    EXPECT_TRUE(evidence_of(*project)[0].stale);
    EXPECT_EQ(add_evidence(project, code->value, {analysis}, "agrees", "x").error().code, ErrorCode::bad_value);
    EXPECT_EQ(add_evidence(project, code->value, {analysis}, "silent", "").error().code, ErrorCode::bad_value);
    EXPECT_EQ(coding::delete_code(project, *code, false).error().code, ErrorCode::conflict);
}

TEST_F(Study, AFindingKeepsTheOrderOfWhatItStandsOn)
{
    ASSERT_TRUE(add_finding(project, {"La atención no sigue a la brecha", "Texto.", {counted, claimed}, {analysis}}));
    const auto list = findings(*project);
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].quotations, (std::vector<coding::QuotationId>{counted, claimed}));
    EXPECT_EQ(list[0].analyses, std::vector<AnalysisId>{analysis});
    EXPECT_EQ(add_finding(project, {"La atención no sigue a la brecha", "Otra vez."}).error().code, ErrorCode::exists);
    EXPECT_EQ(coding::delete_quotation(project, claimed).error().code, ErrorCode::conflict);
    const auto with = workbench::dump_of(*project);
    ASSERT_TRUE(workbench::undo(project));
    ASSERT_TRUE(workbench::redo(project));
    EXPECT_EQ(workbench::dump_of(*project), with);
}

struct ExpectationRow {
    const char* text;
    char decimal;
    double number, tolerance;
};

class StatedNumbers : public testing::TestWithParam<ExpectationRow>
{
};
INSTANTIATE_TEST_SUITE_P(
    Expectation, StatedNumbers,
    testing::Values(ExpectationRow{"r = -0.662", '.', -0.662, 0.0005},
                    ExpectationRow{"r = -0,662", '.', -0.662, 0.0005}, ExpectationRow{"r = −.18", ',', -0.18, 0.005},
                    ExpectationRow{"p=,05", '.', 0.05, 0.005}, ExpectationRow{"n = 1,234", '.', 1234, 0.5},
                    ExpectationRow{"n = 1,234", ',', 1.234, 0.0005}, ExpectationRow{"n = 1.234", ',', 1234, 0.5},
                    ExpectationRow{"x = 1.234,5", '.', 1234.5, 0.05}, ExpectationRow{"x = 1,234.5", ',', 1234.5, 0.05},
                    ExpectationRow{"n = 1,234,567", ',', 1234567, 0.5},
                    ExpectationRow{"mean = 61.38 %", '.', 61.38, 0.005},
                    ExpectationRow{"x = 0,125", ',', 0.125, 0.0005}, ExpectationRow{"x = 1.5e-3", '.', 0.0015, 0.00005},
                    ExpectationRow{"n = 16", '.', 16, 0.5}));

TEST_P(StatedNumbers, AreReadTheSpanishAndTheEnglishWay)
{
    const auto& row = GetParam();
    const auto read = expectations_in(row.text, row.decimal);
    ASSERT_TRUE(read) << row.text << ": " << read.error().detail;
    ASSERT_EQ(read->size(), 1u);
    EXPECT_DOUBLE_EQ((*read)[0].number, row.number) << row.text;
    EXPECT_NEAR((*read)[0].tolerance, row.tolerance, 1e-15) << row.text;
}

TEST(Expectation, WhatCannotBeReadSaysWhere)
{
    for (const char* bad :
         {"", ";", "r", "r =", "= 3", "r = x", "r = 1.2.3,4,5", "r = 1,2,3.4.5", "r = --2", "r = nan", "r = 1e999"})
        EXPECT_EQ(expectations_in(bad, '.').error().code, ErrorCode::bad_value) << bad;
    EXPECT_NE(expectations_in("r = 0.5; t = x", '.').error().detail.find("column 14"), std::string::npos);
}

TEST(Expectation, HoldsWithinHalfAUnitOfTheLastDecimal)
{
    const auto holds_at = [](const char* text, double value) {
        return holds(expectations_in(text, '.')->front(), value);
    };
    EXPECT_TRUE(holds_at("r = -0.18", -0.1837));
    EXPECT_TRUE(holds_at("r = 0.5", 0.55));
    EXPECT_FALSE(holds_at("r = 0.5", 0.5501));
    EXPECT_TRUE(holds_at("p < .05", 0.049));
    EXPECT_FALSE(holds_at("p < .05", 0.05));
    EXPECT_TRUE(holds_at("p <= .05", 0.05));
    EXPECT_TRUE(holds_at("p > .05", 0.5));
    EXPECT_TRUE(holds_at("n >= 10", 10));
    EXPECT_TRUE(holds_at("x ~ 100", 91));
    EXPECT_FALSE(holds_at("x ~ 100", 89));
}

TEST_F(Study, EvidenceSpeaksOfAColumnOrACellAsWellAsOfAnAnalysis)
{
    const auto table = find_table(*project, "Brechas por sector");
    ASSERT_TRUE(table);
    Numbers column{.table = table->id, .column = "brecha_pct"}, cell = column;
    cell.row = 3;
    ASSERT_TRUE(add_evidence(project, claimed.value, column, "complements", "La brecha es mayor en salud."));
    ASSERT_TRUE(add_evidence(project, claimed.value, cell, "converges", "Es la tercera."));
    const auto list = evidence_of(*project, claimed.value);
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0].numbers, column);
    EXPECT_EQ(list[0].numbers_name, "Brechas por sector, brecha_pct");
    EXPECT_EQ(list[1].numbers, cell);
    EXPECT_EQ(list[1].numbers_name, "Brechas por sector, brecha_pct, row 3");
    cell.row = 17;
    EXPECT_EQ(add_evidence(project, claimed.value, cell, "silent", "x").error().code, ErrorCode::bad_value);
    column.column = "nada";
    EXPECT_EQ(add_evidence(project, claimed.value, column, "silent", "x").error().code, ErrorCode::not_found);
    EXPECT_EQ(add_evidence(project, claimed.value, {}, "silent", "x").error().code, ErrorCode::bad_value);
    EXPECT_EQ(delete_table(project, table->id).error().code, ErrorCode::conflict);
    ASSERT_TRUE(set_column(project, table->id, "brecha_pct", {.missing = std::vector<std::string>{"0.00"}}));
    EXPECT_TRUE(evidence_of(*project)[0].stale);
    EXPECT_EQ(coding::delete_quotation(project, claimed).error().code, ErrorCode::conflict);
}

TEST_F(Study, AnEvidenceLinkIsChangedJudgedAgainAndDeleted)
{
    const auto id = add_evidence(project, claimed.value, {analysis}, "converges", "Coinciden.");
    ASSERT_TRUE(id);
    EXPECT_EQ(*set_evidence(project, *id, {.verdict = "converges"}), 0) << "all was so already";
    const auto table = find_table(*project, "Brechas por sector");
    ASSERT_TRUE(set_column(project, table->id, "brecha_pct", {.missing = std::vector<std::string>{"14.86"}}));
    ASSERT_TRUE(rerun_analyses(project));
    EXPECT_EQ(*set_evidence(project, *id, {.verdict = "contradicts"}), 1);
    EXPECT_TRUE(evidence_of(*project)[0].stale) << "another word is no new look at the numbers";
    EXPECT_EQ(*set_evidence(project, *id, {.numbers = Numbers{analysis}}), 1);
    EXPECT_FALSE(evidence_of(*project)[0].stale);
    EXPECT_EQ(set_evidence(project, *id, {.reason = ""}).error().code, ErrorCode::bad_value);
    const auto with = workbench::dump_of(*project);
    ASSERT_TRUE(delete_evidence(project, *id));
    EXPECT_TRUE(evidence_of(*project).empty());
    EXPECT_EQ(delete_evidence(project, *id).error().code, ErrorCode::not_found);
    ASSERT_TRUE(workbench::undo(project));
    EXPECT_EQ(workbench::dump_of(*project), with);
}

TEST_F(Study, AClaimIsJudgedBeforeItIsMadeThenChangedAndDeleted)
{
    EXPECT_EQ(judged(*project, analysis, "r = -0.662")->verdict, Verdict::inconsistent);
    EXPECT_EQ(judged(*project, analysis, "r = -0.18")->verdict, Verdict::consistent);
    EXPECT_EQ(judged(*project, analysis, "r = -0.2", 0.1)->verdict, Verdict::consistent);
    EXPECT_EQ(judged(*project, analysis, "tau = 1").error().code, ErrorCode::bad_value);
    EXPECT_TRUE(claims(*project).empty());
    const auto id = add_claim(project, claimed, analysis, "r = -0.662");
    ASSERT_TRUE(id);
    EXPECT_EQ(*set_claim(project, *id, {.expect = "r = -0.662"}), 0);
    EXPECT_EQ(*set_claim(project, *id, {.expect = "r = -0.18"}), 1);
    EXPECT_EQ((*verify(*project))[0].verdict, Verdict::consistent);
    EXPECT_EQ(set_claim(project, *id, {.expect = "r"}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(*set_claim(project, *id, {.tolerance = std::optional(0.5)}), 1);
    EXPECT_EQ(claims(*project)[0].tolerance, 0.5);
    EXPECT_EQ(*set_claim(project, *id, {.tolerance = std::optional<double>()}), 1);
    EXPECT_FALSE(claims(*project)[0].tolerance.has_value());
    ASSERT_TRUE(delete_claim(project, *id));
    EXPECT_TRUE(claims(*project).empty());
    ASSERT_TRUE(workbench::undo(project));
    EXPECT_EQ(claims(*project).size(), 1u);
}

TEST_F(Study, FindingsAreChangedMovedAndDeleted)
{
    const auto first = add_finding(project, {"Uno", "Texto."}), second = add_finding(project, {"Dos", "Texto."}),
               third = add_finding(project, {"Tres", "Texto."});
    ASSERT_TRUE(first && second && third);
    EXPECT_EQ(*set_finding(project, *second, {.text = "Otro.", .quotations = std::vector{claimed, counted}}), 1);
    EXPECT_EQ(*set_finding(project, *second, {.text = "Otro."}), 0);
    EXPECT_EQ(set_finding(project, *second, {.title = "Uno"}).error().code, ErrorCode::exists);
    EXPECT_EQ(set_finding(project, *second, {.title = ""}).error().code, ErrorCode::bad_value);
    const auto titles = [&] {
        std::string all;
        for (const auto& finding : findings(*project)) all += finding.title + " ";
        return all;
    };
    EXPECT_EQ(*move_finding(project, *third, *first), 1);
    EXPECT_EQ(titles(), "Tres Uno Dos ");
    EXPECT_EQ(*move_finding(project, *third, *first), 0);
    EXPECT_EQ(*move_finding(project, *third, {}), 1);
    EXPECT_EQ(titles(), "Uno Dos Tres ");
    ASSERT_TRUE(delete_finding(project, *second));
    EXPECT_EQ(titles(), "Uno Tres ");
    ASSERT_TRUE(workbench::undo(project, 2));
    EXPECT_EQ(titles(), "Tres Uno Dos ");
    EXPECT_EQ(findings(*project)[2].quotations, (std::vector{claimed, counted}));
}

TEST_F(Study, AnAnalysisIsRenamedRunAloneAndDeletedWhenNothingStandsOnIt)
{
    EXPECT_EQ(*set_analysis(project, analysis, {.name = "Brecha y atención", .comment = "De la tabla 3"}), 1);
    EXPECT_EQ(find_saved_analysis(*project, "Brecha y atención")->comment, "De la tabla 3");
    EXPECT_EQ(*set_analysis(project, analysis, {.name = "Brecha y atención"}), 0);
    EXPECT_EQ(set_analysis(project, analysis, {.name = ""}).error().code, ErrorCode::bad_value);
    const auto table = find_table(*project, "Brechas por sector");
    ASSERT_TRUE(set_column(project, table->id, "atencion_pct", {.missing = std::vector<std::string>{"0.00"}}));
    const auto rerun = rerun_analyses(project, analysis);
    ASSERT_TRUE(rerun);
    EXPECT_EQ(rerun->size(), 1u);
    EXPECT_FALSE(analyses_of(*project)[0].stale);
    const auto id = add_claim(project, counted, analysis, "n = 16");
    ASSERT_TRUE(id);
    EXPECT_EQ(delete_analysis(project, analysis).error().code, ErrorCode::conflict);
    EXPECT_EQ(delete_table(project, table->id).error().code, ErrorCode::conflict);
    ASSERT_TRUE(delete_claim(project, *id));
    ASSERT_TRUE(delete_analysis(project, analysis));
    EXPECT_EQ(*set_table(project, table->id, {.citation = "Otra fuente"}), 1);
    EXPECT_EQ(find_table(*project, "Brechas por sector")->citation, "Otra fuente");
    ASSERT_TRUE(delete_table(project, table->id));
    EXPECT_TRUE(indicator_tables(*project).empty());
    ASSERT_TRUE(workbench::undo(project, 3));
    EXPECT_EQ(analyses_of(*project).size(), 1u);
}
