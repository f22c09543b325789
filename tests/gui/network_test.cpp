// The drawing of a network: nodes moved and chosen, zoom, layouts, what is put in, figures; with mouse and keyboard.
#include "coding/memo.h"
#include "figure_dialog.h"
#include "gtk_widgets.h"
#include "message_bar.h"
#include "network_desk.h"
#include "preferences.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>

using namespace gui_test;
using coding::NetworkNodeId;
using coding::NodePlace;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

namespace
{

class NetworkCanvasTest : public NetworkDesk
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
    gui::write_figure(&tab(), session(), network_, file, {.caption = true});
    ASSERT_TRUE(wait_for([&] { return message().find("Figure 1. Red de prueba") != std::string::npos; })) << message();
    EXPECT_THAT(support::read_file(file), HasSubstr("Figure 1. Red de prueba"));
    (void)coding::add_network(project(), {"Otra", {}, {code(project(), paper_code).value}}).value();
    gui::write_all_figures(&tab(), session(), folder_ / "figuras", coding::FigureFormat::png, {});
    ASSERT_TRUE(wait_for([&] { return message().find("2 figures are in") != std::string::npos; }, 8000)) << message();
    EXPECT_TRUE(std::filesystem::exists(folder_ / "figuras" / "02-otra.png"));
    gui::write_figure(&tab(), session(), network_, folder_ / "no" / "red.svg", {});
    EXPECT_TRUE(wait_for([&] { return message().find("figures are in") == std::string::npos && !message().empty(); }));
    EXPECT_FALSE(std::filesystem::exists(folder_ / "no"));
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
