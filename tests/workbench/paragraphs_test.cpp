#include "workbench/text.h"
#include "workbench/words.h"
#include <gtest/gtest.h>

using namespace workbench;

namespace
{

std::vector<std::string> joined_paragraphs(const std::string& text)
{
    std::vector<std::string> found;
    for (const auto span : paragraphs_in(text, true)) {
        std::string part;
        std::int64_t at = -1;
        for (const char c : text) {
            at += (c & 0xC0) != 0x80;
            if (at >= span.begin && at < span.end) part += c;
        }
        found.push_back(part);
    }
    return found;
}

using Paragraphs = std::vector<std::string>;

}

TEST(Paragraphs, RunsOfFullLinesAreOne)
{
    const std::string first = "ENTREVISTADORA: ¿Cómo empezó el trámite en línea y quién\ntomó la iniciativa en la "
                              "municipalidad de Puno durante\nesos años?";
    const std::string second = "DMPP1: Fue por una señora de Capachica que llegaba cada\nviernes por una constancia.";
    EXPECT_EQ(joined_paragraphs(first + "\n" + second), (Paragraphs{first, second}));
}

TEST(Paragraphs, AShortLineWasEndedByItsWriter)
{
    const std::string text = "Motivaciones\nLos directores dijeron que la atención era lenta y que había\nque "
                             "cambiarla.\nEstrategias\nCapacitar\nmedir";
    EXPECT_EQ(
        joined_paragraphs(text),
        (Paragraphs{"Motivaciones", "Los directores dijeron que la atención era lenta y que había\nque cambiarla.",
                    "Estrategias", "Capacitar", "medir"}));
}

TEST(Paragraphs, APageEndInTheMiddleOfASentenceIsBridged)
{
    const std::string text =
        "La gestión municipal del año anterior no había llegado a\n\nterminar la obra de la plaza.";
    EXPECT_EQ(joined_paragraphs(text), (Paragraphs{text}));
}

TEST(Paragraphs, ItemsRowsAndFootnotesBeginAnew)
{
    const std::string text = "Las medidas que se tomaron en la gerencia fueron estas tres\n- capacitar a todo el "
                             "personal de la ventanilla única, sin\n"
                             "excepción\n[1] nota que sigue al texto de la página en la que aparece\nregión\tavance en "
                             "por ciento de las obras del año 2024 en\n";
    EXPECT_EQ(joined_paragraphs(text).size(), 4u);
}

TEST(Paragraphs, LinesAsLongAsParagraphsStay)
{
    std::string text;
    for (int i = 0; i < 5; ++i) text += std::string(300, 'a') + " y sigue sin punto\n";
    EXPECT_EQ(joined_paragraphs(text).size(), 5u);
}

TEST(Paragraphs, WhateverIsJoinedNothingIsLostOrSharedOrBlank)
{
    unsigned seed = 5;
    const std::vector<std::string> parts{"una palabra ", "Otra ", "ñandú", ".",   "\n", "\n\n",
                                         "\t",           "E: ",   "- ",    "[1]", " "};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) text += parts[((seed = seed * 1664525 + 1013904223) >> 16) % parts.size()];
        const auto lines = paragraphs_in(text, false), joined = paragraphs_in(text, true);
        std::size_t at = 0;
        for (const auto span : joined) { // each begins with a line, ends with one, in order
            ASSERT_LT(at, lines.size());
            ASSERT_EQ(span.begin, lines[at].begin);
            while (at < lines.size() && lines[at].end < span.end) ++at;
            ASSERT_LT(at, lines.size());
            ASSERT_EQ(span.end, lines[at++].end);
        }
        ASSERT_EQ(at, lines.size());
    }
}
