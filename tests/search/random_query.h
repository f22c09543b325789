#pragma once
#include "texts.h"
#include <random>
#include <string>
#include <vector>

namespace search_tests
{

using Random = std::mt19937;

inline std::size_t pick(Random& random, std::size_t n)
{
    return random() % n;
}

template <class List>
const auto& one(Random& random, const List& list)
{
    return list[pick(random, list.size())];
}

/// The vocabulary of random texts and queries, words of one family side by side; the number is that of the family of
/// one stem in Spanish (by hand from the published Snowball rules; the test StemFamilies holds the program to it).
struct FamilyWord {
    const char* word;
    int family;
};
extern const std::vector<FamilyWord> vocabulary;

/// -1 for a word that is not in the vocabulary.
int family_of(const std::string& word);

std::string random_line(Random& random);

/// A few texts, some of them twice, some of them in the other language.
MemoryTexts random_texts(Random& random, const std::string& other_language);

/// A part of the texts, to have an index that is behind and that knows texts which are gone.
MemoryTexts part_of(Random& random, const MemoryTexts& texts);

/// A query with operators so deep inside each other.
std::string random_query(Random& random, int depth);

}
