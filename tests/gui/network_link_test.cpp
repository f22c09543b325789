// Links drawn in a network, and the lists below its drawing.
#include "gtk_widgets.h"
#include "message_bar.h"
#include "network_desk.h"
#include <algorithm>
#include <gmock/gmock.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>
#include <wx/tooltip.h>

using namespace gui_test;
using testing::HasSubstr;
using testing::SizeIs;

namespace
{

class NetworkLinkTest : public NetworkDesk
{
};
class NetworkListTest : public NetworkDesk
{
};

}

TEST_F(NetworkLinkTest, IsDrawnFromTheHandleOfANodeToAnother)
{
    hands_.MouseMove(on_screen(1));
    settle();
    const auto handle = canvas().ClientToScreen(canvas().handle_of(nodes_[1]).value());
    drag(handle, on_screen(2));
    choose("contradi");
    ASSERT_TRUE(wait_for([&] { return links().size() == 2; })) << message();
    EXPECT_EQ(links()[1], "Sistema \u00FAnico \u2192 contradicts \u2192 Capacitaci\u00F3n");
    EXPECT_EQ(changes(), changes_ + 1);
    ASSERT_TRUE(wait_for([&] { return canvas().link().has_value(); })) << "it is selected";
    EXPECT_TRUE(tab().editor().IsShown()) << "so that one can say why";
}

TEST_F(NetworkLinkTest, IsMadeByKeyboardWithANewRelation)
{
    focus_canvas();
    canvas().select({nodes_[2], nodes_[0]});
    press('L', wxMOD_CONTROL);
    choose("refuerza");
    ASSERT_TRUE(wait_for([&] { return links().size() == 2; })) << message();
    EXPECT_EQ(links()[1], "Capacitaci\u00F3n \u2192 refuerza \u2192 Cero papel");
    EXPECT_EQ(coding::relation_types(project()).back().kind, coding::RelationKind::asymmetric);
    EXPECT_EQ(changes(), changes_ + 1) << "the relation and the link are one gesture";
    press('Z', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return links().size() == 1; }));
    EXPECT_EQ(coding::relation_types(project()).size(), 6u);
}

TEST_F(NetworkLinkTest, ThePaletteLiesOverTheDrawingAndTakesClicks)
{
    canvas().select({nodes_[0], nodes_[2]});
    tab().link_selected();
    ASSERT_TRUE(wait_for([&] { return tab().palette().IsShown(); }));
    settle();
    auto& list = tab().palette().list();
    double_click(list, middle_of(list, list.RowToItem(1)));
    ASSERT_TRUE(wait_for([&] { return links().size() == 2; })) << message();
    EXPECT_THAT(links()[1], HasSubstr("is part of"));
}

TEST_F(NetworkLinkTest, NeedsTwoNodesAndSaysSo)
{
    focus_canvas();
    canvas().select({nodes_[0]});
    press('L', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return message().find("two nodes") != std::string::npos; })) << message();
    EXPECT_FALSE(tab().palette().IsShown());
}

TEST_F(NetworkLinkTest, EscapeLeavesThePaletteWithoutALink)
{
    focus_canvas();
    canvas().select({nodes_[0], nodes_[2]});
    press('L', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return tab().palette().IsShown(); }));
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return !tab().palette().IsShown() && canvas().HasFocus(); }));
    EXPECT_EQ(changes(), changes_);
}

TEST_F(NetworkLinkTest, IsSelectedByAClickAndGetsItsReason)
{
    click_at(link_on_screen(linked_));
    ASSERT_EQ(canvas().link(), linked_);
    ASSERT_TRUE(tab().editor().IsShown());
    click(tab().editor().comment());
    type("Ana says so");
    ASSERT_TRUE(wait_for([&] { return coding::link(project(), linked_)->comment == "Ana says so"; })) << message();
}

TEST_F(NetworkLinkTest, WhatIsWrittenIsSavedWhenAnotherLinkIsChosen)
{
    click_at(link_on_screen(linked_));
    click(tab().editor().comment());
    type("in a hurry");
    click_at(on_screen(2));
    EXPECT_TRUE(wait_for([&] { return coding::link(project(), linked_)->comment == "in a hurry"; })) << message();
    EXPECT_FALSE(tab().editor().IsShown());
}

TEST_F(NetworkLinkTest, GetsQuotationsThatShowIt)
{
    canvas().select(linked_);
    tab().editor().ask_quotation();
    choose("papel");
    ASSERT_TRUE(wait_for([&] { return coding::link(project(), linked_)->quotations.size() == 1; })) << message();
    EXPECT_EQ(tab().editor().quotations().GetItemCount(), 1);
    tab().editor().quotations().SelectRow(0);
    tab().editor().remove_quotation();
    EXPECT_TRUE(wait_for([&] { return coding::link(project(), linked_)->quotations.empty(); }));
}

TEST_F(NetworkLinkTest, ChangesItsRelationAndItsDirection)
{
    canvas().select(linked_);
    tab().editor().ask_relation();
    choose("has part"); // also found by how it is read backwards
    ASSERT_TRUE(wait_for([&] { return links()[0] == "Cero papel \u2192 is part of \u2192 Sistema \u00FAnico"; }))
        << message() << links()[0];
    tab().editor().reverse();
    EXPECT_TRUE(wait_for([&] { return links()[0] == "Sistema \u00FAnico \u2192 is part of \u2192 Cero papel"; }));
}

TEST_F(NetworkLinkTest, IsDeletedWithDelAndTheWayBackIsSaid)
{
    click_at(link_on_screen(linked_));
    focus_canvas();
    press(WXK_DELETE);
    ASSERT_TRUE(wait_for([&] { return links().empty(); })) << message();
    EXPECT_THAT(message(), HasSubstr("Ctrl+Z"));
    EXPECT_THAT(stored().nodes, SizeIs(3));
    EXPECT_FALSE(tab().editor().IsShown());
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return links().size() == 1; }));
}

TEST_F(NetworkLinkTest, SaysWhatItIsWhenThePointerRestsOnIt)
{
    (void)coding::set_link(project(), linked_, {.comment = "porque se pierde"}).value();
    settle();
    hands_.MouseMove(link_on_screen(linked_));
    ASSERT_TRUE(wait_for([&] { return canvas().GetToolTip() != nullptr; }));
    EXPECT_THAT(gui::utf8(canvas().GetToolTip()->GetTip()),
                testing::AllOf(HasSubstr("is cause of"), HasSubstr("porque se pierde")));
}

TEST_F(NetworkListTest, ShowsNodesAndLinksForWhoeverDoesNotSeeTheDrawing)
{
    EXPECT_EQ(tab().lists().nodes().GetItemCount(), 3);
    EXPECT_EQ(tab().lists().links().GetItemCount(), 1);
    for (auto* list : {&tab().lists().nodes(), &tab().lists().links(), &tab().lists().problems()})
        EXPECT_FALSE(gui::accessible_name(list).empty());
    auto& nodes = tab().lists().nodes();
    click(nodes, middle_of(nodes, nodes.RowToItem(2)));
    EXPECT_TRUE(wait_for([&] { return canvas().nodes() == std::vector{nodes_[2]}; }));
    canvas().select({nodes_[0]});
    EXPECT_TRUE(nodes.IsRowSelected(0));
    EXPECT_FALSE(nodes.IsRowSelected(2));
    link(system_code, "contradicts", training_code);
    EXPECT_TRUE(wait_for([&] { return tab().lists().links().GetItemCount() == 2; })) << "kept up to date";
}

TEST_F(NetworkListTest, ALinkIsFoundInTheListAndOpened)
{
    tab().lists().SetSelection(1);
    settle();
    auto& links = tab().lists().links();
    click(links, middle_of(links, links.RowToItem(0)));
    ASSERT_TRUE(wait_for([&] { return canvas().link() == linked_; }));
    EXPECT_TRUE(tab().editor().IsShown());
    EXPECT_EQ(tab().editor().link(), linked_);
}

TEST_F(NetworkListTest, SaysWhatASupervisorWouldAskForAndWhatToDo)
{
    tab().lists().SetSelection(2);
    settle();
    auto& problems = tab().lists().problems();
    ASSERT_EQ(problems.GetItemCount(), 1);
    EXPECT_THAT(tab().lists().found()[0].advice, HasSubstr("why it holds"));
    double_click(problems, middle_of(problems, problems.RowToItem(0)));
    ASSERT_TRUE(wait_for([&] { return canvas().link() == linked_; }));
    (void)coding::set_link(project(), linked_, {.comment = "so"}).value();
    EXPECT_TRUE(wait_for([&] { return problems.GetItemCount() == 0; })) << "gone when it is mended";
    EXPECT_THAT(gui::utf8(tab().lists().GetPageText(2)), HasSubstr("Nothing"));
}

TEST_F(NetworkListTest, DelInTheListTakesTheNodeOut)
{
    auto& nodes = tab().lists().nodes();
    click(nodes, middle_of(nodes, nodes.RowToItem(0)));
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return stored().nodes.size() == 2; })) << message();
}
