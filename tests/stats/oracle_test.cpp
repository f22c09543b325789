#include "stats/analyses.h"
#include "stats/recipe.h"
#include "support/corpus.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

using nlohmann::json;
using nlohmann::ordered_json;

namespace
{

std::vector<std::filesystem::path> json_files(const char* folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(support::data("oracles") / folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

json load(const std::filesystem::path& file)
{
    return json::parse(support::read_file(file));
}

bool absent(const json& expected)
{
    return expected == "NA" || expected == "NaN" || expected.is_null();
}
bool infinite(const json& expected)
{
    return expected == "Inf" || expected == "-Inf";
}

struct Tolerance {
    double rel, abs;
};

void compare(const json& expected, const ordered_json& got, Tolerance tolerance, const std::string& where)
{
    if (absent(expected) || infinite(expected)) {
        EXPECT_TRUE(got.is_null()) << where << " should be null, is " << got;
    } else if (expected.is_object()) {
        for (const auto& [key, value] : expected.items()) {
            if (key == "note" || key == "reason") continue; // free text
            ASSERT_TRUE(got.contains(key)) << where << " has no " << key;
            compare(value, got[key], tolerance, where + "." + key);
        }
    } else if (expected.is_array()) {
        ASSERT_EQ(expected.size(), got.size()) << where;
        for (std::size_t i = 0; i < expected.size(); ++i)
            compare(expected[i], got[i], tolerance, where + "[" + std::to_string(i) + "]");
    } else if (expected.is_number()) {
        ASSERT_TRUE(got.is_number()) << where << " is " << got;
        const double e = expected;
        EXPECT_NEAR(got.get<double>(), e, tolerance.rel * std::abs(e) + tolerance.abs) << where;
    } else {
        EXPECT_EQ(ordered_json(expected), got) << where;
    }
}

double correct_digits(double got, double certified)
{
    if (got == certified) return 15;
    return -std::log10(std::abs(got - certified) / (certified == 0 ? 1 : std::abs(certified)));
}

ordered_json recipe_of(const json& oracle)
{
    return {{"statistic", oracle["statistic"]}, {"data", oracle["data"]}, {"input", oracle["input"]}};
}

class Oracle : public testing::TestWithParam<std::filesystem::path>
{
};

std::string case_name(const testing::TestParamInfo<std::filesystem::path>& info)
{
    return info.param.stem().string();
}

TEST_P(Oracle, Holds)
{
    const auto oracle = load(GetParam());
    const auto run = stats::run_recipe(recipe_of(oracle), support::data("oracles"));
    ASSERT_TRUE(run) << run.error().detail;
    const Tolerance tolerance{oracle["tolerance"]["rel"], oracle["tolerance"]["abs"]};
    compare(oracle["expected"], (*run)["result"], tolerance, oracle["id"]);
    EXPECT_EQ((*run)["data_sha256"].get<std::string>().size(), 64u);
    EXPECT_FALSE((*run)["method"].get<std::string>().empty());
}
INSTANTIATE_TEST_SUITE_P(R, Oracle, testing::ValuesIn(json_files("expected")), case_name);

class Nist : public testing::TestWithParam<std::filesystem::path>
{
};

TEST_P(Nist, HasTheCertifiedDigits)
{
    const auto set = load(GetParam());
    const ordered_json recipe{{"statistic", set["statistic"]}, {"data", set["data"]}, {"input", {{"x", "y"}}}};
    const auto run = stats::run_recipe(recipe, support::data("oracles"));
    ASSERT_TRUE(run) << run.error().detail;
    const auto& result = (*run)["result"];
    const double wanted = set["min_correct_digits_LRE"];
    EXPECT_GE(correct_digits(result["mean"], set["certified"]["mean"]), wanted);
    EXPECT_GE(correct_digits(result["sd"], set["certified"]["sd_n_minus_1"]), wanted);
    EXPECT_EQ(result["n"].get<int>(), set["certified"]["n"].get<int>());
}
INSTANTIATE_TEST_SUITE_P(StRD, Nist, testing::ValuesIn(json_files("nist")), case_name);

TEST(Oracles, CoverEveryStatistic)
{
    std::set<std::string> covered;
    for (const auto& file : json_files("expected")) covered.insert(load(file)["statistic"]);
    for (const auto& analysis : stats::analyses)
        EXPECT_TRUE(covered.contains(std::string(analysis.name))) << analysis.name << " has no oracle";
}

}
