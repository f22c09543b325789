// What opens as a tab besides documents: memos, networks, tables, statistics; and what comes in from files.
#include "analysis_view.h"
#include "code_panel.h"
#include "coding/link.h"
#include "coding/memo.h"
#include "coding/network.h"
#include "coding/relation.h"
#include "desk.h"
#include "grid_view.h"
#include "import_action.h"
#include "memo_view.h"
#include "message_bar.h"
#include "network_view.h"
#include "result_canvas.h"
#include "shown.h"
#include "side_bar.h"
#include "stat_view.h"
#include "stats/saved_analysis.h"
#include "workbench/anchor.h"
#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

using namespace gui_test;
using testing::HasSubstr;

namespace
{

class Results : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
    void import_gaps()
    {
        gui::import_table_file(&work(), session(), support::corpus("puno") / "tables/brechas_por_sector.csv");
        EXPECT_TRUE(wait_for([&] { return message().find("brechas_por_sector") != std::string::npos; })) << message();
        settle();
    }
    void link_codes()
    {
        coding::NewLink link;
        link.origin = code(project(), "Motivaciones/Cero papel").value;
        link.target = code(project(), "Motivaciones/Sistema \u00FAnico").value;
        link.relation = coding::find_relation(project(), "is cause of").value();
        (void)coding::add_link(project(), link).value();
    }
};

}

TEST_F(Results, AMemoOnTheSelectionSavesItself)
{
    select("E1", "nadie respond\u00EDa");
    press('M', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return coding::memos(project()).size() == 1; })) << message();
    auto& memo = front<gui::MemoView>();
    memo.text().SetFocus();
    type("Nobody answered");
    EXPECT_TRUE(wait_for([&] { return coding::memos(project())[0].text == "Nobody answered"; }));
    const auto on = coding::memos(project())[0].on;
    ASSERT_EQ(on.size(), 1u);
    const auto place = workbench::place_of(project(), coding::QuotationId{on[0]});
    ASSERT_TRUE(place.has_value()) << "the passage became a quotation";
    EXPECT_EQ(workbench::slice(project(), place->first, place->second), "nadie respond\u00EDa");
}

TEST_F(Results, WhatIsTypedIsSavedWhenTheTabCloses)
{
    work().act(gui::Action::add_memo);
    auto& memo = front<gui::MemoView>();
    memo.text().SetFocus();
    type("in a hurry");
    press('W', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return coding::memos(project()).at(0).text == "in a hurry"; }));
}

TEST_F(Results, ANetworkIsDrawnAndANodeStaysWhereItIsPut)
{
    link_codes();
    press('R', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return coding::networks(project()).size() == 1; })) << message();
    auto& canvas = front<gui::NetworkView>().canvas();
    ASSERT_TRUE(wait_for([&] { return canvas.picture().has_value(); })) << message();
    settle();
    std::optional<wxPoint> node;
    const auto& picture = *canvas.picture();
    for (double x = 0; x < picture.width() && !node; x += 4)
        for (double y = 0; y < picture.height() && !node; y += 4)
            if (picture.node_at(x, y)) node = canvas.place_of(x + 8, y + 8);
    ASSERT_TRUE(node.has_value());
    const auto from = canvas.ClientToScreen(*node);
    hands_.MouseMove(from);
    settle();
    hands_.MouseDown();
    for (int i = 1; i <= 6; ++i) {
        hands_.MouseMove(from.x + i * 12, from.y + i * 8);
        settle();
    }
    hands_.MouseUp();
    EXPECT_TRUE(wait_for([&] {
        const auto stored = coding::networks(project())[0];
        return std::any_of(stored.nodes.begin(), stored.nodes.end(), [](const auto& one) { return one.place; });
    })) << message();
}

TEST_F(Results, ANetworkGrowsAndShrinksWithTheWheel)
{
    link_codes();
    work().act(gui::Action::add_network);
    auto& canvas = front<gui::NetworkView>().canvas();
    settle();
    const double fitted = canvas.scale();
    canvas.zoom(2, {100, 100});
    EXPECT_NEAR(canvas.scale(), fitted * 2, 1e-9);
    canvas.fit();
    EXPECT_NEAR(canvas.scale(), fitted, 1e-9);
}

TEST_F(Results, ATableComesInAndShowsItsCells)
{
    import_gaps();
    auto& grid = front<gui::GridView>().grid();
    EXPECT_EQ(grid.rows, 16);
    ASSERT_EQ(grid.columns.size(), 4u);
    EXPECT_EQ(grid.cell(1, 1), "Orden p\u00FAblico y seguridad");
    EXPECT_TRUE(grid.columns[2].numeric);
    EXPECT_THAT(message(), HasSubstr("brechas_por_sector"));
    EXPECT_EQ(work().side().numbers().rows().size(), 2u) << "a head and the table";
}

TEST_F(Results, AStatisticIsChosenCalculatedAndKept)
{
    import_gaps();
    press('R', wxMOD_CONTROL);
    auto& form = front<gui::StatView>();
    ASSERT_TRUE(form.statistics().SetStringSelection("Pearson's correlation"));
    wxCommandEvent chosen(wxEVT_CHOICE, form.statistics().GetId());
    form.statistics().ProcessWindowEvent(chosen);
    auto* x = dynamic_cast<wxChoice*>(form.field("x"));
    auto* y = dynamic_cast<wxChoice*>(form.field("y"));
    ASSERT_TRUE(x && y);
    ASSERT_TRUE(x->SetStringSelection("brecha_pct"));
    ASSERT_TRUE(y->SetStringSelection("atencion_pct"));
    click(form.run_button());
    ASSERT_TRUE(wait_for([&] { return !form.result().result().tables.empty(); })) << message();
    EXPECT_THAT(form.result().as_text(), HasSubstr(".18"));
    EXPECT_TRUE(form.result().result().chart);
    form.name().SetFocus();
    type("Gap and attention");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return work().side().numbers().rows().size() == 4; })) << message();
    EXPECT_EQ(stats::analyses_of(project()).size(), 1u);
    auto& list = work().side().numbers().list();
    double_click(list, middle_of(list, list.RowToItem(3))); // below two heads and the table
    EXPECT_TRUE(wait_for([&] { return dynamic_cast<gui::AnalysisView*>(work().book().GetCurrentPage()); }));
}

TEST_F(Results, CodesAreCountedByDocumentAndTogether)
{
    press('D', wxMOD_CONTROL | wxMOD_SHIFT);
    const auto& by_document = front<gui::GridView>().grid();
    ASSERT_EQ(by_document.columns.size(), 4u);
    EXPECT_EQ(by_document.columns[1].head, "E1");
    press('O', wxMOD_CONTROL | wxMOD_SHIFT);
    auto& together = front<gui::GridView>();
    EXPECT_EQ(together.grid().rows, 3) << "only codes that are used";
    const auto before = together.grid().cell(0, 1);
    select("E1", "nadie");
    work().codes().chosen(code(project(), "Motivaciones/Cero papel"));
    select("E2", "nadie");
    work().codes().chosen(code(project(), "Estrategias/Capacitaci\u00F3n"));
    EXPECT_TRUE(wait_for([&] { return together.grid().cell(0, 1) != before; }))
        << "it is counted anew after each change";
}

namespace
{

class Sample : public Desk
{
};

}

TEST_F(Sample, IsMadeAndOpenedByItsDoor)
{
    const auto file = folder_ / "sample study.quipu";
    ASSERT_TRUE(frame().make_sample(file)) << message();
    EXPECT_TRUE(session().documents().empty()) << "the window does not wait";
    ASSERT_TRUE(wait_for([&] { return work().book().GetPageCount() == 1; }, 60000)) << message();
    EXPECT_EQ(session().documents().size(), 12u);
    EXPECT_GT(session().codes().size(), 60u);
    EXPECT_GT(work().side().networks().rows().size(), 3u);
    EXPECT_EQ(work().book().GetPageCount(), 1u);
}
