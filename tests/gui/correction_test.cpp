// Correcting a transcript where it stands.
#include "coding/coding.h"
#include "correction_bar.h"
#include "desk.h"
#include "shown.h"
#include "text_surface.h"
#include "workbench/history.h"
#include <gmock/gmock.h>

using namespace gui_test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace
{

class Corrections : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
        text().SetFocus();
    }
    gui::TextSurface& text() { return view().transcript().text(); }
    std::string saved() { return workbench::text_of(project(), document(project(), "E1")); }
    std::string shown() { return gui::utf8(text().GetValue()); }
    void put_caret(std::int64_t at)
    {
        text().select({at, at});
        settle();
    }
    void begin()
    {
        press(WXK_F4);
        ASSERT_TRUE(wait_for([&] { return view().correction().active(); })) << message();
    }
};

}

TEST_F(Corrections, AreTypedIntoTheText)
{
    begin();
    EXPECT_TRUE(view().correction_bar().IsShown());
    put_caret(place(project(), "E1", "papel.").begin);
    type("viejo ");
    EXPECT_THAT(shown(), HasSubstr("El tema del viejo papel."));
    EXPECT_TRUE(wait_for([&] { return saved() == shown(); })) << "a pause saves";
    EXPECT_THAT(codings_of("El tema del viejo papel."), ElementsAre("Motivaciones/Cero papel"));
    EXPECT_EQ(view().correction().touched(), std::vector<std::string>{"1:1"});
    EXPECT_THAT(gui::utf8(view().correction_bar().said()), HasSubstr("1 quotation changed: 1:1"));
    press(WXK_F4);
    EXPECT_FALSE(view().correction().active());
    type("x");
    EXPECT_EQ(saved(), shown()) << "now it can only be read";
}

TEST_F(Corrections, AreSavedWhenOneLeaves)
{
    begin();
    put_caret(place(project(), "E1", "expedientes").end);
    type(" viejos");
    press(WXK_ESCAPE);
    EXPECT_FALSE(view().correction().active());
    EXPECT_THAT(saved(), HasSubstr("los expedientes viejos y nadie"));
    EXPECT_TRUE(codings_of("Se perd\u00EDan los expedientes").size() == 1) << "what is typed at its edge stays outside";
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return saved().find("viejos") == std::string::npos; }));
    EXPECT_EQ(saved(), shown());
}

TEST_F(Corrections, LoseNoKey)
{
    begin();
    put_caret(place(project(), "E1", "papel.").end - 1);
    std::string typed;
    for (int i = 0; i < 40; ++i) typed += static_cast<char>('a' + i % 26);
    hands_.Text(typed.c_str());
    press(WXK_F4);
    EXPECT_TRUE(wait_for([&] { return saved().find("papel" + typed + ".") != std::string::npos; })) << saved();
}

TEST_F(Corrections, AtTwoPlacesAreTwoChanges)
{
    begin();
    put_caret(place(project(), "E1", "papel.").begin);
    type("a");
    put_caret(place(project(), "E1", "cola.").begin + 1);
    type("b");
    press(WXK_F4);
    EXPECT_THAT(saved(), HasSubstr("El tema del apapel."));
    EXPECT_THAT(saved(), HasSubstr("bcola."));
    EXPECT_THAT(codings_of("Se perd\u00EDan los expedientes").size(), 1u) << "what lies between is untouched";
    EXPECT_EQ(view().correction().touched(), std::vector<std::string>{"1:1"});
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return saved().find("bcola.") == std::string::npos; }));
    EXPECT_THAT(saved(), HasSubstr("El tema del apapel.")) << "each is undone by itself";
}

TEST_F(Corrections, MayDeleteAndTakeBack)
{
    begin();
    const auto before = saved();
    put_caret(place(project(), "E1", "papel.").end);
    press(WXK_BACK);
    press(WXK_BACK);
    EXPECT_THAT(shown(), HasSubstr("El tema del pape Se"));
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return shown() == before; })) << "undo saves first, and takes that back";
    EXPECT_EQ(saved(), before);
    EXPECT_THAT(codings_of("El tema del papel.").size(), 1u);
}

TEST_F(Corrections, AreMarkedInTheTextAsItStands)
{
    begin();
    put_caret(place(project(), "E1", "nadie respond\u00EDa").begin);
    type("casi ");
    const auto at = text().selected().begin;
    text().select({at, at + 5}); // "nadie", not saved yet
    press('I', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return codings_of("nadie").size() == 1; })) << message();
}

TEST_F(Corrections, MeetThoseOfSomebodyElse)
{
    begin();
    put_caret(place(project(), "E1", "cola.").begin);
    type("larga ");
    auto other = workbench::Project::open(project().path());
    ASSERT_TRUE(other);
    other->set_coder("JP");
    const auto where = document(*other, "E1");
    ASSERT_TRUE(workbench::correct(*other, where, place(*other, "E1", "El tema"), "El gran tema"));
    EXPECT_TRUE(wait_for([&] {
        return saved().find("larga cola.") != std::string::npos && saved().find("El gran tema") != std::string::npos;
    })) << saved();
    EXPECT_TRUE(wait_for([&] { return saved() == shown(); })) << shown();
}

TEST_F(Corrections, KeepTheCaretWhereItIs)
{
    begin();
    put_caret(place(project(), "E1", "nadie").begin);
    type("x");
    ASSERT_TRUE(wait_for([&] { return saved() == shown(); }));
    type("y");
    ASSERT_TRUE(wait_for([&] { return saved() == shown(); }));
    EXPECT_THAT(saved(), HasSubstr(" xynadie"));
}
