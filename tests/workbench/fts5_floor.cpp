#include "fts5_floor.h"
#include <sqlite3.h>
#include <stdexcept>

namespace workbench_tests
{
namespace
{

class Statement
{
 public:
    Statement(sqlite3* database, const char* sql)
    {
        if (sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database));
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void begin(const std::string& text)
    {
        sqlite3_reset(statement_);
        sqlite3_bind_text(statement_, 1, text.c_str(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }
    bool next() { return sqlite3_step(statement_) == SQLITE_ROW; }
    std::int64_t number() const { return sqlite3_column_int64(statement_, 0); }

 private:
    sqlite3_stmt* statement_ = nullptr;
};

sqlite3* opened(const std::filesystem::path& file)
{
    sqlite3* database = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database));
    return database;
}

void run(sqlite3* database, const char* sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database));
}

}

struct Fts5Floor::Inside {
    sqlite3* database;
    Statement best, count;
    explicit Inside(const std::filesystem::path& file)
        : database(opened(file)),
          best(database, "SELECT rowid, snippet(words, 0, '', '', '', 40) FROM words WHERE words MATCH ?1"
                         " ORDER BY rank LIMIT 20"),
          count(database, "SELECT count(*) FROM words WHERE words MATCH ?1")
    {
    }
};

void Fts5Floor::index(const std::function<void(const Take&)>& each, const std::filesystem::path& file)
{
    std::filesystem::remove(file);
    auto* database = opened(file);
    run(database, "PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -65536;"
                  "CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT);"
                  "CREATE VIRTUAL TABLE words USING fts5 (text, content = 'passage', content_rowid = 'id',"
                  " tokenize = 'unicode61 remove_diacritics 2'); BEGIN");
    {
        Statement passage(database, "INSERT INTO passage (text) VALUES (?1)");
        Statement words(database, "INSERT INTO words (rowid, text) VALUES (last_insert_rowid(), ?1)");
        each([&](const std::string& text) {
            passage.begin(text);
            passage.next();
            words.begin(text);
            words.next();
        });
    }
    run(database, "COMMIT; INSERT INTO words (words) VALUES ('optimize')");
    sqlite3_close(database);
}

Fts5Floor::Fts5Floor(const std::filesystem::path& file) : inside_(std::make_unique<Inside>(file)) {}

Fts5Floor::~Fts5Floor()
{
    auto* database = inside_->database;
    inside_.reset();
    sqlite3_close(database);
}

std::int64_t Fts5Floor::search(const std::string& query) const
{
    inside_->best.begin(query);
    while (inside_->best.next()) {}
    inside_->count.begin(query);
    return inside_->count.next() ? inside_->count.number() : 0;
}

}
