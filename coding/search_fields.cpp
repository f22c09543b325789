#include "coding/search_fields.h"
#include "coding/code.h"
#include "coding/code_tree.h"
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

/// What the codings cover that `which`, a condition on coding c, chooses.
template <class... Values>
void add_stretches(Stretches& found, const Reading& reading, const std::string& which, const Values&... values)
{
    auto place = reading.ask("SELECT DISTINCT p.document, p.begin, p.\"end\" FROM coding c JOIN quotation_place p ON "
                             "p.quotation = c.quotation WHERE " +
                                 which,
                             values...);
    while (place.next())
        found.push_back({place.template get<DocumentId>(0),
                         {place.template get<std::int64_t>(1), place.template get<std::int64_t>(2)}});
    for (const auto document : reading.rows<DocumentId>(
             "SELECT DISTINCT document FROM coding c WHERE document IS NOT NULL AND " + which, values...))
        found.push_back({document, {0, workbench::characters_of(reading, document)}});
}

/// `PATH`, `PATH/*` with all below it, `*` for any code.
Result<Stretches> stretches_of_code(const Reading& reading, std::string_view path)
{
    Stretches found;
    if (path == "*") return add_stretches(found, reading, "TRUE"), found;
    const bool with_below = path.ends_with("/*");
    if (with_below) path.remove_suffix(2);
    const auto code = find_code(reading, path);
    if (!code) return workbench::fail(code.error());
    auto codes = std::vector{*code};
    if (with_below) codes = CodeTree(reading).with_descendants(codes);
    for (const auto one : codes) add_stretches(found, reading, "c.code = ?", one);
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
