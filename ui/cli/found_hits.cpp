#include "found_hits.h"
#include "json_keys.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

namespace
{

Json hit_json(const search::ProjectHits::Row& row)
{
    Json json, marks = Json::array();
    for (const auto& mark : row.hit.marks) marks.push_back({mark.begin, mark.end});
    const auto& where = row.hit.where;
    put_document(json, row.document);
    json["begin"] = where.begin;
    json["end"] = where.end;
    json["paragraph"] = row.paragraph;
    json["speaker"] = where.speaker.empty() ? Json() : Json(where.speaker);
    json["score"] = row.hit.score;
    json["text"] = where.text;
    json["marks"] = marks;
    return json;
}

std::string hits_text(const Json& found)
{
    const auto total = found["total"].get<std::int64_t>();
    return say_n("{} passage", "{} passages", total, total) + "\n" +
           listing(found["hits"],
                   {{"document", tr("Document")},
                    {"paragraph", tr("Paragraph")},
                    {"speaker", tr("Speaker")},
                    {"text", tr("Text")}},
                   say("No passage is like that."))
               .plain(found["hits"]);
}

}

Answer hits_answer(const search::ProjectHits& found)
{
    Json hits = Json::array();
    for (const auto& row : found.rows) hits.push_back(hit_json(row));
    return {{{"total", found.total}, {"total_is_exact", found.total_is_exact}, {"hits", hits}}, hits_text};
}

}
