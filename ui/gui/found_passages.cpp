#include "found_passages.h"
#include "coding/search_fields.h"
#include "search/project_index.h"
#include <algorithm>
#include <cctype>

namespace gui
{

std::string without_label(const search::PassageText& passage)
{
    const auto& text = passage.text;
    std::size_t at = 0;
    for (auto points = passage.words_begin - passage.begin; points > 0 && at < text.size(); --points)
        for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;) ++at;
    return text.substr(at);
}

workbench::Result<FoundPassages> find_passages(const search::ProjectTexts& texts, search::Index& index,
                                               const std::string& query, std::size_t most)
{
    const auto read = search::parse(query);
    if (!read) return workbench::fail(read.error());
    search::Page page;
    page.limit = static_cast<std::int64_t>(most);
    const auto fields = search::fields_of(texts, coding::search_fields(texts.project()));
    auto hits = search::search(*read, texts, index, fields, page);
    if (!hits) return workbench::fail(hits.error());
    FoundPassages found;
    found.total = hits->total;
    for (auto& hit : hits->hits) {
        const auto& document = texts.document(hit.text);
        FoundPassage passage{document.id,
                             document.name,
                             {hit.where.begin, hit.where.end},
                             static_cast<int>(hit.passage) + 1,
                             std::move(hit.where.speaker),
                             {},
                             hit.where.words_begin,
                             without_label(hit.where)};
        for (const auto& mark : hit.marks) passage.marks.push_back({mark.begin, mark.end});
        found.list.push_back(std::move(passage));
    }
    return found;
}

// The messages of the search room say "column 12" or "columna 12", once.
std::optional<int> column_in(const workbench::Error& error)
{
    const auto& text = error.detail;
    for (auto at = text.find("olumn"); at != std::string::npos; at = text.find("olumn", at + 1)) {
        auto digit = at + 5;
        if (digit < text.size() && text[digit] == 'a') ++digit;
        if (digit >= text.size() || text[digit] != ' ') continue;
        int column = 0;
        for (++digit; digit < text.size() && std::isdigit(static_cast<unsigned char>(text[digit])); ++digit)
            column = std::min(column * 10 + (text[digit] - '0'), 1'000'000);
        if (column > 0) return column;
    }
    return std::nullopt;
}

}
