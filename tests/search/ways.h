#pragma once
#include "slow_answer.h"

// The ways to one answer, compared: scanning, an index, an index that is behind.
namespace search_tests
{

/// All hits.
search::Hits answer_of(const search::Query& query, const MemoryTexts& texts, search::Index& index);

bool same(const search::Hits& a, const search::Hits& b);

/// The hits as slow_answer gives them.
std::map<Place, std::vector<search::Mark>> by_place(const search::Hits& hits);

/// The smallest part of the query that two indexes answer differently, for the message of a failure.
std::string differing_part(const search::Query& query, const MemoryTexts& texts, search::Index& a, search::Index& b);

}
