// Words in numbers and in context: kwic, words, collocations, dispersion.
#include "answer.h"
#include "call.h"
#include "coding/code_words.h"
#include "coding/search_fields.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "search/collocation.h"
#include "search/concordance.h"
#include "search/word_figures.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Project;
using workbench::Result;
using workbench::say;
using workbench::say_n;
using workbench::tr;

namespace
{

constexpr std::int64_t widest = 10'000, cloud_words = 100;

/// The value of a whole number that has to lie between two others.
Result<std::int64_t> within(const Call& call, std::string_view name, std::int64_t usual, std::int64_t least,
                            std::int64_t most)
{
    const auto value = call.integer(name).value_or(usual);
    if (value < least || value > most)
        return fail(ErrorCode::bad_value, say("--{} has to be from {} to {}.", name, least, most));
    return value;
}

/// --limit; -1 when it is not given.
Result<std::int64_t> limit_of(const Call& call)
{
    if (call.has("limit") && *call.integer("limit") < 0)
        return fail(ErrorCode::bad_value, say("--limit cannot be negative."));
    return call.integer("limit").value_or(-1);
}

search::StopWords stop_of(const Call& call)
{
    return *search::stop_words_named(call.maybe("stop").value_or("es"));
}

Result<search::Passages> passages_of(const Call& call, const Project& project, search::ProjectIndex& index)
{
    return search::Passages::of(index, call.maybe("in"), coding::search_fields(project));
}

// ── kwic ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

Json line_json(const search::ProjectHits::Row& row, const search::ConcordanceLine& line)
{
    Json json;
    put_document(json, row.document);
    json["begin"] = line.begin;
    json["end"] = line.end;
    json["paragraph"] = row.paragraph;
    json["left"] = line.left;
    json["keyword"] = line.keyword;
    json["right"] = line.right;
    const auto& speaker = row.hit.where.speaker;
    json["speaker"] = speaker.empty() ? Json() : Json(speaker);
    return json;
}

/// The keywords one below the other.
std::string lines_text(const Json& found)
{
    const auto total = found["total"].get<std::int64_t>();
    std::vector<std::vector<std::string>> rows;
    for (const auto& line : found["lines"])
        rows.push_back({cell(line["document"]), cell(line["left"]), cell(line["keyword"]) + cell(line["right"])});
    return say_n("{} line", "{} lines", total, total) + "\n" + aligned_at(rows, 1);
}

Outcome kwic(const Call& call, const Project& project)
{
    const auto limit = limit_of(call);
    if (!limit) return fail(limit.error());
    const auto width = within(call, "width", 40, 0, widest);
    if (!width) return fail(width.error());
    const auto hits = search::search_project(project, call.text("query"), {0, -1}, coding::search_fields(project));
    if (!hits) return fail(hits.error());
    const auto sort = call.maybe("sort").value_or("document");
    const auto order = sort == "left"    ? search::LineOrder::left
                       : sort == "right" ? search::LineOrder::right
                                         : search::LineOrder::document;
    const auto lines = search::concordance(*hits, *width, order);
    Json shown = Json::array();
    for (const auto& line : lines) {
        if (*limit >= 0 && static_cast<std::int64_t>(shown.size()) == *limit) break;
        shown.push_back(line_json(hits->rows[line.row], line));
    }
    return Answer{{{"total", lines.size()}, {"lines", shown}}, lines_text};
}

// ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The words of one document, speaker or code; `group` are the keys that say which.
struct GroupOfWords {
    Json group = Json::object();
    search::Vocabulary words;
};
using Groups = std::vector<GroupOfWords>;

Groups words_together(const search::Passages& passages, search::StopWords stop, bool stem)
{
    Groups groups;
    groups.push_back({Json::object(), search::Vocabulary(stop, stem)});
    passages.each(
        [&](const auto& document, std::size_t, const auto& passage) { groups.front().words.add(document, passage); });
    return groups;
}

Groups words_by_document(const search::Passages& passages, search::StopWords stop, bool stem)
{
    Groups groups;
    workbench::DocumentId last{};
    passages.each([&](const workbench::Document& document, std::size_t, const search::PassageText& passage) {
        if (groups.empty() || last != document.id) {
            groups.push_back({Json::object(), search::Vocabulary(stop, stem)});
            put_document(groups.back().group, document);
            last = document.id;
        }
        groups.back().words.add(document, passage);
    });
    return groups;
}

/// Speakers in the order of their names; what nobody says comes first, under null.
Groups words_by_speaker(const search::Passages& passages, search::StopWords stop, bool stem)
{
    std::map<std::string, search::Vocabulary> speakers;
    passages.each([&](const workbench::Document& document, std::size_t, const search::PassageText& passage) {
        speakers.try_emplace(passage.speaker, stop, stem).first->second.add(document, passage);
    });
    Groups groups;
    for (auto& [name, words] : speakers)
        groups.push_back({{{"speaker", name.empty() ? Json() : Json(name)}}, std::move(words)});
    return groups;
}

Result<Groups> groups_of(const Call& call, const Project& project, const search::Passages& passages)
{
    const auto by = call.maybe("by").value_or("none");
    const auto stop = stop_of(call);
    const bool stem = call.has("stem");
    if (by == "document") return words_by_document(passages, stop, stem);
    if (by == "speaker") return words_by_speaker(passages, stop, stem);
    if (by == "none") return words_together(passages, stop, stem);
    auto codes = coding::words_by_code(project, passages, stop, stem);
    if (!codes) return fail(codes.error());
    Groups groups;
    for (auto& [code, words] : *codes) groups.push_back({{{"code", code.path}}, std::move(words)});
    return groups;
}

Answer word_list(const Groups& groups, const std::string& by, std::int64_t limit)
{
    Json rows = Json::array();
    for (const auto& group : groups)
        for (const auto& [word, count, documents] : group.words.counts(limit)) {
            auto row = group.group;
            row["word"] = word;
            row["count"] = count;
            row["documents"] = documents;
            rows.push_back(std::move(row));
        }
    std::vector<Column> columns{{"word", tr("Word")}, {"count", tr("Count")}, {"documents", tr("Documents")}};
    if (by == "document") columns.insert(columns.begin(), {"document", tr("Document")});
    if (by == "speaker") columns.insert(columns.begin(), {"speaker", tr("Speaker")});
    if (by == "code") columns.insert(columns.begin(), {"code", tr("Code")});
    return listing(std::move(rows), columns, say("There are no words to count."));
}

Outcome draw_cloud(const Call& call, const search::Passages& passages, std::int64_t limit)
{
    if (call.maybe("by").value_or("none") != "none")
        return fail(ErrorCode::bad_value, say("A word cloud is drawn of all words together: leave --by out."),
                    say("--in chooses the passages, for instance --in speaker:DMPP5."));
    const auto groups = words_together(passages, stop_of(call), call.has("stem"));
    const auto words = groups.front().words.counts(limit < 0 ? cloud_words : limit);
    if (words.empty()) return fail(ErrorCode::bad_value, say("There are no words to draw."));
    const auto& file = call.text("to");
    if (const auto written = search::write_picture(search::WordCloud(words), file); !written)
        return fail(written.error());
    return said({{"files", {file}}, {"words", words.size()}},
                say_n("{}: a cloud of {} word.", "{}: a cloud of {} words.", static_cast<long long>(words.size()), file,
                      words.size()));
}

Outcome words(const Call& call, const Project& project)
{
    const auto limit = limit_of(call);
    if (!limit) return fail(limit.error());
    search::ProjectIndex index(project);
    const auto passages = passages_of(call, project, index);
    if (!passages) return fail(passages.error());
    if (call.has("to")) return draw_cloud(call, *passages, *limit);
    const auto groups = groups_of(call, project, *passages);
    if (!groups) return fail(groups.error());
    return word_list(*groups, call.maybe("by").value_or("none"), *limit);
}

// ── collocations, dispersion ─────────────────────────────────────────────────────────────────────────────────────────

Outcome collocations(const Call& call, const Project& project)
{
    const auto limit = limit_of(call);
    if (!limit) return fail(limit.error());
    const auto window = within(call, "window", 5, 1, 1'000);
    if (!window) return fail(window.error());
    const auto least = within(call, "least", 2, 1, 1'000'000'000);
    if (!least) return fail(least.error());
    search::ProjectIndex index(project);
    const auto passages = passages_of(call, project, index);
    if (!passages) return fail(passages.error());
    const auto found =
        search::collocations(index, call.text("query"), *passages, {static_cast<int>(*window), stop_of(call), *least},
                             coding::search_fields(project));
    if (!found) return fail(found.error());
    Json rows = Json::array();
    for (const auto& [word, counts, by_chance, g2, pmi] : found->collocates) {
        if (*limit >= 0 && static_cast<std::int64_t>(rows.size()) == *limit) break;
        rows.push_back({{"word", word},
                        {"together", counts.together},
                        {"total", counts.total},
                        {"expected", by_chance},
                        {"g2", g2},
                        {"pmi", pmi}});
    }
    return Answer{{{"matches", found->matches},
                   {"near", found->near},
                   {"words", found->words},
                   {"total", found->collocates.size()},
                   {"collocates", rows}},
                  [](const Json& answer) {
                      return listing(answer["collocates"],
                                     {{"word", tr("Word")},
                                      {"together", tr("Together")},
                                      {"total", tr("Total")},
                                      {"expected", tr("By chance")},
                                      {"g2", "G2"},
                                      {"pmi", "PMI"}},
                                     say("No word stands near it more often than by chance."))
                          .plain(answer["collocates"]);
                  }};
}

Json spread_json(const search::Dispersion& found)
{
    const auto& spread = found.spread;
    return {{"matches", found.matches},
            {"words", found.words},
            {"dp", spread ? Json(spread->dp) : Json()},
            {"dp_norm", spread ? or_null(spread->dp_norm) : Json()},
            {"juilland_d", spread ? or_null(spread->juilland_d) : Json()}};
}

Outcome dispersion(const Call& call, const Project& project)
{
    search::ProjectIndex index(project);
    const auto passages = passages_of(call, project, index);
    if (!passages) return fail(passages.error());
    const auto found = search::dispersion(index, call.text("query"), *passages, coding::search_fields(project));
    if (!found) return fail(found.error());
    auto json = spread_json(*found);
    Json rows = Json::array();
    for (const auto& row : found->rows) {
        auto& shown = rows.emplace_back();
        put_document(shown, row.document);
        shown["words"] = row.words;
        shown["matches"] = row.places.size();
        shown["per_thousand"] = 1'000.0 * static_cast<double>(row.places.size()) / static_cast<double>(row.words);
        shown["places"] = row.places;
    }
    json["documents"] = std::move(rows);
    if (call.has("to")) {
        const auto& file = call.text("to");
        if (const auto written = search::write_picture(search::DispersionPlot(*found), file); !written)
            return fail(written.error());
        json["files"] = {file};
    }
    return Answer{std::move(json), [](const Json& answer) {
                      const auto head = record(answer, {{"matches", tr("Matches")},
                                                        {"words", tr("Words")},
                                                        {"dp", "DP"},
                                                        {"dp_norm", "DPnorm"},
                                                        {"juilland_d", "D (Juilland)"}});
                      const auto rows = listing(answer["documents"],
                                                {{"document", tr("Document")},
                                                 {"words", tr("Words")},
                                                 {"matches", tr("Matches")},
                                                 {"per_thousand", tr("Per thousand words")}},
                                                say("There are no words to count."));
                      return head.plain(answer) + "\n" + rows.plain(answer["documents"]);
                  }};
}

}

std::vector<Command> vocabulary_commands()
{
    const auto query = text("query", tr("QUERY"));
    const auto limit = integer("limit", tr("how many, from the first; default: all"));
    const auto in =
        text_option("in", tr("QUERY"), tr("only in the passages that this query finds, as in role:participant"));
    const auto stop = choice("stop", {"es", "en", "none"}, tr("the list of common words to leave out; default: es"));
    return {
        {"kwic",
         {project(), query},
         {integer("width", tr("characters of context on each side; default: 40")),
          choice("sort", {"document", "left", "right"},
                 tr("by document, by the words before the keyword, or by those after it")),
          limit},
         tr("Lists every match in its context, one a line (keyword in context). Fields of the query choose where to "
            "look."),
         "quipu kwic tesis.quipu 'tramite role:participant' --sort right",
         kwic},
        {"words",
         {project()},
         {choice("by", {"none", "document", "speaker", "code"},
                 tr("count in each of them apart; --limit holds for each")),
          stop, flag("stem", tr("words of one stem count as one")), in, limit,
          path_option("to", tr("FILE"), tr("draw a word cloud instead: .svg .png .pdf; --limit 100 unless given"))},
         tr("Counts words. Case does not count, accents do; the labels of speakers are left out."),
         "quipu words tesis.quipu --by speaker --limit 20",
         words},
        {"collocations",
         {project(), query},
         {integer("window", tr("words on each side; default: 5")),
          integer("least", tr("leave out what stands near it less often; default: 2")), stop, in, limit},
         tr("Lists the words that stand near a query more often than by chance, by the log-likelihood G2; PMI stands "
            "beside it."),
         "quipu collocations tesis.quipu papel --window 4",
         collocations},
        {"dispersion",
         {project(), query},
         {in, path_option("to", tr("FILE"), tr("draw where the matches stand in each document: .svg .png .pdf"))},
         tr("Tells how evenly a query is spread over the documents: DP of Gries (0: evenly) and D of Juilland (1: "
            "evenly)."),
         "quipu dispersion tesis.quipu 'cero papel' --to dispersion.svg",
         dispersion},
    };
}

}
