// How columns share the width of a list.
#include "column_widths.h"
#include <gtest/gtest.h>

using gui::fitted_widths;
using Widths = std::vector<int>;

TEST(ColumnWidths, AreWhatTheyWantWhereThereIsRoom)
{
    EXPECT_EQ(fitted_widths({80, 300, 120}, 500, 90), (Widths{80, 300, 120}));
    EXPECT_EQ(fitted_widths({}, 500, 90), Widths{});
}

TEST(ColumnWidths, GiveFromTheWidestWhatIsTooMuch)
{
    EXPECT_EQ(fitted_widths({80, 400, 120}, 500, 90), (Widths{80, 300, 120}));
    EXPECT_EQ(fitted_widths({80, 900, 900}, 480, 90), (Widths{80, 200, 200}));
}

TEST(ColumnWidths, KeepTheLeastThatCanBeRead)
{
    EXPECT_EQ(fitted_widths({60, 400, 400, 400}, 200, 90), (Widths{60, 90, 90, 90}));
}
