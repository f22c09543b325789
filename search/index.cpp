#include "search/index.h"
#include "border.h"
#include "index_inside.h"
#include "index_writer.h"
#include <algorithm>
#include <fstream>
#include <thread>

namespace search
{
using namespace workbench;
namespace fs = std::filesystem;

Index::Inside::Inside(fs::path folder) : folder_(std::move(folder)) {}

std::string Index::Inside::read_current() const
{
    std::ifstream in(path_of("current"));
    std::string name;
    std::getline(in, name);
    return name;
}

void Index::Inside::open()
{
    give_up();
    current_ = read_current();
    if (current_.empty()) return;
    const auto opened = guarded([this] {
        database_.emplace(path_of(current_).string());
        if (database_->get_metadata("rules") != index_rules())
            database_.reset();
        else
            read_entries();
    });
    if (!opened) give_up();
}

void Index::Inside::read_entries()
{
    entries_ = entries_from(database_->get_metadata("texts"));
}

void Index::Inside::refresh()
{
    if (!is_open() || read_current() != current_) return open();
    const auto read = guarded([this] {
        if (database_->reopen()) read_entries();
    });
    if (!read) give_up();
}

void Index::Inside::give_up()
{
    database_.reset();
    readers_.clear();
    entries_.clear();
}

void Index::Inside::condemn()
{
    std::error_code ignored; // where it cannot be removed, every search notices again
    if (read_current() == current_) fs::remove(path_of("current"), ignored);
    give_up();
}

std::vector<Bounds> Index::Inside::bounds_of(const std::string& hash) const
{
    return bounds_from(database_->get_metadata(bounds_key(hash)));
}

std::size_t Index::Inside::shards_for(std::int64_t postings) const
{
    const auto threads = sharing_.threads > 0 ? static_cast<std::size_t>(sharing_.threads)
                                              : std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 16);
    const auto worth = postings / std::max<std::int64_t>(sharing_.postings, 1);
    return std::clamp<std::size_t>(static_cast<std::size_t>(worth), 1, threads);
}

void Index::Inside::make_readers(std::size_t count) const
{
    if (readers_.size() < count) readers_.resize(count);
}

const Xapian::Database& Index::Inside::reader(std::size_t i) const
{
    auto& reader = readers_[i];
    if (!reader)
        reader.emplace(path_of(current_).string());
    else if (reader->get_revision() != database_->get_revision())
        reader->reopen();
    if (reader->get_revision() != database_->get_revision())
        throw Xapian::DatabaseModifiedError("the index was written meanwhile");
    return *reader;
}

std::int64_t Index::Inside::passages() const
{
    std::int64_t count = 0;
    for (const auto& [hash, entry] : entries_) count += entry.passages;
    return count;
}

void sweep(const fs::path& folder, const std::string& keep)
{
    std::vector<fs::path> old;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_directory() && entry.path().filename() != keep) old.push_back(entry.path());
    for (const auto& path : old) {
        std::error_code ignored; // what stays behind is swept the next time
        fs::remove_all(path, ignored);
    }
}

Index Index::open(const fs::path& cache, const std::string& project)
{
    auto inside = std::make_unique<Inside>(cache / project / "search");
    inside->open();
    return Index(std::move(inside));
}

Index::Index(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index::Behind Index::behind(const std::set<std::string>& hashes) const
{
    Behind behind;
    for (const auto& hash : hashes)
        if (!inside_->entries().contains(hash)) behind.missing.push_back(hash);
    for (const auto& [hash, entry] : inside_->entries())
        if (!hashes.contains(hash)) behind.extra.push_back(hash);
    return behind;
}

Result<IndexUpdate> Index::update(const TextSource& texts, Progress& progress)
{
    auto updated = write_index(*inside_, texts, false, progress);
    if (updated || updated.error().code != ErrorCode::broken_file) return updated;
    return write_index(*inside_, texts, true, progress); // what was there is damaged: from nothing
}

Result<IndexUpdate> Index::rebuild(const TextSource& texts, Progress& progress)
{
    return write_index(*inside_, texts, true, progress);
}

void Index::refresh()
{
    inside_->refresh();
}
void Index::share(Sharing sharing)
{
    inside_->share(sharing);
}
std::int64_t Index::passages() const
{
    return inside_->passages();
}
std::int64_t Index::texts() const
{
    return static_cast<std::int64_t>(inside_->entries().size());
}

std::int64_t Index::bytes() const
{
    std::error_code error;
    std::int64_t bytes = 0;
    if (!inside_->is_open()) return 0;
    for (const auto& entry : fs::directory_iterator(inside_->path_of(inside_->current()), error)) {
        const auto size = entry.file_size(error);
        if (!error) bytes += static_cast<std::int64_t>(size);
    }
    return bytes;
}

}
