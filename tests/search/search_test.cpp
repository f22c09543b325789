#include "search/search.h"
#include "support/corpus.h"
#include "texts.h"
#include <fstream>
#include <gtest/gtest.h>

using namespace search;
using search_tests::MemoryTexts;
using support::TempFolder;

namespace
{

struct Searched : testing::Test {
    TempFolder cache;
    MemoryTexts texts;
    Index index = Index::open(cache.path(), "p");
    workbench::Progress progress;

    Hits hits(std::string_view text, Page page = {0, -1})
    {
        const auto query = parse(text);
        EXPECT_TRUE(query) << text;
        const auto hits = search::search(*query, texts, index, search_tests::resolver_of(texts), page);
        EXPECT_TRUE(hits) << text;
        return *hits;
    }
    /// The marked words of every hit in the order of the text, hits parted by "|".
    std::string found(std::string_view text)
    {
        auto all = hits(text).hits;
        std::sort(all.begin(), all.end(),
                  [](auto& a, auto& b) { return std::pair(a.text, a.passage) < std::pair(b.text, b.passage); });
        std::string out;
        for (const auto& hit : all) {
            if (&hit != &all.front()) out += "| ";
            for (const auto& mark : hit.marks) out += marked(hit, mark) + " ";
        }
        return out;
    }
    static std::string marked(const Hit& hit, const Mark& mark)
    {
        std::int64_t point = hit.where.begin;
        std::string out;
        for (const char c : hit.where.text) {
            if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++point;
            if (point > mark.begin && point <= mark.end) out += c;
        }
        return out;
    }
    /// By scanning, then by the index: both have to answer alike.
    void expect(std::string_view text, std::string_view marks)
    {
        EXPECT_EQ(found(text), marks) << text << (index.texts() ? " (index)" : " (scan)");
    }
    void bring_up_to_date()
    {
        const auto updated = index.update(texts, progress);
        ASSERT_TRUE(updated) << updated.error().detail;
        EXPECT_FALSE(index.behind(texts.hashes()).any());
    }
    template <class Test>
    void both_ways(Test test)
    {
        test();
        bring_up_to_date();
        test();
    }
};

}

TEST_F(Searched, APlainWordFindsItsFormsWithoutCaseAndAccents)
{
    texts.add("La ejecución del gasto\nlas Ejecuciones\nejecucion sin tilde\nnada de esto\nEJECUCIO\u0301N");
    both_ways([this] {
        expect("ejecucion", "ejecución | ejecucion | EJECUCIO\u0301N ");
        expect("ejecuciones", "ejecución | Ejecuciones | EJECUCIO\u0301N ");
        expect("ejecución", "ejecución | Ejecuciones | ejecucion | EJECUCIO\u0301N ");
        expect("=ejecución", "ejecución | EJECUCIO\u0301N ");
        expect("=EJECUCION", "ejecucion ");
        expect("\"ejecuciones\"", "Ejecuciones ");
    });
}

TEST_F(Searched, TheLetterEnyeIsNotN)
{
    texts.add("el año pasado\nel ano pasado\nel an\u0303o pasado\nEL AÑO");
    both_ways([this] {
        expect("año", "año | an\u0303o | AÑO ");
        expect("ano", "ano ");
        expect("\"el año\"", "el año | el an\u0303o | EL AÑO ");
        expect("=ano", "ano ");
        expect("an*", "ano ");
        expect("añ*", "año | an\u0303o | AÑO ");
        expect("año~", "año | ano | an\u0303o | AÑO ");
    });
}

TEST_F(Searched, AWordThatIsBrokenInSeveralIsAPhrase)
{
    texts.add("El e-gobierno local\nel gobierno e informes\nE GOBIERNO\ne–gobierno");
    both_ways([this] {
        expect("e-gobierno", "e gobierno | E GOBIERNO | e gobierno ");
        expect("gobierno -e-gobierno", "gobierno ");
    });
}

TEST_F(Searched, BetweenTheWordsOfAPhrasePunctuationDoesNotCount)
{
    texts.add("cero, papel\ncero 😀 papel\ncero de papel\n«Cero» (PAPEL) cero papel\npapel cero");
    both_ways([this] { expect("\"cero papel\"", "cero papel | cero papel | Cero PAPEL cero papel "); });
}

TEST_F(Searched, LabelsAreNotSearched)
{
    texts.add("DOCENTE: el docente habla\nALUMNA: y el Docente escucha\nDOCENTE: nada");
    both_ways([this] {
        expect("docente", "docente | Docente ");
        expect("speaker:DOCENTE", "| ");
        expect("speaker:DOCENTE docente", "docente ");
        expect("-speaker:DOCENTE", "");
        expect("/docente/", "docente | Docente ");
        EXPECT_EQ(hits("docente").hits.front().where.words_begin - hits("docente").hits.front().where.begin, 9);
    });
}

TEST_F(Searched, OperatorsCombine)
{
    texts.add("uno dos\nuno tres\ndos tres\nuno dos tres\ncuatro");
    both_ways([this] {
        expect("uno dos", "uno dos | uno dos ");
        expect("uno OR tres", "uno | uno tres | tres | uno tres ");
        expect("uno XOR tres", "uno | tres ");
        expect("uno XOR dos XOR tres", "uno dos tres ");
        expect("uno -dos", "uno ");
        EXPECT_EQ(hits("NOT uno").total, 2);
        EXPECT_TRUE(hits("NOT uno").hits[0].marks.empty());
        expect("+uno dos -tres", "uno dos ");
        expect("+uno tres", "uno | uno tres | uno tres ");
        expect("cuatro OR (uno -dos)", "uno | cuatro ");
    });
}

TEST_F(Searched, AFieldThatMustHoldKeepsAllItsPassages)
{
    texts.add("uno dos\ntres\ncuatro uno a dos\ncinco");
    both_ways([this] {
        expect("+doc:0 uno NEAR/3 dos", "uno dos | | uno dos | ");
        expect("+doc:0 \"uno dos\"", "uno dos | | | ");
    });
}

TEST_F(Searched, NearAndAdjacentCountWords)
{
    texts.add("uno a b dos\ndos a uno\nuno dos uno\nuno a b c d dos");
    both_ways([this] {
        expect("uno NEAR/3 dos", "uno dos | dos uno | uno dos uno ");
        expect("uno ADJ/3 dos", "uno dos | uno dos ");
        expect("uno NEAR/2 dos", "dos uno | uno dos uno ");
        expect("\"a b\" NEAR/3 dos", "a b dos ");
        expect("uno NEAR/4 \"b c\"", "uno b c ");
        expect("uno NEAR dos NEAR a", "uno a dos | dos a uno | uno a dos ");
        expect("uno NEAR/1 uno", "");
        expect("uno NEAR/2 uno", "uno uno ");
    });
}

TEST_F(Searched, WildcardsFuzzyWordsAndRegularExpressions)
{
    texts.add("desplazado y desplazamiento\nel desplante de Cóndor\nreconciliación\nhttp 2019 y 350 soles ¿eh?");
    both_ways([this] {
        expect("desplaz*", "desplazado desplazamiento ");
        expect("con*", "Cóndor ");
        expect("=con*", "");
        expect("*ción", "reconciliación ");
        expect("d*l*to", "desplazamiento ");
        expect("reconciliasion~", "reconciliación ");
        expect("reconsiliasion~", "");
        expect("reconsiliasion~2", "reconciliación ");
        expect("/\\d{3}/", "2019 350 ");
        expect("/\\d+ soles/", "350 soles ");
        expect("/\\?/", "? ");
        expect("/DESPLA/", "desplazado desplazamiento | desplante ");
        expect("/(?-i)DESPLA/", "");
        expect("soles /\\d{4}/", "2019 soles ");
        expect("NOT /despl/", "| ");
    });
}

TEST_F(Searched, NumbersAndAddressesAreWordsAsTheyAreWritten)
{
    texts.add("S/ 1.234,5 y 1,234.5 en 2019, 75 %\nescriba a ana.perez@muni.gob.pe\nvea "
              "https://www.gob.pe/tramites\n3.er piso, 10:30");
    both_ways([this] {
        expect("1.234,5", "1.234,5 ");
        expect("1,234.5", "1,234.5 ");
        expect("1.234*", "1.234,5 ");
        expect("75%", "75 ");
        expect("ana.perez@muni.gob.pe", "ana.perez@muni.gob.pe ");
        expect("*@muni.gob.pe", "ana.perez@muni.gob.pe ");
        expect("https://www.gob.pe/tramites", "https www.gob.pe tramites ");
        expect("10:30", "10 30 ");
    });
}

TEST_F(Searched, QuechuaAndAymaraAreNotStemmedAsSpanish)
{
    texts.add("runa runakuna wasikuna\nq'iru q\u2019iru q\u02BCiru Q\u2018IRU\nanos a\u00F1os", "qu");
    texts.add("jaqi jaqinaka p\u02BCiqi P'IQI", "ay");
    texts.add("runas y runa");
    both_ways([this] {
        expect("runa", "runa | runas runa ");
        expect("runakuna", "runakuna ");
        expect("runa*", "runa runakuna | runas runa ");
        expect("q'iru", "q'iru q\u2019iru q\u02BCiru Q\u2018IRU ");
        expect("=q'iru", "q'iru ");
        expect("p'iqi", "p\u02BCiqi P'IQI ");
        expect("ano", "");
        expect("a\u00F1o", "");
    });
}

TEST_F(Searched, AMatchIsAWordAPhraseOrWhatARegularExpressionFound)
{
    texts.add("uno: cero, papel y cero papel dos");
    const auto matches = [this](std::string_view text) {
        std::string out;
        for (const auto& hit : hits(text).hits)
            for (const auto& match : hit.matches) out += "[" + marked(hit, match) + "]";
        return out;
    };
    both_ways([&] {
        EXPECT_EQ(matches("papel"), "[papel][papel]");
        EXPECT_EQ(matches("\"cero papel\""), "[cero, papel][cero papel]");
        EXPECT_EQ(matches("\"cero papel\" OR papel OR dos"), "[cero, papel][papel][cero papel][papel][dos]");
        EXPECT_EQ(matches("y NEAR/3 \"cero papel\""), "[cero, papel][y][cero papel]");
        EXPECT_EQ(matches("/ro,? pa/"), "[ro, pa][ro pa]");
        EXPECT_EQ(matches("NOT nada"), "");
        EXPECT_EQ(matches("dos -nada"), "[dos]");
    });
}

TEST_F(Searched, ARegularExpressionThatRunsAwayIsAnError)
{
    texts.add(std::string(60, 'a') + "!\nuno");
    both_ways([this] {
        const auto answer = search::search(*parse("/(a+)+$/"), texts, index, search_tests::resolver_of(texts), {0, -1});
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, workbench::ErrorCode::bad_value);
        EXPECT_NE(answer.error().detail.find("(a+)+$"), std::string::npos);
        EXPECT_EQ(hits("uno /(a+)+$/").total, 0) << "only passages with the word are looked through";
        const auto impatient =
            search::search(*parse("/n/"), texts, index, search_tests::resolver_of(texts), {0, -1, -1});
        ASSERT_FALSE(impatient);
        EXPECT_EQ(impatient.error().code, workbench::ErrorCode::bad_value);
    });
}

TEST_F(Searched, ScriptsFromRightToLeftAndEmojiKeepTheirPlaces)
{
    texts.add("😀😀 مرحبا بالعالم\nשלום 👨‍👩‍👧 עולם");
    both_ways([this] {
        expect("بالعالم", "بالعالم ");
        EXPECT_EQ(hits("بالعالم").hits[0].marks, (std::vector<Mark>{{9, 16}}));
        EXPECT_EQ(hits("שלום עולם").hits[0].marks, (std::vector<Mark>{{17, 21}, {28, 32}}));
    });
}

TEST_F(Searched, ThePageIsAPartOfTheWhole)
{
    for (int i = 0; i < 7; ++i) texts.add("uno dos\nuno\n" + std::string(static_cast<std::size_t>(i), 'x'));
    both_ways([this] {
        const auto all = hits("uno").hits;
        ASSERT_EQ(all.size(), 14u);
        for (std::int64_t offset = 0; offset < 15; ++offset) {
            const auto page = hits("uno", {offset, 3});
            EXPECT_EQ(page.total, 14);
            EXPECT_TRUE(page.total_is_exact);
            ASSERT_EQ(page.hits.size(), std::min<std::size_t>(3, 14 - static_cast<std::size_t>(offset)));
            for (std::size_t i = 0; i < page.hits.size(); ++i)
                EXPECT_EQ(page.hits[i].where, all[static_cast<std::size_t>(offset) + i].where);
        }
        EXPECT_EQ(hits("uno", {100, 5}).hits.size(), 0u);
        EXPECT_EQ(hits("uno", {0, 0}).total, 14);
    });
}

TEST_F(Searched, MoreAndRarerWordsRankHigherAndEqualOnesKeepTheirOrder)
{
    texts.add("uno dos tres\nuno uno tres\nuno dos tres\nraro dos tres");
    both_ways([this] {
        const auto all = hits("uno OR raro").hits;
        ASSERT_EQ(all.size(), 4u);
        EXPECT_EQ(all[0].passage, 3u);
        EXPECT_EQ(all[1].passage, 1u);
        EXPECT_EQ(all[2].passage, 0u);
        EXPECT_EQ(all[3].passage, 2u);
        EXPECT_EQ(all[2].score, all[3].score);
        EXPECT_EQ(hits("+tres raro").hits[0].passage, 3u);
    });
}

TEST_F(Searched, AFieldThatIsNotKnownIsTheErrorOfTheResolver)
{
    texts.add("uno");
    const auto answer = search::search(*parse("Sexo:F"), texts, index, search_tests::resolver_of(texts));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, workbench::ErrorCode::not_found);
    EXPECT_EQ(answer.error().detail, "no Sexo (column 1 of the query).");
}

TEST_F(Searched, TwoTextsOfOneHashAreBothFound)
{
    texts.add("uno dos");
    texts.add("uno dos");
    texts.add("dos");
    both_ways([this] {
        expect("uno", "uno | uno ");
        expect("uno doc:1", "uno ");
        expect("doc:1", "");
        EXPECT_EQ(hits("doc:1").total, 1);
    });
}

TEST_F(Searched, AHugeWordIsFoundAllTheSame)
{
    const std::string huge(5'000, 'a');
    texts.add("uno " + huge + " dos\ntres");
    texts.add("uno");
    both_ways([&] {
        EXPECT_EQ(hits(huge).total, 1);
        EXPECT_EQ(hits("uno").total, 2);
        EXPECT_EQ(hits("tres").total, 1);
    });
    EXPECT_EQ(index.passages(), 1);
}

TEST_F(Searched, StemsAreThoseOfTheLanguageOfTheText)
{
    texts.add("nations\ngatas", "en");
    texts.add("nations\ngatas", "es");
    both_ways([this] {
        expect("nation", "nations ");
        EXPECT_EQ(hits("nation").hits[0].text, 0u);
        expect("gato", "gatas ");
        EXPECT_EQ(hits("gato").hits[0].text, 1u);
        expect("nation NEAR nation", "");
        expect("nations", "nations | nations ");
    });
}

TEST_F(Searched, ADeletedIndexIsOnlySlower)
{
    texts.add("uno dos\nuno");
    bring_up_to_date();
    const auto before = hits("uno");
    std::filesystem::remove_all(cache.path() / "p");
    const auto after = hits("uno");
    EXPECT_EQ(after.total, 2);
    EXPECT_EQ(after.hits[0].where, before.hits[0].where);
    EXPECT_EQ(index.texts(), 0);
    bring_up_to_date();
    EXPECT_EQ(hits("uno").total, 2);
}

TEST_F(Searched, ADamagedIndexIsNoticedAndBuiltAgain)
{
    for (int i = 0; i < 40; ++i) texts.add("uno dos " + std::to_string(i) + "\ntres uno\n");
    for (const std::string name : {"postlist.glass", "position.glass", "termlist.glass", "iamglass", "synonym.glass"}) {
        bring_up_to_date();
        for (const auto& folder : std::filesystem::directory_iterator(cache.path() / "p" / "search")) {
            const auto file = folder.path() / name;
            if (!std::filesystem::exists(file)) continue;
            const auto size = std::filesystem::file_size(file);
            std::ofstream(file, std::ios::in | std::ios::out) << std::string(size, '\x5A');
        }
        Index other = Index::open(cache.path(), "p");
        std::swap(index, other);
        EXPECT_EQ(hits("\"uno dos\"").total, 40) << name;
        EXPECT_EQ(hits("uno").total, 80) << name;
        texts.add("nuevo " + name);
    }
    bring_up_to_date();
    EXPECT_EQ(hits("uno").total, 80);
    EXPECT_EQ(hits("nuevo").total, 5);
}
