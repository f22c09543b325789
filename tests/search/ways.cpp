#include "ways.h"
#include <algorithm>

namespace search_tests
{

using namespace search;

std::map<Place, std::vector<Mark>> by_place(const Hits& hits)
{
    std::map<Place, std::vector<Mark>> out;
    for (const auto& hit : hits.hits) out[{hit.text, hit.passage}] = hit.marks;
    return out;
}

bool same(const Hits& a, const Hits& b)
{
    const auto alike = [](const Hit& x, const Hit& y) {
        return x.text == y.text && x.where == y.where && x.score == y.score && x.marks == y.marks &&
               x.matches == y.matches;
    };
    return a.total == b.total && std::equal(a.hits.begin(), a.hits.end(), b.hits.begin(), b.hits.end(), alike);
}

Hits answer_of(const Query& query, const MemoryTexts& texts, Index& index)
{
    return *search::search(query, texts, index, resolver_of(texts), {0, -1});
}

std::string differing_part(const Query& query, const MemoryTexts& texts, Index& a, Index& b)
{
    for (const auto& part : query.parts)
        if (!same(answer_of(part, texts, a), answer_of(part, texts, b))) return differing_part(part, texts, a, b);
    std::string out = describe(query);
    const auto one = answer_of(query, texts, a), other = answer_of(query, texts, b);
    for (const auto* hits : {&one, &other}) {
        out += "\n" + std::to_string(hits->total);
        for (const auto& hit : hits->hits)
            out += " " + std::to_string(hit.text) + ":" + std::to_string(hit.passage) + "=" + std::to_string(hit.score);
    }
    return out;
}

}
