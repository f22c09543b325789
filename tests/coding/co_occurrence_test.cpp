#include "coding/co_occurrence.h"
#include "coding/crosstab.h"
#include "coding/saturation.h"
#include "study.h"
#include "workbench/study_case.h"
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

using namespace coding;
using testing::ElementsAre;
using testing::IsEmpty;
using workbench::ErrorCode;
using Row = std::vector<std::int64_t>;

namespace
{

CoOccurrence table_of(Study& study, CoOccurrenceUnit unit = CoOccurrenceUnit::overlap)
{
    return co_occurrence(study.project(), {.unit = unit});
}

/// A quotation of the oracle's table.
struct Mark {
    std::string document, code;
    std::int64_t begin, end;
};

std::vector<Mark> oracle_marks(const std::string& name)
{
    std::istringstream lines(support::read_file(support::data("coding/" + name + ".csv")));
    std::vector<Mark> marks;
    std::string line;
    std::getline(lines, line);
    std::erase(line, '"');
    EXPECT_THAT(line, testing::StartsWith("doc,code,start,end"));
    while (std::getline(lines, line)) {
        std::erase(line, '"');
        std::istringstream cells(line);
        Mark mark;
        std::string begin, end;
        std::getline(cells, mark.document, ',');
        std::getline(cells, mark.code, ',');
        std::getline(cells, begin, ',');
        std::getline(cells, end, ',');
        mark.begin = std::stoll(begin);
        mark.end = std::stoll(end);
        marks.push_back(mark);
    }
    return marks;
}

void put(Study& study, const std::vector<Mark>& marks)
{
    std::map<std::string, workbench::DocumentId> documents;
    for (const auto& mark : marks)
        if (!documents.contains(mark.document))
            documents[mark.document] = study.add(mark.document, std::string(2000, 'x'));
    for (const auto& mark : marks) study.mark(documents[mark.document], mark.begin, mark.end, {mark.code});
}

/// The definitions, word by word: every pair of spans, every character.
struct Plain {
    std::map<std::string, std::set<std::tuple<std::int64_t, std::int64_t, std::int64_t>>> spans;
    std::int64_t pairs(const std::string& a, const std::string& b)
    {
        if (a == b) return std::ssize(spans[a]);
        std::int64_t count = 0;
        for (const auto& [da, ba, ea] : spans[a])
            for (const auto& [db, bb, eb] : spans[b]) count += da == db && ba < eb && bb < ea;
        return count;
    }
    std::set<std::pair<std::int64_t, std::int64_t>> characters(const std::string& code)
    {
        std::set<std::pair<std::int64_t, std::int64_t>> all;
        for (const auto& [document, begin, end] : spans[code])
            for (auto at = begin; at < end; ++at) all.emplace(document, at);
        return all;
    }
    std::optional<double> jaccard(const std::string& a, const std::string& b)
    {
        const auto left = characters(a), right = characters(b);
        auto both = left;
        both.insert(right.begin(), right.end());
        if (both.empty()) return std::nullopt;
        return static_cast<double>(left.size() + right.size() - both.size()) / static_cast<double>(both.size());
    }
};

}

TEST(CoOccurrence, AgreesWithTheOracles)
{
    for (const std::string name : {"coocspan_main", "coocspan_adjacent", "coocspan_redundant"}) {
        Study study;
        put(study, oracle_marks(name));
        const auto table = table_of(study);
        const auto oracle = nlohmann::json::parse(support::read_file(support::data("coding/" + name + ".json")));
        ASSERT_FALSE(oracle["expected"].empty());
        for (const auto& expected : oracle["expected"]) {
            const auto at = [&](int end) {
                return static_cast<std::size_t>(
                    std::ranges::find(table.paths, expected["pair"][static_cast<std::size_t>(end)].get<std::string>()) -
                    table.paths.begin());
            };
            const auto a = at(0), b = at(1);
            EXPECT_EQ(table.counts[a][a], expected["n1"]) << name;
            EXPECT_EQ(table.counts[b][b], expected["n2"]) << name;
            EXPECT_EQ(table.counts[a][b], expected["n12_overlapping_pairs"]) << name;
            if (expected["c_coefficient"].is_number())
                EXPECT_NEAR(table.c[a][b].value(), expected["c_coefficient"].get<double>(), 1e-11) << name;
            else
                EXPECT_EQ(table.c[a][b], std::nullopt) << name;
            EXPECT_NEAR(table.jaccard[a][b].value(), expected["jaccard_chars"].get<double>(), 1e-11) << name;
        }
    }
}

TEST(CoOccurrence, TouchingEndsDoNotMeetAndOneQuotationWithBothIsOnePair)
{
    Study study;
    const auto document = study.add("e1", std::string(100, 'x'));
    study.mark(document, 0, 10, {"A"});
    study.mark(document, 10, 20, {"B"});
    EXPECT_THAT(table_of(study).counts, ElementsAre(Row{1, 0}, Row{0, 1}));
    study.mark(document, 30, 40, {"A", "B"});
    EXPECT_THAT(table_of(study).counts, ElementsAre(Row{2, 1}, Row{1, 2}));
    study.project().set_coder("LQ");
    study.mark(document, 30, 40, {"A", "B"});
    EXPECT_THAT(table_of(study).counts, ElementsAre(Row{2, 1}, Row{1, 2})) << "coders do not multiply";
    const auto pairs = overlapping_pairs(study.project(), study.code("A"), study.code("B"));
    ASSERT_EQ(pairs.size(), 1u);
    EXPECT_EQ(pairs[0].first, pairs[0].second);
}

TEST(CoOccurrence, AgreesWithTheDefinitionOnRandomStudies)
{
    std::mt19937 random(20261120);
    const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 25; ++round) {
        Study study;
        Plain plain;
        std::vector<workbench::DocumentId> documents{study.add("e1", std::string(60, 'x')),
                                                     study.add("e2", std::string(60, 'y'))};
        const std::vector<std::string> names{"A", "B", "C", "D"};
        for (const auto& name : names) study.code(name);
        std::map<workbench::DocumentId, std::vector<Passage>> passages;
        for (int i = 0; i < 5 + upto(30); ++i) {
            const auto document = documents[static_cast<std::size_t>(upto(2))];
            const auto begin = upto(55), end = begin + 1 + upto(std::min(20, 60 - begin - 1) + 1);
            const auto& name = names[static_cast<std::size_t>(upto(4))];
            study.project().set_coder(upto(2) ? "RM" : "LQ");
            study.mark(document, begin, std::min(end, 60), {name});
            plain.spans[name].emplace(document.value, begin, std::min(end, 60));
        }
        const auto table = table_of(study);
        for (std::size_t a = 0; a < 4; ++a)
            for (std::size_t b = 0; b < 4; ++b) {
                EXPECT_EQ(table.counts[a][b], plain.pairs(names[a], names[b])) << names[a] << names[b];
                EXPECT_EQ(table.jaccard[a][b], plain.jaccard(names[a], names[b])) << names[a] << names[b];
                if (a != b) {
                    EXPECT_EQ(
                        std::ssize(overlapping_pairs(study.project(), study.code(names[a]), study.code(names[b]))),
                        plain.pairs(names[a], names[b]));
                }
            }
    }
}

TEST(CoOccurrence, CountsUnitsThatHoldBoth)
{
    Study study;
    const std::string text = "E: uno dos\nDM: tres cuatro\ncinco seis\nE: siete";
    const auto first =
        study.add("e1", text, {{1, {0, 10}, 2, "E", {}}, {2, {11, 37}, 14, "DM", {}}, {3, {38, 46}, 40, "E", {}}});
    const auto second = study.add("e2", "solo");
    study.mark(first, 3, 6, {"A"});
    study.mark(first, 7, 10, {"B"});
    study.mark(first, 15, 19, {"A"});
    study.mark(first, 27, 32, {"B"});
    study.mark(first, 41, 46, {"A"});
    study.mark(second, 0, 4, {"A"});
    EXPECT_THAT(table_of(study).counts, ElementsAre(Row{4, 0}, Row{0, 2}));
    EXPECT_THAT(table_of(study, CoOccurrenceUnit::paragraph).counts, ElementsAre(Row{4, 1}, Row{1, 2}));
    EXPECT_THAT(table_of(study, CoOccurrenceUnit::turn).counts, ElementsAre(Row{4, 2}, Row{2, 2}));
    const auto documents = table_of(study, CoOccurrenceUnit::document);
    EXPECT_THAT(documents.counts, ElementsAre(Row{2, 1}, Row{1, 1}));
    EXPECT_DOUBLE_EQ(documents.jaccard[0][1].value(), 0.5);
    EXPECT_DOUBLE_EQ(documents.c[0][1].value(), 0.5);
}

TEST(CoOccurrence, ASpanOverTwoParagraphsIsInBoth)
{
    Study study;
    const auto document = study.add("e1", "uno\n\ndos\ntres");
    study.mark(document, 0, 8, {"A"});
    study.mark(document, 5, 8, {"B"});
    study.mark(document, 3, 5, {"C"}); // only line ends: in no paragraph
    EXPECT_THAT(table_of(study, CoOccurrenceUnit::paragraph).counts,
                ElementsAre(Row{2, 1, 0}, Row{1, 1, 0}, Row{0, 0, 0}));
}

TEST(CoOccurrence, IsEmptyWithoutCodesAndNullWithoutCodings)
{
    Study study;
    EXPECT_THAT(table_of(study).counts, IsEmpty());
    study.code("A");
    const auto table = table_of(study);
    EXPECT_THAT(table.counts, ElementsAre(Row{0}));
    EXPECT_EQ(table.c[0][0], std::nullopt);
    EXPECT_EQ(table.jaccard[0][0], std::nullopt);
}

TEST(CoOccurrence, ChoosesCodesDocumentsAndCoders)
{
    Study study;
    const auto first = study.add("e1", std::string(20, 'x')), second = study.add("e2", std::string(20, 'x'));
    study.mark(first, 0, 5, {"A", "B"});
    study.mark(second, 0, 5, {"A", "B", "C"});
    study.project().set_coder("LQ");
    study.mark(second, 3, 8, {"A"});
    const auto a = study.code("A"), b = study.code("B");
    EXPECT_THAT(co_occurrence(study.project(), {.codes = {b, a}}).counts, ElementsAre(Row{2, 3}, Row{3, 3}));
    EXPECT_THAT(co_occurrence(study.project(), {.codes = {a, b}, .documents = {second}}).counts,
                ElementsAre(Row{2, 2}, Row{2, 1}));
    EXPECT_THAT(
        co_occurrence(study.project(), {.codes = {a, b}, .coders = {*coder_named(study.project(), "LQ")}}).counts,
        ElementsAre(Row{1, 0}, Row{0, 0}));
}

TEST(Crosstab, CountsByDocumentCaseSpeakerAndVariable)
{
    Study study;
    const auto first = study.add("e1", "E: uno dos\nDM: tres", {{1, {0, 10}, 2, "E", {}}, {2, {11, 19}, 14, "DM", {}}});
    const auto second = study.add("e2", "cuatro cinco");
    study.mark(first, 3, 6, {"A"});
    study.mark(first, 15, 19, {"A", "B"});
    study.mark(second, 0, 6, {"A"});
    study.mark(second, 3, 12, {"A"});
    study.project().set_coder("LQ");
    study.mark(second, 0, 6, {"A"});
    workbench::link_case(study.project(), "c2", {second}).value();
    workbench::add_variable(study.project(), "zona", workbench::VariableType::category, {"norte", "sur"}).value();
    workbench::set_case(study.project(), "c2", {{"zona", "sur"}}).value();
    const auto by = [&](const std::string& what, CrosstabCount count = CrosstabCount::codings) {
        return crosstab(study.project(), what, count).value();
    };
    EXPECT_THAT(by("document").columns, ElementsAre("e1", "e2"));
    EXPECT_THAT(by("document").cells, ElementsAre(Row{2, 3}, Row{1, 0}));
    EXPECT_THAT(by("document", CrosstabCount::quotations).cells, ElementsAre(Row{2, 2}, Row{1, 0}));
    EXPECT_THAT(by("document", CrosstabCount::characters).cells, ElementsAre(Row{7, 12}, Row{4, 0}));
    EXPECT_THAT(by("document", CrosstabCount::presence).cells, ElementsAre(Row{1, 1}, Row{1, 0}));
    EXPECT_THAT(by("speaker").columns, ElementsAre("DM", "E"));
    EXPECT_THAT(by("speaker").cells, ElementsAre(Row{1, 1}, Row{1, 0}));
    EXPECT_EQ(by("speaker").outside, 3);
    EXPECT_THAT(by("case").cells, ElementsAre(Row{3}, Row{0}));
    EXPECT_THAT(by("zona").columns, ElementsAre("norte", "sur"));
    EXPECT_THAT(by("zona").cells, ElementsAre(Row{0, 3}, Row{0, 0}));
    EXPECT_EQ(crosstab(study.project(), "altura").error().code, ErrorCode::not_found);
}

TEST(Saturation, TellsWhichDocumentBroughtWhat)
{
    Study study;
    const auto first = study.add("b", "uno dos"), second = study.add("a", "uno dos");
    study.add("c", "nada");
    study.mark(first, 0, 3, {"A", "B"});
    study.mark(second, 0, 3, {"B", "C"});
    const auto steps = [&](const std::string& order) {
        std::vector<std::string> all;
        for (const auto& step : saturation(study.project(), document_order(study.project(), order).value()))
            all.push_back(step.name + " " + std::to_string(step.new_codes) + " " + std::to_string(step.cumulative));
        return all;
    };
    EXPECT_THAT(steps("name"), ElementsAre("a 2 2", "b 1 3", "c 0 3"));
    EXPECT_THAT(steps("date"), ElementsAre("b 2 2", "a 1 3", "c 0 3"));
    EXPECT_THAT(steps("c, b"), ElementsAre("c 0 0", "b 2 2"));
    EXPECT_EQ(document_order(study.project(), "a,x").error().code, ErrorCode::not_found);
}
