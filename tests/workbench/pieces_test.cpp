#include "workbench/pieces.h"
#include <gtest/gtest.h>

using namespace workbench;

TEST(Anchor, ReadsBackWhatItWrites)
{
    EXPECT_EQ(anchor_in(to_string(Anchor{77, 12})), (Anchor{77, 12}));
    for (const char* bad : {"", "7", "7:", ":3", "7:x", "7:-1", "7:1 ", "a:1"}) EXPECT_FALSE(anchor_in(bad)) << bad;
}

TEST(Layout, OfNothingIsEmpty)
{
    const Layout layout({}, {});
    EXPECT_EQ(layout.characters(), 0);
    EXPECT_EQ(layout.begin_of({1, 0}), 0);
}

TEST(Layout, ALaterInsertionStandsAfterAnEarlierOneInTheSamePlace)
{
    // The later one has the smaller id, as happens after a file was copied: its rank decides.
    const Layout layout({{9, 0, 0, 0, 4}, {8, 9, 2, 1, 1}, {3, 9, 2, 2, 1}}, {});
    ASSERT_EQ(layout.runs().size(), 4u);
    EXPECT_EQ(layout.runs()[1].piece, 8);
    EXPECT_EQ(layout.runs()[2].piece, 3);
    EXPECT_EQ(layout.character_at(3), (Anchor{3, 0}));
}

TEST(Layout, AnEdgeThatWasCutGoesToItsReplacement)
{
    const Layout layout({{1, 0, 0, 0, 10}, {2, 1, 3, 1, 2}}, {{2, 1, 3, 6}}); // abc[def→XY]ghij
    EXPECT_EQ(layout.characters(), 9);
    EXPECT_EQ(layout.begin_of({1, 4}), 3);
    EXPECT_EQ(layout.end_of({1, 4}), 5);
    EXPECT_FALSE(layout.visible({1, 4}));
    EXPECT_EQ(layout.end_of({1, 9}), 9);
}

TEST(Layout, OfCharactersCutTwiceTheOutermostReplacementCounts)
{
    // Two copies replaced 3..6 and 5..8 at the same time.
    const Layout layout({{1, 0, 0, 0, 10}, {2, 1, 3, 1, 1}, {3, 1, 5, 1, 1}}, {{2, 1, 3, 6}, {3, 1, 5, 8}});
    EXPECT_EQ(layout.characters(), 7); // abc X Y ij
    EXPECT_EQ(layout.begin_of({1, 5}), 3);
    EXPECT_EQ(layout.end_of({1, 5}), 5);
}

TEST(Layout, APieceThatHangsOnNothingIsLeftOut)
{
    const Layout layout({{1, 0, 0, 0, 3}, {5, 99, 0, 1, 7}}, {});
    EXPECT_EQ(layout.characters(), 3);
    EXPECT_EQ(layout.begin_of({5, 2}), 0);
}
