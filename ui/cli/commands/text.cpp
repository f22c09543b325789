#include "workbench/text.h"
#include "answer.h"
#include "call.h"
#include "coding/quotation.h"
#include "commands/commands.h"
#include "json_keys.h"
#include "workbench/anchor.h"
#include "workbench/speaker.h"
#include "workbench/tr.h"

namespace cli
{

using workbench::Document;
using workbench::ErrorCode;
using workbench::fail;
using workbench::Project;
using workbench::Reading;
using workbench::Result;
using workbench::say;
using workbench::Span;
using workbench::tr;
using workbench::Turn;

namespace
{

Outcome text_of_document(const Call& call, const Project& project)
{
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    auto span = Span{0, document->characters};
    if (const auto at = call.span("at")) {
        if (auto good = workbench::fits(project, document->id, *at); !good) return fail(good.error());
        span = *at;
    }
    Json json;
    put_document(json, *document);
    json["begin"] = span.begin;
    json["end"] = span.end;
    json["text"] = workbench::slice(project, document->id, span);
    return Answer{json, [](const Json& object) { return object["text"].get<std::string>(); }};
}

Outcome edit(const Call& call, Project& project)
{
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    const auto done = workbench::correct(project, document->id, *call.span("at"), call.text("with"));
    if (!done) return fail(done.error());
    Json touched = Json::array();
    for (const auto quotation : done->touched) touched.push_back(coding::label_of(project, quotation));
    return record({{"moved", done->moved}, {"touched", touched}, {"version", done->version}},
                  {{"moved", tr("Quotations moved")},
                   {"touched", tr("Quotations whose text changed")},
                   {"version", tr("Version of the text")}});
}

Json turns_json(const Reading& reading, const Document& document)
{
    Json rows = Json::array();
    for (const auto& turn : workbench::turns_of(reading, document.id))
        rows.push_back({{"turn", turn.number},
                        {"begin", turn.span.begin},
                        {"end", turn.span.end},
                        {"speaker", or_null(turn.speaker)},
                        {"time", or_null(turn.seconds)},
                        {"label_end", turn.label_end}});
    return rows;
}

/// Where the label of a turn ends: as before when the turn begins where one began, after "SPEAKER:" when the text says
/// so, else at its begin.
std::int64_t label_end_of(const Turn& turn, const std::vector<Turn>& before, const std::string& text)
{
    for (const auto& old : before)
        if (old.span.begin == turn.span.begin && old.speaker == turn.speaker)
            return std::min(old.label_end, turn.span.end);
    if (!turn.speaker || text.rfind(*turn.speaker + ":", 0) != 0) return turn.span.begin;
    std::int64_t letters = 1;
    for (const unsigned char byte : *turn.speaker) letters += (byte & 0xC0) != 0x80;
    const auto after = text.substr(turn.speaker->size() + 1);
    letters += after.rfind(' ', 0) == 0;
    return std::min(turn.span.begin + letters, turn.span.end);
}

Result<Turn> turn_in(const Json& row, std::size_t number)
{
    const auto wrong = [&] {
        return fail(ErrorCode::bad_value,
                    say("Turn {} of the list needs whole numbers begin and end, and a speaker that is a "
                        "text or null.",
                        number));
    };
    if (!row.is_object() || !row.contains("begin") || !row.contains("end")) return wrong();
    if (!row["begin"].is_number_integer() || !row["end"].is_number_integer()) return wrong();
    Turn turn{};
    turn.span = {row["begin"].get<std::int64_t>(), row["end"].get<std::int64_t>()};
    const auto speaker = row.find("speaker"), time = row.find("time");
    if (speaker != row.end() && !speaker->is_null()) {
        if (!speaker->is_string()) return wrong();
        turn.speaker = speaker->get<std::string>();
    }
    if (time != row.end() && time->is_number()) turn.seconds = time->get<double>();
    return turn;
}

Result<std::vector<Turn>> turns_in(const Json& list, const Reading& reading, const Document& document)
{
    if (!list.is_array()) return fail(ErrorCode::bad_value, say("The file must hold a list of turns."));
    const auto before = workbench::turns_of(reading, document.id);
    std::vector<Turn> turns;
    for (const auto& row : list) {
        auto turn = turn_in(row, turns.size() + 1);
        if (!turn) return fail(turn.error());
        const auto text = workbench::slice(reading, document.id, turn->span);
        turn->label_end = label_end_of(*turn, before, text);
        turns.push_back(*turn);
    }
    return turns;
}

Answer turns_answer(const Reading& reading, const Document& document)
{
    return listing(turns_json(reading, document),
                   {{"turn", tr("Turn")},
                    {"begin", tr("Begin")},
                    {"end", tr("End")},
                    {"speaker", tr("Speaker")},
                    {"time", tr("Seconds")}},
                   say("The document has no speaker turns."));
}

Outcome turns(const Call& call, const Project& project)
{
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    return turns_answer(project, *document);
}

Outcome set_turns(const Call& call, Project& project)
{
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    const auto list = read_json(call.text("set"));
    if (!list) return fail(list.error());
    const auto turns = turns_in(*list, project, *document);
    if (!turns) return fail(turns.error());
    if (auto set = workbench::set_turns(project, document->id, *turns); !set) return fail(set.error());
    return turns_answer(project, *document);
}

Outcome rename_speaker(const Call& call, Project& project)
{
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    return changed(workbench::rename_speaker(project, document->id, call.text("speaker"), call.text("name")));
}

Outcome drop_speaker(const Call& call, Project& project)
{
    const auto document = workbench::find_document(project, call.text("document"));
    if (!document) return fail(document.error());
    return changed(workbench::drop_speaker(project, document->id, call.text("speaker")));
}

}

std::vector<Command> text_commands()
{
    const auto document = text("document", tr("DOCUMENT"));
    return {
        {"text",
         {project(), document},
         {span("at", tr("only the characters from B to before E, counted from 0"))},
         tr("Prints the text of a document, and nothing else."),
         "quipu text tesis.quipu DMPP5 --at 120:158",
         text_of_document},
        {"edit",
         {project(), document},
         {required(span("at", tr("the characters to replace, from B to before E; B:B inserts"))),
          required(text_option("with", tr("TEXT"), tr("what to put in their place; empty deletes them")))},
         tr("Corrects the text of a document. No quotation loses its place."),
         "quipu edit tesis.quipu DMPP5 --at 120:126 --with municipalidad",
         nullptr,
         edit},
        {"turns",
         {project(), document},
         {path_option("set", tr("FILE"), tr("replace the turns by those of a JSON list with begin, end and speaker"))},
         tr("Lists who speaks from where to where in a document."),
         "quipu turns tesis.quipu DMPP5",
         turns,
         set_turns,
         nullptr,
         "set"},
        {"speaker rename",
         {project(), document, text("speaker", tr("SPEAKER")), text("name", tr("NAME"))},
         {},
         tr("Gives a speaker of a document another name, in its turns and cases; the text stays as it is."),
         "quipu speaker rename tesis.quipu DMPP5 Jefe DMPP5",
         nullptr,
         rename_speaker},
        {"speaker delete",
         {project(), document, text("speaker", tr("SPEAKER"))},
         {},
         tr("Says that a label such as Nota: is no speaker: its turns go on the ones before."),
         "quipu speaker delete tesis.quipu DMPP5 Nota",
         nullptr,
         drop_speaker},
    };
}

}
