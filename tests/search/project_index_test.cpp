#include "search/project_index.h"
#include "support/temp_project.h"
#include "workbench/study_case.h"
#include "workbench/turns.h"
#include <gtest/gtest.h>

using namespace search;
using namespace workbench;
using support::TempProject;

namespace
{

struct Indexed : testing::Test {
    TempProject project;
    Progress progress;
    DocumentId first, second;
    std::optional<ProjectIndex> index;

    void SetUp() override
    {
        //                       0         1         2         3
        //                       0123456789012345678901234567890123456789
        first = project.add("e1", "E: ¿Qué es el gobierno?\nDMPP1: Menos papel, más año.\nY rapidez.\n",
                            {{1, {0, 23}, 3, "E", {}}, {2, {24, 63}, 31, "DMPP1", {}}});
        second = project.add("notas", "El papel del año\n\n  sin papel no hay firma");
        index.emplace(*project, project / "cache");
    }
    std::string found(std::string_view query)
    {
        const auto hits =
            index->search(query, {0, -1}, [&](const Outside& field) -> Result<std::vector<DocumentStretch>> {
                if (field.value == "Cero papel") return std::vector<DocumentStretch>{{first, {33, 37}}};
                return fail(ErrorCode::not_found, "no code " + field.value);
            });
        if (!hits) return "ERROR " + std::string(name_of(hits.error().code)) + ": " + hits.error().detail;
        std::map<std::pair<int, int>, std::string> rows;
        for (const auto& row : hits->rows) {
            auto& out = rows[{row.document.number, row.paragraph}];
            for (const auto& mark : row.hit.marks)
                out += " " + slice(*project, row.document.id, {mark.begin, mark.end});
        }
        std::string out;
        for (const auto& [place, marks] : rows)
            out += std::to_string(place.first) + ":" + std::to_string(place.second) + marks + ";";
        return out;
    }
    void expect(std::string_view query, std::string_view rows) { EXPECT_EQ(found(query), rows) << query; }
    template <class Test>
    void both_ways(Test test)
    {
        test();
        const auto updated = index->update(progress);
        ASSERT_TRUE(updated) << updated.error().detail;
        EXPECT_FALSE(index->is_behind());
        test();
    }
};

}

TEST_F(Indexed, APassageThatIsReadByItselfIsThatOfItsText)
{
    std::string text = "Acta del d\u00eda \U0001F600\n\n";
    for (int i = 0; i < 60; ++i) {
        if (i % 5 == 0) text += "  ";
        if (i % 3 == 0) text += "ENTREVISTADORA: ";
        if (i % 3 == 1) text += "Mar\u00eda: ";
        text += "a\u00f1o " + std::to_string(i) + (i % 4 ? ", gesti\u00f3n \U0001F600 y papel." : ", firma.") + "\n";
        if (i % 7 == 0) text += "\n";
    }
    project.add("larga", text, find_turns(text, {})->turns);
    project.add("larga sin turnos", text);
    ASSERT_TRUE(index->update(progress));
    ProjectIndex none(*project, project / "empty");
    for (const auto* query : {"gestion", "papel NO hablante:mar\u00eda", "a\u00f1o", "firma"}) {
        const auto scanned = none.search(query, {0, -1}, {});
        ASSERT_TRUE(scanned);
        ASSERT_GT(scanned->rows.size(), 20u);
        for (std::size_t i = 0; i < scanned->rows.size(); ++i) {
            const auto page = index->search(query, {static_cast<std::int64_t>(i), 1}, {});
            ASSERT_TRUE(page);
            ASSERT_EQ(page->rows.size(), 1u);
            EXPECT_EQ(page->rows[0].hit.where, scanned->rows[i].hit.where) << query << " " << i;
            EXPECT_EQ(page->rows[0].hit.marks, scanned->rows[i].hit.marks) << query << " " << i;
        }
        EXPECT_FALSE(index->is_behind()) << "the index was doubted";
    }
}

TEST_F(Indexed, PassagesAreParagraphsAndLabelsAreNotSearched)
{
    both_ways([this] {
        expect("papel", "1:2 papel;2:1 papel;2:2 papel;");
        expect("dmpp1", "");
        expect("e", "");
        const auto hits = index->search("rapidez", {}, {});
        ASSERT_TRUE(hits);
        ASSERT_EQ(hits->rows.size(), 1u);
        EXPECT_EQ(hits->rows[0].hit.where.speaker, "DMPP1");
        EXPECT_EQ(hits->rows[0].hit.where.turn, 2);
        EXPECT_EQ(hits->rows[0].hit.where.text, "Y rapidez.");
        EXPECT_EQ(hits->rows[0].hit.where.begin, 53);
    });
    EXPECT_EQ(index->index().passages(), 5);
}

TEST_F(Indexed, FieldsAskTheProject)
{
    both_ways([this] {
        expect("papel doc:notas", "2:1 papel;2:2 papel;");
        expect("papel documento:1", "1:2 papel;");
        expect("hablante:dmpp1", "1:2;1:3;");
        expect("papel -speaker:DMPP1", "2:1 papel;2:2 papel;");
        expect("año kind:interview", "1:2 año;2:1 año;");
        expect("año lang:en", "");
        expect("code:\"Cero papel\"", "1:2;");
        expect("doc:nota", "ERROR not_found: " + found("doc:nota").substr(17));
        EXPECT_EQ(found("doc:nadie").substr(0, 15), "ERROR not_found");
        EXPECT_EQ(found("speaker:DMPP9").substr(0, 15), "ERROR not_found");
        EXPECT_EQ(found("kind:novela").substr(0, 15), "ERROR not_found");
        EXPECT_EQ(found("code:nada").substr(0, 15), "ERROR not_found");
        EXPECT_EQ(found("Sexo:F").substr(0, 15), "ERROR not_found");
        EXPECT_EQ(found("(papel").substr(0, 15), "ERROR bad_value");
    });
}

TEST_F(Indexed, CasesAndVariablesNameTheirSpeakersAndDocuments)
{
    ASSERT_TRUE(add_variable(*project, "Sexo", VariableType::category, {"F", "M"}));
    ASSERT_TRUE(link_case(*project, "Todo e1", {first}));
    ASSERT_TRUE(link_case(*project, "Notas", {second}));
    ASSERT_TRUE(project->change(Op::link_case, [&](Change& change) -> Result<void> {
        change.about("case");
        add_case_member(change, case_named(change, "DMPP1"), first, "DMPP1");
        return {};
    }));
    ASSERT_TRUE(set_case(*project, "DMPP1", {{"Sexo", "F"}}));
    ASSERT_TRUE(set_case(*project, "Notas", {{"Sexo", "M"}}));
    both_ways([this] {
        expect("case:DMPP1", "1:2;1:3;");
        expect("case:\"todo e1\"", "1:1;");
        expect("caso:Notas papel", "2:1 papel;2:2 papel;");
        expect("Sexo:F", "1:2;1:3;");
        expect("sexo:m papel", "2:1 papel;2:2 papel;");
    });
}

TEST_F(Indexed, ACorrectionAnUndoAndALanguageAreFollowed)
{
    ASSERT_TRUE(index->update(progress));
    ASSERT_TRUE(correct(*project, second, {3, 8}, "gata"));
    EXPECT_TRUE(index->is_behind());
    expect("papel", "1:2 papel;2:2 papel;");
    expect("gatos", "2:1 gata;");
    const auto updated = index->update(progress);
    ASSERT_TRUE(updated);
    EXPECT_EQ(updated->texts_added, 1);
    EXPECT_EQ(updated->texts_dropped, 1);
    EXPECT_EQ(updated->passages, 5);
    expect("gatos", "2:1 gata;");
    ASSERT_TRUE(set_document(*project, second, {.language = "en"}));
    EXPECT_TRUE(index->is_behind());
    expect("gatos", "");
    ASSERT_TRUE(index->update(progress));
    expect("gatos", "");
    expect("gata", "2:1 gata;");
}

TEST_F(Indexed, TurnsSetByHandChangeWhatIsSearched)
{
    ASSERT_TRUE(index->update(progress));
    expect("notas OR firma", "2:2 firma;");
    ASSERT_TRUE(set_turns(*project, second, {{1, {0, 16}, 3, "El", {}}}));
    EXPECT_TRUE(index->is_behind());
    both_ways([this] {
        expect("=el", "1:1 el;");
        expect("speaker:el", "2:1;");
    });
}

TEST_F(Indexed, TheReportCountsWhatIsThere)
{
    setenv("XDG_CACHE_HOME", (project / "xdg").c_str(), 1);
    const auto report = bring_up_to_date(*project, progress);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->passages, 5);
    EXPECT_GT(report->bytes, 0);
    EXPECT_GE(report->seconds, 0);
    EXPECT_FALSE(report->busy);
    EXPECT_EQ(bring_up_to_date(*project, progress, true)->passages, 5);
    EXPECT_TRUE(std::filesystem::exists(project / "xdg"));
    EXPECT_EQ(search_project(*project, "papel", {}, {})->total, 3);
    unsetenv("XDG_CACHE_HOME");
}
