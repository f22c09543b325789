// Texts too long to be laid out as a whole are shown in parts; positions are those of the whole text.
#include "desk.h"
#include "find_bar.h"
#include "gutter.h"
#include "part_bar.h"
#include "shown.h"
#include "stripe_panel.h"
#include "text_part.h"
#include "text_surface.h"
#include "workbench/history.h"
#include <gmock/gmock.h>
#include <wx/button.h>

using namespace gui_test;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::StartsWith;
using workbench::Span;

namespace
{

std::vector<std::string> texts_of(const gui::TextParts& parts, const std::string& whole)
{
    std::vector<std::string> texts;
    for (const auto& part : parts) texts.push_back(whole.substr(part.from, part.to - part.from));
    return texts;
}

std::vector<std::string> cut(const std::string& whole, std::size_t limit, std::size_t size)
{
    return texts_of(gui::parts_of(whole, limit, size), whole);
}

}

TEST(TextPart, EndsAfterALine)
{
    EXPECT_THAT(cut("uno\ndos\ntres\ncuatro\n", 8, 8), ElementsAre("uno\ndos\n", "tres\ncuatro\n"));
    EXPECT_THAT(cut("uno\ndos\n", 8, 4), ElementsAre("uno\ndos\n")) << "short enough for one";
    EXPECT_THAT(cut("", 8, 4), ElementsAre(""));
}

TEST(TextPart, EndsAfterABlankOrACharacterWhereALineIsLong)
{
    EXPECT_THAT(cut("uno dos tres cuatro", 8, 8), ElementsAre("uno dos ", "tres cuatro"));
    EXPECT_THAT(cut("\u00F1\u00F1\u00F1\u00F1\u00F1\u00F1\u00F1\u00F1", 5, 5),
                ElementsAre("\u00F1\u00F1", "\u00F1\u00F1", "\u00F1\u00F1", "\u00F1\u00F1"));
}

TEST(TextPart, CountsCharactersAndFindsThem)
{
    const auto parts = gui::parts_of("a\u00F1o\nb\u00F1o\nc\u00F1o\n", 6, 6);
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[1].span, (Span{4, 8}));
    EXPECT_EQ(gui::part_at(parts, 0), 0u);
    EXPECT_EQ(gui::part_at(parts, 3), 0u);
    EXPECT_EQ(gui::part_at(parts, 4), 1u);
    EXPECT_EQ(gui::part_at(parts, 12), 2u) << "the end is in the last";
}

TEST(TextPart, KeepsItsCutsWhereTheTextChanged)
{
    const std::string before = "uno\ndos\ntres\n";
    const auto parts = gui::parts_of(before, 4, 4);
    ASSERT_THAT(texts_of(parts, before), ElementsAre("uno\n", "dos\n", "tres\n"));
    const auto after = [&](const std::string& into) { return texts_of(gui::parts_after(parts, before, into), into); };
    EXPECT_THAT(after("uno\nnoventa y dos\ntres\n"), ElementsAre("uno\n", "noventa y dos\n", "tres\n"));
    EXPECT_THAT(after("uno\ndos\ntres\ncuatro\n"), ElementsAre("uno\n", "dos\n", "tres\ncuatro\n"));
    EXPECT_THAT(after("uno\ntres\n"), ElementsAre("uno\n", "tres\n")) << "an empty part goes";
    EXPECT_THAT(after("u y tres\n"), ElementsAre("u y ", "tres\n")) << "what crosses a cut is of the part before";
    EXPECT_THAT(after(before), ElementsAre("uno\n", "dos\n", "tres\n"));
    EXPECT_THAT(after(""), ElementsAre(""));
}

TEST(TextPart, GrowsWithWhatIsTyped)
{
    auto parts = gui::parts_of("uno\ndos\ntres\n", 4, 4);
    gui::lengthen(parts, 1, 3);
    EXPECT_EQ(parts[0].span, (Span{0, 4}));
    EXPECT_EQ(parts[1].span, (Span{4, 11}));
    EXPECT_EQ(parts[2].span, (Span{11, 16}));
}

namespace
{

constexpr int paragraphs = 3'200;

/// Two megabytes and a half, with a coding near its end.
void fill_with_very_long(workbench::Project& project)
{
    std::string filler;
    for (int i = 0; i < 16; ++i) filler += " y as\u00ED se fue haciendo, de a poco y entre todos,";
    std::string text;
    for (int i = 1; i <= paragraphs; ++i)
        text += (i % 2 ? "ENTREVISTADORA: " : "ANA: ") + std::string("P\u00E1rrafo n\u00FAmero ") + std::to_string(i) +
                " de una entrevista que no acaba nunca," + filler.substr(0, filler.size() - 1) + ".\n\n";
    add_interview(project, "Larga", text);
    (void)coding::add_code(project, {.path = "Lejos"}).value();
    mark(project, "Larga", "n\u00FAmero 3100 de", "Lejos");
}

class LongText : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        ASSERT_TRUE(frame().open_project(make_project("long", fill_with_very_long))) << message();
    }
    gui::Transcript& transcript() { return view().transcript(); }
    gui::TextSurface& text() { return transcript().text(); }
    gui::PartBar& parts() { return transcript().part_bar(); }
    std::size_t last_part() { return text().parts().size() - 1; }
    Span place_of(const std::string& quote) { return place(project(), "Larga", quote); }
    std::string selected(const std::string& quote)
    {
        text().select(place_of(quote));
        return gui::utf8(text().GetStringSelection());
    }
    /// Whether the bar of a stripe stands beside its words.
    bool stands(const gui::Stripe& stripe)
    {
        const auto bar = transcript().stripes().point_of(stripe);
        const int middle = (text().top_of(stripe.span.begin) + text().bottom_of(stripe.span.end - 1)) / 2;
        return bar && std::abs(bar->y - middle) <= 3;
    }
};

}

TEST_F(LongText, OpensInParts)
{
    const auto all = text().parts().size();
    EXPECT_GE(all, 4u);
    EXPECT_TRUE(wait_for([&] { return parts().IsShownOnScreen(); }));
    EXPECT_THAT(gui::utf8(parts().label()), StartsWith("Part 1 of " + std::to_string(all) + ", paragraphs 1 to "));
}

TEST_F(LongText, PlacesOpenInTheirPart)
{
    EXPECT_EQ(text().part(), 0u);
    const auto stripe = transcript().stripes().stripes().at(0);
    work().book().show_document({document(project(), "Larga"), stripe.span});
    EXPECT_EQ(text().part(), last_part());
    EXPECT_TRUE(wait_for([&] { return stands(stripe); })) << "its bar stands beside it";
    EXPECT_THAT(text().looks_at(stripe.span.begin), Contains(StartsWith("tint")));
    EXPECT_THAT(text().looks_at(place_of("ANA: P\u00E1rrafo n\u00FAmero 3100").begin), Contains("label"));
    EXPECT_EQ(selected("n\u00FAmero 3100 de"), "n\u00FAmero 3100 de");
    EXPECT_EQ(view().selected_text(), "n\u00FAmero 3100 de");
    EXPECT_EQ(selected("n\u00FAmero 17 de"), "n\u00FAmero 17 de");
    EXPECT_EQ(text().part(), 0u) << "and back";
}

TEST_F(LongText, ACodingIsMadeInAnyPart)
{
    (void)selected("n\u00FAmero 2400 de");
    text().reveal(place_of("n\u00FAmero 2400 de"));
    const auto part = text().part();
    view().code_with(code(project(), "Lejos"));
    EXPECT_THAT(codings_of("n\u00FAmero 2400 de"), ElementsAre("Lejos"));
    const auto stripe = transcript().stripes().stripes().at(0);
    EXPECT_EQ(stripe.span, place_of("n\u00FAmero 2400 de"));
    EXPECT_TRUE(wait_for([&] { return !text().looks_at(stripe.span.begin).empty(); }));
    EXPECT_THAT(text().looks_at(stripe.span.begin), Contains(StartsWith("tint")));
    EXPECT_TRUE(wait_for([&] { return stands(stripe); }));
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return transcript().stripes().stripes().size() == 1; }));
    EXPECT_EQ(text().part(), part) << "one stays where one reads";
}

TEST_F(LongText, FindsAcrossParts)
{
    text().SetFocus();
    press('F', wxMOD_CONTROL);
    type("numero 254");
    auto& found = view().find_bar();
    ASSERT_TRUE(wait_for([&] { return found.found().all.size() == 11; })) << found.found().all.size();
    EXPECT_EQ(text().part(), gui::part_at(text().parts(), place_of("n\u00FAmero 254 de").begin));
    EXPECT_THAT(text().looks_at(found.found().all[0].begin), Contains("found"));
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return found.found().current == 1; }));
    EXPECT_EQ(text().part(), gui::part_at(text().parts(), place_of("n\u00FAmero 2540 de").begin));
    EXPECT_THAT(text().looks_at(found.found().all[1].begin), Contains("found"));
    press(WXK_ESCAPE);
    EXPECT_THAT(text().looks_at(place_of("n\u00FAmero 2540 de").begin), Not(Contains("found")));
}

TEST_F(LongText, ALetterIsFoundInAllParts)
{
    text().SetFocus();
    press('F', wxMOD_CONTROL);
    type("a");
    ASSERT_TRUE(wait_for([&] { return view().find_bar().found().all.size() > 100'000; }));
    EXPECT_EQ(gui::part_at(text().parts(), view().find_bar().found().all.back().begin), last_part());
}

TEST_F(LongText, ButtonsAndKeysGoFromPartToPart)
{
    text().SetFocus();
    EXPECT_FALSE(parts().before().IsEnabled());
    ASSERT_TRUE(wait_for([&] { return parts().after().IsShownOnScreen(); }));
    settle();
    click(parts().after());
    ASSERT_TRUE(wait_for([&] { return text().part() == 1; }));
    EXPECT_TRUE(text().HasFocus()) << "one goes on reading";
    EXPECT_EQ(text().in_view().begin, text().here().begin);
    press(WXK_UP);
    EXPECT_TRUE(wait_for([&] { return text().part() == 0; })) << "above the first line stands the part before";
    press(WXK_END, wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return text().part() == last_part(); }));
    EXPECT_FALSE(parts().after().IsEnabled());
    press(WXK_HOME, wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return text().part() == 0; }));
}

TEST_F(LongText, IsCorrectedWhereOneReads)
{
    const auto before = selected("n\u00FAmero 2400 de");
    text().reveal(place_of("n\u00FAmero 2400 de"));
    const auto part = text().part();
    view().correct();
    const auto at = place_of("n\u00FAmero 2400 de").begin;
    text().select({at, at});
    type("nuevo ");
    ASSERT_TRUE(wait_for(
        [&] { return gui::utf8(text().GetRange(text().offset_of(at), text().offset_of(at + 6))) == "nuevo "; }));
    view().save_typing();
    EXPECT_EQ(workbench::slice(project(), document(project(), "Larga"), {at, at + 20}), "nuevo n\u00FAmero 2400 de");
    EXPECT_EQ(text().part(), part);
    EXPECT_EQ(selected("n\u00FAmero 3100 de"), "n\u00FAmero 3100 de") << "what stands behind has moved";
    EXPECT_EQ(place_of("n\u00FAmero 3100 de"), transcript().stripes().stripes().at(0).span);
}

TEST_F(LongText, WhatWasTypedIsSavedBeforeAnotherPartComes)
{
    view().correct();
    text().select({0, 0});
    type("x");
    ASSERT_TRUE(wait_for([&] { return gui::utf8(text().GetRange(0, 1)) == "x"; }));
    text().show_part(3);
    EXPECT_EQ(text().part(), 3u);
    EXPECT_EQ(workbench::slice(project(), document(project(), "Larga"), {0, 3}), "xEN");
    text().show_part(0);
    EXPECT_EQ(gui::utf8(text().GetRange(0, 3)), "xEN");
}
