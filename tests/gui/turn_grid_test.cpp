// Setting the turns of a document right.
#include "desk.h"
#include "gtk_widgets.h"
#include "message_bar.h"
#include "message_undo.h"
#include "shown.h"
#include "turn_grid.h"
#include "workbench/turns.h"
#include <gmock/gmock.h>
#include <wx/button.h>

using namespace gui_test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace
{

class TurnPage : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
        const auto id = document(project(), "E1");
        work().book().show_document({id});
        settle();
        press('S', wxMOD_CONTROL | wxMOD_ALT);
        ASSERT_TRUE(wait_for([&] { return page() != nullptr; }));
    }
    gui::TurnGrid* page()
    {
        return dynamic_cast<gui::TurnGrid*>(
            work().book().page_of("turns " + std::to_string(document(project(), "E1").value)));
    }
    std::vector<std::string> speakers()
    {
        std::vector<std::string> found;
        for (const auto& turn : workbench::turns_of(project(), document(project(), "E1")))
            found.push_back(turn.speaker.value_or("-"));
        return found;
    }
    wxButton* button(const std::string& label, wxWindow& parent)
    {
        for (auto* child : parent.GetChildren())
            if (auto* found = dynamic_cast<wxButton*>(child); found && gui::utf8(found->GetLabel()) == label)
                return found;
        return nullptr;
    }
};

}

TEST_F(TurnPage, ShowsWhoSpeaksAndTheFirstWords)
{
    EXPECT_EQ(page()->turns().size(), 4u);
    wxVariant value;
    auto* model = page()->list().GetModel();
    model->GetValue(value, static_cast<wxDataViewVirtualListModel*>(model)->GetItem(1), 1);
    EXPECT_THAT(gui::utf8(value.GetString()), HasSubstr("El tema del papel."));
}

TEST_F(TurnPage, ATurnIsJoinedWithTheOneBefore)
{
    page()->choose(1);
    click(*button("Join with the one before", *page()));
    ASSERT_TRUE(wait_for([&] { return speakers().size() == 3; }));
    EXPECT_THAT(speakers(), ElementsAre("ENTREVISTADORA", "ENTREVISTADORA", "ANA"));
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return page()->turns().size() == 4; }));
}

TEST_F(TurnPage, TheFirstTurnHasNoneBefore)
{
    page()->choose(0);
    EXPECT_FALSE(button("Join with the one before", *page())->IsEnabled());
}

TEST_F(TurnPage, ASpeakerIsRenamedEverywhere)
{
    page()->choose(1);
    click(*button("Rename the speaker", *page()));
    settle();
    press('A', wxMOD_CONTROL);
    type("DMPP5");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return speakers()[1] == "DMPP5"; }));
    EXPECT_THAT(speakers(), ElementsAre("ENTREVISTADORA", "DMPP5", "ENTREVISTADORA", "DMPP5"));
    EXPECT_THAT(message(), HasSubstr("ANA is DMPP5 now, in 2 turns."));
}

TEST_F(TurnPage, ALabelThatIsNoSpeakerGoesOnTheTurnsBefore)
{
    page()->choose(1);
    click(*button("It is no speaker", *page()));
    ASSERT_TRUE(wait_for([&] { return speakers().size() == 2; }));
    EXPECT_THAT(speakers(), ElementsAre("ENTREVISTADORA", "ENTREVISTADORA"));
    take_back(frame());
    EXPECT_TRUE(wait_for([&] { return page()->turns().size() == 4; }));
}

TEST_F(TurnPage, EnterShowsTheTurnInItsDocument)
{
    page()->choose(3);
    page()->list().SetFocus();
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return work().book().document_view() != nullptr; }));
}
