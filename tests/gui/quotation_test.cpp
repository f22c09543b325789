// A quotation that is chosen: its handles, its ends by key, what is written about it, taking it away.
#include "code_drop.h"
#include "code_panel.h"
#include "coding/coding.h"
#include "coding/memo.h"
#include "comment_box.h"
#include "desk.h"
#include "gutter.h"
#include "memo_view.h"
#include "quotation_panel.h"
#include "shown.h"
#include "stripe_panel.h"
#include "text_surface.h"
#include <gmock/gmock.h>

using namespace gui_test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

class QuotationDesk : public Desk
{
 protected:
    gui::TextSurface& text() { return view().transcript().text(); }
    gui::StripePanel& stripes() { return view().transcript().stripes(); }
    gui::QuotationEnds& ends() { return view().chosen().ends(); }
    std::string words_of(const std::string& label)
    {
        const auto id = coding::find_quotation(project(), label).value();
        const auto found = coding::quotation(project(), id).value();
        return workbench::slice(project(), found.document, *found.span);
    }
    std::string chosen()
    {
        const auto& quotation = view().chosen().quotation();
        return quotation ? quotation->label() : std::string();
    }
    void click_stripe(std::size_t which)
    {
        const auto stripe = stripes().stripes().at(which);
        ASSERT_TRUE(wait_for([&] { return stripes().point_of(stripe).has_value(); }));
        click(stripes(), *stripes().point_of(stripe));
        ASSERT_TRUE(wait_for([&] { return view().chosen().quotation().has_value(); }));
    }
    static wxPoint middle(const wxRect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }
    /// Takes a handle and drags it to a place in the text, without letting go.
    void take(const wxRect& handle, std::int64_t to)
    {
        hands_.MouseMove(text().ClientToScreen(middle(handle)));
        settle();
        hands_.MouseDown();
        settle();
        const auto end = text().point_of(to) + wxPoint(1, 10);
        hands_.MouseMove(text().ClientToScreen(wxPoint((middle(handle).x + end.x) / 2, end.y)));
        settle();
        hands_.MouseMove(text().ClientToScreen(end));
        settle();
    }
    /// Opens a menu and takes its n-th item. The menu waits for its user inside the gesture, so the keys come by a
    /// clock.
    void take_from_menu(int item, const std::function<void()>& open)
    {
        int ticks = 0;
        clock_.Bind(wxEVT_TIMER, [this, item, ticks](wxTimerEvent&) mutable {
            ++ticks;
            if (ticks <= item)
                hands_.Char(WXK_DOWN);
            else if (ticks == item + 1)
                hands_.Char(WXK_RETURN);
            else
                clock_.Stop();
        });
        clock_.Start(250);
        open();
        wait_for([&] { return !clock_.IsRunning(); }, 8000);
    }
    void drag_handle(const wxRect& handle, std::int64_t to)
    {
        take(handle, to);
        hands_.MouseUp();
        settle();
    }
    wxTimer clock_;
};
class ChosenQuotations : public QuotationDesk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
};

}

TEST_F(ChosenQuotations, AreChosenByTheirStripe)
{
    click_stripe(1);
    EXPECT_EQ(chosen(), "1:2");
    EXPECT_EQ(ends().span(), place(project(), "E1", "Se perd\u00EDan los expedientes"));
    EXPECT_FALSE(ends().begin_handle().IsEmpty());
    click(text(), {20, text().GetClientSize().y - 20});
    EXPECT_TRUE(wait_for([&] { return chosen().empty(); })) << "a click into the text leaves it";
    EXPECT_TRUE(ends().begin_handle().IsEmpty());
}

TEST_F(ChosenQuotations, AreChosenFromTheList)
{
    auto& list = work().quotations().list();
    double_click(list, middle_of(list, work().quotations().model().GetItem(2)));
    ASSERT_TRUE(wait_for([&] { return chosen() == "1:3"; }));
    EXPECT_FALSE(ends().end_handle().IsEmpty());
    EXPECT_TRUE(wait_for([&] { return text().HasFocus(); })) << "one reads on";
}

TEST_F(ChosenQuotations, AreShownWhenTheListChoosesThem)
{
    auto& list = work().quotations().list();
    click(list, middle_of(list, work().quotations().model().GetItem(1)));
    ASSERT_TRUE(wait_for([&] { return chosen() == "1:2"; }));
    EXPECT_TRUE(list.HasFocus()) << "one goes on choosing";
    press(WXK_DOWN);
    EXPECT_TRUE(wait_for([&] { return chosen() == "1:3"; }));
    EXPECT_TRUE(list.HasFocus());
}

TEST_F(ChosenQuotations, AreShownInTheirDocumentsWhileThoseOfACodeAreListed)
{
    mark(project(), "E2", "nadie usa el sistema", "Motivaciones/Sistema \u00FAnico");
    session().look_at(std::optional(code(project(), "Motivaciones/Sistema \u00FAnico")));
    auto& panel = work().quotations();
    ASSERT_TRUE(wait_for([&] { return panel.model().quotations().size() == 3; }));
    click(panel.list(), middle_of(panel.list(), panel.model().GetItem(2)));
    ASSERT_TRUE(wait_for([&] { return view().document() == document(project(), "E2") && chosen() == "2:2"; }));
    EXPECT_TRUE(wait_for([&] { return panel.list().HasFocus(); }));
    ASSERT_EQ(panel.chosen().size(), 1u) << "the list stays as it is";
    EXPECT_EQ(panel.chosen().front().label(), "2:2");
    press(WXK_UP);
    EXPECT_TRUE(wait_for([&] { return view().document() == document(project(), "E1") && chosen() == "1:3"; }));
}

TEST_F(ChosenQuotations, GrowWhenTheirEndIsDragged)
{
    click_stripe(1);
    const auto answer = place(project(), "E1", "nadie respond\u00EDa");
    drag_handle(ends().end_handle(), answer.end);
    ASSERT_TRUE(wait_for([&] { return words_of("1:2") != "Se perd\u00EDan los expedientes"; })) << message();
    EXPECT_EQ(words_of("1:2"), "Se perd\u00EDan los expedientes y nadie respond\u00EDa");
    EXPECT_THAT(codings_of("Se perd\u00EDan los expedientes y nadie respond\u00EDa"),
                ElementsAre("Motivaciones/Sistema \u00FAnico"));
    EXPECT_EQ(chosen(), "1:2") << "it stays chosen";
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return words_of("1:2") == "Se perd\u00EDan los expedientes"; }));
}

TEST_F(ChosenQuotations, ShrinkWhenTheirBeginIsDragged)
{
    click_stripe(1);
    drag_handle(ends().begin_handle(), place(project(), "E1", "los expedientes").begin);
    EXPECT_TRUE(wait_for([&] { return words_of("1:2") == "los expedientes"; })) << words_of("1:2");
}

TEST_F(ChosenQuotations, StayWhenEscapeEndsTheDrag)
{
    click_stripe(1);
    const auto before = ends().span();
    take(ends().end_handle(), place(project(), "E1", "nadie respond\u00EDa").end);
    ASSERT_TRUE(wait_for([&] { return ends().span() != before; })) << "one sees how far it would reach";
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return ends().span() == before; }));
    hands_.MouseUp();
    settle();
    EXPECT_EQ(words_of("1:2"), "Se perd\u00EDan los expedientes");
}

TEST_F(ChosenQuotations, MoveTheirEndsByKeys)
{
    click_stripe(1);
    press(WXK_RIGHT, wxMOD_SHIFT | wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return words_of("1:2") == "Se perd\u00EDan los expedientes y"; })) << words_of("1:2");
    press(WXK_LEFT, wxMOD_SHIFT | wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return words_of("1:2") == "Se perd\u00EDan los expedientes"; })) << words_of("1:2");
    press(WXK_DOWN, wxMOD_SHIFT | wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return words_of("1:2") == "perd\u00EDan los expedientes"; })) << words_of("1:2");
    press(WXK_UP, wxMOD_SHIFT | wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return words_of("1:2") == "Se perd\u00EDan los expedientes"; })) << words_of("1:2");
}

TEST_F(ChosenQuotations, AreGoneThroughByKeys)
{
    text().SetFocus();
    for (const auto* label : {"1:1", "1:2", "1:3"}) {
        press(WXK_DOWN, wxMOD_ALT);
        EXPECT_TRUE(wait_for([&] { return chosen() == label; })) << label << " but " << chosen();
    }
    press(WXK_DOWN, wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return !message().empty(); }));
    EXPECT_THAT(message(), HasSubstr("no quotation after"));
    EXPECT_EQ(chosen(), "1:3");
    press(WXK_UP, wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return chosen() == "1:2"; }));
}

TEST_F(ChosenQuotations, LeaveTurnsWithoutACodeToBeFound)
{
    mark(project(), "E1", "nadie", "Motivaciones/Cero papel");
    work().book().show_document({document(project(), "E2")});
    settle();
    text().SetFocus();
    press(WXK_F8);
    ASSERT_TRUE(wait_for([&] { return !message().empty(); }));
    EXPECT_THAT(message(), HasSubstr("Nothing is left")) << "the interviewer's turns need no code";
    ASSERT_TRUE(coding::delete_quotation(project(), coding::find_quotation(project(), "1:3").value()));
    work().book().show_document({document(project(), "E1")});
    settle();
    text().SetFocus();
    press(WXK_F8);
    EXPECT_TRUE(wait_for([&] {
        return view().selected_text() == "Despu\u00E9s vino el sistema \u00FAnico y el vecino ya no hac\u00EDa cola.";
    })) << view().selected_text();
}

TEST_F(ChosenQuotations, LoseACodingByDelete)
{
    click_stripe(1);
    press(WXK_DELETE);
    ASSERT_TRUE(wait_for([&] { return codings().size() == 3; })) << message();
    EXPECT_THAT(codings_of("Se perd\u00EDan los expedientes"), IsEmpty());
    EXPECT_THAT(message(), HasSubstr("taken away from 1:2"));
    EXPECT_EQ(session().quotations().size(), 4u) << "the quotation stays";
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return session().quotations().size() == 3; })) << "without codings it goes itself";
    press('Z', wxMOD_CONTROL);
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return codings().size() == 4; }));
}

TEST_F(ChosenQuotations, TakeOneMoreCodeWhenTheyAreChosen)
{
    click_stripe(1);
    press('K', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return view().palette().IsShown(); })) << message();
    type("papel");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return codings().size() == 5; })) << message();
    EXPECT_THAT(codings_of("Se perd\u00EDan los expedientes"),
                ElementsAre("Motivaciones/Cero papel", "Motivaciones/Sistema \u00FAnico"));
}

TEST_F(ChosenQuotations, ChangeTheirCode)
{
    click_stripe(1);
    view().change_code(code(project(), "Motivaciones/Sistema \u00FAnico"));
    settle();
    type("capac");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] {
        return codings_of("Se perd\u00EDan los expedientes") ==
               std::vector<std::string>{"Estrategias/Capacitaci\u00F3n"};
    })) << message();
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] {
        return codings_of("Se perd\u00EDan los expedientes") ==
               std::vector<std::string>{"Motivaciones/Sistema \u00FAnico"};
    })) << "it is one change";
}

TEST_F(ChosenQuotations, LightUpUnderThePointer)
{
    const auto stripe = stripes().stripes().at(0);
    ASSERT_TRUE(wait_for([&] { return stripes().point_of(stripe).has_value(); }));
    ASSERT_TRUE(coding::set_quotation(project(), coding::find_quotation(project(), "1:1").value(),
                                      {.name = {}, .comment = "el origen"}));
    settle();
    hands_.MouseMove(stripes().ClientToScreen(*stripes().point_of(stripe)));
    ASSERT_TRUE(wait_for([&] { return !stripes().GetToolTipText().empty(); }));
    const auto read = gui::utf8(stripes().GetToolTipText());
    for (const auto* part : {"Motivaciones/Cero papel", "1:1", "RM", "el origen"}) EXPECT_THAT(read, HasSubstr(part));
    hands_.MouseMove(text().ClientToScreen({40, 200}));
    EXPECT_TRUE(wait_for([&] { return stripes().GetToolTipText().empty(); }));
}

TEST_F(ChosenQuotations, HaveAMenuAtTheirStripe)
{
    const auto stripe = stripes().stripes().at(1);
    ASSERT_TRUE(wait_for([&] { return stripes().point_of(stripe).has_value(); }));
    hands_.MouseMove(stripes().ClientToScreen(*stripes().point_of(stripe)));
    settle();
    take_from_menu(3, [&] { hands_.MouseClick(wxMOUSE_BTN_RIGHT); }); // the third: take the code away
    EXPECT_TRUE(wait_for([&] { return codings().size() == 3; }, 8000)) << message();
    EXPECT_THAT(codings_of("Se perd\u00EDan los expedientes"), IsEmpty());
}

TEST_F(ChosenQuotations, HaveAMenuByKeyToo)
{
    text().SetFocus();
    press(WXK_DOWN, wxMOD_ALT);
    ASSERT_TRUE(wait_for([&] { return chosen() == "1:1"; }));
    take_from_menu(3, [&] { hands_.Char(WXK_F10, wxMOD_SHIFT); });
    EXPECT_TRUE(wait_for([&] { return codings().size() == 3; }, 8000)) << message();
    EXPECT_THAT(codings_of("El tema del papel."), IsEmpty());
}

TEST_F(ChosenQuotations, AreCommentedInASmallSheet)
{
    click_stripe(0);
    press('M', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return view().comment_box().IsShown(); })) << message();
    type("Volver a esto");
    press(WXK_ESCAPE);
    const auto comment = [&] {
        return coding::quotation(project(), coding::find_quotation(project(), "1:1").value())->comment.value_or("");
    };
    EXPECT_TRUE(wait_for([&] { return comment() == "Volver a esto"; })) << comment();
    EXPECT_FALSE(view().comment_box().IsShown());
    auto& gutter = view().transcript().gutter();
    ASSERT_EQ(gutter.signs().size(), 1u);
    const auto id = gutter.signs()[0].quotation;
    ASSERT_TRUE(wait_for([&] { return gutter.point_of(id).has_value(); }));
    hands_.MouseMove(gutter.ClientToScreen(*gutter.point_of(id)));
    EXPECT_TRUE(wait_for([&] { return gutter.GetToolTipText().Contains("Volver a esto"); }));
    click(gutter, *gutter.point_of(id));
    EXPECT_TRUE(wait_for([&] { return view().comment_box().IsShown(); })) << "the sign opens it again";
    EXPECT_EQ(gui::utf8(view().comment_box().text().GetValue()), "Volver a esto");
}

TEST_F(ChosenQuotations, KeepACommentThatIsBeingWrittenWhenTheTabCloses)
{
    click_stripe(0);
    press('M', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return view().comment_box().IsShown(); }));
    type("casi");
    press('W', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] {
        return coding::quotation(project(), coding::find_quotation(project(), "1:1").value())->comment == "casi";
    }));
}

TEST_F(ChosenQuotations, ShowTheirMemosInTheMargin)
{
    click_stripe(0);
    press('M', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return coding::memos(project()).size() == 1; })) << message();
    EXPECT_EQ(coding::memos(project())[0].on.front(), coding::find_quotation(project(), "1:1").value().value);
    work().book().show_document({document(project(), "E1")});
    settle();
    auto& signs = view().transcript().gutter();
    ASSERT_EQ(signs.signs().size(), 1u);
    const auto id = signs.signs()[0].quotation;
    ASSERT_TRUE(wait_for([&] { return signs.point_of(id).has_value(); }));
    click(signs, *signs.point_of(id));
    EXPECT_TRUE(wait_for([&] { return dynamic_cast<gui::MemoView*>(work().book().GetCurrentPage()) != nullptr; }))
        << "a click opens it";
}

namespace
{

class OtherScripts : public QuotationDesk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open(make_project("scripts", [](workbench::Project& project) {
            add_interview(project, "Otras",
                          "ANA: Dijo cafe\u0301 con an\u0303os y \U0001F642 siempre.\n\n"
                          "LUIS: \u05D4\u05E0\u05D9\u05D9\u05E8 \u05E0\u05E2\u05DC\u05DD \u05DE\u05DF "
                          "\u05D4\u05DE\u05E9\u05E8\u05D3.\n");
            (void)coding::add_code(project, {.path = "Uno"}).value();
            mark(project, "Otras", "cafe\u0301", "Uno");
            mark(project, "Otras", "\u05E0\u05E2\u05DC\u05DD", "Uno");
        }));
    }
};

}

TEST_F(OtherScripts, KeepALetterWithItsAccent)
{
    click_stripe(0);
    EXPECT_EQ(words_of("1:1"), "cafe\u0301");
    // Into the middle of a letter and its accent: the border is before or behind both.
    const auto years = place(project(), "Otras", "an\u0303os");
    drag_handle(ends().end_handle(), years.begin + 2);
    settle();
    const auto words = words_of("1:1");
    EXPECT_TRUE(words == "cafe\u0301 con a" || words == "cafe\u0301 con an\u0303") << words;
    press(WXK_RIGHT, wxMOD_SHIFT | wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return words_of("1:1") == "cafe\u0301 con an\u0303os"; })) << words_of("1:1");
}

TEST_F(OtherScripts, RunFromRightToLeft)
{
    click_stripe(1);
    EXPECT_EQ(words_of("1:2"), "\u05E0\u05E2\u05DC\u05DD");
    EXPECT_GT(middle(ends().begin_handle()).x, middle(ends().end_handle()).x) << "it begins at the right";
    press(WXK_RIGHT, wxMOD_SHIFT | wxMOD_ALT);
    EXPECT_TRUE(wait_for([&] { return words_of("1:2") == "\u05E0\u05E2\u05DC\u05DD \u05DE\u05DF"; }))
        << words_of("1:2");
    const auto last = place(project(), "Otras", "\u05D4\u05DE\u05E9\u05E8\u05D3");
    drag_handle(ends().end_handle(), last.end - 1);
    EXPECT_TRUE(wait_for([&] { return words_of("1:2").ends_with("\u05E8") || words_of("1:2").ends_with("\u05D3"); }))
        << words_of("1:2");
}

TEST_F(ChosenQuotations, TakeACodeThatIsDroppedOnThem)
{
    click_stripe(1);
    auto* target = dynamic_cast<gui::CodeDrop*>(text().GetDropTarget());
    ASSERT_NE(target, nullptr);
    EXPECT_FALSE(target->drop_text("no code")) << "only codes";
    EXPECT_TRUE(target->drop_text(gui::shown("Estrategias/Capacitaci\u00F3n")));
    ASSERT_TRUE(wait_for([&] { return codings().size() == 5; })) << message();
    EXPECT_THAT(codings_of("Se perd\u00EDan los expedientes"),
                ElementsAre("Estrategias/Capacitaci\u00F3n", "Motivaciones/Sistema \u00FAnico"));
}

namespace
{

class TimedReading : public QuotationDesk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open(make_project("timed", [](workbench::Project& project) {
            workbench::NewDocument document;
            document.name = "Video";
            document.text = "Primero fue la norma.\n\nDespu\u00E9s vino el sistema.\n";
            document.text_sha256 = project.keep(document.text).value();
            document.turns = {{1, {0, 21}, 0, {}, 62.5}, {2, {23, 47}, 23, {}, 3725}};
            (void)project
                .change(workbench::Op::import_documents,
                        [&](workbench::Change& change) -> workbench::Result<workbench::DocumentId> {
                            return workbench::add_document(change, document);
                        })
                .value();
        }));
    }
};

}

TEST_F(TimedReading, ShowsTheTimesBesideTheText)
{
    const auto& gutter = view().transcript().gutter();
    ASSERT_EQ(gutter.times().size(), 2u);
    EXPECT_EQ(gutter.times()[0].time, "1:02");
    EXPECT_EQ(gutter.times()[1].time, "1:02:05");
    EXPECT_EQ(gutter.GetSize().x, gutter.wanted_width()) << "they have room";
    EXPECT_EQ(gutter.GetPosition().x + gutter.GetSize().x, text().GetPosition().x);
}

TEST_F(ChosenQuotations, AreReadInAMeasureThatTheEyeCanFollow)
{
    for (const int width : {1400, 1100}) {
        frame().SetSize(0, 0, width, 900);
        settle();
        // As many characters of running text as a line holds.
        const auto sample =
            gui::shown("Se perd\u00EDan los expedientes y nadie respond\u00EDa por ellos en la oficina");
        const double character = double(text().GetTextExtent(sample).x) / double(sample.length());
        const int characters = static_cast<int>(text().GetSize().x / character);
        EXPECT_LE(characters, 85) << width;
        if (width == 1400) {
            EXPECT_GE(characters, 60);
            const auto& gutter = view().transcript().gutter();
            EXPECT_GE(gutter.GetPosition().x, 0);
        }
    }
}
