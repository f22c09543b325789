// The tree of codes: filter, rename, delete.
#include "code_panel.h"
#include "desk.h"
#include "shown.h"
#include <gmock/gmock.h>
#include <wx/textctrl.h>

using namespace gui_test;
using testing::HasSubstr;

namespace
{

class Codes : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
    void choose(const std::string& path)
    {
        auto& tree = work().codes().tree();
        click(tree, middle_of(tree, work().codes().model().item_of(code(project(), path))));
    }
};

}

TEST_F(Codes, TheFilterKeepsParents)
{
    ASSERT_EQ(work().codes().model().size(), 5u);
    click(work().codes().filter());
    type("unico");
    EXPECT_TRUE(wait_for([&] { return work().codes().model().size() == 2; }));
    work().codes().filter().Clear();
    EXPECT_TRUE(wait_for([&] { return work().codes().model().size() == 5; }));
}

TEST_F(Codes, F2Renames)
{
    choose("Motivaciones/Cero papel");
    press(WXK_F2);
    press('A', wxMOD_CONTROL);
    type("Sin papel");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return coding::find_code(project(), "Motivaciones/Sin papel").has_value(); }));
}

TEST_F(Codes, F2RenamesWhatWasChosenElsewhere)
{
    session().look_at(std::optional(code(project(), "Estrategias/Capacitaci\u00F3n")));
    press(WXK_F2);
    press('A', wxMOD_CONTROL);
    type("Aprender");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return coding::find_code(project(), "Estrategias/Aprender").has_value(); }));
}

TEST_F(Codes, ANameThatIsTakenIsRefused)
{
    (void)coding::add_code(project(), {.path = "Motivaciones/Norma"}).value();
    choose("Motivaciones/Cero papel");
    press(WXK_F2);
    press('A', wxMOD_CONTROL);
    type("Norma");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return !message().empty(); }));
    EXPECT_THAT(message(), HasSubstr("Norma"));
    EXPECT_TRUE(coding::find_code(project(), "Motivaciones/Cero papel"));
}

TEST_F(Codes, DeletingSaysWhatWentAndUndoBringsItBack)
{
    choose("Motivaciones");
    work().act(gui::Action::delete_code);
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == 2; }));
    EXPECT_THAT(message(), HasSubstr("\"Motivaciones\" is gone, with 2 codes below, 3 codings"));
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == 5; }));
    EXPECT_EQ(codings().size(), 4u);
}

TEST_F(Codes, ANewOneStandsBelowTheChosen)
{
    choose("Motivaciones");
    work().act(gui::Action::add_code);
    EXPECT_TRUE(wait_for([&] { return coding::find_code(project(), "Motivaciones/New code").has_value(); }));
}
