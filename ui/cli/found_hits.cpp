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

void put_passage(Json& json, const search::PassageText& where, int paragraph, double score,
                 const std::vector<search::Mark>& marks)
{
    json["begin"] = where.begin;
    json["end"] = where.end;
    json["paragraph"] = paragraph;
    json["speaker"] = where.speaker.empty() ? Json() : Json(where.speaker);
    json["score"] = score;
    json["text"] = where.text;
    json["marks"] = Json::array();
    for (const auto& mark : marks) json["marks"].push_back({mark.begin, mark.end});
}

Json hit_json(const search::ProjectHits::Row& row)
{
    Json json;
    put_document(json, row.document);
    put_passage(json, row.hit.where, row.paragraph, row.hit.score, row.hit.marks);
    return json;
}

Json hit_json(const search::ArchiveHit& hit, const std::string& project)
{
    Json json{{"project", project}, {"document", hit.document}};
    put_label(json, hit.label);
    put_passage(json, hit.where, hit.paragraph, hit.score, hit.marks);
    return json;
}

Json archive_json(const search::ArchiveAnswer& answer)
{
    Json hits = Json::array();
    for (const auto& hit : answer.hits) hits.push_back(hit_json(hit, answer.project));
    return {{"archive", answer.archive.text()},
            {"project", answer.project.empty() ? Json() : Json(answer.project)},
            {"total", answer.total},
            {"total_is_exact", answer.total_is_exact},
            {"hits", hits},
            {"trouble", answer.trouble ? Json(answer.trouble->detail + " " + answer.trouble->hint) : Json()}};
}

std::string passages_text(const Json& found)
{
    return listing(found["hits"],
                   {{"document", tr("Document")},
                    {"paragraph", tr("Paragraph")},
                    {"speaker", tr("Speaker")},
                    {"text", tr("Text")}},
                   say("No passage is like that."))
        .plain(found["hits"]);
}

std::string archive_text(const Json& answer)
{
    const auto address = answer["archive"].get<std::string>();
    std::string text = "\n";
    if (!answer["project"].is_null()) {
        const auto total = answer["total"].get<std::int64_t>();
        text += say_n("{} passage in the archive \"{}\" ({})", "{} passages in the archive \"{}\" ({})", total, total,
                      answer["project"].get<std::string>(), address) +
                "\n";
        if (answer["trouble"].is_null() || !answer["hits"].empty()) text += passages_text(answer);
    }
    if (!answer["trouble"].is_null()) text += answer["trouble"].get<std::string>() + "\n";
    return text;
}

std::string hits_text(const Json& found)
{
    const auto total = found["total"].get<std::int64_t>();
    auto text = say_n("{} passage", "{} passages", total, total) + "\n" + passages_text(found);
    if (found.contains("archives"))
        for (const auto& answer : found["archives"]) text += archive_text(answer);
    return text;
}

}

Answer hits_answer(const search::ProjectHits& found)
{
    Json hits = Json::array();
    for (const auto& row : found.rows) hits.push_back(hit_json(row));
    return {{{"total", found.total}, {"total_is_exact", found.total_is_exact}, {"hits", hits}}, hits_text};
}

Answer hits_answer(const search::ProjectHits& found, const std::vector<search::ArchiveAnswer>& archives)
{
    auto answer = hits_answer(found);
    answer.json["archives"] = Json::array();
    for (const auto& one : archives) answer.json["archives"].push_back(archive_json(one));
    return answer;
}

}
