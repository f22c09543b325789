// Marking passages: each way of doing it, and taking it back.
#include "code_panel.h"
#include "coding/code.h"
#include "coding/coding.h"
#include "desk.h"
#include "message_bar.h"
#include "quotation_panel.h"
#include "selection_bar.h"
#include "shown.h"
#include "stripe_panel.h"
#include "text_surface.h"
#include "tool_bar.h"
#include "workbench/history.h"
#include <gmock/gmock.h>

using namespace gui_test;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

class Coding : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
    std::vector<std::string> stripes()
    {
        std::vector<std::string> names;
        for (const auto& stripe : view().transcript().stripes().stripes()) names.push_back(stripe.name);
        return names;
    }
};

constexpr auto answer = "nadie respond\u00EDa";

}

TEST_F(Coding, ByTypeAhead)
{
    select("E1", answer);
    press('K', wxMOD_CONTROL);
    ASSERT_TRUE(view().palette().IsShown());
    type("papel");
    EXPECT_THAT(view().palette().offered(), ElementsAre("Motivaciones/Cero papel", "papel"));
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return codings().size() == 5; }));
    EXPECT_THAT(codings_of(answer), ElementsAre("Motivaciones/Cero papel"));
    EXPECT_FALSE(view().palette().IsShown());
    EXPECT_EQ(stripes().size(), 4u);
}

TEST_F(Coding, MakesACodeOnTheWay)
{
    select("E1", answer);
    press('K', wxMOD_CONTROL);
    type("Abandono");
    EXPECT_THAT(view().palette().offered(), ElementsAre("Abandono"));
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return codings().size() == 5; })) << message();
    EXPECT_THAT(codings_of(answer), ElementsAre("Abandono"));
    const auto made = coding::code(project(), code(project(), "Abandono"));
    EXPECT_EQ(made->origin, coding::Origin::emergent);
    EXPECT_TRUE(made->origin_quotation.has_value());
}

TEST_F(Coding, EscapeLeavesThePalette)
{
    select("E1", answer);
    press('K', wxMOD_CONTROL);
    type("papel");
    press(WXK_ESCAPE);
    EXPECT_FALSE(view().palette().IsShown());
    EXPECT_EQ(codings().size(), 4u);
}

TEST_F(Coding, InVivo)
{
    select("E1", answer);
    press('I', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return codings().size() == 5; })) << message();
    EXPECT_THAT(codings_of(answer), ElementsAre(answer));
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return codings().size() == 4; })) << "code and coding are one change";
    EXPECT_FALSE(coding::find_code(project(), answer));
}

TEST_F(Coding, WithTheLastCode)
{
    select("E1", answer);
    work().codes().chosen(code(project(), "Motivaciones/Cero papel"));
    select("E1", "nadie");
    press('L', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return codings().size() == 6; })) << message();
    EXPECT_THAT(codings_of("nadie"), ElementsAre("Motivaciones/Cero papel"));
}

TEST_F(Coding, ByDoubleClickOnACode)
{
    select("E2", "nadie usa el sistema");
    auto& tree = work().codes().tree();
    const auto item = work().codes().model().item_of(code(project(), "Motivaciones/Sistema \u00FAnico"));
    double_click(tree, middle_of(tree, item));
    ASSERT_TRUE(wait_for([&] { return codings().size() == 5; })) << message();
    EXPECT_THAT(codings_of("nadie usa el sistema"), ElementsAre("Motivaciones/Sistema \u00FAnico"));
}

TEST_F(Coding, SaysThatNothingIsSelected)
{
    work().book();
    view().transcript().text().SetFocus();
    press('I', wxMOD_CONTROL);
    EXPECT_THAT(message(), HasSubstr("Nothing is selected"));
    EXPECT_EQ(codings().size(), 4u);
}

TEST_F(Coding, LeavesOutTheSpeakersLabelAndBlanks)
{
    const auto turn = place(project(), "E1", "ANA: El tema del papel. ");
    view().transcript().text().SetFocus();
    view().transcript().text().select(turn);
    press('J', wxMOD_CONTROL);
    EXPECT_EQ(session().quotations().size(), 4u) << "the quotation of exactly these words is there already";
    view().transcript().text().select({turn.begin, turn.begin + 3});
    press('J', wxMOD_CONTROL);
    EXPECT_THAT(message(), HasSubstr("Nothing is selected")) << "a label alone is no text";
}

TEST_F(Coding, AQuotationWithoutCode)
{
    select("E1", answer);
    press('J', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return session().quotations().size() == 5; }));
    EXPECT_EQ(codings().size(), 4u);
}

TEST_F(Coding, IsTakenAwayAtTheCaret)
{
    select("E1", "expedientes");
    press('K', wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_EQ(codings().size(), 4u) << "another passage is selected";
    const auto span = place(project(), "E1", "expedientes");
    view().transcript().text().select({span.begin, span.begin});
    press('K', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return codings().size() == 3; })) << message();
    EXPECT_THAT(codings_of("Se perd\u00EDan los expedientes"), IsEmpty());
    EXPECT_EQ(session().quotations().size(), 4u) << "the quotation stays";
}

TEST_F(Coding, UndoIsNamedAndRedoBringsItBack)
{
    select("E1", answer);
    work().codes().chosen(code(project(), "Motivaciones/Cero papel"));
    ASSERT_EQ(codings().size(), 5u);
    EXPECT_THAT(gui::utf8(frame().tools().button(gui::Action::undo).GetLabel()), HasSubstr("1:4"));
    click(frame().tools().button(gui::Action::undo));
    ASSERT_TRUE(wait_for([&] { return codings().size() == 4; }));
    EXPECT_EQ(stripes().size(), 3u) << "the panels follow an undo too";
    press('Z', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return codings().size() == 5; }));
    EXPECT_EQ(stripes().size(), 4u);
}

TEST_F(Coding, ByAnotherProcessShowsToo)
{
    auto other = workbench::Project::open(project().path());
    ASSERT_TRUE(other);
    other->set_coder("JP");
    mark(*other, "E1", answer, "Motivaciones/Cero papel");
    EXPECT_TRUE(wait_for([&] { return stripes().size() == 4; }));
}

TEST_F(Coding, ASelectionByMouseOpensTheBar)
{
    select("E1", "nadie");
    work().codes().chosen(code(project(), "Motivaciones/Cero papel"));
    auto& text = view().transcript().text();
    const auto span = place(project(), "E1", "Se perd\u00EDan los expedientes");
    drag(text.ClientToScreen(text.point_of(span.begin) + wxPoint(1, 10)),
         text.ClientToScreen(text.point_of(span.end) + wxPoint(0, 10)));
    ASSERT_TRUE(wait_for([&] { return view().selection_bar().IsShown(); }));
    EXPECT_EQ(view().selected_text(), "Se perd\u00EDan los expedientes");
    auto* first = view().selection_bar().GetChildren().front();
    click(*first);
    ASSERT_TRUE(wait_for([&] { return codings().size() == 6; })) << message();
    EXPECT_THAT(codings_of("Se perd\u00EDan los expedientes"), Contains("Motivaciones/Cero papel"));
    EXPECT_FALSE(view().selection_bar().IsShown());
}

TEST_F(Coding, CountsInTheLists)
{
    const auto use = [&] {
        const auto motives = code(project(), "Motivaciones");
        return session().uses().at(motives);
    };
    EXPECT_EQ(use().quotations, 3);
    EXPECT_EQ(use().documents, 1);
    select("E2", "sistema");
    work().codes().chosen(code(project(), "Motivaciones/Sistema \u00FAnico"));
    EXPECT_EQ(use().quotations, 4);
    EXPECT_EQ(use().documents, 2);
    wxVariant shown;
    const auto& model = work().codes().model();
    model.GetValue(shown, model.item_of(code(project(), "Motivaciones")), gui::CodeModel::use_column);
    EXPECT_EQ(gui::utf8(shown.GetString()), "4 \u00B7 2");
}
