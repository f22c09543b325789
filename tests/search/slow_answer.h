#pragma once
#include "texts.h"
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace search_tests
{

/// Whose stems: those of the vocabulary of random_query.h, by hand, or Snowball's for real texts.
enum class Stems { by_hand, snowball };

/// The number of a text and that of a passage in it.
using Place = std::pair<std::size_t, std::size_t>;

/// The slow and obvious way to answer a query on texts in Spanish: the passages that it means, and their marks.
std::map<Place, std::vector<search::Mark>> slow_answer(const search::Query& query, const MemoryTexts& texts,
                                                       Stems stems);

/// What is wrong with the marks of hits; empty when nothing is. Each mark is a word that the query asks for; a match
/// begins and ends with a mark and lies in the passage.
std::string wrong_mark(const search::Query& query, const search::Hits& hits, Stems stems);

}
