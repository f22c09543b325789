#include "search/query.h"
#include <gtest/gtest.h>
#include <map>

using namespace search;

namespace
{

std::string read(std::string_view text)
{
    const auto query = parse(text);
    return query ? describe(*query) : "ERROR " + query.error().detail;
}

}

TEST(Query, WordsWithoutAnOperatorMeanAnd)
{
    EXPECT_EQ(read("gobierno"), "gobierno");
    EXPECT_EQ(read("  gobierno   digital "), "(AND gobierno digital)");
    EXPECT_EQ(read("gobierno AND digital"), "(AND gobierno digital)");
    EXPECT_EQ(read("gobierno Y digital NO papel"), "(AND gobierno digital (NOT papel))");
}

TEST(Query, OperatorsBindFromTightToLoose)
{
    EXPECT_EQ(read("a b OR c d XOR e"), "(OR (AND a b) (XOR (AND c d) e))");
    EXPECT_EQ(read("a O b Y c"), "(OR a (AND b c))");
    EXPECT_EQ(read("(a O b) Y c"), "(AND (OR a b) c)");
    EXPECT_EQ(read("NOT a NEAR/3 b c"), "(AND (NOT (NEAR/3 a b)) c)");
    EXPECT_EQ(read("a ADJ b ADJ c"), "(ADJ/10 a b c)");
    EXPECT_EQ(read("NOT NOT a"), "(NOT (NOT a))");
    EXPECT_EQ(read("\"gobierno digital\" NEAR/5 (vecino OR ciudadana)"),
              "(NEAR/5 (PHRASE 'gobierno 'digital) (OR vecino ciudadana))");
}

TEST(Query, OperatorsInSmallLettersAreWords)
{
    EXPECT_EQ(read("and o y no near"), "(AND and o y no near)");
    EXPECT_EQ(read("\"AND\""), "'AND");
}

TEST(Query, PlusMakesTheOthersOptional)
{
    EXPECT_EQ(read("+a b"), "(MAYBE a b)");
    EXPECT_EQ(read("b +a -c d"), "(MAYBE (AND a (NOT c)) b d)");
    EXPECT_EQ(read("+a +b"), "(AND a b)");
    EXPECT_EQ(read("+a b AND c"), "(AND a b c)");
    EXPECT_EQ(read("-a"), "(NOT a)");
    EXPECT_EQ(read("a -b"), "(AND a (NOT b))");
    EXPECT_EQ(read("a -\"b c\" -(d OR e)"), "(AND a (NOT (PHRASE 'b 'c)) (NOT (OR d e)))");
}

TEST(Query, APhraseIsNotStemmedAndItsPunctuationDoesNotCount)
{
    EXPECT_EQ(read("\"gobierno, digital!\""), "(PHRASE 'gobierno 'digital)");
    EXPECT_EQ(read("“cero papel” «sin cola»"), "(AND (PHRASE 'cero 'papel) (PHRASE 'sin 'cola))");
    EXPECT_EQ(read("e-gobierno"), "(PHRASE 'e 'gobierno)");
    EXPECT_EQ(read("padre/madre"), "(PHRASE 'padre 'madre)");
    EXPECT_EQ(read("3,14"), "3,14");
}

TEST(Query, SignsOnAWordChangeHowItIsCompared)
{
    EXPECT_EQ(read("=ejecución =\"Cero Papel\""), "(AND =ejecución (PHRASE =Cero =Papel))");
    EXPECT_EQ(read("desplaz* *ción con*ón"), "(AND 'desplaz* '*ción 'con*ón)");
    EXPECT_EQ(read("e-gob*"), "(PHRASE 'e 'gob*)");
    EXPECT_EQ(read("papel~ reforma~2"), "(AND 'papel~1 'reforma~2)");
    EXPECT_EQ(read("=papel~"), "=papel~1");
    EXPECT_EQ(read("\"gob* digital\""), "(PHRASE 'gob 'digital)");
}

TEST(Query, PunctuationAloneIsPassedOver)
{
    EXPECT_EQ(read("a +?"), "a");
    EXPECT_EQ(read("+? a b"), "(AND a b)");
    EXPECT_EQ(read("gobierno – digital"), "(AND gobierno digital)");
    EXPECT_EQ(read("a - b"), "(AND a b)");
    EXPECT_EQ(read("¿gobierno?"), "gobierno");
    EXPECT_EQ(read("- OR a"), "a");
}

TEST(Query, FieldsAreLeftToTheCaller)
{
    const auto query = parse("hablante:DMPP5 Sexo:F \"Nivel educativo\":superior código:\"Motivaciones/Cero papel\"");
    ASSERT_TRUE(query);
    ASSERT_EQ(query->parts.size(), 4u);
    EXPECT_EQ(query->parts[0].outside, (Outside{FieldKind::speaker, "hablante", "DMPP5", 1}));
    EXPECT_EQ(query->parts[1].outside, (Outside{FieldKind::variable, "Sexo", "F", 16}));
    EXPECT_EQ(query->parts[2].outside, (Outside{FieldKind::variable, "Nivel educativo", "superior", 23}));
    EXPECT_EQ(query->parts[3].outside, (Outside{FieldKind::code, "código", "Motivaciones/Cero papel", 50}));
    EXPECT_EQ(read("(doc:e1 OR DOC:\"e 2\") doc:informe(2)"), "(AND (OR doc:e1 DOC:e 2) doc:informe(2))");
    EXPECT_EQ(read("10:30"), "(PHRASE '10 '30)") << "a time is not a field";
    EXPECT_EQ(read("https://www.gob.pe/tramites"), "(PHRASE 'https 'www.gob.pe 'tramites)") << "nor is an address";
    EXPECT_EQ(read("ana.perez@muni.gob.pe"), "ana.perez@muni.gob.pe");
}

TEST(Query, AFieldMayHaveSeveralValuesInParentheses)
{
    EXPECT_EQ(read("hablante:(ANA O LUIS) papel"), "(AND (OR hablante:ANA hablante:LUIS) papel)");
    EXPECT_EQ(read("code:(\"Cero papel\" -(A/B OR C:D)) x"),
              "(AND (AND code:Cero papel (NOT (OR code:A/B code:C:D))) x)");
    EXPECT_EQ(read("\"Nivel educativo\":(superior O \"no tiene\")"),
              "(OR Nivel educativo:superior Nivel educativo:no tiene)");
    EXPECT_EQ(read("doc:(e1) a"), "(AND doc:e1 a)");
    const auto query = parse("a rol:(b O c)");
    ASSERT_TRUE(query);
    EXPECT_EQ(query->parts[1].parts[1].outside, (Outside{FieldKind::role, "rol", "c", 12}));
}

TEST(Query, EveryExampleOfTheTablesIsReadAsWhatItIsAnExampleOf)
{
    using enum Query::Kind;
    const std::map<SignKind, Query::Kind> kinds{
        {SignKind::word, word},   {SignKind::phrase, phrase}, {SignKind::and_, all_of},   {SignKind::or_, any_of},
        {SignKind::not_, all_of}, {SignKind::xor_, one_of},   {SignKind::group, all_of},  {SignKind::plus, maybe},
        {SignKind::near, near},   {SignKind::adjacent, near}, {SignKind::wildcard, word}, {SignKind::fuzzy, word},
        {SignKind::exact, word},  {SignKind::regex, regex},
    };
    for (const auto& sign : signs) {
        const auto query = parse(sign.example);
        ASSERT_TRUE(query) << sign.example << ": " << query.error().detail;
        EXPECT_EQ(query->kind, kinds.at(sign.kind)) << sign.example << " is " << describe(*query);
        EXPECT_EQ(query->kind == near && query->ordered, sign.kind == SignKind::adjacent);
        for (const auto name : {sign.english, sign.spanish}) {
            if (name.empty()) continue;
            const auto written =
                sign.kind == SignKind::not_ ? std::string(name) + " b" : "a " + std::string(name) + " b";
            EXPECT_EQ(read(written).find(" " + std::string(name)), std::string::npos) << written << " is no word here";
        }
    }
    for (const auto& field : fields) {
        const auto query = parse(field.example);
        ASSERT_TRUE(query) << field.example;
        EXPECT_EQ(query->outside.field, field.kind) << field.example;
    }
}

TEST(Query, ARegexKeepsItsSigns)
{
    EXPECT_EQ(read(R"(/emba?razo/)"), "/emba?razo/");
    EXPECT_EQ(read(R"(/a\/b/ c)"), "(AND /a/b/ c)");
    EXPECT_EQ(read(R"(/\d+ soles/)"), R"(/\d+ soles/)");
}

TEST(Query, AnErrorNamesItsColumn)
{
    struct Row {
        const char *text, *says;
    };
    const Row rows[]{
        {"gobierno y (digital", "The parenthesis that was opened in column 12 is not closed."},
        {"a) b", "The parenthesis closed in column 2 was never opened."},
        {"ñandú \"cero papel", "The quotation marks that open in column 7 are not closed."},
        {"a AND", "The query ends in column 6 where a word is missing."},
        {"a OR OR b", "A word is missing before column 6."},
        {"OR b", "A word is missing before column 1."},
        {"()", "The parentheses in column 1 are empty."},
        {"a NEAR/0 b", "The distance of NEAR in column 3 has to be a whole number from 1 to 10000, as in NEAR/5."},
        {"a ADJ/x b", "The distance of ADJ in column 3 has to be a whole number from 1 to 10000, as in ADJ/5."},
        {"a NEAR/2 b ADJ/2 c", "column 12"},
        {"a NEAR/2 b NEAR/3 c", "column 12"},
        {"a NEAR doc:e1", "column 8"},
        {"papel~3", "After the ~ of papel in column 1 only 1 or 2 can stand."},
        {"\"a b\"~", "The ~ in column 6 has to follow a word, not a phrase."},
        {"e-gob~", "The ~ in column 1 has to follow one word."},
        {"*", "The * in column 1 needs at least one letter beside it."},
        {"gob*~", "The word in column 1 cannot have * and ~ at once."},
        {"doc: e1", "A value has to follow doc: in column 1"},
        {"/abc", "The regular expression that begins in column 1 has no closing /."},
        {"//", "The regular expression in column 1 is empty."},
        {"a /(b/", "Column 3:"},
        {"= a", "A word or a phrase has to follow the = in column 1."},
        {"\"?!\"", "There is no word to search for in column 1."},
        {"doc:(a", "The parenthesis that was opened in column 5 is not closed."},
        {"doc:(a OR /b/)", "Between the parentheses of doc: only values can stand"},
        {"doc:(a NEAR b)", "column 8 is something else"},
        {"doc:(=a)", "column 6 is something else"},
        {"doc:()", "The parentheses in column 5 are empty."},
        {"", "The query is empty."},
        {"   ", "The query is empty."},
        {"... –", "The query has no word to search for."},
    };
    for (const auto& [text, says] : rows) {
        const auto query = parse(text);
        ASSERT_FALSE(query) << text << " was read as " << describe(*query);
        EXPECT_EQ(query.error().code, workbench::ErrorCode::bad_value);
        EXPECT_NE(query.error().detail.find(says), std::string::npos) << text << ": " << query.error().detail;
    }
}

TEST(Query, HostileQueriesAreRefusedAndDoNotOverflow)
{
    EXPECT_FALSE(parse(std::string(100'000, 'a')));
    EXPECT_FALSE(parse(std::string(5'000, '(') + "a" + std::string(5'000, ')')));
    EXPECT_FALSE(parse(std::string(10'000, '-') + "a"));
    EXPECT_TRUE(parse(std::string(150, '(') + "a" + std::string(150, ')')));
    std::string chain = "a";
    for (int i = 0; i < 6; ++i) chain += " NEAR a";
    EXPECT_FALSE(parse(chain));
    (void)parse("\xFF\xFE\"\xC3");
}
