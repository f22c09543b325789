#include "coding/autocode.h"
#include "coding/code_tree.h"
#include "coding/search_fields.h"
#include "sentence.h"
#include "workbench/text.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <array>
#include <map>

namespace coding
{

using workbench::fail;
using workbench::say;
using Row = search::ProjectHits::Row;

namespace
{

constexpr std::array extents{Extent::match, Extent::sentence, Extent::paragraph, Extent::turn};
constexpr std::array<std::string_view, 4> extent_names{"match", "sentence", "paragraph", "turn"};

/// The stretch of the paragraph's text, positions counted in the document.
std::string_view part_of(const search::PassageText& where, std::int64_t begin, std::int64_t end)
{
    const std::string_view text = where.text;
    const auto byte_at = [&](std::int64_t points) {
        std::size_t at = 0;
        for (; points > 0 && at < text.size(); --points)
            for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;) ++at;
        return at;
    };
    const auto from = byte_at(begin - where.begin);
    return text.substr(from, byte_at(end - where.begin) - from);
}

/// Cuts hits into places. One for the hits of one query.
class Cutter
{
 public:
    Cutter(const Reading& reading, Extent extent) : reading_(reading), extent_(extent) {}

    std::vector<Span> operator()(const Row& row)
    {
        const Span paragraph{row.hit.where.begin, row.hit.where.end};
        switch (extent_) {
        case Extent::match: return row.hit.matches.empty() ? std::vector{paragraph} : matches(row);
        case Extent::sentence: return row.hit.matches.empty() ? std::vector{paragraph} : sentences(row);
        case Extent::paragraph: break;
        case Extent::turn: return {turn(row).value_or(paragraph)};
        }
        return {paragraph};
    }

 private:
    static std::vector<Span> matches(const Row& row)
    {
        std::vector<Span> found;
        for (const auto& match : row.hit.matches) found.push_back({match.begin, match.end});
        return found;
    }

    static std::vector<Span> sentences(const Row& row)
    {
        const auto& where = row.hit.where;
        std::vector<Span> found;
        for (const auto& sentence :
             workbench::sentences_of(part_of(where, where.words_begin, where.end), row.document.language)) {
            const Span span{where.words_begin + sentence.begin, where.words_begin + sentence.end};
            const auto inside = [&](const search::Mark& match) { return overlap(span, {match.begin, match.end}); };
            if (std::ranges::any_of(row.hit.matches, inside)) found.push_back(span);
        }
        return found;
    }

    std::optional<Span> turn(const Row& row)
    {
        if (document_ != row.document.id) {
            document_ = row.document.id;
            turns_ = workbench::turns_of(reading_, document_);
        }
        const auto found = std::ranges::find(turns_, row.hit.where.turn, &workbench::Turn::number);
        return found == turns_.end() ? std::nullopt : std::optional(found->span);
    }

    const Reading& reading_;
    Extent extent_;
    DocumentId document_;
    std::vector<workbench::Turn> turns_;
};

void join_overlapping(std::vector<Passage>& places)
{
    std::vector<Passage> joined;
    for (const auto& place : places) {
        const bool same = !joined.empty() && joined.back().document == place.document;
        if (same && (overlap(joined.back().span, place.span) || joined.back().span == place.span))
            joined.back().span.end = std::max(joined.back().span.end, place.span.end);
        else
            joined.push_back(place);
    }
    places = std::move(joined);
}

Result<std::vector<Passage>> places_found(const Project& project, std::string_view query, Extent extent)
{
    const auto hits = search::search_project(project, query, {0, -1}, search_fields(project));
    if (!hits) return fail(hits.error());
    return places_of(project, *hits, extent);
}

Result<void> known(const Reading& reading, CodeId code)
{
    if (CodeTree(reading).index_of(code)) return {};
    return gone(say("There is no code #{}.", code.value));
}

}

std::string_view name_of(Extent extent)
{
    return extent_names[static_cast<std::size_t>(extent)];
}

std::optional<Extent> extent_named(std::string_view word)
{
    for (const auto extent : extents)
        if (name_of(extent) == word) return extent;
    return std::nullopt;
}

std::vector<Passage> places_of(const Reading& reading, const search::ProjectHits& hits, Extent extent)
{
    std::vector<const Row*> rows;
    for (const auto& row : hits.rows) rows.push_back(&row);
    std::ranges::sort(rows, {}, [](const Row* row) {
        return std::tuple(row->document.number, std::string_view(row->document.copy), row->document.id,
                          row->hit.where.begin);
    });
    Cutter cut(reading, extent);
    std::vector<Passage> places;
    for (const auto* row : rows)
        for (const auto span : cut(*row)) places.push_back({row->document.id, span});
    join_overlapping(places);
    return places;
}

Result<Autocoding> autocode(Project& project, std::string_view query, CodeId code, Extent extent)
{
    if (const auto there = known(project, code); !there) return fail(there.error());
    auto places = places_found(project, query, extent);
    if (!places) return fail(places.error());
    return autocode(project, std::move(*places), query, code);
}

Result<Autocoding> autocode(Project& project, std::vector<Passage> places, std::string_view query, CodeId code)
{
    MarkOptions options;
    options.origin_query = std::string(query);
    const auto marked = mark_passages(project, places, {code}, options);
    if (!marked) return fail(marked.error());
    Autocoding done{std::move(places), marked->created, {}};
    done.quotations.assign(marked->quotations.begin(), marked->quotations.end());
    return done;
}

Result<Autocoding> rehearse_autocode(const Project& project, std::string_view query, CodeId code, Extent extent)
{
    if (const auto there = known(project, code); !there) return fail(there.error());
    auto places = places_found(project, query, extent);
    if (!places) return fail(places.error());
    const auto coder = coder_named(project, project.coder());
    Autocoding would{std::move(*places), 0, {}};
    for (const auto& place : would.places) {
        const auto there = quotation_at(project, place.document, place.span);
        would.quotations.push_back(there);
        const auto codes = there && coder ? codes_on(project, *there, coder) : std::vector<CodeId>{};
        would.coded += std::ranges::find(codes, code) == codes.end();
    }
    return would;
}

}
