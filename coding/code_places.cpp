#include "coding/code_places.h"
#include "workbench/text.h"

namespace coding
{

std::vector<search::DocumentStretch> CodePlaces::all() const
{
    auto both = quotations;
    both.insert(both.end(), documents.begin(), documents.end());
    return both;
}

CodePlaces places_with(const Reading& reading, CodeId code)
{
    CodePlaces found;
    using Place = std::tuple<DocumentId, std::int64_t, std::int64_t>;
    for (const auto& [document, begin, end] :
         reading.rows<Place>("SELECT DISTINCT p.document, p.begin, p.\"end\" FROM coding c JOIN quotation_place p ON "
                             "p.quotation = c.quotation WHERE c.code = ? ORDER BY p.document, p.begin, p.\"end\"",
                             code))
        found.quotations.push_back({document, {begin, end}});
    for (const auto document : reading.rows<DocumentId>(
             "SELECT DISTINCT document FROM coding WHERE code = ? AND document IS NOT NULL ORDER BY document", code))
        found.documents.push_back({document, {0, workbench::characters_of(reading, document)}});
    return found;
}

}
