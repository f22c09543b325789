#include "workbench/turns.h"
#include "workbench/words.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

using namespace workbench;

namespace
{

std::string part(std::string_view text, std::int64_t begin, std::int64_t end)
{
    std::string found;
    std::int64_t at = -1;
    for (const char c : text) {
        at += (c & 0xC0) != 0x80;
        if (at >= begin && at < end) found += c;
    }
    return found;
}

/// `label|rest of the turn|speaker|seconds`, one turn a line.
std::string shown(std::string_view text, const FoundTurns& found)
{
    std::string lines;
    for (const auto& turn : found.turns) {
        lines += part(text, turn.span.begin, turn.label_end) + "|" + part(text, turn.label_end, turn.span.end) + "|" +
                 turn.speaker.value_or("-");
        if (turn.seconds) lines += "|" + fmt::format("{}", *turn.seconds);
        lines += "\n";
    }
    return lines;
}

std::string turns_by(std::string_view text, const SpeakerRule& rule = {})
{
    const auto found = find_turns(text, rule);
    return found ? shown(text, *found) : "error: " + found.error().detail;
}

struct Row {
    std::string text, turns;
};
class Guessed : public testing::TestWithParam<Row>
{
};

}

TEST_P(Guessed, Turns)
{
    EXPECT_EQ(turns_by(GetParam().text), GetParam().turns);
}

INSTANTIATE_TEST_SUITE_P(
    Turns, Guessed,
    testing::Values(Row{"", ""}, Row{"Nada que decir.", ""},
                    Row{"E: ¿Qué?\nDMPP5: Nada.", "E:| ¿Qué?|E\nDMPP5:| Nada.|DMPP5\n"},
                    Row{"Entrevista 3\n\nE: ¿Qué?\n\nP1: Nada.\nY nada más.\n\nE: Bien\n\n",
                        "|Entrevista 3|-\nE:| ¿Qué?|E\nP1:| Nada.\nY nada más.|P1\nE:| Bien|E\n"},
                    Row{"ENTREVISTADORA [00:01:02]: ¿Qué?\nANA QUISPE (1:05): Sí.\n",
                        "ENTREVISTADORA [00:01:02]:| ¿Qué?|ENTREVISTADORA|62\nANA QUISPE (1:05):| Sí.|ANA QUISPE|65\n"},
                    Row{"[00:00:03] Ana: hola\n00:00:04 - Luis: hola",
                        "[00:00:03] Ana:| hola|Ana|3\n00:00:04 - Luis:| hola|Luis|4\n"},
                    Row{"Ana Pérez 00:12\nhola\nLuis 1:00:05\nadiós\n",
                        "Ana Pérez 00:12|\nhola|Ana Pérez|12\nLuis 1:00:05|\nadiós|Luis|3605\n"},
                    Row{"[ANA] hola\n[LUIS] sí\n[ANA] no", "[ANA]| hola|ANA\n[LUIS]| sí|LUIS\n[ANA]| no|ANA\n"},
                    Row{"[ENTREVISTADOR]: hola\n[Risas] bueno\n[DMPP1]: sí",
                        "[ENTREVISTADOR]:| hola\n[Risas] bueno|ENTREVISTADOR\n[DMPP1]:| sí|DMPP1\n"},
                    Row{"**E:** hola\n**P:** sí", "**E:**| hola|E\n**P:**| sí|P\n"},
                    Row{"DMPP5: uno\ndos\ntres\ncuatro\ncinco\nseis\nsiete\nocho",
                        "DMPP5:| uno\ndos\ntres\ncuatro\ncinco\nseis\nsiete\nocho|DMPP5\n"},
                    Row{"E: hola\nJuan: sí", "E:| hola|E\nJuan:| sí|Juan\n"},
                    Row{"Ana: Hola.\nLuis: Hola, Ana.", "Ana:| Hola.|Ana\nLuis:| Hola, Ana.|Luis\n"},
                    Row{"  E: hola\n\tP1 : sí", "E:| hola|E\nP1 :| sí|P1\n"},
                    Row{"ANA: uno\nAna: dos\nANÁ: tres", "ANA:| uno|ANA\nAna:| dos|ANA\nANÁ:| tres|ANA\n"},
                    Row{"Q: why?\nA: because", "Q:| why?|Q\nA:| because|A\n"},
                    Row{"SPEAKER 1: a\nSPEAKER 2: b", "SPEAKER 1:| a|SPEAKER 1\nSPEAKER 2:| b|SPEAKER 2\n"},
                    // what only looks like a label
                    Row{"Nota: esto importa.\nEl resto es prosa.", ""},
                    Row{"E: hola\nNota: al margen\nP1: sí", "E:| hola\nNota: al margen|E\nP1:| sí|P1\n"},
                    Row{"Fecha: hoy\nLugar: Puno\nDuración: 40 min\nFecha: ayer", ""},
                    Row{"http://quipu.org\nhttps://x\n10:30 salimos", ""},
                    Row{"Tabla 3: gastos\nTabla 4: ingresos\nFigura 1: mapa", ""},
                    Row{"Y entonces le dije: no.\nY entonces me dijo: sí.\nY entonces le dije: no.", ""},
                    Row{"Recuerdo una cosa: nada.\nUna proporción de 3:1\nProblema: uno\nProblema: dos", ""},
                    Row{"[1] Decreto\n[2] Ley", ""},
                    Row{"E: dijo\nEntonces: calló\nP1: sí", "E:| dijo\nEntonces: calló|E\nP1:| sí|P1\n"}));

TEST(Turns, PositionsAreCodePoints)
{
    const std::string text = "😀ñ\nE: ¿qué?\n  \nP1: 😀 sí  \n";
    const auto found = find_turns(text, {});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->turns.size(), 3u);
    EXPECT_EQ(found->turns[0].span, (Span{0, 2}));
    EXPECT_EQ(found->turns[1].span, (Span{3, 11}));
    EXPECT_EQ(found->turns[1].label_end, 5);
    EXPECT_EQ(found->turns[2].span, (Span{15, 25}));
    EXPECT_EQ(found->turns[2].number, 3);
    EXPECT_EQ(found->speakers, (std::vector<std::string>{"E", "P1"}));
}

TEST(Turns, LabelsPassedOverAreTold)
{
    const auto found = find_turns("Nota: uno\nE: dos\nNota: tres", {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->passed_over, (std::vector<LabelCount>{{"Nota", 2}}));
}

TEST(Turns, OffFindsNone)
{
    EXPECT_EQ(turns_by("E: hola", {SpeakerMode::off, ""}), "");
}

TEST(Turns, APatternSaysWhatALabelIs)
{
    const std::string text = "<<juan>> hola\nE: no\n  <<ana>> sí [00:00:05] x\n";
    EXPECT_EQ(turns_by(text, {SpeakerMode::pattern, "^<<(\\w+)>>"}),
              "<<juan>>| hola\nE: no|juan\n<<ana>>| sí [00:00:05] x|ana\n");
    EXPECT_EQ(turns_by("P1 [00:01:00]: a\nP2 [00:02:00]: b", {SpeakerMode::pattern, "P\\d \\[[\\d:]+\\]"}),
              "P1 [00:01:00]:| a|P1|60\nP2 [00:02:00]:| b|P2|120\n");
    EXPECT_EQ(turns_by("12 Ana: a", {SpeakerMode::pattern, "(\\d+) (?<name>\\w+):"}), "12 Ana:| a|Ana\n");
    EXPECT_EQ(turns_by("hola", {SpeakerMode::pattern, "x*"}), "");
}

TEST(Turns, APatternThatCannotBeReadSaysWhere)
{
    const auto wrong = find_turns("a", {SpeakerMode::pattern, "ab(c"});
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::bad_value);
    EXPECT_NE(wrong.error().detail.find("column"), std::string::npos);
    EXPECT_FALSE(find_turns("a", {SpeakerMode::pattern, ""}));
}

TEST(Turns, APatternThatRunsWildIsStopped)
{
    const auto wild = find_turns(std::string(4000, 'a') + "b", {SpeakerMode::pattern, "(a|aa|a*)*c"});
    ASSERT_FALSE(wild);
    EXPECT_EQ(wild.error().code, ErrorCode::bad_value);
}

TEST(Turns, CuesGiveTheirTime)
{
    const std::vector<TimedMark> times{{0, 1.5}, {8, 3}, {17, 5}};
    const std::string labelled = "E: hola\nP1: bien\ny más";
    const auto found = find_turns(labelled, {}, times);
    ASSERT_TRUE(found);
    EXPECT_EQ(shown(labelled, *found), "E:| hola|E|1.5\nP1:| bien\ny más|P1|3\n");

    const std::string plain = "xx hola\nyyy bien\ny más";
    const auto cues = find_turns(plain, {}, times);
    ASSERT_TRUE(cues);
    EXPECT_EQ(shown(plain, *cues), "|xx hola|-|1.5\n|yyy bien|-|3\n|y más|-|5\n");
    EXPECT_TRUE(cues->speakers.empty());
}

TEST(Turns, TurnsNeverOverlapAndCoverWhatIsNotBlank)
{
    unsigned seed = 1;
    const std::vector<std::string> parts{"E: ", "P1: ", "Nota: ", "[ANA]", " 00:01", "\n", "\n\n", "hola ",
                                         "ñ",   "😀",   ":",      "[",     "]",      "**", " "};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 20; ++i) text += parts[((seed = seed * 1664525 + 1013904223) >> 16) % parts.size()];
        const auto found = find_turns(text, {});
        ASSERT_TRUE(found);
        std::int64_t at = 0;
        for (const auto& turn : found->turns) {
            EXPECT_LE(at, turn.span.begin) << text;
            EXPECT_LT(turn.span.begin, turn.span.end) << text;
            EXPECT_LE(turn.span.begin, turn.label_end) << text;
            EXPECT_LE(turn.label_end, turn.span.end) << text;
            EXPECT_EQ(part(text, at, turn.span.begin).find_first_not_of(" \t\n"), std::string::npos) << text;
            at = turn.span.end;
        }
        EXPECT_LE(at, code_points(text)) << text;
    }
}

TEST(Turns, WhoAsks)
{
    for (const auto* label : {"E", "e", "ENTREVISTADOR", "Entrevistadora", "ENTREVISTADOR(A)", "Entrevistador/a",
                              "ENTREVISTADORA 2", "INTERVIEWER", "Interviewer 1", "MODERADOR", "Moderadora",
                              "MODERADOR(A)", "Moderator", "Investigadora", "Facilitador", "Q", "ENTREVISTADORA ANA"})
        EXPECT_TRUE(is_interviewer(label)) << label;
    for (const auto* label : {"DMPP5", "P1", "E1", "Entrevistado", "ENTREVISTADA 2", "Ana", "Interviewee", "", "Elena",
                              "Participante", "Pregunta clave"})
        EXPECT_FALSE(is_interviewer(label)) << label;
}

TEST(Turns, AReportWithLabelledLinesHasNoSpeakers)
{
    std::string report;
    for (int i = 0; i < 60; ++i) {
        report += "La gestión del año fue ordenada y la obra avanzó según el plan.\nEl resto se explica más abajo, con "
                  "sus cifras.\n";
        if (i % 10 == 0) report += "Returns: nada\nINTEGER: uno\nRFC5280: dos\n";
    }
    EXPECT_EQ(turns_by(report), "");
}

TEST(Turns, LongAnswersKeepTheirSpeakers)
{
    std::string text;
    for (int i = 0; i < 4; ++i) {
        text += "Entrevistador: ¿Y luego?\nJuan Mamani: Luego nada.\n";
        for (int k = 0; k < 30; ++k) text += "Y así seguimos hablando un buen rato de lo mismo.\n";
    }
    const auto found = find_turns(text, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->speakers, (std::vector<std::string>{"Entrevistador", "Juan Mamani"}));
    EXPECT_EQ(found->turns.size(), 8u);
}
