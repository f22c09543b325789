#include "derive.h"
#include "changeset.h"
#include "layout.h"
#include "tables.h"
#include "utf8.h"
#include "workbench/project.h"
#include "workbench/rows.h"
#include "workbench/sha256.h"
#include "workbench/words.h"
#include <algorithm>
#include <unordered_map>

namespace workbench
{
namespace
{

constexpr std::int64_t row_length = 4096; // code points in a row of document_text: a slice reads at most two or three

void write_text(const Connection& connection, std::int64_t document, std::string_view text)
{
    Cursor(connection, "DELETE FROM document_text WHERE document = ?").bind(document).next();
    std::int64_t begin = 0;
    for (std::size_t from = 0; from < text.size(); begin += row_length) {
        const auto to = byte_of(text, row_length, from);
        Cursor(connection, "INSERT INTO document_text (document, begin, text) VALUES (?, ?, ?)")
            .bind(document, begin, text.substr(from, to - from))
            .next();
        from = to;
    }
}

struct PlacedTurn {
    Span span;
    std::int64_t label_end;
    const StoredTurn* turn;
};

std::vector<PlacedTurn> placed(const Layout& layout, const std::vector<StoredTurn>& turns)
{
    std::vector<PlacedTurn> places;
    for (const auto& turn : turns) {
        if (!layout.known(turn.first) || !layout.known(turn.last))
            continue; // stood on a correction that was taken back
        const auto span = place_in(layout, turn);
        if (span.begin == span.end) continue; // all of it was deleted
        const auto label_end =
            turn.label_last ? std::clamp(layout.end_of(*turn.label_last), span.begin, span.end) : span.begin;
        places.push_back({span, label_end, &turn});
    }
    std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
    return places;
}

void write_turns(const Connection& connection, std::int64_t document, const std::vector<PlacedTurn>& turns)
{
    Cursor(connection, "DELETE FROM turn_place WHERE document = ?").bind(document).next();
    int number = 0;
    for (const auto& [span, label_end, turn] : turns)
        Cursor(connection, "INSERT INTO turn_place (document, turn, begin, \"end\", label_end, speaker, seconds) "
                           "VALUES (?,?,?,?,?,?,?)")
            .bind(document, ++number, span.begin, span.end, label_end, turn->speaker, turn->seconds)
            .next();
}

/// Words of the text without the labels of its turns.
std::int64_t words_without_labels(std::string_view text, const Utf8Index& index, const std::vector<PlacedTurn>& turns,
                                  std::string_view language)
{
    auto words = count_words(text, language);
    for (const auto& turn : turns) {
        const auto from = index.byte(text, turn.span.begin), to = index.byte(text, turn.label_end);
        if (from < to) words -= count_words(text.substr(from, to - from), language);
    }
    return words;
}

/// Names where the labels stand: with the text it decides which words are searched and counted.
std::string labels_sha256(const std::vector<PlacedTurn>& turns)
{
    std::string labels;
    for (const auto& turn : turns)
        if (turn.label_end > turn.span.begin)
            labels += std::to_string(turn.span.begin) + " " + std::to_string(turn.label_end) + "\n";
    return sha256_hex(labels);
}

void write_facts(const Connection& connection, std::int64_t document, const Layout& layout, std::string_view text,
                 const std::vector<PlacedTurn>& turns)
{
    Cursor row(connection, "SELECT language, paragraphs = 'auto', (SELECT count(*) FROM piece WHERE document = d.id) "
                           "FROM document d WHERE id = ?");
    row.bind(document).next();
    const auto language = row.get<std::string>(0);
    const auto paragraphs = paragraphs_in(text, row.get<bool>(1)).size();
    const Utf8Index index(text);
    Cursor(connection, "INSERT OR REPLACE INTO document_facts (document, characters, words, paragraphs, turns, "
                       "version, text_sha256, labels_sha256) VALUES (?,?,?,?,?,?,?,?)")
        .bind(document, layout.characters(), words_without_labels(text, index, turns, language), paragraphs,
              turns.size(), row.get<std::int64_t>(2), sha256_hex(text), labels_sha256(turns))
        .next();
}

void write_place(const Connection& connection, const Layout& layout, std::int64_t document, std::int64_t quotation,
                 Anchor first, Anchor last)
{
    const auto span = place_in(layout, first, last);
    Cursor(connection, "INSERT OR REPLACE INTO quotation_place (quotation, document, begin, \"end\") VALUES (?,?,?,?)")
        .bind(quotation, document, span.begin, span.end)
        .next();
}

void write_places(const Connection& connection, std::int64_t document, const Layout& layout)
{
    Cursor(connection, "DELETE FROM quotation_place WHERE document = ?").bind(document).next();
    Cursor row(connection, "SELECT q.id, a.\"first\", a.\"last\" FROM quotation q JOIN quotation_anchor a ON "
                           "a.quotation = q.id AND a.kind = 'text'"
                           " WHERE q.document = ?");
    row.bind(document);
    while (row.next()) {
        const auto first = anchor_in(row.view(1)), last = anchor_in(row.view(2));
        if (first && last) write_place(connection, layout, document, row.get<std::int64_t>(0), *first, *last);
    }
}

void forget_document(const Connection& connection, std::int64_t document)
{
    for (const char* table : derived_tables)
        Cursor(connection, std::string("DELETE FROM ") + table + " WHERE document = ?").bind(document).next();
}

std::int64_t integer_in(const RowChange& row, std::size_t column)
{
    const auto& values = row.op == RowOp::remove ? row.before : row.after;
    if (const auto* number = column < values.size() ? std::get_if<std::int64_t>(&values[column]) : nullptr)
        return *number;
    // An update that leaves the column alone: the old list has it only when it changed.
    if (const auto* number = column < row.before.size() ? std::get_if<std::int64_t>(&row.before[column]) : nullptr)
        return *number;
    return 0;
}

/// Collects the documents of the quotations and codings in a changeset. A quotation that went is known by its own row.
class Quoted
{
 public:
    explicit Quoted(const Connection& connection) : connection_(connection) {}

    void see(const RowChange& row)
    {
        constexpr std::size_t second = 2, third = 3; // columns, from 0
        if (row.table == "quotation") {
            const auto document = integer_in(row, second);
            quotations_[row.id] = document ? document : look_up("SELECT document FROM quotation WHERE id = ?", row.id);
            if (!row.before.empty()) add(row.before, second);
        } else if (row.table == "coding") {
            const bool update = row.op == RowOp::update;
            quotations_.try_emplace(
                update ? look_up("SELECT quotation FROM coding WHERE id = ?", row.id) : integer_in(row, second), 0);
            documents_.insert(update ? look_up("SELECT document FROM coding WHERE id = ?", row.id)
                                     : integer_in(row, third));
        } else if (row.table == "quotation_anchor") {
            quotations_.try_emplace(row.op == RowOp::update
                                        ? look_up("SELECT quotation FROM quotation_anchor WHERE id = ?", row.id)
                                        : integer_in(row, 1),
                                    0);
        }
    }

    /// Where a change touched very many quotations, rather all documents than a question for each.
    std::set<std::int64_t> documents()
    {
        constexpr std::size_t very_many = 4096;
        if (quotations_.size() > very_many) {
            Cursor all(connection_, "SELECT id FROM document");
            while (all.next()) documents_.insert(all.get<std::int64_t>(0));
            quotations_.clear();
        }
        for (const auto& [quotation, document] : quotations_)
            documents_.insert(document ? document : look_up("SELECT document FROM quotation WHERE id = ?", quotation));
        documents_.erase(0);
        return std::move(documents_);
    }

 private:
    void add(const std::vector<RowChange::Value>& values, std::size_t column)
    {
        if (const auto* number = column < values.size() ? std::get_if<std::int64_t>(&values[column]) : nullptr)
            documents_.insert(*number);
    }
    std::int64_t look_up(const char* sql, std::int64_t id) const
    {
        Cursor found(connection_, sql);
        return found.bind(id).next() ? found.get<std::int64_t>(0) : 0;
    }

    const Connection& connection_;
    std::unordered_map<std::int64_t, std::int64_t> quotations_; ///< to documents; 0 where that is not known yet
    std::set<std::int64_t> documents_;
};

}

void Touched::add(const Connection& connection, std::string_view changeset)
{
    Quoted found(connection);
    each_row(changeset, [&](const RowChange& row) {
        found.see(row);
        if (tables.empty() || *tables.rbegin() != row.table) tables.insert(std::string(row.table));
        const auto owner = [&](const char* sql, std::int64_t id) {
            Cursor found(connection, sql);
            return found.bind(id).next() ? found.get<std::int64_t>(0) : 0;
        };
        if (row.table == "document") texts.insert(row.id);
        if (row.table == "piece")
            texts.insert(row.op == RowOp::update ? owner("SELECT document FROM piece WHERE id = ?", row.id)
                                                 : integer_in(row, 1));
        if (row.table == "turn_list")
            texts.insert(row.op == RowOp::update ? owner("SELECT document FROM turn_list WHERE id = ?", row.id)
                                                 : integer_in(row, 1));
        if (row.table == "cut")
            texts.insert(owner("SELECT p.document FROM cut c JOIN piece p ON p.id = c.edit WHERE c.id = ?", row.id));
        if (row.table == "quotation_anchor")
            quotations.insert(row.op == RowOp::update
                                  ? owner("SELECT quotation FROM quotation_anchor WHERE id = ?", row.id)
                                  : integer_in(row, 1));
        if (row.table == "quotation" && row.op == RowOp::update)
            quotations.insert(row.id); // joined into another document
    });
    texts.erase(0);
    quoted.merge(found.documents());
}

void Touched::add_everything(const Connection& connection)
{
    tables.insert(record_tables.begin(), record_tables.end());
    Cursor all(connection, "SELECT id FROM document");
    while (all.next()) {
        texts.insert(all.get<std::int64_t>(0));
        quoted.insert(all.get<std::int64_t>(0));
    }
}

ChangeSet Touched::as_news(const std::vector<std::int64_t>& seqs) const
{
    return {seqs, {tables.begin(), tables.end()}, {texts.begin(), texts.end()}, {quoted.begin(), quoted.end()}, false};
}

void derive_document(const Connection& connection, std::int64_t document)
{
    Cursor there(connection, "SELECT 1 FROM document WHERE id = ?");
    if (!there.bind(document).next()) return forget_document(connection, document);
    const auto layout = layout_of(connection, document);
    const auto text = text_by(connection, document, layout);
    const auto stored = stored_turns(connection, document);
    const auto turns = placed(layout, stored);
    write_text(connection, document, text);
    write_turns(connection, document, turns);
    write_facts(connection, document, layout, text, turns);
    write_places(connection, document, layout);
}

namespace
{

/// The layout of the document that was asked for last: what one change touches lies mostly side by side.
class LayoutMemory
{
 public:
    explicit LayoutMemory(const Connection& connection) : connection_(connection) {}
    const Layout& of(std::int64_t document)
    {
        if (!layout_ || document_ != document) layout_.emplace(layout_of(connection_, document));
        document_ = document;
        return *layout_;
    }

 private:
    const Connection& connection_;
    std::int64_t document_ = 0;
    std::optional<Layout> layout_;
};

void derive_quotation(const Connection& connection, std::int64_t quotation, LayoutMemory& layouts)
{
    Cursor row(connection,
               "SELECT q.document, a.\"first\", a.\"last\", p.document, p.begin, p.\"end\" FROM quotation q "
               "JOIN quotation_anchor a ON a.quotation = q.id AND a.kind = 'text' "
               "LEFT JOIN quotation_place p ON p.quotation = q.id WHERE q.id = ?");
    const bool anchored = row.bind(quotation).next();
    const auto first = anchored ? anchor_in(row.view(1)) : std::nullopt,
               last = anchored ? anchor_in(row.view(2)) : std::nullopt;
    if (!first || !last) {
        Cursor(connection, "DELETE FROM quotation_place WHERE quotation = ?").bind(quotation).next();
        return;
    }
    const auto document = row.get<std::int64_t>(0);
    const auto& layout = layouts.of(document);
    const auto span = place_in(layout, *first, *last);
    const bool stands = row.get<std::int64_t>(3) == document && row.get<std::int64_t>(4) == span.begin &&
                        row.get<std::int64_t>(5) == span.end;
    if (!stands || row.null(3)) write_place(connection, layout, document, quotation, *first, *last);
}

}

void derive_quotation(const Connection& connection, std::int64_t quotation)
{
    LayoutMemory layouts(connection);
    derive_quotation(connection, quotation, layouts);
}

std::size_t text_key(const Connection& connection, std::int64_t document)
{
    Cursor row(connection, "SELECT language || paragraphs || (SELECT group_concat(id) FROM piece WHERE document = d.id)"
                           " || ifnull((SELECT turns FROM turn_list WHERE document = d.id ORDER BY id DESC), '') FROM "
                           "document d WHERE id = ?");
    return row.bind(document).next() ? std::hash<std::string_view>{}(row.view(0)) : 0;
}

void derive(const Connection& connection, const Touched& touched, const std::map<std::int64_t, std::size_t>& done)
{
    for (const auto document : touched.texts) {
        const auto known = done.find(document);
        if (known == done.end() || known->second != text_key(connection, document))
            derive_document(connection, document);
    }
    LayoutMemory layouts(connection);
    for (const auto quotation : touched.quotations) derive_quotation(connection, quotation, layouts);
}

void derive_everything(const Connection& connection)
{
    for (const char* table : derived_tables) connection.exec(std::string("DELETE FROM ") + table);
    std::vector<std::int64_t> documents;
    Cursor row(connection, "SELECT id FROM document");
    while (row.next()) documents.push_back(row.get<std::int64_t>(0));
    for (const auto document : documents) derive_document(connection, document);
}

}
