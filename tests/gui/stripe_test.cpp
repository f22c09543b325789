// What stands beside a text, worked out without a window.
#include "dressing.h"
#include "find_text.h"
#include "look.h"
#include "marking.h"
#include "stripe.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace gui;
using testing::ElementsAre;
using workbench::Span;

namespace
{

Stripe stripe(std::int64_t begin, std::int64_t end)
{
    return {{begin, end}, coding::CodeId{begin * 1000 + end}, "code", {}};
}

std::vector<int> lanes(std::vector<Stripe> stripes)
{
    give_lanes(stripes);
    std::vector<int> found;
    for (const auto& one : stripes) found.push_back(one.lane);
    return found;
}

}

TEST(Stripes, TakeTheFirstLaneThatIsFree)
{
    EXPECT_THAT(lanes({}), ElementsAre());
    EXPECT_THAT(lanes({stripe(0, 5)}), ElementsAre(0));
    EXPECT_THAT(lanes({stripe(0, 5), stripe(5, 9)}), ElementsAre(0, 0)) << "touching is not overlapping";
    EXPECT_THAT(lanes({stripe(0, 9), stripe(1, 3), stripe(2, 8), stripe(3, 4)}), ElementsAre(0, 1, 2, 1));
}

TEST(Stripes, StandSideBySideOnOneLine)
{
    std::vector<Stripe> stripes{stripe(0, 5), stripe(8, 20), stripe(100, 120)};
    give_lanes(stripes, 72);
    EXPECT_EQ(stripes[0].lane, 0);
    EXPECT_EQ(stripes[1].lane, 1) << "else one would lie over the other";
    EXPECT_EQ(stripes[2].lane, 0);
}

TEST(Stripes, AreFoundByTheEndsBeforeThem)
{
    EXPECT_THAT(ends_so_far({stripe(0, 9), stripe(1, 3), stripe(2, 12)}), ElementsAre(9, 9, 12));
}

TEST(Stripes, ShadeTheTextWithTheInnermostOfThem)
{
    const auto shades = shades_of({stripe(0, 10), stripe(4, 6)});
    ASSERT_EQ(shades.size(), 3u);
    EXPECT_EQ(shades[0].span, (Span{0, 4}));
    EXPECT_EQ(shades[0].depth, 1);
    EXPECT_EQ(shades[1].span, (Span{4, 6}));
    EXPECT_EQ(shades[1].stripe, 1u);
    EXPECT_EQ(shades[1].depth, 2);
    EXPECT_EQ(shades[2].span, (Span{6, 10}));
    EXPECT_TRUE(shades_of({}).empty());
}

TEST(Stripes, LeaveGapsUnshaded)
{
    const auto shades = shades_of({stripe(0, 2), stripe(5, 7)});
    ASSERT_EQ(shades.size(), 2u);
    EXPECT_EQ(shades[1].span, (Span{5, 7}));
}

TEST(Stripes, PushTheirLabelsApart)
{
    EXPECT_THAT(spread({10, 12, 50}, 10, 100), ElementsAre(10, 20, 50));
    EXPECT_THAT(spread({95, 96}, 10, 100), ElementsAre(80, 90)) << "up again from the bottom";
    EXPECT_THAT(spread({0, 0, 0}, 10, 25), ElementsAre(0, 10)) << "no room for the third";
    EXPECT_THAT(spread({}, 10, 25), ElementsAre());
}

TEST(Dressing, TouchesOnlyWhatDiffers)
{
    const Dressed kept{{0, 4}, "a"}, gone{{4, 6}, "b"}, made{{4, 9}, "b"}, other{{10, 12}, "a"};
    const auto difference = redress({kept, gone, other}, {other, made, kept});
    EXPECT_THAT(difference.off, ElementsAre(gone));
    EXPECT_THAT(difference.on, ElementsAre(made));
    EXPECT_TRUE(redress({kept}, {kept}).on.empty());
    EXPECT_THAT(redress({}, {kept}).on, ElementsAre(kept));
    EXPECT_THAT(redress({kept}, {}).off, ElementsAre(kept));
}

TEST(Dressing, JoinsWhatOverlaps)
{
    EXPECT_THAT(joined({{5, 9}, {0, 3}, {8, 12}, {12, 13}, {20, 21}}),
                ElementsAre(Span{0, 3}, Span{5, 13}, Span{20, 21}));
    EXPECT_TRUE(joined({}).empty());
}

TEST(FindText, CountsNeitherCaseNorAccents)
{
    EXPECT_THAT(occurrences("La GESTI\u00D3N y la gestio\u0301n", "gestion"), ElementsAre(Span{3, 10}, Span{16, 24}));
    EXPECT_THAT(occurrences("a\u00F1o ano", "ano"), ElementsAre(Span{4, 7})) << "\u00F1 is a letter of its own";
    EXPECT_THAT(occurrences("dos\nl\u00EDneas", "dos lineas"), ElementsAre(Span{0, 10}));
    EXPECT_THAT(occurrences("aaaa", "aa"), ElementsAre(Span{0, 2}, Span{2, 4}));
    EXPECT_THAT(occurrences("text", ""), ElementsAre());
    EXPECT_THAT(occurrences("text", "  "), ElementsAre());
    EXPECT_THAT(occurrences("", "x"), ElementsAre());
}

TEST(FindText, FiltersByEveryWord)
{
    EXPECT_TRUE(passes("Motivaciones/Cero papel", "papel moti"));
    EXPECT_TRUE(passes("Motivaciones/Cero papel", ""));
    EXPECT_FALSE(passes("Motivaciones/Cero papel", "papel costo"));
    EXPECT_TRUE(passes("Capacitaci\u00F3n", "capacitacion"));
}

TEST(NameFromWords, IsOneLineWithoutQuotationMarks)
{
    EXPECT_EQ(name_from("\u201CCero papel\u201D, dijo."), "Cero papel\u201D, dijo");
    EXPECT_EQ(name_from("  el\n tema \u2026"), "el tema");
    EXPECT_EQ(name_from(" ... "), "");
    EXPECT_LE(name_from(std::string(500, 'a')).size(), 63u);
}

TEST(Look, KeepsTextReadable)
{
    const wxColour white(255, 255, 255), black(0, 0, 0);
    EXPECT_NEAR(look::contrast(white, black), 21, 1e-9);
    for (const auto* code : {"#E69F00", "#56B4E9", "#F0E442", "#9A9A9A", "#CC79A7"}) {
        EXPECT_GE(look::contrast(look::readable(wxColour(code), white), white), 4.5) << code;
        EXPECT_GE(look::contrast(look::readable(wxColour(code), black), black), 4.5) << code;
    }
    EXPECT_GE(look::contrast(look::faint(), look::paper()), 4.5);
}
