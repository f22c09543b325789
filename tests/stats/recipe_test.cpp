#include "stats/analyses.h"
#include "stats/recipe.h"
#include "support/corpus.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using nlohmann::json;
using nlohmann::ordered_json;
using testing::HasSubstr;
using workbench::ErrorCode;

namespace
{

class Recipe : public testing::Test
{
 protected:
    std::filesystem::path save(const std::string& name, const std::string& bytes)
    {
        return support::write_file(folder_ / name, bytes);
    }
    ordered_json run(const std::string& recipe)
    {
        const auto result = stats::run_recipe_file(save("r.json", recipe));
        EXPECT_TRUE(result) << (result ? "" : result.error().detail);
        return result.value_or(ordered_json{});
    }
    workbench::Error refusal(const std::string& recipe)
    {
        const auto result = stats::run_recipe_file(save("r.json", recipe));
        EXPECT_FALSE(result);
        return result ? workbench::Error{} : result.error();
    }
    void SetUp() override { save("d.csv", "zona,a,b\nP,1,2\nC,2,4\nJ,3,5\nL,,9\n"); }

    support::TempFolder folder_;
};

TEST_F(Recipe, GivesWhatTheContractNames)
{
    const auto report =
        run(R"({"statistic":"pearson","data":"d.csv","input":{"x":"a","y":"b"},"author":"not part of it"})");
    std::vector<std::string> keys;
    for (const auto& [key, value] : report.items()) keys.push_back(key);
    EXPECT_THAT(keys, testing::ElementsAre("recipe", "result", "method", "notes", "data_sha256"));
    EXPECT_EQ(report["recipe"].dump(), R"({"statistic":"pearson","data":"d.csv","input":{"x":"a","y":"b"}})");
    EXPECT_EQ(report["result"]["n"], 3);
    EXPECT_THAT(report["notes"].at(0).get<std::string>(), HasSubstr("1 of 4 rows"));
}

TEST_F(Recipe, IsTheSameEveryTime)
{
    const char* recipe = R"({"statistic":"descriptives","data":"d.csv","input":{"x":"b"}})";
    EXPECT_EQ(run(recipe).dump(), run(recipe).dump());
}

TEST_F(Recipe, NumbersReadBackToTheSameDouble)
{
    const auto report = run(R"({"statistic":"pearson","data":"d.csv","input":{"x":"a","y":"b"}})");
    const auto again = json::parse(report.dump());
    EXPECT_EQ(again["result"]["r"].get<double>(), report["result"]["r"].get<double>());
}

struct Refusal {
    const char* recipe;
    ErrorCode code;
    const char* says;
};

TEST_F(Recipe, SaysWhatIsWrongWithIt)
{
    for (const auto& [recipe, code, says] : {
             Refusal{"{", ErrorCode::bad_file, "line 1"},
             Refusal{"[]", ErrorCode::bad_value, "does not name a statistic"},
             Refusal{R"({"statistic":7})", ErrorCode::bad_value, "does not name a statistic"},
             Refusal{R"({"statistic":"magic","data":"d.csv"})", ErrorCode::bad_value, "magic"},
             Refusal{R"({"statistic":"pearson","data":"no.csv"})", ErrorCode::not_found, "no.csv"},
             Refusal{R"({"statistic":"pearson","data":7})", ErrorCode::bad_value, "data"},
             Refusal{R"({"statistic":"pearson","data":{"table":"T"}})", ErrorCode::not_found, "\"T\""},
             Refusal{R"({"statistic":"pearson","data":"d.csv"})", ErrorCode::bad_value, "\"x\""},
             Refusal{R"({"statistic":"pearson","data":"d.csv","input":[1]})", ErrorCode::bad_value, "object"},
             Refusal{R"({"statistic":"pearson","data":"d.csv","input":{"x":"a","y":"z"}})", ErrorCode::not_found,
                     "\"z\""},
             Refusal{R"({"statistic":"pearson","data":"d.csv","input":{"x":"a","y":5}})", ErrorCode::bad_value, "y"},
             Refusal{R"({"statistic":"pearson","data":"d.csv","input":{"x":"a","y":"zona"}})", ErrorCode::bad_value,
                     "zona"},
             Refusal{R"({"statistic":"pearson","data":"d.csv","input":{"x":"a","y":"b","w":"b"}})",
                     ErrorCode::bad_value, "\"w\""},
             Refusal{R"({"statistic":"pearson","data":"d.csv","input":{"x":"a","y":"b","missing":"zero"}})",
                     ErrorCode::bad_value, "zero"},
             Refusal{R"({"statistic":"contingency","data":"d.csv","input":{"table":["a","b"]}})", ErrorCode::bad_value,
                     "Row 4"},
             Refusal{R"({"statistic":"contingency","data":"d.csv","input":{"table":[]}})", ErrorCode::bad_value,
                     "table"},
             Refusal{R"({"statistic":"pearson","data":"d.csv","decimal":";"})", ErrorCode::bad_value, "decimal"},
         }) {
        const auto error = refusal(recipe);
        EXPECT_EQ(error.code, code) << recipe;
        EXPECT_THAT(error.detail, HasSubstr(says)) << recipe;
        EXPECT_FALSE(error.hint.empty()) << recipe;
    }
    EXPECT_EQ(stats::run_recipe_file(folder_ / "none.json").error().code, ErrorCode::not_found);
}

TEST_F(Recipe, ReadsATableThatAsksForItsDecimalSign)
{
    save("e.csv", "x;y\n1,234;1\n2,345;2\n3,456;4\n");
    EXPECT_EQ(refusal(R"({"statistic":"descriptives","data":"e.csv","input":{"x":"x"}})").code, ErrorCode::bad_value);
    const auto report = run(R"({"statistic":"descriptives","data":"e.csv","decimal":",","input":{"x":"x"}})");
    EXPECT_EQ(report["result"]["max"], 3.456);
    EXPECT_EQ(report["recipe"]["decimal"], ",");
}

TEST_F(Recipe, TakesTablesFromItsCaller)
{
    const auto read =
        stats::run_recipe({{"statistic", "frequency_table"}, {"data", {{"table", "T"}}}, {"input", {{"x", "c"}}}},
                          folder_.path(), [](const std::string& name) -> workbench::Result<stats::NamedTable> {
                              EXPECT_EQ(name, "T");
                              stats::CellTexts cells;
                              for (const char* cell : {"b", "a", "", "b"}) cells.append(cell);
                              std::vector<stats::Column> columns{{{"c"}, cells, {}}};
                              return stats::NamedTable{std::make_shared<stats::TableData>(std::move(columns)), "abc"};
                          });
    ASSERT_TRUE(read);
    EXPECT_EQ((*read)["data_sha256"], "abc");
    EXPECT_EQ((*read)["result"]["values"], (ordered_json{"a", "b"}));
    EXPECT_EQ((*read)["result"]["missing"], 1);
}

TEST_F(Recipe, SmallExpectedCountsAreToldInPlainWords)
{
    save("t.csv", "g,yes,no\nr,3,1\ns,1,3\n");
    const auto report = run(R"({"statistic":"contingency","data":"t.csv","input":{"table":"all"}})");
    EXPECT_THAT(report["notes"].at(0).get<std::string>(), HasSubstr("4 of 4 expected counts"));
    const auto by_name = run(R"({"statistic":"contingency","data":"t.csv","input":{"table":["yes","no"]}})");
    EXPECT_EQ(by_name["result"], report["result"]);
}

TEST_F(Recipe, TheSymbolsOfAClaimFindTheirKeys)
{
    const auto* spearman = stats::find_analysis("spearman");
    ASSERT_TRUE(spearman);
    const ordered_json result{{"rho_midrank", 0.25}, {"t_approx", nullptr}, {"p_t_approx", 0.4}, {"a", {{"b", 3}}}};
    EXPECT_EQ(stats::result_value(*spearman, result, "rho").value(), 0.25);
    EXPECT_EQ(stats::result_value(*spearman, result, "p").value(), 0.4);
    EXPECT_EQ(stats::result_value(*spearman, result, "a.b").value(), 3);
    EXPECT_TRUE(stats::result_value(*spearman, result, "t").value().is_null());
    EXPECT_TRUE(stats::result_value(*spearman, result, "n").value().is_null()); // not in this result
    for (const char* unknown : {"chi2", "a", "a.c", "", "rho."})
        EXPECT_EQ(stats::result_value(*spearman, result, unknown).error().code, ErrorCode::bad_value) << unknown;
}

TEST(Analyses, EverySymbolNamesAKeyOfAResult)
{
    const auto oracles = support::data("oracles") / "expected";
    for (const auto& entry : std::filesystem::directory_iterator(oracles)) {
        const auto oracle = json::parse(support::read_file(entry.path()));
        if (oracle["expected"].contains("status") || oracle["expected"].value("n", 1) == 0) continue;
        const auto* analysis = stats::find_analysis(oracle["statistic"].get<std::string>());
        ASSERT_TRUE(analysis);
        for (const auto& symbol : analysis->symbols)
            EXPECT_TRUE(oracle["expected"].contains(std::string(symbol.key))) << analysis->name << " " << symbol.key;
    }
}

TEST(Analyses, TheirExamplesAreJson)
{
    for (const auto& analysis : stats::analyses) {
        const auto example = json::parse(analysis.example);
        for (const auto& input : analysis.inputs)
            EXPECT_TRUE(!input.required || example.contains(std::string(input.key))) << analysis.name;
    }
}

}
