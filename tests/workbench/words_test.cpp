#include "workbench/words.h"
#include <gtest/gtest.h>
#include <random>

using namespace workbench;

namespace
{

std::vector<std::string> texts(std::string_view text, std::string_view language = "es")
{
    std::vector<std::string> out;
    for (const auto& word : words_of(text, language)) out.emplace_back(slice(text, word));
    return out;
}

using Texts = std::vector<std::string>;

}

TEST(Words, AWordHasALetterOrADigit)
{
    EXPECT_EQ(texts(""), Texts{});
    EXPECT_EQ(texts("   "), Texts{});
    EXPECT_EQ(texts("¿Qué? ¡No! … — «sí» [3] 😀 ___ 50%"), (Texts{"Qué", "No", "sí", "3", "50"}));
    EXPECT_EQ(texts("El e-gobierno, 3,14 y 1.500.000"), (Texts{"El", "e", "gobierno", "3,14", "y", "1.500.000"}));
    EXPECT_EQ(texts("don't don’t L'État", "fr"), (Texts{"don't", "don’t", "L'État"}));
    EXPECT_EQ(texts("a.b a,b a_b _ 3.a 12:30"), (Texts{"a.b", "a", "b", "a_b", "3", "a", "12", "30"}));
}

TEST(Words, PositionsAreCodePointsAndBytes)
{
    const std::string text = "¡Ñandú! 😀 sí";
    const auto words = words_of(text, "es");
    ASSERT_EQ(words.size(), 2u);
    EXPECT_EQ(words[0], (Word{1, 6, 2, 9}));
    EXPECT_EQ(words[1], (Word{10, 12, 16, 19}));
    EXPECT_EQ(code_points(text), 12);
}

TEST(Words, CombiningAccentsAndOtherScriptsStayWhole)
{
    EXPECT_EQ(texts("educacio\u0301n pu\u0301blica"), (Texts{"educacio\u0301n", "pu\u0301blica"}));
    EXPECT_EQ(texts("مرحبا بالعالم", "ar"), (Texts{"مرحبا", "بالعالم"}));
    EXPECT_EQ(texts("שלום עולם", "he"), (Texts{"שלום", "עולם"}));
    EXPECT_EQ(texts("eje\u00ADcución", "es"), (Texts{"eje\u00ADcución"}));
}

TEST(Words, BrokenBytesAndStrangeLanguagesAreSurvived)
{
    EXPECT_EQ(texts("a\xFF\xFE b\xC3"), (Texts{"a", "b"}));
    EXPECT_EQ(code_points("a\xFF\xFE"
                          "b"),
              4);
    EXPECT_EQ(texts("uno dos", "../../etc"), (Texts{"uno", "dos"}));
    EXPECT_EQ(texts("uno dos", ""), (Texts{"uno", "dos"}));
    EXPECT_EQ(texts("uno dos", std::string(500, 'x')), (Texts{"uno", "dos"}));
}

// The fast way for Latin text and ICU ("root", which has no fast way) must find the same words.
TEST(Words, TheLatinWayAgreesWithIcuOnEveryTripleOfKinds)
{
    const std::vector<std::string> kinds{"a", "é", "ñ", "Z",  "7",  "_", ".", "'", "’", "‘",
                                         ",", ";", ":", "·",  "-",  " ", "ª", "µ", "×", "¿",
                                         "—", "…", "“", "\n", "\t", "º", "%", "@", "/", "\u00A0"};
    for (const auto& a : kinds)
        for (const auto& b : kinds)
            for (const auto& c : kinds)
                for (const auto& d : {"", "a", "1", "."}) {
                    const auto text = a + b + c + d;
                    ASSERT_EQ(words_of(text, "es"), words_of(text, "root")) << text;
                    ASSERT_EQ(words_of("x" + text + "2", "es"), words_of("x" + text + "2", "root")) << text;
                }
}

TEST(Words, TheLatinWayAgreesWithIcuOnRandomText)
{
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = static_cast<int>(random() % 40); i > 0; --i) {
            const char32_t c = random() % 8 == 0 ? 0x2010 + random() % 0x17 : 1 + random() % 0x24F;
            if (c < 0x80)
                text += static_cast<char>(c);
            else if (c < 0x800)
                (text += static_cast<char>(0xC0 | c >> 6)) += static_cast<char>(0x80 | (c & 0x3F));
            else
                ((text += static_cast<char>(0xE0 | c >> 12)) += static_cast<char>(0x80 | (c >> 6 & 0x3F))) +=
                    static_cast<char>(0x80 | (c & 0x3F));
        }
        for (const auto* language : {"es", "en", "pt", "fr", "it", "qu", "ay", "ca", "de"})
            ASSERT_EQ(words_of(text, language), words_of(text, std::string(language) + "-x-icu")) << text;
        ASSERT_EQ(count_words(text, "es"), static_cast<std::int64_t>(words_of(text, "es").size()));
    }
}

TEST(Fold, CaseAndAccentsDoNotCountButTheLetterEnyeDoes)
{
    EXPECT_EQ(fold("EJECUCIÓN"), "ejecucion");
    EXPECT_EQ(fold("ejecucio\u0301n"), "ejecucion");
    EXPECT_EQ(fold("Pingüino"), "pinguino");
    EXPECT_EQ(fold("AÑO"), "año");
    EXPECT_EQ(fold("an\u0303o"), "año");
    EXPECT_EQ(fold("an\u0323\u0303o"), "año") << "a dot below the n does not hide its tilde";
    EXPECT_NE(fold("año"), fold("ano"));
    EXPECT_EQ(fold("õ"), "o");
    EXPECT_EQ(fold("Straße"), "strasse");
    EXPECT_EQ(fold("don’t"), "don't");
    EXPECT_EQ(fold("eje\u00ADcución"), "ejecucion");
    EXPECT_EQ(fold("が"), "が") << "the voicing of kana makes another letter";
    EXPECT_EQ(fold("Й"), "и");
    EXPECT_EQ(fold(""), "");
}

TEST(Lower, AccentsCountAndTheirWritingDoesNot)
{
    EXPECT_EQ(lower("EJECUCIO\u0301N"), "ejecución");
    EXPECT_NE(lower("ejecución"), lower("ejecucion"));
    EXPECT_EQ(lower("ΟΔΟΣ"), "οδος");
    EXPECT_EQ(lower("Hola"), "hola");
}

// A letter beside one that the table does not know goes to ICU: both ways must agree on every letter.
TEST(Lower, TheTableOfLettersAgreesWithIcu)
{
    for (int c = 0x80; c < 0xC0; ++c) {
        const std::string letter{'\xC3', static_cast<char>(c)};
        for (const auto& word : {letter, "A" + letter + "z", letter + "N" + letter}) {
            EXPECT_EQ(lower(word) + "ω", lower(word + "Ω")) << word;
            EXPECT_EQ(fold(word) + "ω", fold(word + "Ω")) << word;
            EXPECT_EQ(lower(lower(word)), lower(word)) << word;
            EXPECT_EQ(fold(lower(word)), fold(word)) << word;
        }
    }
}

TEST(Sentences, AreTrimmedAndKeepTheirPlace)
{
    const std::string text = "  Sí. ¿Por qué? Porque el 3.5 % no alcanza…  ";
    std::vector<std::string> out;
    for (const auto& sentence : sentences_of(text, "es")) out.emplace_back(slice(text, sentence));
    EXPECT_EQ(out, (Texts{"Sí.", "¿Por qué?", "Porque el 3.5 % no alcanza…"}));
    EXPECT_TRUE(sentences_of("   ", "es").empty());
    EXPECT_TRUE(sentences_of("", "es").empty());
}
