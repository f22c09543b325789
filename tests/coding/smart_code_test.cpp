#include "coding/smart_code.h"
#include "study.h"
#include "workbench/text.h"

using namespace coding;
using testing::ElementsAre;
using testing::IsEmpty;
using workbench::ErrorCode;

namespace
{

struct SmartCodes : testing::Test {
    Study study;
    DocumentId document = study.add("e1", "Cero papel.\nNada.\nMenos papel.");
    std::vector<std::string> found(CodeId code)
    {
        std::vector<std::string> texts;
        const auto smart = smart_code(study.project(), code);
        if (!smart) return {"ordinary"};
        const auto hits = passages_of(study.project(), *smart);
        if (!hits) return {std::string(workbench::name_of(hits.error().code))};
        for (const auto& row : hits->rows) texts.push_back(row.hit.where.text);
        std::ranges::sort(texts);
        return texts;
    }
};

}

TEST_F(SmartCodes, StandForWhatTheirQueryFindsNow)
{
    const auto changes = study.changes();
    const auto code = add_smart_code(study.project(), {"Papel/Todo"}, "papel").value();
    EXPECT_EQ(study.changes(), changes + 1) << "the code and its query are one change";
    EXPECT_THAT(found(code), ElementsAre("Cero papel.", "Menos papel."));
    ASSERT_TRUE(workbench::correct(study.project(), document, {12, 16}, "Papeles"));
    EXPECT_THAT(found(code), ElementsAre("Cero papel.", "Menos papel.", "Papeles."));
    EXPECT_EQ(coding::code(study.project(), code)->quotations, 0) << "no count has them";
    EXPECT_EQ(smart_codes(study.project()).size(), 1u);
    const auto before = workbench::dump_of(study.project());
    ASSERT_TRUE(workbench::undo(study.project(), 2));
    EXPECT_THAT(study.paths(), IsEmpty());
    ASSERT_TRUE(workbench::redo(study.project(), 2));
    EXPECT_EQ(workbench::dump_of(study.project()), before);
}

TEST_F(SmartCodes, AreMadeOfAnOrdinaryCodeAndBack)
{
    const auto code = study.code("Papel");
    EXPECT_EQ(set_smart_query(study.project(), code, "papel").value(), 1);
    EXPECT_EQ(set_smart_query(study.project(), code, "papel").value(), 0);
    EXPECT_EQ(found(code).size(), 2u);
    EXPECT_EQ(set_smart_query(study.project(), code, "").value(), 1);
    EXPECT_THAT(found(code), ElementsAre("ordinary"));
    EXPECT_EQ(set_smart_query(study.project(), code, "(").error().code, ErrorCode::bad_value);
    EXPECT_EQ(set_smart_query(study.project(), CodeId{77}, "papel").error().code, ErrorCode::not_found);
    EXPECT_EQ(add_smart_code(study.project(), {"Otro"}, "\"").error().code, ErrorCode::bad_value);
    EXPECT_THAT(study.paths(), ElementsAre("Papel"));
}

TEST_F(SmartCodes, BecomeCodingsInOneStep)
{
    const auto code = add_smart_code(study.project(), {"Papel"}, "papel").value();
    const auto before = workbench::dump_of(study.project());
    const auto changes = study.changes();
    const auto made = freeze(study.project(), code, Extent::match).value();
    EXPECT_EQ(made.coded, 2);
    EXPECT_EQ(study.changes(), changes + 1);
    EXPECT_THAT(found(code), ElementsAre("ordinary"));
    EXPECT_EQ(coding::code(study.project(), code)->codings, 2);
    EXPECT_EQ(study.number<std::string>("SELECT DISTINCT origin_query FROM coding"), "papel");
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(workbench::dump_of(study.project()), before);
    EXPECT_EQ(freeze(study.project(), study.code("Otro"), Extent::match).error().code, ErrorCode::bad_value);
    EXPECT_EQ(freeze(study.project(), CodeId{77}, Extent::match).error().code, ErrorCode::not_found);
}

TEST_F(SmartCodes, SayWhenANameInTheirQueryIsGone)
{
    const auto code = add_smart_code(study.project(), {"Papel"}, "papel doc:e1").value();
    ASSERT_TRUE(workbench::rename_document(study.project(), document, "otra"));
    EXPECT_THAT(found(code), ElementsAre("not_found"));
}
