// What the help and the manual show of the query language finds something in the sample study.
#include "coding/search_fields.h"
#include "search/fields.h"
#include "search/project_index.h"
#include "stats/sample_study.h"
#include "support/temp_project.h"
#include <gtest/gtest.h>
#include <regex>

namespace
{

class QueryExamples : public testing::Test
{
 protected:
    static void SetUpTestSuite()
    {
        study = std::make_unique<support::TempProject>();
        workbench::Progress quiet;
        ASSERT_TRUE(stats::build_sample_study(**study, support::corpus("puno"), quiet));
        index = std::make_unique<search::ProjectIndex>(**study, *study / "cache");
        ASSERT_TRUE(index->update(quiet));
    }
    static void TearDownTestSuite()
    {
        index.reset();
        study.reset();
    }
    /// Finds something, and not everything.
    static void expect_found(std::string_view query)
    {
        const auto hits = index->search(query, {0, 0}, coding::search_fields(**study));
        ASSERT_TRUE(hits) << query << ": " << hits.error().detail;
        EXPECT_GT(hits->total, 0) << query;
        if (!query.starts_with("idioma:")) EXPECT_LT(hits->total, index->index().passages()) << query;
    }
    static inline std::unique_ptr<support::TempProject> study;
    static inline std::unique_ptr<search::ProjectIndex> index;
};

/// The chapter of the manual on searching, up to its examples of other commands.
std::string chapter()
{
    return support::read_file(support::corpus("..") / "docs" / "es" / "04-buscar.md");
}

/// The code in the first cell of the rows of its tables.
std::vector<std::string> queries_of_the_manual()
{
    std::vector<std::string> queries;
    const auto text = chapter();
    static const std::regex row("\n\\| ([^|]+) \\|"), code("`([^`]+)`");
    for (std::sregex_iterator at(text.begin(), text.end(), row), none; at != none; ++at) {
        const auto cell = (*at)[1].str();
        for (std::sregex_iterator one(cell.begin(), cell.end(), code); one != none; ++one)
            queries.push_back((*one)[1].str());
    }
    return queries;
}

}

TEST_F(QueryExamples, ThoseOfTheHelpFindSomething)
{
    for (const auto& sign : search::signs) expect_found(sign.example);
    for (const auto& field : search::fields) expect_found(field.example);
}

TEST_F(QueryExamples, ThoseOfTheManualFindSomething)
{
    const auto queries = queries_of_the_manual();
    EXPECT_GE(queries.size(), search::signs.size() + 9);
    for (const auto& query : queries) expect_found(query);
}

TEST_F(QueryExamples, TheManualHasAllOfTheTables)
{
    const auto queries = queries_of_the_manual();
    const auto has = [&](std::string_view example) {
        return std::find(queries.begin(), queries.end(), example) != queries.end();
    };
    for (const auto& sign : search::signs) EXPECT_TRUE(has(sign.example)) << sign.example;
    for (const auto& field : search::fields)
        if (*field.meaning) EXPECT_TRUE(has(field.example)) << field.example;
}

TEST_F(QueryExamples, FieldsTakeTheNamesThatPeopleUse)
{
    const auto total = [](std::string_view query) {
        const auto hits = index->search(query, {0, 0}, coding::search_fields(**study));
        return hits ? hits->total : -1;
    };
    EXPECT_EQ(total("tipo:entrevista"), total("kind:interview"));
    EXPECT_EQ(total("idioma:castellano"), total("lang:es"));
    EXPECT_EQ(total("rol:entrevistadora"), total("role:interviewer"));
    EXPECT_EQ(total("rol:participante") + total("rol:entrevistador") + total("tipo:informe"), total("idioma:es"));
    EXPECT_EQ(total("codigo:*") + total("-codigo:*"), total("idioma:es"));
    EXPECT_GT(total("codigo:Motivaciones/*"), total("codigo:Motivaciones"));
    EXPECT_EQ(total("hablante:(DMPP5 O DMPP6)"), total("hablante:DMPP5") + total("hablante:DMPP6"));
    EXPECT_EQ(total("rol:alcalde"), -1);
    EXPECT_EQ(total("tipo:carta"), -1);
}
