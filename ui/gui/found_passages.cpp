#include "found_passages.h"
#include "coding/search_fields.h"
#include "search/project_index.h"

namespace gui
{

workbench::Result<FoundPassages> find_passages(Session& session, const std::string& query, std::size_t most)
{
    search::Page page;
    page.limit = static_cast<std::int64_t>(most);
    auto hits = session.index().search(query, page, coding::search_fields(session.reading()));
    if (!hits) return workbench::fail(hits.error());
    FoundPassages found;
    found.total = hits->total;
    for (auto& row : hits->rows) {
        FoundPassage passage{row.document.id,
                             row.document.name,
                             {row.hit.where.begin, row.hit.where.end},
                             row.paragraph,
                             {},
                             std::move(row.hit.where.text)};
        for (const auto& mark : row.hit.marks) passage.marks.push_back({mark.begin, mark.end});
        found.list.push_back(std::move(passage));
    }
    return found;
}

}
