#include "workbench/error.h"
#include "workbench/tr.h"
#include <gtest/gtest.h>

using namespace workbench;

TEST(Tr, WithoutACatalogueTheMessageStaysAsItIs)
{
    set_language("en");
    EXPECT_STREQ(tr("No such thing."), "No such thing.");
    EXPECT_EQ(say("{} of {}", 2, 3), "2 of 3");
    EXPECT_EQ(say_n("{} quotation", "{} quotations", 1, 1), "1 quotation");
    EXPECT_EQ(say_n("{} quotation", "{} quotations", 0, 0), "0 quotations");
}

TEST(ErrorCode, TheLastWordIsThatOfTheContract)
{
    EXPECT_EQ(name_of(ErrorCode::external_tool), "external_tool");
}
