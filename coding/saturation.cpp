#include "coding/saturation.h"
#include "coding/coding_table.h"
#include "name_order.h"
#include "workbench/document.h"
#include "workbench/rows.h"
#include <algorithm>

namespace coding
{

using workbench::fail;

std::vector<SaturationStep> saturation(const Reading& reading, const std::vector<DocumentId>& order)
{
    const CodingTable table(reading);
    std::vector<bool> seen(table.codes().nodes().size(), false);
    std::vector<SaturationStep> steps;
    std::int64_t cumulative = 0;
    for (const auto document : order) {
        const auto index = table.document_index(document);
        if (!index) continue;
        SaturationStep step{document, table.documents()[*index].name};
        for (auto at = table.document_rows()[*index]; at < table.document_rows()[*index + 1]; ++at) {
            const auto code = table.rows()[at].code;
            if (!seen[code]) ++step.new_codes;
            seen[code] = true;
        }
        step.cumulative = cumulative += step.new_codes;
        steps.push_back(std::move(step));
    }
    return steps;
}

namespace
{

std::vector<DocumentId> by_date(const Reading& reading)
{
    return reading.rows<DocumentId>("SELECT id FROM document ORDER BY created_at, number, copy");
}

std::vector<DocumentId> by_name(const Reading& reading)
{
    auto named =
        reading.rows<std::tuple<std::string, DocumentId>>("SELECT name, id FROM document ORDER BY number, copy");
    std::ranges::stable_sort(named, name_before,
                             [](const auto& document) { return std::string_view(std::get<0>(document)); });
    std::vector<DocumentId> order;
    for (const auto& [name, id] : named) order.push_back(id);
    return order;
}

/// The names between commas; a name that itself has a comma is taken whole when a document is called so.
workbench::Result<std::vector<DocumentId>> by_list(const Reading& reading, std::string_view list)
{
    std::vector<DocumentId> order;
    for (std::size_t begin = 0; begin <= list.size();) {
        auto end = list.size();
        auto found = workbench::find_document(reading, trimmed(list.substr(begin)));
        while (!found) {
            const auto comma = end == begin ? std::string_view::npos : list.rfind(',', end - 1);
            if (comma == std::string_view::npos || comma < begin) break;
            end = comma;
            found = workbench::find_document(reading, trimmed(list.substr(begin, end - begin)));
        }
        if (!found)
            return fail(
                workbench::find_document(reading, trimmed(list.substr(begin, list.find(',', begin) - begin))).error());
        if (std::ranges::find(order, found->id) == order.end()) order.push_back(found->id);
        begin = end + 1;
    }
    return order;
}

}

workbench::Result<std::vector<DocumentId>> document_order(const Reading& reading, std::string_view order)
{
    if (order == "name") return by_name(reading);
    if (order == "date") return by_date(reading);
    return by_list(reading, order);
}

}
