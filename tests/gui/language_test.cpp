// The window in Spanish.
#include "app.h"
#include "coding/memo.h"
#include "desk.h"
#include "message_bar.h"
#include "remembered_dialog.h"
#include "section.h"
#include "shown.h"
#include "tool_bar.h"
#include "with_dialog.h"
#include "workbench/tr.h"
#include <gmock/gmock.h>
#include <gtk/gtk.h>
#include <wx/button.h>
#include <wx/textctrl.h>

using namespace gui_test;
using testing::HasSubstr;

namespace
{

/// The words on the buttons of a bar that the toolkit makes, not we.
std::vector<std::string> buttons_in(GtkWidget* widget)
{
    std::vector<std::string> words;
    if (!gtk_widget_get_visible(widget) || !GTK_IS_CONTAINER(widget)) return words;
    if (GTK_IS_BUTTON(widget)) return {gtk_button_get_label(GTK_BUTTON(widget))};
    GList* children = gtk_container_get_children(GTK_CONTAINER(widget));
    for (auto* at = children; at; at = at->next)
        for (auto& word : buttons_in(GTK_WIDGET(at->data))) words.push_back(std::move(word));
    g_list_free(children);
    return words;
}

class Language : public Desk
{
 protected:
    void SetUp() override
    {
        gui::use_language("es");
        Desk::SetUp();
    }
    void TearDown() override
    {
        Desk::TearDown();
        gui::use_language("en");
    }
};

}

TEST_F(Language, TheMenuSpeaksSpanish)
{
    EXPECT_EQ(gui::utf8(frame().GetMenuBar()->GetMenuLabelText(0)), "Proyecto");
    EXPECT_EQ(gui::utf8(frame().GetMenuBar()->GetMenuLabelText(5)), "N\u00FAmeros");
}

TEST_F(Language, EverySentenceOfTheTableIsTranslated)
{
    for (const auto& action : gui::actions()) {
        EXPECT_STRNE(workbench::tr(action.label), action.label);
        EXPECT_STRNE(workbench::tr(action.help), action.help);
    }
}

TEST_F(Language, UndoIsNamedInSpanish)
{
    open(make_project(
        "uno", [](workbench::Project& project) { (void)coding::add_code(project, {.path = "Motivaciones"}).value(); }));
    const auto label = gui::utf8(frame().tools().button(gui::Action::undo).GetLabel());
    EXPECT_NE(label.find("Deshacer: "), std::string::npos) << label;
    EXPECT_NE(label.find("Motivaciones"), std::string::npos) << label;
}

TEST_F(Language, ABarOfMessagesIsClosedInSpanish)
{
    auto& bar = frame().messages();
    using Words = std::vector<std::string>;
    bar.tell("uno");
    EXPECT_EQ(buttons_in(bar.GetHandle()), Words{"Cerrar"});
    bar.offer_undo("dos");
    EXPECT_THAT(buttons_in(bar.GetHandle()), ::testing::UnorderedElementsAre("Deshacer", "Cerrar"));
    bar.tell("tres");
    EXPECT_EQ(buttons_in(bar.GetHandle()), Words{"Cerrar"});
}

TEST_F(Language, TheButtonsOfADialogSpeakSpanish)
{
    with_dialog<gui::RememberedDialog>(
        [&] { press(',', wxMOD_CONTROL); },
        [&](gui::RememberedDialog& dialog) {
            using Words = std::vector<std::string>;
            EXPECT_EQ(buttons_in(dialog.FindWindow(wxID_OK)->GetHandle()), Words{"Guardar"});
            EXPECT_EQ(buttons_in(dialog.FindWindow(wxID_CANCEL)->GetHandle()), Words{"Cancelar"})
                << "whatever the language of the system is";
            press(WXK_ESCAPE);
        });
}

TEST_F(Language, ASmallScreenLeavesRoomToSearch)
{
    open_sample();
    frame().SetSize(0, 0, 1024, 700);
    (void)coding::add_memo(project(), {.title = "Un memo con un nombre bastante largo", .text = "..."}).value();
    auto& tools = frame().tools();
    settle();
    EXPECT_GE(tools.search().GetSize().x, 150);
    const auto& redo = tools.button(gui::Action::redo);
    EXPECT_LE(redo.GetRect().GetRight(), tools.GetClientSize().x) << "nothing is cut off at the end";
    EXPECT_GE(tools.search().GetRect().GetLeft(), tools.button(gui::Action::import_documents).GetRect().GetRight());
    frame().SetSize(0, 0, 1400, 900);
    ASSERT_TRUE(wait_for([&] { return tools.GetClientSize().x > 1300; }));
    settle();
    EXPECT_THAT(gui::utf8(tools.button(gui::Action::undo).GetLabel()), HasSubstr("Un memo"))
        << "named where there is room";
}

TEST(Arguments, AreReadWithoutTheToolkit)
{
    const auto read = [](std::vector<std::string> words) {
        words.insert(words.begin(), "quipu-desktop");
        std::vector<char*> pointers;
        for (auto& word : words) pointers.push_back(word.data());
        return gui::arguments_in(static_cast<int>(pointers.size()), pointers.data());
    };
    EXPECT_EQ(read({}).project, "");
    EXPECT_EQ(read({"a.quipu", "--lang", "es"}).project, "a.quipu");
    EXPECT_EQ(read({"--lang=en"}).language, "en");
    EXPECT_EQ(read({"--coder", "RM", "a"}).coder, "RM");
    EXPECT_EQ(read({"--", "-a.quipu"}).project, "-a.quipu");
    EXPECT_EQ(read({"--lang", "fr"}).unknown, "--lang fr");
    EXPECT_EQ(read({"--frob"}).unknown, "--frob");
    EXPECT_EQ(read({"a", "b"}).unknown, "b");
    EXPECT_TRUE(read({"--help"}).help);
    EXPECT_TRUE(read({"--version"}).version);
}
