#include "layout.h"
#include "content.h"
#include "utf8.h"
#include "workbench/rows.h"
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace workbench
{

using nlohmann::json;

Layout layout_of(const Connection& connection, std::int64_t document)
{
    std::vector<Piece> pieces;
    Cursor piece(connection,
                 "SELECT id, ifnull(before, 0), ifnull(at, 0), rank, characters FROM piece WHERE document = ?");
    piece.bind(document);
    while (piece.next())
        pieces.push_back({piece.get<std::int64_t>(0), piece.get<std::int64_t>(1), piece.get<std::int64_t>(2),
                          piece.get<std::int64_t>(3), piece.get<std::int64_t>(4)});
    std::vector<Cut> cuts;
    if (pieces.size() > 1) {
        Cursor cut(
            connection,
            "SELECT c.edit, c.piece, c.begin, c.\"end\" FROM piece p JOIN cut c ON c.edit = p.id WHERE p.document = ?");
        cut.bind(document);
        while (cut.next())
            cuts.push_back({cut.get<std::int64_t>(0), cut.get<std::int64_t>(1), cut.get<std::int64_t>(2),
                            cut.get<std::int64_t>(3)});
    }
    return Layout(std::move(pieces), std::move(cuts));
}

namespace
{

struct PieceText {
    std::string text;
    Utf8Index index;
};

std::map<std::int64_t, PieceText> piece_texts(const Connection& connection, std::int64_t document)
{
    std::map<std::int64_t, PieceText> texts;
    Cursor row(connection, "SELECT id, text, sha256 FROM piece WHERE document = ?");
    row.bind(document);
    while (row.next()) {
        auto text = row.null(1) ? content_of(connection, row.view(2)).value_or("") : row.get<std::string>(1);
        Utf8Index index(text);
        texts.emplace(row.get<std::int64_t>(0), PieceText{std::move(text), std::move(index)});
    }
    return texts;
}

}

std::string text_by(const Connection& connection, std::int64_t document, const Layout& layout)
{
    const auto texts = piece_texts(connection, document);
    std::string out;
    for (const auto& run : layout.runs()) {
        if (!run.visible) continue;
        const auto& [text, index] = texts.at(run.piece);
        const auto from = index.byte(text, run.begin);
        out.append(text, from, index.byte(text, run.end) - from);
    }
    return out;
}

std::vector<StoredTurn> stored_turns(const Connection& connection, std::int64_t document)
{
    std::vector<StoredTurn> turns;
    Cursor row(connection, "SELECT turns FROM turn_list WHERE document = ? ORDER BY id DESC");
    row.bind(document);
    if (!row.next()) return turns;
    const auto list = json::parse(row.view(0), nullptr, false);
    if (!list.is_array()) return turns;
    for (const auto& item : list) {
        if (!item.is_array() || item.size() != 5 || !item[0].is_string() || !item[1].is_string()) continue;
        const auto first = anchor_in(item[0].get<std::string>()), last = anchor_in(item[1].get<std::string>());
        if (!first || !last) continue;
        StoredTurn turn{*first, *last, {}, {}, {}};
        if (item[2].is_string()) turn.label_last = anchor_in(item[2].get<std::string>());
        if (item[3].is_string()) turn.speaker = item[3].get<std::string>();
        if (item[4].is_number()) turn.seconds = item[4].get<double>();
        turns.push_back(std::move(turn));
    }
    return turns;
}

std::string to_json(const std::vector<StoredTurn>& turns)
{
    auto list = json::array();
    for (const auto& turn : turns) {
        auto item = json::array({to_string(turn.first), to_string(turn.last), nullptr, nullptr, nullptr});
        if (turn.label_last) item[2] = to_string(*turn.label_last);
        if (turn.speaker) item[3] = *turn.speaker;
        if (turn.seconds) item[4] = *turn.seconds;
        list.push_back(std::move(item));
    }
    return list.dump();
}

Span place_in(const Layout& layout, Anchor first, Anchor last)
{
    const auto begin = layout.begin_of(first), end = layout.end_of(last);
    return begin <= end ? Span{begin, end} : Span{end, begin};
}

Span place_in(const Layout& layout, const StoredTurn& turn)
{
    return place_in(layout, turn.first, turn.last);
}

}
