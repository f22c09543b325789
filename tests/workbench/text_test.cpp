#include "support/marks.h"
#include "support/temp_project.h"
#include "workbench/check.h"
#include "workbench/history.h"
#include "workbench/text.h"
#include <gtest/gtest.h>
#include <random>

using namespace workbench;
using support::TempProject;

namespace
{

bool sound(Project& project)
{
    Progress quiet;
    const auto problems = check(project, {false, true}, quiet);
    for (const auto& problem : problems) ADD_FAILURE() << problem.what << " in " << problem.where;
    return problems.empty();
}

}

TEST(Text, PositionsAreCodePoints)
{
    TempProject project;
    const auto document = project.add("d", "año 👩‍🏫 ñandú e\u0301l");
    EXPECT_EQ(slice(*project, document, {0, 3}), "año");
    EXPECT_EQ(slice(*project, document, {4, 7}), "👩‍🏫");
    EXPECT_EQ(slice(*project, document, {8, 13}), "ñandú");
    EXPECT_EQ(characters_of(*project, document), 17);
    EXPECT_EQ(slice(*project, document, {14, 99}), "e\u0301l");
    EXPECT_EQ(slice(*project, document, {5, 5}), "");
}

TEST(Text, SlicesOfALongTextAreThoseOfTheWhole)
{
    std::string text;
    for (int i = 0; i < 30'000; ++i) text += i % 3 ? "ñ" : "a";
    TempProject project;
    const auto document = project.add("d", text);
    EXPECT_EQ(text_of(*project, document), text);
    std::mt19937 random(1);
    Slices slices(*project);
    for (int i = 0; i < 300; ++i) {
        const std::int64_t begin = random() % 30'000, end = begin + random() % (30'001 - begin);
        const auto expected = slice(*project, document, {begin, end});
        EXPECT_EQ(static_cast<std::int64_t>(
                      std::count_if(expected.begin(), expected.end(), [](char c) { return (c & 0xc0) != 0x80; })),
                  end - begin);
        EXPECT_EQ(slices(document, {begin, end}), expected);
    }
}

TEST(Text, ParagraphsAreLinesThatAreNotBlank)
{
    const auto paragraphs = paragraphs_in("uno\n\n  \ndos tres\n", false);
    EXPECT_EQ(paragraphs, (std::vector<Span>{{0, 3}, {8, 16}}));
    EXPECT_TRUE(paragraphs_in("", false).empty());
    EXPECT_TRUE(paragraphs_in("\n\n", true).empty());
}

TEST(Text, BrokenLinesAreJoinedOnRequest)
{
    const std::string text = "La municipalidad se rige\npor las políticas del\n\nestado central.\nDMPP5: Otra cosa.";
    EXPECT_EQ(paragraphs_in(text, true).size(), 2u);
    EXPECT_EQ(paragraphs_in(text, false).size(), 4u);
}

struct CorrectionRow {
    const char* name;
    Span span;
    const char* with;
    Span quotation;
    const char* text_before;
    const char* text_after;
    bool touched;
};

class CorrectionRules : public testing::TestWithParam<CorrectionRow>
{
};

// "El alcalde lo dijo": positions 0-2 El, 3-10 alcalde, 11-13 lo, 14-18 dijo
INSTANTIATE_TEST_SUITE_P(
    Text, CorrectionRules,
    testing::Values(CorrectionRow{"before", {0, 2}, "Un", {3, 10}, "alcalde", "alcalde", false},
                    CorrectionRow{"inside", {5, 7}, "XYZ", {3, 10}, "alcalde", "alXYZlde", true},
                    CorrectionRow{"overlaps_the_begin", {0, 5}, "Su ", {3, 10}, "alcalde", "Su calde", true},
                    CorrectionRow{"overlaps_the_end", {8, 13}, "XY la", {3, 10}, "alcalde", "alcalXY la", true},
                    CorrectionRow{"touches_the_begin", {0, 3}, "Y ", {3, 10}, "alcalde", "alcalde", false},
                    CorrectionRow{"touches_the_end", {10, 13}, "!", {3, 10}, "alcalde", "alcalde", false},
                    CorrectionRow{"inserts_at_the_begin", {3, 3}, "ex", {3, 10}, "alcalde", "alcalde", false},
                    CorrectionRow{"inserts_at_the_end", {10, 10}, "sa", {3, 10}, "alcalde", "alcalde", false},
                    CorrectionRow{"wholly_deleted", {3, 11}, "", {3, 10}, "alcalde", "", true},
                    CorrectionRow{"replaced_exactly", {3, 10}, "regidor", {3, 10}, "alcalde", "regidor", true}),
    [](const auto& info) { return info.param.name; });

TEST_P(CorrectionRules, AreKept)
{
    const auto& row = GetParam();
    TempProject project;
    const auto document = project.add("d", "El alcalde lo dijo");
    const auto quotation = support::quote(project, document, row.quotation);
    ASSERT_EQ(support::text_of_quotation(*project, quotation), row.text_before);
    const auto done = correct(*project, document, row.span, row.with);
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(support::text_of_quotation(*project, quotation), row.text_after);
    EXPECT_EQ(done->touched.size(), row.touched ? 1u : 0u);
    EXPECT_EQ(done->version, 2);
    EXPECT_TRUE(sound(*project));
    ASSERT_TRUE(undo(*project));
    EXPECT_EQ(text_of(*project, document), "El alcalde lo dijo");
    EXPECT_EQ(support::text_of_quotation(*project, quotation), row.text_before);
    EXPECT_TRUE(sound(*project));
}

TEST(Text, WhatOldAndNewHaveInCommonIsNoCorrection)
{
    TempProject project;
    const auto document = project.add("d", "cuaderno");
    const auto quotation = support::quote(project, document, {0, 3});
    const auto done = correct(*project, document, {0, 8}, "cuadernillo");
    ASSERT_TRUE(done);
    EXPECT_TRUE(done->touched.empty()) << "only the end differs";
    EXPECT_EQ(support::text_of_quotation(*project, quotation), "cua");
    const auto same = correct(*project, document, {0, 4}, "cuad");
    ASSERT_TRUE(same);
    EXPECT_EQ(same->version, 2);
    EXPECT_EQ(history(*project).size(), 3u);
}

TEST(Text, ACorrectionBeyondTheTextIsRefused)
{
    TempProject project;
    const auto document = project.add("d", "corto");
    EXPECT_EQ(correct(*project, document, {0, 99}, "x").error().code, ErrorCode::out_of_range);
    EXPECT_EQ(correct(*project, document, {3, 2}, "x").error().code, ErrorCode::bad_value);
    EXPECT_EQ(correct(*project, document, {0, 1}, "\xff").error().code, ErrorCode::bad_value);
    EXPECT_EQ(history(*project).size(), 1u);
}

TEST(Text, TurnsMoveWithTheirText)
{
    TempProject project;
    const std::string text = "E: Hola.\nDMPP5: Fue el papel.";
    const auto document = project.add("d", text, {{1, {0, 8}, 2, "E", {}}, {2, {9, 29}, 15, "DMPP5", 3.0}});
    ASSERT_TRUE(correct(*project, document, {3, 7}, "Buenos días"));
    auto turns = turns_of(*project, document);
    ASSERT_EQ(turns.size(), 2u);
    EXPECT_EQ(slice(*project, document, turns[0].span), "E: Buenos días.");
    EXPECT_EQ(slice(*project, document, turns[1].span), "DMPP5: Fue el papel.");
    EXPECT_EQ(slice(*project, document, {turns[1].span.begin, turns[1].label_end}), "DMPP5:");
    // What is typed at the end belongs to the turn.
    const auto end = characters_of(*project, document);
    ASSERT_TRUE(correct(*project, document, {end, end}, " Nada más."));
    turns = turns_of(*project, document);
    EXPECT_EQ(slice(*project, document, turns[1].span), "DMPP5: Fue el papel. Nada más.");
    EXPECT_TRUE(sound(*project));
}

namespace
{

/// Random corrections against random quotations. The oracle is the rule itself, worked out on positions.
void corrections_keep_quotations(int rounds, unsigned seed)
{
    std::mt19937 random(seed);
    TempProject project;
    std::string start;
    for (int i = 0; i < 400; ++i) start += static_cast<char>('a' + random() % 26);
    const auto document = project.add("d", start);
    std::vector<QuotationId> quotations;
    for (int i = 0; i < 12; ++i) {
        const std::int64_t begin = random() % 390;
        quotations.push_back(support::quote(
            project, document, {begin, begin + 1 + static_cast<std::int64_t>(random() % 60 % (400 - begin))}));
    }
    for (int round = 0; round < rounds; ++round) {
        const auto text = text_of(*project, document);
        const auto length = static_cast<std::int64_t>(text.size());
        Span span{length ? static_cast<std::int64_t>(random() % (length + 1)) : 0, 0};
        span.end = std::min<std::int64_t>(length, span.begin + random() % 5);
        std::string with;
        for (int i = static_cast<int>(random() % (length > 600 ? 3 : 6)); i > 0; --i)
            with += static_cast<char>('A' + random() % 26);
        std::vector<std::pair<Span, std::string>> before;
        for (const auto id : quotations)
            before.emplace_back(place_of(*project, id)->second, support::text_of_quotation(*project, id));

        const auto done = correct(*project, document, span, with);
        ASSERT_TRUE(done) << done.error().detail;
        ASSERT_EQ(text_of(*project, document), text.substr(0, span.begin) + with + text.substr(span.end));

        // Lower case was there before, upper case may have been; trimming can only matter where both meet.
        auto old_part = text.substr(span.begin, span.end - span.begin);
        auto new_part = with;
        while (!old_part.empty() && !new_part.empty() && old_part.front() == new_part.front())
            old_part.erase(0, 1), new_part.erase(0, 1), ++span.begin;
        while (!old_part.empty() && !new_part.empty() && old_part.back() == new_part.back())
            old_part.pop_back(), new_part.pop_back(), --span.end;
        const auto delta = static_cast<std::int64_t>(new_part.size()) - (span.end - span.begin);
        for (std::size_t i = 0; i < quotations.size(); ++i) {
            const auto [was, quoted] = before[i];
            if (was.begin == was.end) continue; // a point has no text to keep
            const bool touched = span.begin < span.end ? was.begin < span.end && span.begin < was.end
                                                       : was.begin < span.begin && span.begin < was.end;
            const auto now = place_of(*project, quotations[i])->second;
            if (!touched) {
                ASSERT_EQ(support::text_of_quotation(*project, quotations[i]), quoted)
                    << "an untouched quotation stays itself";
            } else if (!new_part.empty() && span.begin < span.end) {
                const Span expected{std::min(was.begin, span.begin),
                                    was.end >= span.end ? was.end + delta
                                                        : span.begin + static_cast<std::int64_t>(new_part.size())};
                ASSERT_EQ(now, expected) << "a touched quotation takes in the whole replacement";
            }
        }
    }
    Progress quiet;
    ASSERT_TRUE(check(*project, {false, false}, quiet).empty());
}

}

TEST(Text, RandomCorrectionsNeverChangeAnUntouchedQuotation)
{
    for (unsigned seed = 1; seed <= 4; ++seed) corrections_keep_quotations(60, seed);
}
TEST(TextSlow, AHundredThousandCorrections)
{
    for (unsigned seed = 1; seed <= 20; ++seed) corrections_keep_quotations(1000, seed);
    for (unsigned seed = 21; seed <= 220; ++seed) corrections_keep_quotations(400, seed); // a text costs its square
}
