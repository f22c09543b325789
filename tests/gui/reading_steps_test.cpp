// Going through a text and correcting it, worked out without a window.
#include "gutter.h"
#include "margin_signs.h"
#include "reading_steps.h"
#include "text_difference.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace gui;
using workbench::Span;

namespace
{

coding::Quotation quotation(std::int64_t id, std::int64_t begin, std::int64_t end)
{
    coding::Quotation made;
    made.id = coding::QuotationId{id};
    made.document = workbench::DocumentId{1};
    made.document_number = 1;
    made.number = static_cast<int>(id);
    made.span = Span{begin, end};
    return made;
}

std::int64_t step(std::optional<std::int64_t> from, std::int64_t caret, bool back)
{
    const std::vector<coding::Quotation> all{quotation(1, 0, 5), quotation(2, 10, 20), quotation(3, 10, 12)};
    const auto id = from ? std::optional(coding::QuotationId{*from}) : std::nullopt;
    const auto next = next_quotation(all, id, caret, back);
    return next ? next->value : 0;
}

std::string applied(const std::string& text, const Difference& change)
{
    // ASCII only: places are bytes.
    auto changed = text;
    return changed.replace(static_cast<std::size_t>(change.at), static_cast<std::size_t>(change.removed),
                           change.inserted);
}

}

TEST(ReadingSteps, GoFromTheChosenQuotationOrTheCaret)
{
    EXPECT_EQ(step(1, 0, false), 2);
    EXPECT_EQ(step(2, 0, false), 3) << "two may begin at one place";
    EXPECT_EQ(step(3, 0, false), 0) << "there is none behind the last";
    EXPECT_EQ(step(3, 0, true), 2);
    EXPECT_EQ(step(1, 0, true), 0);
    EXPECT_EQ(step({}, 0, false), 1) << "the caret stands where one begins";
    EXPECT_EQ(step({}, 6, false), 2);
    EXPECT_EQ(step({}, 6, true), 1);
    EXPECT_EQ(step({}, 11, false), 0);
}

TEST(ReadingSteps, FindTheNextTurnWithoutACode)
{
    const std::vector<Span> turns{{0, 10}, {12, 20}, {22, 30}, {32, 40}};
    EXPECT_EQ(next_uncoded(turns, {}, 0), (Span{12, 20})) << "the turn that one stands in is not next";
    EXPECT_EQ(next_uncoded(turns, {{14, 15}}, 0), (Span{22, 30})) << "a word is enough";
    EXPECT_EQ(next_uncoded(turns, {{14, 25}}, 0), (Span{32, 40})) << "a coding reaches over turns";
    EXPECT_EQ(next_uncoded(turns, {{10, 12}}, 0), (Span{12, 20})) << "what touches does not count";
    EXPECT_EQ(next_uncoded(turns, {{12, 40}}, 22), (Span{0, 10})) << "on from the top";
    EXPECT_EQ(next_uncoded(turns, {{0, 40}}, 0), std::nullopt);
    EXPECT_EQ(next_uncoded(turns, {{0, 31}, {1, 2}}, 0), (Span{32, 40})) << "a short one inside a long one";
    EXPECT_EQ(next_uncoded({}, {}, 0), std::nullopt);
}

TEST(ReadingSteps, MoveAnEndByAWord)
{
    const std::string text = "Se perd\u00EDan los expedientes, y nadie.";
    const Span los{11, 14};
    EXPECT_EQ(moved_by_word(los, End::end, true, text, "es"), (Span{11, 26}));
    EXPECT_EQ(moved_by_word({11, 26}, End::end, true, text, "es"), (Span{11, 29})) << "over the comma";
    EXPECT_EQ(moved_by_word({11, 26}, End::end, false, text, "es"), los);
    EXPECT_EQ(moved_by_word(los, End::end, false, text, "es"), los) << "a word is left";
    EXPECT_EQ(moved_by_word(los, End::begin, false, text, "es"), (Span{3, 14}));
    EXPECT_EQ(moved_by_word({3, 14}, End::begin, true, text, "es"), los);
    EXPECT_EQ(moved_by_word({0, 2}, End::begin, false, text, "es"), (Span{0, 2})) << "nothing stands before it";
}

TEST(TextDifferences, AreOneStretch)
{
    EXPECT_TRUE(difference("same", "same").none());
    const auto added = difference("el papel", "el gran papel");
    EXPECT_EQ(added.at, 3);
    EXPECT_EQ(added.removed, 0);
    EXPECT_EQ(added.inserted, "gran ");
    for (const auto& [from, into] : {std::pair<std::string, std::string>{"abc", ""},
                                     {"", "abc"},
                                     {"aaa", "aa"},
                                     {"abcabc", "abc"},
                                     {"uno dos", "uno y dos"}})
        EXPECT_EQ(applied(from, difference(from, into)), into);
}

TEST(TextDifferences, NeverCutACharacter)
{
    // é and è share their first byte, ñ and é too; places are code points.
    const auto accent = difference("caf\u00E9 s\u00ED", "caf\u00E8 s\u00ED");
    EXPECT_EQ(accent.at, 3);
    EXPECT_EQ(accent.removed, 1);
    EXPECT_EQ(accent.inserted, "\u00E8");
    // U+05D0 and U+0450 end in the same byte.
    const auto tail = difference("x\u05D0", "x\u0450");
    EXPECT_EQ(tail.at, 1);
    EXPECT_EQ(tail.removed, 1);
    EXPECT_EQ(tail.inserted, "\u0450");
}

TEST(TextDifferences, JoinWhatIsTypedAtOnePlace)
{
    const Typed one{5, 0, 1};
    EXPECT_TRUE(touches(one, 6, 0));
    EXPECT_TRUE(touches(one, 4, 1)) << "Backspace before it";
    EXPECT_FALSE(touches(one, 7, 0));
    EXPECT_FALSE(touches(one, 3, 1));
    EXPECT_EQ(joined(one, 6, 0, 1), (Typed{5, 0, 2}));
    EXPECT_EQ(joined(one, 5, 1, 0), (Typed{5, 0, 0})) << "typed and taken back";
    EXPECT_EQ(joined(one, 4, 1, 0), (Typed{4, 1, 1}));
    EXPECT_EQ(joined(one, 3, 6, 0), (Typed{3, 5, 0})) << "a selection around it is deleted";
}

TEST(TextDifferences, MoveWhatIsTypedAfterAChangeFromElsewhere)
{
    EXPECT_EQ(moved({10, 2, 5}, {0, 0, "abc"}), (Typed{13, 2, 5}));
    EXPECT_EQ(moved({10, 2, 5}, {20, 4, ""}), (Typed{10, 2, 5}));
    EXPECT_EQ(moved({10, 4, 5}, {8, 3, "xy"}), (Typed{8, 5, 5})) << "both changed the same words: ours stand";
    EXPECT_EQ(moved({10, 4, 5}, {11, 1, "xyz"}), (Typed{10, 6, 5}));
}

TEST(Margins, ShowWhatIsWrittenAboutAQuotation)
{
    auto plain = quotation(1, 0, 5), commented = quotation(2, 20, 25), noted = quotation(3, 10, 12);
    commented.comment = "mirar otra vez";
    auto elsewhere = quotation(4, 0, 1);
    elsewhere.document = workbench::DocumentId{2};
    elsewhere.comment = "otro documento";
    coding::Memo memo;
    memo.title = "Idea";
    memo.on = {3};
    const auto signs = margin_signs({plain, commented, noted, elsewhere}, {memo}, workbench::DocumentId{1});
    ASSERT_EQ(signs.size(), 2u);
    EXPECT_EQ(signs[0].label, "1:3");
    ASSERT_EQ(signs[0].memos.size(), 1u);
    EXPECT_EQ(signs[0].memos[0].title, "Idea");
    EXPECT_EQ(signs[1].comment, "mirar otra vez");
}

TEST(Margins, ShowTimesThatTheTextDoesNot)
{
    const auto turn = [](std::int64_t begin, std::int64_t label_end, std::optional<double> seconds) {
        return workbench::Turn{1, {begin, begin + 40}, label_end, "ANA", seconds};
    };
    const std::string labels = "ANA: ANA [00:01:02]: ";
    const auto notes =
        time_notes({turn(0, 5, 3725.4), turn(5, 21, 62), turn(100, 100, 59.9), turn(200, 200, {})}, [&](Span span) {
            return labels.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end - span.begin));
        });
    ASSERT_EQ(notes.size(), 2u);
    EXPECT_EQ(notes[0].time, "1:02:05");
    EXPECT_EQ(notes[1].at, 100);
    EXPECT_EQ(notes[1].time, "0:59");
}
