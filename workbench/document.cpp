#include "workbench/document.h"
#include "door.h"
#include "layout.h"
#include "utf8.h"
#include "workbench/anchor.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <cassert>
#include <charconv>

namespace workbench
{
namespace
{

constexpr std::string_view columns = "SELECT d.id, d.number, d.copy, d.name, d.kind, d.language, d.comment, "
                                     "d.encoding, d.file_name, d.source, d.paragraphs = 'auto',"
                                     " f.characters, f.words, f.paragraphs, f.turns, f.version FROM document d LEFT "
                                     "JOIN document_facts f ON f.document = d.id ";

Document document_at(const Cursor& row)
{
    using Text = std::optional<std::string>;
    return {row.get<DocumentId>(0),    row.get<int>(1),           row.get<std::string>(2),   row.get<std::string>(3),
            row.get<std::string>(4),   row.get<std::string>(5),   row.get<Text>(6),          row.get<Text>(7),
            row.get<Text>(8),          row.get<Text>(9),          row.get<bool>(10),         row.get<std::int64_t>(11),
            row.get<std::int64_t>(12), row.get<std::int64_t>(13), row.get<std::int64_t>(14), row.get<int>(15)};
}

/// "12b" → 12, "b".
std::optional<std::pair<int, std::string>> number_in(std::string_view ref)
{
    int number = 0;
    const auto [rest, bad] = std::from_chars(ref.data(), ref.data() + ref.size(), number);
    if (bad != std::errc{} || number <= 0) return std::nullopt;
    return std::pair{number, std::string(rest, ref.data() + ref.size())};
}

std::vector<DocumentId> by_number(const Reading& reading, std::string_view ref)
{
    const auto label = number_in(ref);
    if (!label) return {};
    auto found =
        reading.rows<DocumentId>("SELECT id FROM document WHERE number = ? AND copy = ?", label->first, label->second);
    if (found.empty())
        found = reading.rows<DocumentId>("SELECT document FROM document_alias WHERE number = ? AND copy = ?",
                                         label->first, label->second);
    return found;
}

tl::unexpected<Error> unknown_document(const Reading& reading, std::string_view ref)
{
    const auto near = nearest(ref, reading.rows<std::string>("SELECT name FROM document ORDER BY number, copy"));
    return fail(ErrorCode::not_found, say("There is no document \"{}\".", ref),
                near.empty() ? say("\"quipu documents\" lists them.") : say("Did you mean {}?", fmt::join(near, ", ")));
}

/// Edit distance of Levenshtein over folded bytes; enough to find a slip of the keyboard.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
            diagonal = above;
        }
    }
    return row[b.size()];
}

StoredTurn stored(const Turn& turn, PieceId piece)
{
    StoredTurn stored{{piece.value, turn.span.begin}, {piece.value, turn.span.end - 1}, {}, turn.speaker, turn.seconds};
    if (turn.label_end > turn.span.begin) stored.label_last = Anchor{piece.value, turn.label_end - 1};
    return stored;
}

void write_turn_list(Change& change, DocumentId document, const std::vector<StoredTurn>& turns)
{
    const auto json = to_json(turns);
    if (change.run("UPDATE turn_list SET turns = ? WHERE document = ?", json, document) == 0)
        change.run("INSERT INTO turn_list (id, document, turns) VALUES (?,?,?)",
                   change.next_id<Id<struct TurnListTag>>(), document, json);
}

}

std::vector<Document> documents(const Reading& reading)
{
    std::vector<Document> list;
    auto row = reading.ask(std::string(columns) + "ORDER BY d.number, d.copy, d.id");
    while (row.next()) list.push_back(document_at(row));
    return list;
}

std::optional<Document> document(const Reading& reading, DocumentId id)
{
    auto row = reading.ask(std::string(columns) + "WHERE d.id = ?", id);
    return row.next() ? std::optional(document_at(row)) : std::nullopt;
}

Result<Document> find_document(const Reading& reading, std::string_view ref)
{
    std::vector<DocumentId> found;
    if (const auto id = id_in(ref))
        found = reading.rows<DocumentId>("SELECT id FROM document WHERE id = ?", *id);
    else
        found = reading.rows<DocumentId>("SELECT id FROM document WHERE name = ? ORDER BY number, copy", ref);
    if (found.empty()) found = by_number(reading, ref);
    if (found.empty()) return unknown_document(reading, ref);
    if (found.size() == 1) return *document(reading, found[0]);
    std::string labels;
    for (const auto id : found) labels += (labels.empty() ? "" : ", ") + document(reading, id)->label();
    return fail(ErrorCode::ambiguous, say("Several documents are called \"{}\": {}.", ref, labels),
                say("Use the number."));
}

DocumentId add_document(Change& change, const NewDocument& d)
{
    assert(!d.text_sha256.empty());
    const auto id = change.new_object<DocumentId>(ObjectKind::document);
    change.run("INSERT INTO document (id, number, copy, name, kind, language, comment, paragraphs, file_name, source, "
               "encoding, created_at, created_by)"
               " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
               id, change.next_document_number(), change.copy_letter(), d.name, d.kind, d.language, d.comment,
               d.joins_broken_lines ? "auto" : "line", d.file_name, d.source, d.encoding, change.now(), change.coder());
    const auto piece = change.next_id<PieceId>();
    change.run("INSERT INTO piece (id, document, rank, sha256, characters) VALUES (?,?,0,?,?)", piece, id,
               d.text_sha256, count_code_points(d.text));
    std::vector<StoredTurn> turns;
    for (const auto& turn : d.turns) turns.push_back(stored(turn, piece));
    if (!turns.empty()) write_turn_list(change, id, turns);
    change.project().inside().door->derive_now(id);
    return id;
}

std::string free_document_name(const Reading& reading, const std::string& stem, const std::string& suffix)
{
    return free_name(stem, suffix, [&](const std::string& name) {
        return reading.row<int>("SELECT 1 FROM document WHERE name = ?", name).has_value();
    });
}

std::string free_name(const std::string& stem, const std::string& suffix,
                      const std::function<bool(const std::string&)>& taken)
{
    if (!taken(stem)) return stem;
    const auto whole = suffix.empty() ? stem : stem + suffix;
    if (!taken(whole)) return whole;
    for (int i = 2;; ++i)
        if (auto name = fmt::format("{} ({})", stem, i); !taken(name)) return name;
}

Result<int> set_document(Project& project, DocumentId id, const DocumentSettings& settings)
{
    const auto old = document(project, id);
    if (!old) return fail(ErrorCode::not_found, say("There is no such document."));
    if (settings.kind &&
        std::find(std::begin(document_kinds), std::end(document_kinds), *settings.kind) == std::end(document_kinds))
        return fail(ErrorCode::bad_value, say("\"{}\" is no kind of document.", *settings.kind),
                    say("The kinds are {}.", fmt::join(document_kinds, ", ")));
    return project.change(Op::set_document, [&](Change& change) -> Result<int> {
        change.about(old->name);
        auto renamed = settings.name ? rename_document(project, id, *settings.name) : Result<int>(0);
        const bool same = settings.kind.value_or(old->kind) == old->kind &&
                          settings.language.value_or(old->language) == old->language &&
                          settings.comment.value_or(old->comment.value_or("")) == old->comment.value_or("");
        if (!renamed || same) return renamed;
        change.run("UPDATE document SET kind = ?, language = ?, comment = ?, modified_at = ?, "
                   "modified_by = ? WHERE id = ?",
                   settings.kind.value_or(old->kind), settings.language.value_or(old->language),
                   settings.comment ? settings.comment : old->comment, change.now(), change.coder(), id);
        return 1;
    });
}

Result<int> set_documents(Project& project, const std::vector<DocumentId>& documents, const DocumentSettings& settings)
{
    if (settings.name && documents.size() > 1)
        return fail(ErrorCode::bad_value, say("Several documents cannot have one name."));
    if (documents.empty()) return 0;
    return project.change(Op::set_document, [&](Change& change) -> Result<int> {
        int changed = 0;
        for (const auto id : documents) {
            const auto set = set_document(project, id, settings);
            if (!set) return set;
            changed += *set;
        }
        const auto first = change.row<std::string>("SELECT name FROM document WHERE id = ?", documents.front());
        const auto others = static_cast<long long>(documents.size()) - 1;
        change.about(others == 0 ? *first : say_n("{} and {} other", "{} and {} others", others, *first, others));
        return changed;
    });
}

Result<int> rename_document(Project& project, DocumentId id, const std::string& name)
{
    const auto old = document(project, id);
    if (!old) return fail(ErrorCode::not_found, say("There is no such document."));
    if (name.empty()) return fail(ErrorCode::bad_value, say("A document needs a name."));
    if (name == old->name) return 0;
    if (project.row<int>("SELECT 1 FROM document WHERE name = ?", name))
        return fail(ErrorCode::exists, say("There is already a document \"{}\".", name), say("Choose another name."));
    return project.change(Op::rename_document, [&](Change& change) -> Result<int> {
        change.about(old->name + " → " + name);
        return static_cast<int>(
            change.run("UPDATE document SET name = ?, modified_at = ?, modified_by = ? WHERE id = ?", name,
                       change.now(), change.coder(), id));
    });
}

void drop_document(Change& change, DocumentId document)
{
    change.run("DELETE FROM variable_value WHERE owner = ?", document);
    change.run("DELETE FROM case_member WHERE object = ?", document);
    change.run("DELETE FROM turn_list WHERE document = ?", document);
    change.run("DELETE FROM sync_point WHERE document = ?", document);
    change.run("DELETE FROM cut WHERE edit IN (SELECT id FROM piece WHERE document = ?)", document);
    // A piece stands before a character of an older one, so the youngest goes first.
    for (const auto piece :
         change.rows<PieceId>("SELECT id FROM piece WHERE document = ? ORDER BY rank DESC, id DESC", document))
        change.run("DELETE FROM piece WHERE id = ?", piece);
    change.run("DELETE FROM document_alias WHERE document = ?", document);
    change.run("DELETE FROM document WHERE id = ?", document);
    change.drop_object(document.value);
}

Result<void> set_turns(Project& project, DocumentId document, const std::vector<Turn>& turns)
{
    const auto known = workbench::document(project, document);
    if (!known) return fail(ErrorCode::not_found, say("There is no such document."));
    auto sorted = turns;
    std::sort(sorted.begin(), sorted.end(), [](const Turn& a, const Turn& b) { return a.span < b.span; });
    std::int64_t last_end = 0;
    for (const auto& turn : sorted) {
        if (const auto fine = fits(project, document, turn.span); !fine) return fail(fine.error());
        if (turn.span.begin < last_end)
            return fail(ErrorCode::bad_value,
                        say("The turn at {}:{} overlaps the one before it.", turn.span.begin, turn.span.end),
                        say("Turns may touch but not overlap."));
        if (turn.label_end < turn.span.begin || turn.label_end > turn.span.end)
            return fail(ErrorCode::bad_value,
                        say("The label of the turn at {}:{} lies outside it.", turn.span.begin, turn.span.end));
        last_end = turn.span.end;
    }
    return project.change(Op::set_turns, [&](Change& change) -> Result<void> {
        change.about(known->name);
        const auto layout = layout_of(project.inside().door->connection(), document.value);
        std::vector<StoredTurn> stored;
        for (const auto& turn : sorted) {
            StoredTurn item{layout.character_at(turn.span.begin),
                            layout.character_at(turn.span.end - 1),
                            {},
                            turn.speaker,
                            turn.seconds};
            if (turn.label_end > turn.span.begin) item.label_last = layout.character_at(turn.label_end - 1);
            stored.push_back(item);
        }
        write_turn_list(change, document, stored);
        return {};
    });
}

std::vector<std::string> nearest(std::string_view wanted, const std::vector<std::string>& names)
{
    const auto key = fold(wanted);
    std::vector<std::pair<std::size_t, std::string>> close;
    for (const auto& name : names) {
        const auto folded = fold(name);
        const bool holds =
            !key.empty() && (folded.find(key) != std::string::npos || key.find(folded) != std::string::npos);
        const auto steps = holds ? 0 : distance(key, folded);
        if (holds || steps <= std::max<std::size_t>(2, key.size() / 3)) close.emplace_back(steps, name);
    }
    std::stable_sort(close.begin(), close.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> best;
    for (std::size_t i = 0; i < close.size() && i < 5; ++i) best.push_back(close[i].second);
    return best;
}

}
