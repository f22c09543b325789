#include "random_query.h"
#include "workbench/words.h"

namespace search_tests
{

const std::vector<FamilyWord> vocabulary{
    {"gobierno", 1},       {"gobiernos", 16}, {"Gobierno", 1},  {"ejecución", 2}, {"ejecuciones", 2}, {"año", 3},
    {"años", 17},          {"ano", 4},        {"papel", 5},     {"papeles", 5},   {"Papel", 5},       {"no", 6},
    {"digital", 7},        {"digitales", 7},  {"que", 8},       {"la", 9},        {"de", 10},         {"público", 11},
    {"pu\u0301blico", 11}, {"2019", 12},      {"pingüino", 13}, {"PINGÜINO", 13}, {"مرحبا", 14},      {"x", 15}};

int family_of(const std::string& word)
{
    for (const auto& entry : vocabulary)
        if (workbench::lower(entry.word) == workbench::lower(word)) return entry.family;
    return -1;
}

std::string random_line(Random& random)
{
    static const std::vector<std::string> joints{" ",    " ",  " ", " ",  ", ", "-",
                                                 " 😀 ", "… ", "/", ". ", " «", " 👨‍👩‍👧 "};
    static const std::vector<std::string> labels{"", "", "", "DMPP1: ", "papel: ", "E: "};
    auto line = one(random, labels);
    for (auto n = pick(random, 14); n > 0; --n) line += one(random, vocabulary).word + one(random, joints);
    return line;
}

MemoryTexts random_texts(Random& random, const std::string& other_language)
{
    MemoryTexts texts;
    for (auto n = 2 + pick(random, 5); n > 0; --n) {
        std::string text;
        for (auto lines = pick(random, 9); lines > 0; --lines) text += random_line(random) + "\n";
        texts.add(text, pick(random, 4) ? "es" : other_language);
        if (pick(random, 8) == 0) texts.add(text, "es");
    }
    return texts;
}

MemoryTexts part_of(Random& random, const MemoryTexts& texts)
{
    auto part = texts;
    part.remove(pick(random, part.heads().size()));
    part.add("papel que ya no está\ngobierno digital");
    return part;
}

namespace
{

std::string random_word(Random& random)
{
    return one(random, vocabulary).word;
}

std::string random_leaf(Random& random)
{
    const auto word = random_word(random);
    const auto points = word.substr(0, word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
    switch (pick(random, 14)) {
    case 0: return "\"" + word + " " + random_word(random) + "\"";
    case 1: return "\"" + word + ", " + random_word(random) + " " + random_word(random) + "\"";
    case 2: return "=" + word;
    case 3: return points.size() > 2 ? points.substr(0, 2) + "*" : word;
    case 4: return word + "~";
    case 5: return word + "~2";
    case 6: return "doc:" + std::to_string(pick(random, 4));
    case 7: return "speaker:" + std::string(pick(random, 2) ? "papel" : "E");
    case 8: return "*" + word.substr(word.size() - 1 - (static_cast<unsigned char>(word.back()) >= 0x80));
    case 9: return points.size() > 2 ? "/" + points.substr(0, 3) + "/" : word;
    default: return word;
    }
}

std::string random_operand(Random& random)
{
    const auto word = random_word(random);
    switch (pick(random, 6)) {
    case 0: return "\"" + word + " " + random_word(random) + "\"";
    case 1: return "(" + word + " OR \"" + random_word(random) + " " + random_word(random) + "\")";
    case 2: return "=" + word;
    default: return word;
    }
}

}

std::string random_query(Random& random, int depth)
{
    const auto deeper = [&] { return random_query(random, depth - 1); };
    if (depth == 0) return random_leaf(random);
    switch (pick(random, 12)) {
    case 0: return deeper() + " AND " + deeper();
    case 1: return deeper() + " OR " + deeper();
    case 2: return "(" + deeper() + " XOR " + deeper() + " XOR " + deeper() + ")";
    case 3: return "(" + deeper() + ") " + deeper();
    case 4: return deeper() + " NOT (" + deeper() + ")";
    case 5: return "+(" + deeper() + ") " + deeper();
    case 6: return "-(" + deeper() + ")";
    case 7: return "(" + deeper() + " O " + deeper() + ")";
    case 8:
    case 9:
        return random_operand(random) + (pick(random, 2) ? " NEAR/" : " ADJ/") + std::to_string(1 + pick(random, 5)) +
               " " + random_operand(random);
    case 10: return random_word(random) + " NEAR/6 " + random_operand(random) + " NEAR/6 " + random_word(random);
    default: return random_leaf(random);
    }
}

}
