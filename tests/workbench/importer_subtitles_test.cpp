#include "workbench/importer.h"
#include <gtest/gtest.h>

using namespace workbench;

TEST(ImporterSubtitles, SrtKeepsWordsAndTimes)
{
    const auto source =
        read_srt("\xEF\xBB\xBF"
                 "1\r\n00:00:01,500 --> 00:00:04,000\r\nE: ¿Qué\r\npasó?\r\n\r\n"
                 "2\r\n00:00:05,000 --> 00:00:06,000\r\n<i>Nada</i>, {\\an8}<font color=\"red\">señor</font> <3\r\n\r\n"
                 "3\r\n01:00:07,250 --> 01:00:08,000\r\n2026\r\n\r\n\r\n",
                 {});
    ASSERT_TRUE(source);
    EXPECT_EQ(source->text, "E: ¿Qué pasó?\nNada, señor <3\n2026");
    EXPECT_EQ(source->times, (std::vector<TimedMark>{{0, 1.5}, {14, 5}, {29, 3607.25}}));
    EXPECT_EQ(source->encoding, "UTF-8");
}

TEST(ImporterSubtitles, ABlankLineWithinASrtCueLosesNothing)
{
    const auto source =
        read_srt("1\n00:00:01,000 --> 00:00:02,000\nuno\n\ndos\n\n2\n00:00:03,000 --> 00:00:04,000\ntres", {});
    ASSERT_TRUE(source);
    EXPECT_EQ(source->text, "uno dos\ntres");
}

TEST(ImporterSubtitles, VttVoicesBecomeLabels)
{
    const auto source =
        read_vtt("WEBVTT - Entrevista\nKind: captions\n\nNOTE esto no\n00:00 no es tiempo\n\nSTYLE\n::cue {}\n\n"
                 "saludo\n00:01.000 --> 00:02.000 align:start\n<v Ana Quispe>Hola &amp; buenos\ndías</v>\n\n"
                 "01:00:02.500 --> 01:00:03.000\n<v.fuerte Luis>  <c.x>Sí</c> <00:00:03.000>&lt;claro&gt;\n\n"
                 "00:04.000 --> 00:05.000\n\n",
                 {});
    ASSERT_TRUE(source);
    EXPECT_EQ(source->text, "Ana Quispe: Hola & buenos días\nLuis: Sí <claro>");
    EXPECT_EQ(source->times, (std::vector<TimedMark>{{0, 1}, {31, 3602.5}}));
}

TEST(ImporterSubtitles, WithoutACueItIsABadFile)
{
    for (const auto* bytes : {"WEBVTT\n\n", "hola --> adiós\nx", "1\n00:00:01,000 --> 00:00:02,000\n\n"}) {
        EXPECT_EQ(read_vtt(bytes, {}).error().code, ErrorCode::bad_file);
        EXPECT_EQ(read_srt(bytes, {}).error().code, ErrorCode::bad_file);
    }
}

TEST(ImporterSubtitles, OldEncodingsAreRead)
{
    const auto source = read_srt("1\n00:00:01,000 --> 00:00:02,000\n\xBFQu\xE9 pas\xF3?\n", {});
    ASSERT_TRUE(source);
    EXPECT_EQ(source->text, "¿Qué pasó?");
    EXPECT_EQ(source->encoding, "ISO-8859-1");
}
