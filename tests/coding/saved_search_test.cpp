#include "coding/object_ref.h"
#include "coding/saved_search.h"
#include "study.h"
#include "workbench/copy.h"
#include "workbench/merge.h"

using namespace coding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using workbench::ErrorCode;

namespace
{

std::vector<std::string> listed(const Reading& reading)
{
    std::vector<std::string> all;
    for (const auto& one : saved_searches(reading)) all.push_back(one.name + ": " + one.query);
    return all;
}

}

TEST(SavedSearch, IsKeptReplacedListedAndDeleted)
{
    Study study;
    EXPECT_THAT(listed(study.project()), IsEmpty());
    const auto paper = save_search(study.project(), " Papel ", "papel NEAR/5 firma").value();
    ASSERT_TRUE(save_search(study.project(), "Archivo", "archivo*"));
    EXPECT_THAT(listed(study.project()), ElementsAre("Archivo: archivo*", "Papel: papel NEAR/5 firma"));
    EXPECT_EQ(save_search(study.project(), "Papel", "papel").value(), paper);
    EXPECT_EQ(find_search(study.project(), "Papel")->query, "papel");
    EXPECT_EQ(find_search(study.project(), "#" + std::to_string(paper.value))->name, "Papel");
    EXPECT_EQ(ref_of(study.project(), paper.value), "search:Papel");
    const auto changes = study.changes();
    ASSERT_TRUE(save_search(study.project(), "Papel", "papel"));
    EXPECT_EQ(study.changes(), changes) << "the same again is no change";

    const auto before = workbench::dump_of(study.project());
    ASSERT_TRUE(add_memo(study.project(), {.title = "Duda", .text = "x", .on = {paper.value}}));
    EXPECT_EQ(delete_search(study.project(), paper).value(), 1);
    EXPECT_THAT(listed(study.project()), ElementsAre("Archivo: archivo*"));
    EXPECT_FALSE(workbench::kind_of(study.project(), paper.value));
    ASSERT_TRUE(workbench::undo(study.project(), 2));
    EXPECT_EQ(workbench::dump_of(study.project()), before);
}

TEST(SavedSearch, RefusesWhatCannotBeAsked)
{
    Study study;
    const auto unreadable = save_search(study.project(), "A", "(papel");
    ASSERT_FALSE(unreadable);
    EXPECT_EQ(unreadable.error().code, ErrorCode::bad_value);
    EXPECT_THAT(unreadable.error().detail, HasSubstr("column 1"));
    EXPECT_EQ(save_search(study.project(), " ", "papel").error().code, ErrorCode::bad_value);
    EXPECT_EQ(find_search(study.project(), "A").error().code, ErrorCode::not_found);
    EXPECT_EQ(delete_search(study.project(), SearchId{7777}).error().code, ErrorCode::not_found);
    EXPECT_EQ(study.changes(), 0u);
}

TEST(SavedSearch, OfOneNameAndQueryIsOneAfterAMerge)
{
    Study study;
    const auto other = study / "copia.quipu";
    ASSERT_TRUE(workbench::copy_project(study.project(), other));
    {
        auto copy = Project::open(other).value();
        ASSERT_TRUE(save_search(copy, "Papel", "papel"));
        ASSERT_TRUE(save_search(copy, "Firma", "firma"));
    }
    ASSERT_TRUE(save_search(study.project(), "Papel", "papel"));
    ASSERT_TRUE(save_search(study.project(), "Firma", "firma digital"));
    ASSERT_TRUE(workbench::merge(study.project(), {other}));
    EXPECT_THAT(listed(study.project()),
                testing::UnorderedElementsAre("Firma: firma", "Firma: firma digital", "Papel: papel"));
    EXPECT_EQ(find_search(study.project(), "Firma").error().code, ErrorCode::ambiguous);
    EXPECT_EQ(save_search(study.project(), "Firma", "firma").error().code, ErrorCode::ambiguous);
}
