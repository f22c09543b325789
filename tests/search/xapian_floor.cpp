#include "xapian_floor.h"
#include <atomic>
#include <thread>
#include <xapian.h>

namespace search_tests
{
namespace
{

/// The words of Latin text in lower case, as cheaply as it can be done.
template <class Take>
void latin_words(const std::string& text, Take take)
{
    std::string word;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if ((c | 32) >= 'a' && (c | 32) <= 'z')
            word += static_cast<char>(c | 32);
        else if (c >= '0' && c <= '9')
            word += text[i];
        else if (c == 0xC3 && i + 1 < text.size()) {
            const auto d = static_cast<unsigned char>(text[++i]);
            word += '\xC3';
            word += static_cast<char>(d < 0x9F ? d + 0x20 : d);
        } else if (!word.empty())
            take(word), word.clear();
    }
    if (!word.empty()) take(word);
}

}

struct XapianFloor::Inside {
    Xapian::Database database;
    std::int64_t count(const Xapian::Query& query) const
    {
        Xapian::Enquire best(database);
        best.set_query(query);
        const auto page = best.get_mset(0, 20);
        if (page.empty()) return 0;
        best.set_weighting_scheme(Xapian::BoolWeight());
        const auto all = best.get_mset(0, database.get_doccount());
        return static_cast<std::int64_t>(all.size());
    }
};

namespace
{

constexpr std::size_t batch_size = 1'000;

void write_batch(const search::TextSource& texts, std::size_t from, std::size_t end, const std::string& name)
{
    Xapian::WritableDatabase part(name, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    for (auto i = from; i < end; ++i)
        for (const auto& passage : texts.read(i)) {
            Xapian::Document document;
            Xapian::termpos position = 0;
            latin_words(passage.text.substr(static_cast<std::size_t>(passage.words_begin - passage.begin)),
                        [&](const std::string& word) { document.add_posting(word, ++position); });
            document.add_boolean_term("XLes");
            part.add_document(document);
        }
    part.commit();
}

/// The first text of each batch, and the number of all texts.
std::vector<std::size_t> batches_of(const search::TextSource& texts)
{
    std::vector<std::size_t> starts{0};
    std::size_t passages = 0;
    for (std::size_t i = 0; i < texts.heads().size(); ++i) {
        if (passages >= batch_size) starts.push_back(i), passages = 0;
        passages += texts.read(i).size();
    }
    starts.push_back(texts.heads().size());
    return starts;
}

}

void XapianFloor::index(const search::TextSource& texts, const std::filesystem::path& folder, int threads)
{
    std::filesystem::create_directories(folder);
    const auto starts = batches_of(texts);
    const auto name_of = [&](std::size_t batch) { return (folder / ("part" + std::to_string(batch))).string(); };
    std::atomic<std::size_t> next = 0;
    {
        std::vector<std::jthread> crew;
        for (int i = 0; i < threads; ++i)
            crew.emplace_back([&] {
                for (auto at = next++; at + 1 < starts.size(); at = next++)
                    write_batch(texts, starts[at], starts[at + 1], name_of(at));
            });
    }
    Xapian::Database all;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) all.add_database(Xapian::Database(name_of(i)));
    all.compact((folder / "all").string());
}

XapianFloor::XapianFloor(const std::filesystem::path& folder)
    : inside_(std::make_unique<Inside>(Inside{Xapian::Database((folder / "all").string())}))
{
}
XapianFloor::~XapianFloor() = default;

std::int64_t XapianFloor::word(const std::string& lower) const
{
    return inside_->count(Xapian::Query(lower));
}

std::int64_t XapianFloor::both(const std::string& first, const std::string& second) const
{
    return inside_->count(Xapian::Query(Xapian::Query::OP_AND, Xapian::Query(first), Xapian::Query(second)));
}

std::int64_t XapianFloor::phrase(const std::vector<std::string>& lower) const
{
    return inside_->count(Xapian::Query(Xapian::Query::OP_PHRASE, lower.begin(), lower.end()));
}

std::int64_t XapianFloor::prefix(const std::string& lower) const
{
    return inside_->count(Xapian::Query(Xapian::Query::OP_WILDCARD, lower, 0, Xapian::Query::WILDCARD_LIMIT_ERROR,
                                        Xapian::Query::OP_SYNONYM));
}

std::int64_t bytes_in(const std::filesystem::path& folder)
{
    std::int64_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) bytes += static_cast<std::int64_t>(entry.file_size());
    return bytes;
}

}
