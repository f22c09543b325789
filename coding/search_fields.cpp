#include "coding/search_fields.h"
#include "coding/code.h"
#include "coding/memo.h"
#include "workbench/anchor.h"
#include "workbench/text.h"
#include "workbench/words.h"

namespace coding
{
namespace
{

using search::DocumentStretch;
using Stretches = std::vector<DocumentStretch>;

Result<Stretches> stretches_of_code(const Reading& reading, const std::string& path)
{
    const auto code = find_code(reading, path);
    if (!code) return workbench::fail(code.error());
    Stretches found;
    using Place = std::tuple<DocumentId, std::int64_t, std::int64_t>;
    for (const auto& [document, begin, end] :
         reading.rows<Place>("SELECT DISTINCT p.document, p.begin, p.\"end\" FROM coding c JOIN quotation_place p ON "
                             "p.quotation = c.quotation WHERE c.code = ?",
                             *code))
        found.push_back({document, {begin, end}});
    for (const auto document : reading.rows<DocumentId>(
             "SELECT DISTINCT document FROM coding WHERE code = ? AND document IS NOT NULL", *code))
        found.push_back({document, {0, workbench::characters_of(reading, document)}});
    return found;
}

Result<Stretches> stretches_of_memo(const Reading& reading, const std::string& text)
{
    const auto wanted = workbench::fold(text);
    Stretches found;
    for (const auto& memo : memos(reading)) {
        if (workbench::fold(memo.title).find(wanted) == std::string::npos &&
            workbench::fold(memo.text).find(wanted) == std::string::npos)
            continue;
        for (const auto object : memo.on)
            if (const auto place = workbench::place_of(reading, QuotationId{object}))
                found.push_back({place->first, place->second});
    }
    return found;
}

}

search::LaterFields search_fields(const Reading& reading)
{
    return [&reading](const search::Outside& field) {
        return field.field == search::FieldKind::code ? stretches_of_code(reading, field.value)
                                                      : stretches_of_memo(reading, field.value);
    };
}

}
