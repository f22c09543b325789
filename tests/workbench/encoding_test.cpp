#include "workbench/encoding.h"
#include "workbench/sha256.h"
#include <gtest/gtest.h>

using namespace workbench;
using namespace std::string_literals;

namespace
{

std::string utf16(std::u16string_view text, bool little)
{
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

struct Row {
    std::string bytes, asked, text, encoding;
    std::size_t warnings = 0;
};

class Readable : public testing::TestWithParam<Row>
{
};

constexpr auto question = u"¿Qué pasó en Puno?\nNada, señor 😀.";
const std::string answer = "¿Qué pasó en Puno?\nNada, señor 😀.";

}

TEST_P(Readable, BecomesUtf8)
{
    const auto& row = GetParam();
    const auto decoded = decode_text(row.bytes, row.asked);
    ASSERT_TRUE(decoded) << decoded.error().detail;
    EXPECT_EQ(decoded->text, row.text);
    EXPECT_EQ(decoded->encoding, row.encoding);
    EXPECT_EQ(decoded->warnings.size(), row.warnings) << testing::PrintToString(decoded->warnings);
}

INSTANTIATE_TEST_SUITE_P(
    Encoding, Readable,
    testing::Values(Row{"hola", "", "hola", "UTF-8"}, Row{"x", "", "x", "UTF-8"}, Row{answer, "", answer, "UTF-8"},
                    Row{"\xEF\xBB\xBF" + answer, "", answer, "UTF-8"},
                    Row{"\xEF\xBB\xBF" + answer, "UTF-8", answer, "UTF-8"},
                    Row{"\xFF\xFE" + utf16(question, true), "", answer, "UTF-16LE"},
                    Row{"\xFE\xFF" + utf16(question, false), "", answer, "UTF-16BE"},
                    Row{utf16(question, true), "", answer, "UTF-16LE"},
                    Row{utf16(question, false), "", answer, "UTF-16BE"},
                    Row{utf16(question, true), "UTF-16LE", answer, "UTF-16LE"},
                    Row{"\xFF\xFE" + utf16(question, true), "UTF-16", answer, "UTF-16LE"},
                    Row{utf16(question, false), "UTF-16", answer, "UTF-16BE"},
                    Row{"\xBFQu\xE9 pas\xF3?", "", "¿Qué pasó?", "ISO-8859-1"},
                    Row{"\xBFQu\xE9 pas\xF3?", "latin1", "¿Qué pasó?", "ISO-8859-1"},
                    Row{"Dijo \x93s\xED\x94 \x96 y call\xF3", "", "Dijo “sí” – y calló", "windows-1252"},
                    Row{"Dijo \x93s\xED\x94", "cp1252", "Dijo “sí”", "windows-1252"},
                    Row{"La gesti\xC3\xB3n \xFF lleg\xC3\xB3", "", "La gestión \uFFFD llegó", "UTF-8", 1},
                    Row{"\xFF\xFE" + utf16(u"ab", true) + "\x00\xD8"s, "", "ab\uFFFD", "UTF-16LE", 1},
                    Row{"\xFF\xFE" + utf16(u"ab", true) + "c", "", "ab\uFFFD", "UTF-16LE", 1},
                    Row{"a\r\nb\rc\n\r\nd\r", "", "a\nb\nc\n\nd\n", "UTF-8"},
                    // not normalised: a letter and its combining accent stay two characters, ligatures stay
                    Row{"cafe\u0301 \uFB01n \u00A0\u00AD", "", "cafe\u0301 \uFB01n \u00A0\u00AD", "UTF-8"},
                    Row{"a\u2028b\u0085c", "", "a\u2028b\u0085c", "UTF-8"}));

TEST(Encoding, CyrillicIsFoundByStatistics)
{
    // "Муниципалитет отвечает за дороги и воду. Мы не знали об этом раньше." in windows-1251
    const auto decoded =
        decode_text("\xCC\xF3\xED\xE8\xF6\xE8\xEF\xE0\xEB\xE8\xF2\xE5\xF2 \xEE\xF2\xE2\xE5\xF7\xE0\xE5\xF2 "
                    "\xE7\xE0 \xE4\xEE\xF0\xEE\xE3\xE8 \xE8 \xE2\xEE\xE4\xF3. \xCC\xFB \xED\xE5 "
                    "\xE7\xED\xE0\xEB\xE8 \xEE\xE1 \xFD\xF2\xEE\xEC \xF0\xE0\xED\xFC\xF8\xE5.");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->encoding, "windows-1251");
    EXPECT_TRUE(decoded->text.starts_with("Муниципалитет"));
}

TEST(Encoding, AllLatinOneBytesSurviveWhenAskedFor)
{
    std::string bytes, expected;
    for (int c = 0xA0; c <= 0xFF; ++c) {
        bytes += static_cast<char>(c);
        expected += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    }
    const auto decoded = decode_text(bytes, "ISO-8859-1");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, expected);
}

TEST(Encoding, LongUtf16KeepsItsPairsWhereverTheBufferEnds)
{
    std::u16string units = u"a";
    std::string expected = "a";
    for (int i = 0; i < 5000; ++i) units += u"😀", expected += "😀";
    const auto decoded = decode_text("\xFF\xFE" + utf16(units, true), "");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, expected);
    EXPECT_TRUE(decoded->warnings.empty());
}

TEST(Encoding, WhatIsNoTextIsRefused)
{
    std::string noise;
    for (unsigned seed = 7, i = 0; i < 4000; ++i)
        noise += static_cast<char>((seed = seed * 1664525 + 1013904223) >> 24);
    for (const auto& bytes : {""s, "a\0b"s, "%PDF-1.4\n"s, "PK\x03\x04zip"s, "\x89PNG\r\n"s, "\xEF\xBB\xBF"s, noise,
                              "\x01\x02\x03\x04"s, "\0\0\0\0\0\0"s}) {
        const auto decoded = decode_text(bytes);
        ASSERT_FALSE(decoded) << testing::PrintToString(bytes);
        EXPECT_EQ(decoded.error().code, ErrorCode::bad_file);
        EXPECT_FALSE(decoded.error().detail.empty());
    }
}

TEST(Encoding, BytesThatDoNotFitTheEncodingAskedForAreRefused)
{
    for (const auto& [bytes, encoding] : {std::pair{"Qu\xE9"s, "UTF-8"},
                                          {"a\xFF"s, "UTF-8"},
                                          {"abc"s, "UTF-16LE"},
                                          {"\xED\xA0\x80"s, "UTF-8"},
                                          {"a\x80"s, "US-ASCII"},
                                          {"a"s, "no-such"}}) {
        const auto decoded = decode_text(bytes, encoding);
        ASSERT_FALSE(decoded) << encoding;
        EXPECT_EQ(decoded.error().code, ErrorCode::bad_value);
    }
}

TEST(Sha256, KnownAnswers)
{
    // FIPS 180-4 examples: the empty message and "abc"
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
