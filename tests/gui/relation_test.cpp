// Types of relation: the six that are there, and one's own.
#include "coding/relation.h"
#include "desk.h"
#include "relation_view.h"
#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>

using namespace gui_test;
using testing::HasSubstr;

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
