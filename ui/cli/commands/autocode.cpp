#include "coding/autocode.h"
#include "answer.h"
#include "call.h"
#include "coding/code.h"
#include "coding/suggest.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::fail;
using workbench::Project;
using workbench::Reading;
using workbench::say;
using workbench::say_n;
using workbench::tr;

namespace
{

Json place_json(const Reading& reading, const coding::Passage& place, const std::string& label,
                workbench::Slices& slices)
{
    Json row;
    if (const auto document = workbench::document(reading, place.document)) put_document(row, *document);
    row["begin"] = place.span.begin;
    row["end"] = place.span.end;
    row["quotation"] = label.empty() ? Json() : Json(label);
    row["text"] = slices(place.document, place.span);
    return row;
}

Json autocoding_json(const Reading& reading, const coding::Autocoding& made)
{
    Json quotations = Json::array(), places = Json::array();
    workbench::Slices slices(reading);
    for (std::size_t at = 0; at < made.places.size(); ++at) {
        const auto& quotation = made.quotations[at];
        const auto label = quotation ? coding::label_of(reading, *quotation) : std::string();
        if (quotation) quotations.push_back(label);
        places.push_back(place_json(reading, made.places[at], label, slices));
    }
    return {{"matched", made.places.size()}, {"coded", made.coded}, {"quotations", quotations}, {"places", places}};
}

std::string matched_places(const Json& answer)
{
    const auto matched = answer["matched"].get<std::int64_t>();
    return say_n("{} place was found", "{} places were found", matched, matched);
}

std::string coded_text(const Json& answer)
{
    const auto coded = answer["coded"].get<std::int64_t>();
    return matched_places(answer) + ", " + say_n("{} new coding.", "{} new codings.", coded, coded);
}

std::string rehearsed_text(const Json& answer)
{
    const auto coded = answer["coded"].get<std::int64_t>();
    return matched_places(answer) + ", " + say_n("{} would be coded.", "{} would be coded.", coded, coded) + "\n" +
           listing(answer["places"],
                   {{"document", tr("Document")},
                    {"begin", tr("Begin")},
                    {"end", tr("End")},
                    {"quotation", tr("Quotation")},
                    {"text", tr("Text")}},
                   "")
               .plain(answer["places"]);
}

coding::Extent extent_of(const Call& call)
{
    return call.has("extent") ? *coding::extent_named(call.text("extent")) : coding::Extent::match;
}

Outcome autocode(const Call& call, Project& project)
{
    const auto code = coding::find_code(project, call.text("code"));
    if (!code) return fail(code.error());
    const auto made = coding::autocode(project, call.text("query"), *code, extent_of(call));
    if (!made) return fail(made.error());
    return Answer{autocoding_json(project, *made), coded_text};
}

Outcome rehearse(const Call& call, const Project& project)
{
    const auto code = coding::find_code(project, call.text("code"));
    if (!code) return fail(code.error());
    const auto would = coding::rehearse_autocode(project, call.text("query"), *code, extent_of(call));
    if (!would) return fail(would.error());
    return Answer{autocoding_json(project, *would), rehearsed_text};
}

Json suggestion_json(const search::ProjectSuggestion& one)
{
    const auto& where = one.found.where;
    Json row, marks = Json::array();
    for (const auto& mark : one.found.marks) marks.push_back({mark.begin, mark.end});
    put_document(row, one.document);
    row["begin"] = where.begin;
    row["end"] = where.end;
    row["paragraph"] = one.paragraph;
    row["speaker"] = where.speaker.empty() ? Json() : Json(where.speaker);
    row["score"] = one.found.score;
    row["terms"] = one.found.terms;
    row["text"] = where.text;
    row["marks"] = marks;
    return row;
}

Outcome suggest(const Call& call, const Project& project)
{
    const auto limit = call.integer("limit").value_or(20);
    if (limit < 0) return fail(workbench::ErrorCode::bad_value, say("--limit cannot be negative."));
    const auto code = coding::find_code(project, call.text("code"));
    if (!code) return fail(code.error());
    const auto found = coding::suggest(project, *code, limit);
    if (!found) return fail(found.error());
    Json rows = Json::array();
    for (const auto& one : *found) rows.push_back(suggestion_json(one));
    return listing(rows,
                   {{"document", tr("Document")},
                    {"paragraph", tr("Paragraph")},
                    {"speaker", tr("Speaker")},
                    {"terms", tr("Because of")},
                    {"text", tr("Text")}},
                   say("Nothing to suggest. Suggestions are learnt from the passages that carry the code already."));
}

}

std::vector<Command> autocode_commands()
{
    return {
        {"autocode",
         {project(), text("query", tr("QUERY"))},
         {required(text_option("code", tr("PATH"), tr("the code to put on what is found"))),
          choice("extent", {"match", "sentence", "paragraph", "turn"},
                 tr("how much becomes a quotation: the words found, or what is around them; default: match")),
          flag("dry-run", tr("only show what would be coded"))},
         tr("Puts a code on everything that a search finds, as one change. Each coding remembers the query; doing it "
            "twice makes nothing new."),
         "quipu autocode tesis.quipu '\"cero papel\"' --code \"Motivaciones/Cero papel\" --extent sentence --dry-run",
         rehearse,
         autocode,
         nullptr,
         "",
         {},
         false,
         "dry-run"},
        {"suggest",
         {project()},
         {required(text_option("code", tr("PATH"), tr("the code to find more passages for"))),
          integer("limit", tr("how many passages, the best first; default: 20"))},
         tr("Suggests passages that may deserve a code: those most like the passages that carry it, each with the "
            "words that made it one. Codes nothing."),
         "quipu suggest tesis.quipu --code \"Motivaciones/Cero papel\" --limit 10",
         suggest},
    };
}

}
