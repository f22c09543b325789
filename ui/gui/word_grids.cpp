#include "word_grids.h"
#include "coding/search_fields.h"
#include "search/collocation.h"
#include "search/vocabulary.h"
#include "shown.h"
#include "workbench/tr.h"
#include <fmt/format.h>
#include <memory>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

constexpr std::int64_t context_width = 60;

std::optional<std::string> restriction(const std::string& query)
{
    return query.empty() ? std::nullopt : std::optional(query);
}

std::string of_query(const std::string& query)
{
    return query.empty() ? std::string(tr("all passages")) : query;
}

}

std::optional<Grid> context_grid(Session& session, const std::string& query, search::LineOrder order)
{
    auto hits = session.index().search(query, {0, -1}, coding::search_fields(session.reading()));
    if (!hits) return std::nullopt;
    const auto found = std::make_shared<const search::ProjectHits>(std::move(*hits));
    const auto lines =
        std::make_shared<const std::vector<search::ConcordanceLine>>(search::concordance(*found, context_width, order));
    Grid grid;
    grid.title = say("In context: {}", query);
    grid.rows = static_cast<std::int64_t>(lines->size());
    grid.about = say_n("{} line", "{} lines", grid.rows, utf8(grouped(grid.rows)));
    grid.columns = {{tr("Document")}, {tr("Speaker")}, {tr("Before"), true}, {tr("Match")}, {tr("After")}};
    grid.cell = [found, lines](std::int64_t row, std::size_t column) -> std::string {
        const auto& line = (*lines)[static_cast<std::size_t>(row)];
        const auto& hit = found->rows[line.row];
        switch (column) {
        case 0: return hit.document.name + " \u00b6 " + std::to_string(hit.paragraph);
        case 1: return hit.hit.where.speaker;
        case 2: return line.left;
        case 3: return line.keyword;
        default: return line.right;
        }
    };
    return grid;
}

std::optional<Grid> word_count_grid(Session& session, const std::string& query, search::StopWords stop)
{
    const auto passages =
        search::Passages::of(session.index(), restriction(query), coding::search_fields(session.reading()));
    if (!passages) return std::nullopt;
    search::Vocabulary words(stop);
    passages->each([&](const workbench::Document& document, std::size_t, const search::PassageText& passage) {
        words.add(document, passage);
    });
    const auto counts = std::make_shared<const std::vector<search::WordCount>>(words.counts());
    Grid grid;
    grid.title = say("Words of {}", of_query(query));
    grid.rows = static_cast<std::int64_t>(counts->size());
    grid.about = say("{} words, {} different ones listed", utf8(grouped(words.words())), utf8(grouped(grid.rows)));
    grid.columns = {{tr("Word")}, {tr("Count"), true}, {tr("Documents"), true}};
    grid.cell = [counts](std::int64_t row, std::size_t column) -> std::string {
        const auto& one = (*counts)[static_cast<std::size_t>(row)];
        return column == 0 ? one.word : std::to_string(column == 1 ? one.count : one.documents);
    };
    return grid;
}

std::optional<Grid> collocation_grid(Session& session, const std::string& query, search::StopWords stop)
{
    const auto fields = coding::search_fields(session.reading());
    const auto passages = search::Passages::of(session.index(), std::nullopt, fields);
    if (!passages) return std::nullopt;
    search::CollocationRule rule;
    rule.stop = stop;
    auto found = search::collocations(session.index(), query, *passages, rule, fields);
    if (!found) return std::nullopt;
    const auto list = std::make_shared<const std::vector<search::Collocate>>(std::move(found->collocates));
    Grid grid;
    grid.title = say("Words near {}", query);
    grid.rows = static_cast<std::int64_t>(list->size());
    grid.about = say("Within {} words of {} matches; by the log-likelihood G2. PMI is large for rare words.",
                     rule.window, found->matches);
    grid.columns = {{tr("Word")}, {tr("Together"), true}, {tr("Total"), true}, {tr("By chance"), true},
                    {"G2", true}, {"PMI", true}};
    grid.cell = [list](std::int64_t row, std::size_t column) -> std::string {
        const auto& one = (*list)[static_cast<std::size_t>(row)];
        switch (column) {
        case 0: return one.word;
        case 1: return std::to_string(one.counts.together);
        case 2: return std::to_string(one.counts.total);
        case 3: return fmt::format("{:.2f}", one.expected);
        case 4: return fmt::format("{:.2f}", one.g2);
        default: return fmt::format("{:.2f}", one.pmi);
        }
    };
    return grid;
}

}
