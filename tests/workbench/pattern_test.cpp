#include "workbench/pattern.h"
#include <gtest/gtest.h>

using namespace workbench;

namespace
{

std::vector<std::string> found(std::string_view pattern, const std::string& text)
{
    const auto compiled = Pattern::compile(pattern);
    std::vector<std::string> out;
    if (!compiled) return {compiled.error().detail};
    const auto places = compiled->find_all(text);
    if (!places) return {places.error().detail};
    for (const auto& place : *places) out.emplace_back(slice(text, place));
    return out;
}

using Texts = std::vector<std::string>;

}

TEST(Pattern, FindsPlacesFromLeftToRight)
{
    EXPECT_EQ(found("\\d+", "😀 12 de 350"), (Texts{"12", "350"}));
    EXPECT_EQ(found("ejecuci[oó]n", "La Ejecución y la ejecucion"), (Texts{"Ejecución", "ejecucion"}));
    EXPECT_EQ(found("(?-i)ejecuci[oó]n", "La Ejecución y la ejecucion"), (Texts{"ejecucion"}));
    EXPECT_EQ(found("x*", "abc"), Texts{}) << "an empty place is none";
    EXPECT_EQ(found("a", ""), Texts{});
}

TEST(Pattern, PositionsAreCodePointsAndBytes)
{
    const auto places = Pattern::compile("ñ+")->find_all("😀ñño");
    ASSERT_TRUE(places);
    ASSERT_EQ(places->size(), 1u);
    EXPECT_EQ(places->front(), (Word{1, 3, 4, 8}));
}

TEST(Pattern, AnErrorNamesTheCharacter)
{
    const auto broken = Pattern::compile("ab(c");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::bad_value);
    EXPECT_NE(broken.error().detail.find("character 4"), std::string::npos) << broken.error().detail;
}

TEST(Pattern, AHostilePatternIsGivenUpWithAnError)
{
    EXPECT_EQ(found("(a+)+$", std::string(60, 'a') + "!"), Texts{"The regular expression (a+)+$ takes too long."});
    EXPECT_EQ(found("(.|a)*b", std::string(300'000, 'a')), Texts{"The regular expression (.|a)*b takes too long."});
}
