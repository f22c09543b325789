// Reading: documents, what stands beside them, finding, going from one place to another.
#include "code_panel.h"
#include "coding/memo.h"
#include "desk.h"
#include "document_panel.h"
#include "gtk_widgets.h"
#include "preferences.h"
#include "quotation_panel.h"
#include "search_panel.h"
#include "shown.h"
#include "side_bar.h"
#include "status_line.h"
#include "stripe_panel.h"
#include "text_surface.h"
#include "tool_bar.h"
#include "workbench/history.h"
#include <gmock/gmock.h>
#include <gtk/gtk.h>

using namespace gui_test;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace
{

class Reading : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
    void click_document(const std::string& name)
    {
        auto& tree = work().side().documents().tree();
        click(tree, middle_of(tree, work().side().documents().item_of(document(project(), name))));
    }
    void click_code(const std::string& path)
    {
        auto& tree = work().codes().tree();
        click(tree, middle_of(tree, work().codes().model().item_of(code(project(), path))));
    }
    std::vector<std::string> listed()
    {
        std::vector<std::string> labels;
        for (const auto& quotation : work().quotations().model().quotations()) labels.push_back(quotation.label());
        return labels;
    }
};

/// A long interview: enough to scroll.
void fill_with_long(workbench::Project& project)
{
    std::string text;
    for (int i = 1; i <= 120; ++i)
        text += "ANA: P\u00E1rrafo n\u00FAmero " + std::to_string(i) + " de una entrevista larga.\n\n";
    add_interview(project, "Larga", text);
    (void)coding::add_code(project, {.path = "Lejos"}).value();
    mark(project, "Larga", "n\u00FAmero 100 de", "Lejos");
}

}

TEST_F(Reading, ADocumentOpensByAClick)
{
    click_document("E2");
    ASSERT_TRUE(wait_for([&] { return session().looked_document() == document(project(), "E2"); }));
    EXPECT_THAT(gui::utf8(view().transcript().text().GetValue()), HasSubstr("Con capacitaci\u00F3n."));
    EXPECT_THAT(gui::utf8(frame().status().GetStatusText(1)), HasSubstr("E2"));
    EXPECT_TRUE(wait_for([&] { return work().book().GetPageCount() == 2; }));
    click_document("E1");
    click_document("E2");
    EXPECT_TRUE(wait_for([&] { return work().book().GetPageCount() == 2; })) << "each opens once";
}

TEST_F(Reading, TheTextIsReadOnlyAndWhole)
{
    const auto text = workbench::text_of(project(), document(project(), "E1"));
    EXPECT_EQ(gui::utf8(view().transcript().text().GetValue()), text);
    view().transcript().text().SetFocus();
    type("x");
    EXPECT_EQ(gui::utf8(view().transcript().text().GetValue()), text);
}

TEST_F(Reading, PositionsAreCodePoints)
{
    const auto span = place(project(), "E1", "sistema \u00FAnico");
    view().transcript().text().select(span);
    EXPECT_EQ(view().selected_text(), "sistema \u00FAnico");
}

TEST_F(Reading, ACodeLookedAtFiltersTheQuotations)
{
    EXPECT_THAT(listed(), ElementsAre("1:1", "1:2", "1:3")) << "those of the document";
    click_code("Motivaciones/Sistema \u00FAnico");
    ASSERT_TRUE(wait_for([&] { return listed().size() == 2; }));
    EXPECT_THAT(listed(), ElementsAre("1:2", "1:3"));
    EXPECT_THAT(gui::utf8(work().quotations().note()), HasSubstr("2 of 4"));
    click_code("Motivaciones");
    EXPECT_TRUE(wait_for([&] { return listed().size() == 3; })) << "a category stands for what is below it";
}

TEST_F(Reading, AStripeLooksAtItsCode)
{
    auto& stripes = view().transcript().stripes();
    ASSERT_EQ(stripes.stripes().size(), 3u);
    ASSERT_TRUE(wait_for([&] { return stripes.point_of(stripes.stripes()[0]).has_value(); }));
    click(stripes, *stripes.point_of(stripes.stripes()[0]));
    EXPECT_EQ(session().looked_code(), code(project(), "Motivaciones/Cero papel"));
}

TEST_F(Reading, AQuotationOpensInItsDocument)
{
    click_code("Estrategias/Capacitaci\u00F3n");
    ASSERT_TRUE(wait_for([&] { return listed().size() == 1; }));
    auto& list = work().quotations().list();
    double_click(list, middle_of(list, work().quotations().model().GetItem(0)));
    EXPECT_TRUE(wait_for([&] { return session().looked_document() == document(project(), "E2"); }));
}

TEST_F(Reading, FindsInTheDocument)
{
    view().transcript().text().SetFocus();
    press('F', wxMOD_CONTROL);
    ASSERT_TRUE(view().find_bar().IsShown());
    type("despues");
    ASSERT_EQ(view().find_bar().found().all.size(), 2u) << "neither case nor accents count";
    EXPECT_EQ(view().find_bar().found().current, 0u);
    press(WXK_RETURN);
    EXPECT_EQ(view().find_bar().found().current, 1u);
    press(WXK_ESCAPE);
    EXPECT_FALSE(view().find_bar().IsShown());
}

TEST_F(Reading, SearchesTheWholeProject)
{
    view().transcript().text().SetFocus();
    press('F', wxMOD_CONTROL | wxMOD_SHIFT);
    type("capacitacion");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return work().results().found().total == 1; })) << message();
    auto& list = work().results().list();
    ASSERT_TRUE(list.IsShownOnScreen());
    click(list, middle_of(list, work().results().model().item_of(0)));
    ASSERT_TRUE(wait_for([&] { return session().looked_document() == document(project(), "E2"); }));
    EXPECT_EQ(work().results().found().list[0].marks.size(), 2u);
    list.SetFocus();
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return !work().results().IsShownOnScreen(); }));
}

TEST_F(Reading, TabsCloseAndTurn)
{
    click_document("E2");
    ASSERT_TRUE(wait_for([&] { return work().book().GetPageCount() == 2; }));
    press(WXK_PAGEUP, wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return session().looked_document() == document(project(), "E1"); }));
    press('W', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return work().book().GetPageCount() == 1; }));
    EXPECT_EQ(session().looked_document(), document(project(), "E2"));
    press('W', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return work().book().GetPageCount() == 0; }));
    EXPECT_FALSE(session().looked_document().has_value());
}

TEST_F(Reading, ADeletedDocumentTakesItsTabAlong)
{
    click_document("E2");
    ASSERT_TRUE(wait_for([&] { return work().book().GetPageCount() == 2; }));
    ASSERT_TRUE(coding::delete_document(project(), document(project(), "E2")));
    EXPECT_TRUE(wait_for([&] { return work().book().GetPageCount() == 1; }));
    ASSERT_TRUE(workbench::undo(project()));
    settle();
    click_document("E2");
    EXPECT_TRUE(wait_for([&] { return work().book().GetPageCount() == 2; }));
}

TEST_F(Reading, LargerTextIsRemembered)
{
    const auto before = view().transcript().text().GetFont().GetPointSize();
    press('+', wxMOD_CONTROL);
    work().act(gui::Action::larger_text);
    EXPECT_GT(view().transcript().text().GetFont().GetPointSize(), before);
    gui::load_preferences();
    EXPECT_GT(gui::preferences().reading_points, before);
}

TEST_F(Reading, ACorrectedTextShowsAtOnce)
{
    const auto where = document(project(), "E1");
    ASSERT_TRUE(workbench::correct(project(), where, place(project(), "E1", "papel"), "tr\u00E1mite"));
    EXPECT_TRUE(wait_for(
        [&] { return gui::utf8(view().transcript().text().GetValue()) == workbench::text_of(project(), where); }));
}

TEST_F(Reading, EveryListHasANameForScreenReaders)
{
    const std::vector<wxWindow*> controls{&work().codes().tree(),
                                          &work().codes().filter(),
                                          &work().quotations().list(),
                                          &work().side().documents().tree(),
                                          &work().side().memos().list(),
                                          &view().transcript().text(),
                                          &work().book()};
    for (auto* control : controls) EXPECT_NE(gui::utf8(gui::accessible_name(control)), "");
}

TEST_F(Reading, WorksOnASmallScreen)
{
    (void)coding::add_memo(project(), {.title = "Sobre las colas", .text = "..."}).value();
    frame().SetSize(0, 0, 1024, 700);
    settle();
    EXPECT_GE(view().transcript().text().GetSize().x, 250);
    EXPECT_TRUE(work().quotations().list().IsShownOnScreen());
    EXPECT_GT(work().side().memos().list().GetSize().y, 20) << "with a memo in it; without one a sentence stands there";
}

namespace
{

class LongReading : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open(make_project("long", fill_with_long));
    }
};

}

TEST_F(LongReading, StripesFollowTheText)
{
    auto& transcript = view().transcript();
    const auto stripe = transcript.stripes().stripes().at(0);
    settle();
    EXPECT_FALSE(transcript.stripes().point_of(stripe).has_value()) << "it is far below";
    work().book().show_document({document(project(), "Larga"), stripe.span});
    const auto beside = [&] {
        const auto bar = transcript.stripes().point_of(stripe);
        const auto& text = transcript.text();
        const int middle = (text.top_of(stripe.span.begin) + text.bottom_of(stripe.span.end - 1)) / 2;
        return bar && std::abs(bar->y - middle) <= 3;
    };
    EXPECT_TRUE(wait_for(beside));
    settle();
    const auto before = transcript.text().scroll().value;
    click(transcript.text(), {100, 100});
    press(WXK_PAGEDOWN);
    press(WXK_PAGEUP);
    transcript.text().scroll_by(60);
    settle();
    EXPECT_NE(transcript.text().scroll().value, before);
    EXPECT_TRUE(wait_for(beside)) << "by keys and by the wheel alike";
}

TEST_F(LongReading, ATextThatIsTakenDownTellsNothing)
{
    auto* text = new gui::TextSurface(&frame(), "Text");
    auto* adjustment = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(text->GetHandle()));
    int heard = 0;
    text->on_moved([&] { ++heard; });
    g_signal_emit_by_name(adjustment, "value-changed");
    const int before = heard;
    EXPECT_GT(before, 0);
    text->Bind(wxEVT_DESTROY, [&](wxWindowDestroyEvent& event) {
        g_signal_emit_by_name(adjustment, "value-changed");
        event.Skip();
    });
    delete text;
    EXPECT_EQ(heard, before);
}

TEST_F(LongReading, ATranscriptThatIsTakenDownHearsNothing)
{
    auto* transcript = new gui::Transcript(&frame(), session(), document(project(), "Larga"));
    int heard = 0;
    const auto ear = transcript->moved.listen([&] { ++heard; });
    auto& text = transcript->text();
    const auto lay_out = [&] { g_signal_emit_by_name(gtk_bin_get_child(GTK_BIN(text.GetHandle())), "style-updated"); };
    lay_out();
    const int before = heard;
    EXPECT_GT(before, 0);
    bool taken_down = false;
    transcript->Bind(wxEVT_DESTROY, [&](wxWindowDestroyEvent& event) {
        event.Skip();
        if (event.GetEventObject() != transcript) return;
        taken_down = true;
        lay_out();
    });
    delete transcript;
    EXPECT_TRUE(taken_down);
    EXPECT_EQ(heard, before);
}

TEST_F(Reading, CodedTextIsTintedAndTheTintGoesWithTheCoding)
{
    auto& text = view().transcript().text();
    const auto looks = [&](const std::string& quote) { return text.looks_at(place(project(), "E1", quote).begin); };
    const auto tint = testing::StartsWith("tint");
    EXPECT_THAT(looks("tema del papel"), Contains(tint));
    EXPECT_THAT(looks("nadie respond"), Not(Contains(tint)));
    mark(project(), "E1", "nadie respond", "Motivaciones/Cero papel");
    EXPECT_THAT(looks("nadie respond"), Contains(tint));
    ASSERT_TRUE(workbench::undo(project()));
    EXPECT_THAT(looks("nadie respond"), Not(Contains(tint)));
    EXPECT_THAT(looks("tema del papel"), Contains(tint)) << "the others stay";
    session().look_at(std::optional(code(project(), "Motivaciones/Cero papel")));
    EXPECT_THAT(looks("tema del papel"), Contains(testing::StartsWith("looked")));
    session().look_at(std::optional<coding::CodeId>());
    EXPECT_THAT(looks("tema del papel"), Not(Contains(testing::StartsWith("looked"))));
}

TEST_F(LongReading, TheMeasureStaysReadable)
{
    const auto& text = view().transcript().text();
    const int characters = text.GetSize().x / text.GetTextExtent("abcdefghijklmnopqrstuvwxyz").x * 26;
    EXPECT_GE(characters, 50);
    EXPECT_LE(characters, 90);
}
