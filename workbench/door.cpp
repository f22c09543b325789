#include "door.h"
#include "content.h"
#include "tables.h"
#include "workbench/sha256.h"
#include "workbench/tr.h"
#include "writer.h"
#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/chrono.h>
#include <utility>

namespace workbench
{

std::string utc_now()
{
    const auto seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(seconds));
}

void Project::Inside::publish(const ChangeSet& change)
{
    const auto hearers = subscribers; // a hearer may end its own subscription
    for (const auto& [key, hear] : hearers) hear(change);
}

Project::Inside::End Project::Inside::end() const
{
    return {connection->integer("SELECT ifnull(max(seq), 0) FROM history"), connection->integer("PRAGMA data_version")};
}

ChangeSet Project::Inside::news_of_others(const std::vector<std::int64_t>& own) const
{
    std::vector<std::int64_t> seqs;
    Touched touched;
    if (connection->integer("PRAGMA data_version") != heard.data_version) {
        Cursor row(*connection, "SELECT seq, ifnull(effect, authored) FROM history WHERE seq > ? ORDER BY seq");
        row.bind(heard.seq);
        while (row.next()) {
            const auto seq = row.get<std::int64_t>(0);
            if (std::ranges::find(own, seq) != own.end()) continue;
            seqs.push_back(seq);
            touched.add(*connection, unpacked(row.view(1)));
        }
    }
    auto news = touched.as_news(seqs);
    news.elsewhere = true;
    return news;
}

ChangeDoor::ChangeDoor(Project& project) : project_(project), inside_(project.inside()), now_(utc_now()) {}

Result<std::unique_ptr<ChangeDoor>> ChangeDoor::open(Project& project)
{
    auto& inside = project.inside();
    if (const auto ready = become_writer(project); !ready) return fail(ready.error());
    std::unique_ptr<ChangeDoor> door(new ChangeDoor(project));
    const auto& connection = *inside.connection;
    if (connection.try_exec("BEGIN IMMEDIATE") != SQLITE_OK) return fail(connection.last_error());
    door->open_ = true;
    inside.door = door.get();
    door->replica_ = claim_replica(connection, inside.file);
    door->see_lamport();
    return door;
}

void ChangeDoor::see_lamport()
{
    lamport_ = connection().integer(
        "SELECT max(ifnull((SELECT max(lamport) FROM history), 0), ifnull((SELECT max(lamport) FROM base), 0))");
}

ChangeDoor::~ChangeDoor()
{
    inside_.door = nullptr;
    if (open_) inside_.connection->try_exec("ROLLBACK");
}

Result<bool> ChangeDoor::record(Op op, const std::function<Result<void>(Change&)>& body, std::optional<Undoes> undoes)
{
    ++lamport_;
    subject_.clear();
    Session session(connection());
    Change change(project_, *this);
    if (const auto done = body(change); !done) return fail(done.error());
    const auto changeset = session.changeset();
    if (changeset.empty()) {
        --lamport_;
        return false;
    }
    coder_named(inside_.coder);
    touch(changeset);
    add_history(op, changeset, undoes);
    return true;
}

Result<void> ChangeDoor::nested(const std::function<Result<void>(Change&)>& body)
{
    ++depth_;
    Savepoint savepoint(connection(), "nested" + std::to_string(depth_));
    Change change(project_, *this);
    const auto done = body(change);
    if (done) savepoint.keep();
    --depth_;
    return done;
}

void ChangeDoor::touch(std::string_view changeset)
{
    touched_.add(connection(), changeset);
}
void ChangeDoor::derive_now(DocumentId document)
{
    derive_document(connection(), document.value);
    derived_[document.value] = text_key(connection(), document.value);
}
void ChangeDoor::touch_everything()
{
    everything_ = true;
}

void ChangeDoor::add_history(Op op, const std::string& changeset, std::optional<Undoes> undoes)
{
    ++replica_.changes;
    std::optional<std::int64_t> undone_replica, undone_n;
    if (undoes) {
        undone_replica = undoes->replica;
        undone_n = undoes->n;
    }
    Cursor row(
        connection(),
        "INSERT INTO history (replica, n, lamport, at, coder, op, subject, undoes_replica, undoes_n, authored, state)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,'applied')");
    const auto bytes = packed(changeset);
    row.bind(replica_.number, replica_.changes, lamport_, now_, inside_.coder, name_of(op).word, subject_,
             undone_replica, undone_n, Blob{bytes});
    row.next();
    seqs_.push_back(sqlite3_last_insert_rowid(connection().handle()));
}

void ChangeDoor::commit()
{
    if (everything_)
        derive_everything(connection());
    else
        derive(connection(), touched_, derived_);
    store(connection(), replica_);
    // Nobody else writes until the COMMIT. Told at the next poll only, what others did would be taken for heard.
    const auto others = everything_ ? ChangeSet{} : inside_.news_of_others(seqs_);
    const auto end = inside_.end();
    connection().exec("COMMIT");
    open_ = false;
    inside_.door = nullptr;
    inside_.last_commit = std::chrono::steady_clock::now();
    inside_.to_checkpoint = true;
    remember_writer(replica_);
    const auto before = std::exchange(inside_.heard, end);
    if (!others.seqs.empty()) inside_.publish(others);
    for (auto seq = before.seq + 1; seqs_.empty() && seq <= end.seq; ++seq) seqs_.push_back(seq); // a merge
    if (seqs_.empty() && touched_.tables.empty()) return;
    if (everything_) touched_.add_everything(connection());
    inside_.publish(touched_.as_news(seqs_));
}

std::int64_t ChangeDoor::next_number()
{
    return replica_.number << 40 | ++replica_.counter;
}

bool ChangeDoor::raise_counters()
{
    const auto given = [&](const std::string& sql) {
        Cursor row(connection(), sql);
        row.bind(replica_.number);
        return row.next() ? row.get<std::int64_t>(0) : 0;
    };
    auto counter = replica_.counter;
    for (const char* table : record_tables)
        counter = std::max(
            counter, given("SELECT max(id & 1099511627775) FROM \"" + std::string(table) + "\" WHERE id >> 40 = ?"));
    const auto changes = std::max(replica_.changes, given("SELECT max(n) FROM history WHERE replica = ?"));
    const bool low = counter > replica_.counter || changes > replica_.changes;
    replica_.counter = counter;
    replica_.changes = changes;
    return low;
}

CoderId ChangeDoor::coder_named(std::string_view name)
{
    Cursor known(connection(), "SELECT id FROM coder WHERE name = ?");
    if (known.bind(name).next()) return known.get<CoderId>(0);
    // 39 bits of the hash under replica 0: the same name is the same coder in every copy.
    auto id = static_cast<std::int64_t>(1) << 39 | std::stoll(sha256_hex(name).substr(0, 9), nullptr, 16);
    const auto taken = [&] { return Cursor(connection(), "SELECT 1 FROM coder WHERE id = ?").bind(id).next(); };
    while (taken()) ++id;
    Cursor(connection(), "INSERT INTO coder (id, name) VALUES (?, ?)").bind(id, name).next();
    return CoderId{id};
}

void ChangeDoor::about(std::string subject)
{
    if (depth_ == 0 || subject_.empty()) subject_ = std::move(subject);
}

// ── Change ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const Connection& Change::connection() const
{
    return door_.connection();
}
std::int64_t Change::changed_rows() const
{
    return sqlite3_changes64(connection().handle());
}
std::int64_t Change::next_number()
{
    return door_.next_number();
}

std::int64_t Change::new_object_number(ObjectKind kind)
{
    const auto id = next_number();
    run("INSERT INTO object (id, kind) VALUES (?, ?)", id, name_of(kind));
    return id;
}

void Change::drop_object(std::int64_t id)
{
    run("DELETE FROM object WHERE id = ?", id);
}
CoderId Change::coder()
{
    return door_.coder_named(project_.coder());
}
CoderId Change::coder_named(std::string_view name)
{
    return door_.coder_named(name);
}
const std::string& Change::now() const
{
    return door_.now();
}
void Change::about(std::string subject)
{
    door_.about(std::move(subject));
}
std::string Change::copy_letter() const
{
    return door_.replica().copy;
}
std::int64_t Change::lamport() const
{
    return door_.lamport();
}

int Change::next_document_number()
{
    const auto highest =
        row<std::int64_t>("SELECT max(number) FROM document WHERE copy = ?", copy_letter()).value_or(0);
    int number = door_.next_document_number();
    while (number <= highest) number = door_.next_document_number();
    return number;
}

int Change::next_quotation_number(DocumentId document)
{
    const auto last = row<std::int64_t>("SELECT last FROM quotation_counter WHERE document = ?", document).value_or(0);
    const auto highest =
        last ? 0 : row<std::int64_t>("SELECT max(number) FROM quotation WHERE document = ?", document).value_or(0);
    const auto number = std::max(last, highest) + 1;
    run("INSERT OR REPLACE INTO quotation_counter (document, last) VALUES (?, ?)", document, number);
    return static_cast<int>(number);
}

std::string Change::keep(std::string_view bytes)
{
    return keep_content(connection(), bytes);
}
std::optional<std::string> Change::content(std::string_view sha256) const
{
    return content_of(connection(), sha256);
}

}
