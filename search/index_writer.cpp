#include "index_writer.h"
#include "border.h"
#include "bulk_build.h"
#include "text_indexer.h"
#include "workbench/tr.h"
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <random>
#include <sys/file.h>
#include <unistd.h>

namespace search
{
using namespace workbench;
namespace fs = std::filesystem;
namespace
{

constexpr std::size_t few_passages = 4'000; // so many are added in place
constexpr std::size_t few_texts = 20;       // so many dropped texts are looked at for an earlier state of a new one

/// Who has it writes the index. Given back by the system when the process ends, however it ends.
class Lock
{
 public:
    explicit Lock(const fs::path& file) : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        if (file_ < 0) throw std::system_error(errno, std::generic_category(), file.string());
        held_ = ::flock(file_, LOCK_EX | LOCK_NB) == 0;
    }
    ~Lock() { ::close(file_); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    bool held() const { return held_; }

 private:
    int file_;
    bool held_ = false;
};

class Writer
{
 public:
    Writer(Index::Inside& inside, const TextSource& texts, bool from_nothing, Progress& progress)
        : inside_(inside), texts_(texts), progress_(progress), from_nothing_(from_nothing)
    {
    }

    /// False when another process has the lock.
    bool run()
    {
        fs::create_directories(inside_.folder());
        const Lock lock(inside_.path_of("lock"));
        if (!lock.held()) return false;
        if (from_nothing_)
            inside_.open();
        else
            inside_.refresh();
        sweep(inside_.folder(), inside_.current());
        find_extra();
        write();
        inside_.refresh();
        update_.passages = inside_.passages();
        return true;
    }
    const IndexUpdate& update() const { return update_; }
    bool cancelled() const { return cancelled_; }

 private:
    bool keeps_old() const { return inside_.is_open() && !from_nothing_; }

    void find_extra()
    {
        std::set<std::string> wanted;
        for (const auto& head : texts_.heads()) wanted.insert(head.hash);
        if (!keeps_old()) return;
        entries_ = inside_.entries();
        for (const auto& [hash, entry] : entries_)
            if (!wanted.contains(hash)) extra_.push_back(hash);
    }

    void write()
    {
        const auto last = keeps_old() ? inside_.database().get_lastdocid() : 0;
        MissingTexts missing(texts_, entries_, last + 1, progress_);
        if (missing.count() == 0 && extra_.empty() && keeps_old()) return;
        std::vector<NewText> begun;
        for (std::size_t passages = 0; keeps_old() && !missing.at_end() && passages < few_passages;) {
            if (progress_.cancelled()) return void(cancelled_ = true);
            begun.push_back(missing.next());
            passages += begun.back().passages.size();
        }
        if (keeps_old() && missing.at_end())
            add_in_place(begun);
        else
            build(missing, std::move(begun));
    }

    void add_in_place(const std::vector<NewText>& texts)
    {
        Xapian::WritableDatabase database(inside_.path_of(inside_.current()).string(), Xapian::DB_OPEN);
        PassageIndexer indexer;
        std::vector<IndexedText> indexed;
        for (const auto& text : texts) {
            const auto earlier = earlier_state_of(text);
            auto mended = earlier ? mend(database, indexer, text, *earlier) : std::nullopt;
            if (!mended) {
                mended = add_text(database, indexer, text);
                update_.written += mended->entry.passages;
            }
            indexed.push_back(std::move(*mended));
        }
        indexer.write_forms(database);
        finish(database, indexed);
    }

    /// The text that this one was before a correction: it is to be dropped, and at least half of its passages have the
    /// words of those of the new one.
    std::optional<std::string> earlier_state_of(const NewText& text) const
    {
        if (extra_.size() > few_texts) return {};
        for (const auto& hash : extra_) {
            const auto& entry = entries_.at(hash);
            const auto count = text.passages.size();
            if (entry.language != text.head.language || static_cast<std::size_t>(entry.passages) != count) continue;
            const auto before = inside_.bounds_of(hash);
            if (before.size() != count) continue;
            std::size_t same = 0;
            for (std::size_t i = 0; i < count; ++i)
                same += before[i].fingerprint == bounds_of(text.passages[i]).fingerprint ? 1 : 0;
            if (2 * same >= count && count > 0) return hash;
        }
        return {};
    }

    /// Makes the new text of the earlier one: only passages of other words are written. Empty when that cannot be done.
    std::optional<IndexedText> mend(Xapian::WritableDatabase& database, PassageIndexer& indexer, const NewText& text,
                                    const std::string& earlier)
    {
        IndexedText mended{text.head.hash, entries_.at(earlier), {}};
        const auto before = inside_.bounds_of(earlier);
        std::vector<PassageText> changed;
        std::vector<Xapian::docid> numbers;
        for (std::size_t i = 0; i < text.passages.size(); ++i) {
            mended.bounds.push_back(bounds_of(text.passages[i]));
            if (mended.bounds[i].fingerprint == before[i].fingerprint) continue;
            changed.push_back(text.passages[i]);
            numbers.push_back(mended.entry.first + static_cast<Xapian::docid>(i));
        }
        const auto write = [&](std::size_t passage, const Xapian::Document& document) {
            database.replace_document(numbers[passage], document);
        };
        if (!indexer.each_document(text.head.language, changed, write)) return {}; // a word too long for an index
        forget(database, earlier);
        std::erase(extra_, earlier);
        update_.written += static_cast<std::int64_t>(numbers.size());
        ++update_.texts_dropped;
        return mended;
    }

    void forget(Xapian::WritableDatabase& database, const std::string& hash)
    {
        database.set_metadata(bounds_key(hash), {});
        entries_.erase(hash);
    }

    void build(MissingTexts& missing, std::vector<NewText> begun)
    {
        const auto name = next_name();
        const auto parts = inside_.path_of("parts"), target = inside_.path_of(name);
        const auto* existing = keeps_old() ? &inside_.database() : nullptr;
        const auto indexed = build_in_bulk(missing, std::move(begun), progress_, existing, parts, target);
        cancelled_ = progress_.cancelled();
        if (cancelled_) return;
        for (const auto& text : indexed) update_.written += text.entry.passages;
        {
            Xapian::WritableDatabase database(target.string(), Xapian::DB_OPEN);
            finish(database, indexed);
        }
        put_in_force(name);
        sweep(inside_.folder(), name);
    }

    /// Drops what is extra, writes the records and commits.
    void finish(Xapian::WritableDatabase& database, const std::vector<IndexedText>& indexed)
    {
        for (const auto& hash : extra_) {
            const auto& entry = entries_.at(hash);
            for (std::int64_t i = 0; i < entry.passages; ++i)
                database.delete_document(entry.first + static_cast<Xapian::docid>(i));
            forget(database, hash);
        }
        for (const auto& [hash, entry, bounds] : indexed) {
            entries_[hash] = entry;
            database.set_metadata(bounds_key(hash), written(bounds));
        }
        database.set_metadata("rules", index_rules());
        database.set_metadata("texts", written(entries_));
        database.commit();
        update_.texts_added = static_cast<std::int64_t>(indexed.size());
        update_.texts_dropped += static_cast<std::int64_t>(extra_.size());
    }

    /// Never the name of a folder that a reader may have open, not even when all was deleted in between.
    static std::string next_name()
    {
        std::random_device random;
        return fmt::format("words-{:08x}{:08x}", random(), random());
    }

    void put_in_force(const std::string& name)
    {
        const auto fresh = inside_.path_of("current.new");
        {
            std::ofstream out(fresh);
            out << name << '\n';
            if (!out.flush()) throw std::system_error(ENOSPC, std::generic_category(), fresh.string());
        }
        fs::rename(fresh, inside_.path_of("current"));
    }

    Index::Inside& inside_;
    const TextSource& texts_;
    Progress& progress_;
    bool from_nothing_;
    TextEntries entries_;
    std::vector<std::string> extra_;
    IndexUpdate update_;
    bool cancelled_ = false;
};

}

Result<IndexUpdate> write_index(Index::Inside& inside, const TextSource& texts, bool from_nothing, Progress& progress)
{
    Writer writer(inside, texts, from_nothing, progress);
    bool locked = false;
    const auto done = guarded([&] { locked = writer.run(); });
    if (!done) return fail(done.error());
    if (writer.cancelled()) return fail(ErrorCode::cancelled, tr("Indexing was stopped."));
    auto update = writer.update();
    update.busy = !locked;
    if (!locked) update.passages = inside.passages();
    return update;
}

}
