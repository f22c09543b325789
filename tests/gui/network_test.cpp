// The tab of a network: its canvas, its links, its lists, its figures; with the mouse and with the keyboard.
#include "choice_palette.h"
#include "coding/link.h"
#include "coding/memo.h"
#include "coding/network.h"
#include "coding/object_ref.h"
#include "coding/relation.h"
#include "desk.h"
#include "figure_dialog.h"
#include "gtk_widgets.h"
#include "linking.h"
#include "message_bar.h"
#include "network_view.h"
#include "preferences.h"
#include "relation_view.h"
#include "shown.h"
#include "work_book.h"
#include "workbench/history.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>
#include <wx/tooltip.h>

using namespace gui_test;
using coding::NetworkNodeId;
using coding::NodePlace;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace
{

constexpr const char* paper_code = "Motivaciones/Cero papel";
constexpr const char* system_code = "Motivaciones/Sistema \u00FAnico";
constexpr const char* training_code = "Estrategias/Capacitaci\u00F3n";

/// Three codes that stand in known places, the first two linked, in a tab.
class NetworkDesk : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
        linked_ = link(paper_code, "is cause of", system_code);
        std::vector<std::int64_t> objects;
        for (const auto* path : {paper_code, system_code, training_code})
            objects.push_back(code(project(), path).value);
        network_ = coding::add_network(project(), {"Red", "Red de prueba", objects}).value();
        const auto made = *coding::network(project(), network_);
        for (const auto& node : made.nodes) nodes_.push_back(node.id);
        (void)coding::place_nodes(project(), network_,
                                  {{nodes_[0], {0, 0}}, {nodes_[1], {260, 20}}, {nodes_[2], {120, 190}}})
            .value();
        session().open_object(network_.value);
        ASSERT_TRUE(wait_for([&] { return canvas().picture() && canvas().middle_of(nodes_[0]); })) << message();
        settle();
        changes_ = changes();
    }

    gui::NetworkView& tab()
    {
        auto* view = dynamic_cast<gui::NetworkView*>(work().book().GetCurrentPage());
        if (!view) throw std::runtime_error("no network is in front");
        return *view;
    }
    gui::NetworkCanvas& canvas() { return tab().canvas(); }
    coding::Network stored() { return *coding::network(project(), network_); }
    NodePlace place(std::size_t node) { return stored().nodes.at(node).place.value(); }
    std::size_t changes() { return workbench::history(project()).size(); }
    std::vector<std::string> objects()
    {
        std::vector<std::string> titles;
        for (const auto& node : stored().nodes) titles.push_back(coding::title_of(project(), node.object.value()));
        return titles;
    }
    std::vector<std::string> links()
    {
        std::vector<std::string> sentences;
        for (const auto& one : coding::links(project())) sentences.push_back(gui::sentence_of(project(), one));
        return sentences;
    }
    coding::LinkId link(const char* from, const char* relation, const char* to)
    {
        return coding::add_link(project(),
                                {code(project(), from).value, coding::find_relation(project(), relation).value(),
                                 code(project(), to).value})
            .value();
    }

    wxPoint on_screen(std::size_t node) { return canvas().ClientToScreen(canvas().middle_of(nodes_[node]).value()); }
    wxPoint link_on_screen(coding::LinkId link)
    {
        const auto middle = canvas().picture()->middle_of(link).value();
        return canvas().ClientToScreen(canvas().place_of(middle.x, middle.y));
    }
    void drag(wxPoint from, wxPoint to, int button = wxMOUSE_BTN_LEFT)
    {
        hands_.MouseMove(from);
        settle();
        hands_.MouseDown(button);
        settle();
        for (int i = 1; i <= 5; ++i) {
            hands_.MouseMove(from.x + (to.x - from.x) * i / 5, from.y + (to.y - from.y) * i / 5);
            settle();
        }
        hands_.MouseUp(button);
        settle();
    }
    void click_at(wxPoint screen)
    {
        hands_.MouseMove(screen);
        settle();
        hands_.MouseClick();
        settle();
    }
    void click_with_control(wxPoint screen)
    {
        hands_.MouseMove(screen);
        settle();
        hands_.KeyDown(WXK_CONTROL, wxMOD_CONTROL);
        settle();
        hands_.MouseClick();
        settle();
        hands_.KeyUp(WXK_CONTROL, wxMOD_CONTROL);
        settle();
    }
    /// The pointer rests over the canvas, which has the focus: keys go where it is.
    void focus_canvas()
    {
        canvas().SetFocus();
        hands_.MouseMove(canvas().ClientToScreen(wxPoint(6, 6)));
        ASSERT_TRUE(wait_for([&] { return canvas().HasFocus(); }));
    }
    void choose(const char* typed)
    {
        ASSERT_TRUE(wait_for([&] { return tab().palette().IsShown() && tab().palette().entry().HasFocus(); }));
        type(typed);
        ASSERT_TRUE(wait_for([&] { return gui::utf8(tab().palette().entry().GetValue()) == typed; }));
        press(WXK_RETURN);
        EXPECT_TRUE(wait_for([&] { return !tab().palette().IsShown(); }));
    }

    coding::LinkId linked_;
    coding::NetworkId network_;
    std::vector<NetworkNodeId> nodes_;
    std::size_t changes_ = 0;
};

class NetworkCanvasTest : public NetworkDesk
{
};
class NetworkLinkTest : public NetworkDesk
{
};
class NetworkListTest : public NetworkDesk
{
};

}

TEST_F(NetworkCanvasTest, ADraggedNodeMovesAsFarAsThePointerWhereverItIsHeld)
{
    const auto before = place(0);
    const double scale = canvas().scale();
    const auto held = on_screen(0) + wxPoint(-12, 5); // not its middle
    drag(held, held + wxPoint(-30, 60));
    ASSERT_TRUE(wait_for([&] { return changes() == changes_ + 1; })) << message();
    EXPECT_NEAR(place(0).x - before.x, -30 / scale, 1.5);
    EXPECT_NEAR(place(0).y - before.y, 60 / scale, 1.5);
    EXPECT_EQ(place(1), (NodePlace{260, 20})) << "the others stay";
    EXPECT_EQ(stored().layout, coding::NetworkLayout::manual);
    EXPECT_NEAR(canvas().scale(), scale, 1e-9) << "and nothing slides away";
    const auto now = on_screen(0);
    EXPECT_NEAR(now.x, held.x + 12 - 30, 2);
    EXPECT_NEAR(now.y, held.y - 5 + 60, 2);
}

TEST_F(NetworkCanvasTest, AClickThatTremblesMovesNothing)
{
    drag(on_screen(0), on_screen(0) + wxPoint(2, 1));
    EXPECT_EQ(changes(), changes_);
    EXPECT_THAT(canvas().nodes(), ElementsAre(nodes_[0]));
}

TEST_F(NetworkCanvasTest, AFrameSelectsAndWhatIsSelectedMovesTogetherAsOneChange)
{
    const auto first = on_screen(0), second = on_screen(1);
    drag(first + wxPoint(-100, -50), second + wxPoint(10, 10));
    EXPECT_THAT(canvas().nodes(), UnorderedElementsAre(nodes_[0], nodes_[1]));
    const auto from = on_screen(1);
    drag(from, from + wxPoint(0, -40));
    ASSERT_TRUE(wait_for([&] { return changes() == changes_ + 1; })) << message();
    EXPECT_LT(place(0).y, -5);
    EXPECT_NEAR(place(0).y, place(1).y - 20, 0.1);
    EXPECT_EQ(place(2), (NodePlace{120, 190}));
    press('Z', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return place(0) == NodePlace{0, 0}; })) << message();
    EXPECT_EQ(place(1), (NodePlace{260, 20}));
}

TEST_F(NetworkCanvasTest, ControlClickAddsToTheSelectionAndTakesAway)
{
    click_at(on_screen(0));
    EXPECT_THAT(canvas().nodes(), ElementsAre(nodes_[0]));
    click_with_control(on_screen(2));
    EXPECT_THAT(canvas().nodes(), ElementsAre(nodes_[0], nodes_[2]));
    click_with_control(on_screen(0));
    EXPECT_THAT(canvas().nodes(), ElementsAre(nodes_[2]));
    click_at(canvas().ClientToScreen(wxPoint(4, 4)));
    EXPECT_THAT(canvas().nodes(), IsEmpty()) << "a click beside everything clears it";
}

TEST_F(NetworkCanvasTest, ArrowsMoveWhatIsSelectedAsOneChange)
{
    focus_canvas();
    press('A', wxMOD_CONTROL);
    EXPECT_THAT(canvas().nodes(), SizeIs(3));
    press(WXK_ESCAPE);
    EXPECT_THAT(canvas().nodes(), IsEmpty());
    canvas().select({nodes_[2]});
    for (int i = 0; i < 3; ++i) press(WXK_RIGHT);
    press(WXK_DOWN);
    ASSERT_TRUE(wait_for([&] { return changes() == changes_ + 1; })) << message();
    EXPECT_EQ(place(2), (NodePlace{144, 198}));
    EXPECT_EQ(changes(), changes_ + 1);
}

TEST_F(NetworkCanvasTest, UndoFindsWhatTheArrowsHaveJustMoved)
{
    focus_canvas();
    canvas().select({nodes_[2]});
    press(WXK_LEFT);
    press('Z', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return changes() == changes_ + 2; })) << "moved and undone";
    EXPECT_EQ(place(2), (NodePlace{120, 190}));
}

TEST_F(NetworkCanvasTest, ControlAndArrowsGoFromNodeToNode)
{
    focus_canvas();
    canvas().select({nodes_[0]});
    press(WXK_RIGHT, wxMOD_CONTROL);
    EXPECT_THAT(canvas().nodes(), ElementsAre(nodes_[1]));
    press(WXK_DOWN, wxMOD_CONTROL);
    EXPECT_THAT(canvas().nodes(), ElementsAre(nodes_[2]));
    EXPECT_THAT(gui::utf8(gui::accessible_name(&canvas())), HasSubstr("Capacitaci")) << "and says where it is";
    EXPECT_EQ(changes(), changes_);
}

TEST_F(NetworkCanvasTest, DelTakesOutOfTheNetworkAndNotOfTheProject)
{
    click_at(on_screen(0));
    press(WXK_DELETE);
    ASSERT_TRUE(wait_for([&] { return stored().nodes.size() == 2; })) << message();
    EXPECT_TRUE(coding::find_code(project(), paper_code).has_value());
    EXPECT_THAT(links(), SizeIs(1)) << "its link stays too";
    EXPECT_THAT(message(), HasSubstr("stays in the project"));
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return stored().nodes.size() == 3; })) << message();
}

TEST_F(NetworkCanvasTest, TheWheelZoomsAroundThePointer)
{
    const auto at = on_screen(1);
    hands_.MouseMove(at);
    settle();
    const double before = canvas().scale();
    wxMouseEvent wheel(wxEVT_MOUSEWHEEL); // the simulator has no wheel
    wheel.SetEventObject(&canvas());
    wheel.m_wheelRotation = 120;
    wheel.m_wheelDelta = 120;
    const auto here = canvas().ScreenToClient(at);
    wheel.SetX(here.x);
    wheel.SetY(here.y);
    canvas().GetEventHandler()->ProcessEvent(wheel);
    EXPECT_GT(canvas().scale(), before);
    EXPECT_NEAR(on_screen(1).x, at.x, 2);
    EXPECT_NEAR(on_screen(1).y, at.y, 2);
}

TEST_F(NetworkCanvasTest, KeysZoomAndFitAndShowItsRealSize)
{
    focus_canvas();
    const double fitted = canvas().scale();
    const int points = gui::preferences().reading_points;
    press('+', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return canvas().scale() > fitted * 1.1; }));
    press('-', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return std::abs(canvas().scale() - fitted) < 1e-6; }));
    EXPECT_EQ(gui::preferences().reading_points, points) << "the text is not meant";
    press('0', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return std::abs(canvas().scale() - 96 / 72.0) < 0.01; })) << canvas().scale();
    press('9', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return std::abs(canvas().scale() - fitted) < 1e-6; }));
}

TEST_F(NetworkCanvasTest, TheMiddleButtonMovesTheDrawingAndNoNode)
{
    const auto before = on_screen(0);
    drag(before, before + wxPoint(40, 30), wxMOUSE_BTN_MIDDLE);
    EXPECT_NEAR(on_screen(0).x, before.x + 40, 1);
    EXPECT_NEAR(on_screen(0).y, before.y + 30, 1);
    EXPECT_EQ(changes(), changes_);
}

TEST_F(NetworkCanvasTest, ALayoutIsChosenAndFoundInTheBackground)
{
    tab().layouts().SetSelection(3);
    wxCommandEvent chosen(wxEVT_CHOICE, tab().layouts().GetId());
    chosen.SetEventObject(&tab().layouts());
    tab().layouts().ProcessWindowEvent(chosen);
    EXPECT_TRUE(tab().laying_out()) << "the window did not wait for it";
    ASSERT_TRUE(wait_for([&] { return stored().layout == coding::NetworkLayout::circular; }, 10000)) << message();
    EXPECT_FALSE(tab().laying_out());
    EXPECT_EQ(changes(), changes_ + 1);
    EXPECT_NE(place(1), (NodePlace{260, 20}));
}

TEST_F(NetworkCanvasTest, ALayoutThatIsCancelledChangesNothing)
{
    tab().lay_out(coding::NetworkLayout::force);
    tab().cancel_layout();
    ASSERT_TRUE(wait_for([&] { return !tab().laying_out(); }, 10000));
    settle();
    EXPECT_EQ(place(1), (NodePlace{260, 20}));
    EXPECT_THAT(message(), HasSubstr("cancelled"));
}

TEST_F(NetworkCanvasTest, WithoutGraphvizItSaysSoAndStillShowsTheNodes)
{
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", "/nonexistent", 1);
    std::vector<std::int64_t> codes;
    for (const auto& one : session().codes()) codes.push_back(one.id.value);
    const auto other = coding::add_network(project(), {"Otra", {}, codes}).value();
    session().open_object(other.value);
    const bool shown = wait_for([&] { return canvas().picture() && canvas().picture()->laid_out(); }, 10000);
    ::setenv("PATH", path.c_str(), 1);
    ASSERT_TRUE(shown) << message();
    EXPECT_THAT(message(), HasSubstr("Graphviz"));
    EXPECT_FALSE(coding::network(project(), other)->nodes[0].place) << "nothing was stored";
}

TEST_F(NetworkCanvasTest, AnythingIsAddedByTyping)
{
    (void)coding::add_memo(project(), {"Idea de Ana", "..."}).value();
    focus_canvas();
    press(WXK_INSERT);
    choose("idea");
    ASSERT_TRUE(wait_for([&] { return stored().nodes.size() == 4; })) << message();
    EXPECT_EQ(objects().back(), "Idea de Ana");
    EXPECT_TRUE(stored().nodes.back().place.has_value());
    focus_canvas();
    press(WXK_INSERT);
    choose("capacitaci");
    settle();
    const auto& offered = tab().palette().listed();
    EXPECT_TRUE(std::none_of(offered.begin(), offered.end(), [](const auto& row) { return row.name == training_code; }))
        << "what is in it is not offered";
}

TEST_F(NetworkCanvasTest, NeighboursComeInAllOrByRelation)
{
    link(system_code, "contradicts", "Estrategias");
    link(system_code, "is part of", "Motivaciones");
    canvas().select({nodes_[1]});
    tab().ask_neighbours();
    choose("contradi");
    ASSERT_TRUE(wait_for([&] { return stored().nodes.size() == 4; })) << message();
    EXPECT_EQ(objects().back(), "Estrategias");
    canvas().select(std::vector<NetworkNodeId>());
    tab().add_neighbours();
    ASSERT_TRUE(wait_for([&] { return stored().nodes.size() == 5; })) << message();
    EXPECT_EQ(objects().back(), "Motivaciones");
}

TEST_F(NetworkCanvasTest, CountsUnderTheNodesAreSwitchedOff)
{
    const auto tall = canvas().picture()->box_of(nodes_[1])->height;
    tab().set_counts(false);
    EXPECT_LT(canvas().picture()->box_of(nodes_[1])->height, tall);
    tab().set_counts(true);
    EXPECT_EQ(canvas().picture()->box_of(nodes_[1])->height, tall);
    EXPECT_EQ(changes(), changes_);
}

TEST_F(NetworkCanvasTest, CaptionAndNameAreEditedInPlace)
{
    click(tab().caption());
    press('A', wxMOD_CONTROL);
    type("Red de motivos");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return stored().caption == "Red de motivos"; })) << message();
    click(tab().name());
    press('A', wxMOD_CONTROL);
    type("Motivos");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return stored().name == "Motivos"; })) << message();
    EXPECT_EQ(changes(), changes_ + 2);
}

TEST_F(NetworkCanvasTest, ThePictureIsCopied)
{
    focus_canvas();
    press('C', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return !message().empty(); }));
    EXPECT_THAT(message(), HasSubstr("clipboard"));
    wxClipboardLocker clipboard;
    EXPECT_TRUE(wxTheClipboard->IsSupported(wxDF_BITMAP));
}

TEST_F(NetworkCanvasTest, FiguresAreWrittenOneOrAll)
{
    const auto file = folder_ / "red.svg";
    EXPECT_TRUE(gui::write_figure(&tab(), session(), network_, file, {.caption = true})) << message();
    EXPECT_THAT(message(), HasSubstr("Figure 1. Red de prueba"));
    EXPECT_THAT(support::read_file(file), HasSubstr("Figure 1. Red de prueba"));
    (void)coding::add_network(project(), {"Otra", {}, {code(project(), paper_code).value}}).value();
    EXPECT_TRUE(gui::write_all_figures(&tab(), session(), folder_ / "figuras", coding::FigureFormat::png, {}));
    EXPECT_TRUE(std::filesystem::exists(folder_ / "figuras" / "02-otra.png"));
    EXPECT_FALSE(gui::write_figure(&tab(), session(), network_, folder_ / "no" / "red.svg", {}));
}

TEST_F(NetworkCanvasTest, IsUpToDateWhenItsTabComesToTheFrontAgain)
{
    const auto* front = &tab();
    session().go_to({document(project(), "E2")});
    settle();
    ASSERT_NE(work().book().GetCurrentPage(), front);
    link(system_code, "contradicts", training_code);
    session().open_object(network_.value);
    ASSERT_EQ(work().book().GetCurrentPage(), front);
    EXPECT_TRUE(wait_for([&] { return tab().lists().links().GetItemCount() == 2; }));
}

TEST_F(NetworkCanvasTest, TheNetworkIsDeletedAndItsTabCloses)
{
    tab().delete_network();
    ASSERT_TRUE(wait_for([&] { return coding::networks(project()).empty(); })) << message();
    EXPECT_TRUE(wait_for([&] { return !dynamic_cast<gui::NetworkView*>(work().book().GetCurrentPage()); }));
    EXPECT_THAT(links(), SizeIs(1));
    EXPECT_THAT(message(), HasSubstr("Ctrl+Z"));
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return coding::networks(project()).size() == 1; }));
}

TEST_F(NetworkCanvasTest, ChoosingANodeShowsItsQuotationsUntilAnotherCodeIsChosen)
{
    click_at(on_screen(1));
    ASSERT_TRUE(wait_for([&] { return session().looked_code() == code(project(), system_code); }));
    session().look_at(std::optional(code(project(), paper_code)));
    link(system_code, "contradicts", training_code); // a change somewhere
    settle();
    EXPECT_EQ(session().looked_code(), code(project(), paper_code));
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

namespace
{

class RelationTest : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
        press('R', wxMOD_CONTROL | wxMOD_ALT);
        ASSERT_TRUE(wait_for([&] { return dynamic_cast<gui::RelationView*>(work().book().GetCurrentPage()); }));
    }
    gui::RelationView& page() { return dynamic_cast<gui::RelationView&>(*work().book().GetCurrentPage()); }
};

}

TEST_F(RelationTest, IsMadeChangedAndDeleted)
{
    EXPECT_EQ(page().list().GetItemCount(), 6);
    page().name().SetFocus();
    type("depende de");
    ASSERT_TRUE(wait_for([&] { return page().name().GetValue() == "depende de"; }));
    page().kind().SetSelection(1);
    click(page().add_button());
    ASSERT_TRUE(wait_for([&] { return coding::relation_types(project()).size() == 7; })) << message();
    EXPECT_EQ(coding::relation_types(project())[6].kind, coding::RelationKind::symmetric);
    EXPECT_EQ(page().list().GetSelectedRow(), 6) << "and is chosen";
    page().kind().SetSelection(2);
    page().inverse().SetFocus();
    type("sostiene");
    ASSERT_TRUE(wait_for([&] { return page().inverse().GetValue() == "sostiene"; }));
    ASSERT_TRUE(page().change_button().IsEnabled());
    click(page().change_button());
    ASSERT_TRUE(wait_for([&] { return coding::relation_types(project())[6].inverse == "sostiene"; })) << message();
    EXPECT_EQ(coding::relation_types(project())[6].kind, coding::RelationKind::transitive);
    click(page().delete_button());
    EXPECT_TRUE(wait_for([&] { return coding::relation_types(project()).size() == 6; })) << message();
}

TEST_F(RelationTest, TheSixStayAsTheyAreAndAnswerToBothNames)
{
    page().list().SelectRow(0);
    click(page().list(), middle_of(page().list(), page().list().RowToItem(1)));
    EXPECT_FALSE(page().change_button().IsEnabled());
    page().name().SetFocus();
    press('A', wxMOD_CONTROL);
    type("es causa de");
    click(page().add_button());
    ASSERT_TRUE(wait_for([&] { return !message().empty(); }));
    EXPECT_THAT(message(), HasSubstr("already"));
    EXPECT_EQ(coding::relation_types(project()).size(), 6u);
}
