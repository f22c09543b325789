// Tabs of what is deleted: they go with it, and that in front comes back with it.
#include "analysis_view.h"
#include "code_panel.h"
#include "code_view.h"
#include "coding/document_change.h"
#include "coding/memo.h"
#include "memo_view.h"
#include "numbered_desk.h"
#include "object_list.h"
#include "shown.h"
#include "side_bar.h"
#include "table_view.h"
#include <algorithm>
#include <gmock/gmock.h>

using namespace gui_test;

namespace
{

class Tabs : public NumberedDesk
{
 protected:
    void SetUp() override
    {
        NumberedDesk::SetUp();
        ASSERT_TRUE(wait_for([&] { return tabs() == 1; })) << "the first document";
    }
    std::size_t tabs() { return work().book().GetPageCount(); }
    template <class View>
    bool in_front()
    {
        return dynamic_cast<View*>(work().book().GetCurrentPage()) != nullptr;
    }
    void open(std::int64_t object)
    {
        session().open_object(object);
        settle();
    }
    void choose_code(const std::string& path)
    {
        auto& tree = work().codes().tree();
        click(tree, middle_of(tree, work().codes().model().item_of(code(project(), path))));
    }
    void choose(gui::ObjectList& list, std::int64_t object)
    {
        const auto has = [&] { return std::ranges::find(list.rows(), object, &gui::ObjectList::Row::id); };
        ASSERT_TRUE(wait_for([&] { return has() != list.rows().end(); }));
        const auto row = static_cast<unsigned>(has() - list.rows().begin());
        click(list.list(), middle_of(list.list(), list.list().RowToItem(static_cast<int>(row))));
    }
};

}

TEST_F(Tabs, ACodeThatIsDeletedTakesItsTabAlongAndComesBackWithIt)
{
    open(code(project(), "Motivaciones/Cero papel").value);
    ASSERT_TRUE(in_front<gui::CodeView>());
    choose_code("Motivaciones/Cero papel");
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return tabs() == 1; })) << message();
    EXPECT_TRUE(in_front<gui::DocumentView>());
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return tabs() == 2; }));
    EXPECT_TRUE(in_front<gui::CodeView>());
    EXPECT_TRUE(work().book().GetCurrentPage()->IsEnabled());
    EXPECT_TRUE(work().codes().tree().HasFocus()) << "the keys stay where they were";
    press('Z', wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_TRUE(wait_for([&] { return tabs() == 1; }));
}

TEST_F(Tabs, AParentTakesTheTabsOfItsChildrenAlong)
{
    open(code(project(), "Motivaciones/Cero papel").value);
    open(code(project(), "Motivaciones").value);
    ASSERT_EQ(tabs(), 3u);
    choose_code("Motivaciones");
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return tabs() == 1; })) << message();
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return tabs() == 2; }));
    EXPECT_EQ(work().book().GetPageText(1), "Motivaciones") << "that which was in front";
}

TEST_F(Tabs, AMemoTakesItsTabAlong)
{
    const auto memo = coding::add_memo(project(), {.title = "Papel", .text = "texto"}).value();
    open(memo.value);
    ASSERT_TRUE(in_front<gui::MemoView>());
    choose(work().side().memos(), memo.value);
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return tabs() == 1; })) << message();
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return in_front<gui::MemoView>(); }));
}

TEST_F(Tabs, AnAnalysisTakesItsTabAlong)
{
    open(saved().id.value);
    ASSERT_TRUE(in_front<gui::AnalysisView>());
    choose(work().side().numbers(), saved().id.value);
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return tabs() == 1; })) << message();
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return in_front<gui::AnalysisView>(); }));
}

TEST_F(Tabs, ATableTakesItsTabAlong)
{
    const auto loose =
        stats::import_table(project(), support::corpus("puno") / "tables/brechas_por_sector.csv", {"Loose", {}, {}})
            .value();
    open(loose.table.id.value);
    ASSERT_TRUE(in_front<gui::TableView>());
    choose(work().side().numbers(), loose.table.id.value);
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return tabs() == 1; })) << message();
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return in_front<gui::TableView>(); }));
}

TEST_F(Tabs, OneBehindGoesWithoutDisturbingThatInFront)
{
    const auto memo = coding::add_memo(project(), {.title = "Papel", .text = "texto"}).value();
    open(memo.value);
    open(code(project(), "Motivaciones").value);
    ASSERT_EQ(tabs(), 3u);
    ASSERT_TRUE(coding::delete_memo(project(), memo));
    EXPECT_TRUE(wait_for([&] { return tabs() == 2; }));
    EXPECT_TRUE(in_front<gui::CodeView>());
}

TEST_F(Tabs, TheTurnsGoWithTheirDocument)
{
    session().look_at(std::optional(document(project(), "E1")));
    work().act(gui::Action::edit_turns);
    ASSERT_TRUE(wait_for([&] { return tabs() == 2; }));
    ASSERT_TRUE(coding::delete_document(project(), document(project(), "E1")));
    EXPECT_TRUE(wait_for([&] { return tabs() == 0; }));
}

TEST_F(Tabs, OneThatSavesAsItClosesLeavesTheOthersAsTheyAre)
{
    const auto first = coding::add_memo(project(), {.title = "Primero", .text = {}}).value();
    const auto second = coding::add_memo(project(), {.title = "Segundo", .text = {}}).value();
    open(first.value);
    open(second.value);
    open(code(project(), "Motivaciones").value);
    open(first.value);
    click(front<gui::MemoView>().text());
    type("sin guardar");
    press('W', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return tabs() == 3; }));
    EXPECT_EQ(coding::memo(project(), first)->text, "sin guardar");
    EXPECT_EQ(work().book().GetPageText(1), "Segundo");
    EXPECT_EQ(work().book().GetPageText(2), "Motivaciones");
    ASSERT_TRUE(coding::set_memo(project(), second, {.title = "Tercero"}));
    EXPECT_TRUE(wait_for([&] { return work().book().GetPageText(1) == "Tercero"; }));
    ASSERT_TRUE(coding::delete_memo(project(), second));
    EXPECT_TRUE(wait_for([&] { return tabs() == 2; }));
    EXPECT_EQ(work().book().GetPageText(1), "Motivaciones");
}
