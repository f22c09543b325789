#include "lookup.h"
#include <algorithm>
#include <exception>
#include <thread>

namespace search
{
namespace
{

/// The dictionary of an index on this machine: the forms are Xapian's synonyms.
class IndexDictionary final : public Dictionary
{
 public:
    explicit IndexDictionary(const Xapian::Database& database) : database_(database) {}

    void each_word(const std::string& prefix, const std::function<void(const std::string&)>& visit) const override
    {
        for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term)
            if (const auto word = *term; is_word_term(word)) visit(word);
    }
    std::vector<std::string> noted(const std::string& key) const override
    {
        return {database_.synonyms_begin(key), database_.synonyms_end(key)};
    }
    std::vector<std::string> keys(const std::string& prefix) const override
    {
        return {database_.synonym_keys_begin(prefix), database_.synonym_keys_end(prefix)};
    }
    bool has(const std::string& word) const override { return database_.term_exists(word); }

 private:
    const Xapian::Database& database_;
};

}

bool Places::holds(int field, std::size_t text, std::int64_t begin, std::int64_t end) const
{
    const auto found = of(field).find(text);
    if (found == of(field).end()) return false;
    return std::any_of(found->second.begin(), found->second.end(),
                       [&](const Stretch& stretch) { return stretch.begin < end && begin < stretch.end; });
}

Lookup::Lookup(const Index::Inside& index, const Compiled& query, const Places& places,
               const std::map<std::string, std::size_t>& texts)
    : index_(index), query_(query), places_(places)
{
    std::set<std::string> languages;
    for (const auto& [hash, entry] : index.entries())
        if (entry.passages) languages.insert(entry.language);
    lay_out(texts);
    words_ = words_of_query(query.words, {languages.begin(), languages.end()}, IndexDictionary(index.database()));
}

void Lookup::lay_out(const std::map<std::string, std::size_t>& texts)
{
    slots_.resize(static_cast<std::size_t>(index_.database().get_lastdocid()) + 1);
    for (const auto& [hash, entry] : index_.entries()) {
        const auto found = texts.find(hash);
        all_asked_ = all_asked_ && (found != texts.end() || entry.passages == 0);
        if (static_cast<std::size_t>(entry.first + entry.passages) > slots_.size() && entry.passages)
            throw Xapian::DatabaseCorruptError("passages beyond the last one");
        if (found == texts.end()) continue;
        const Slot slot{static_cast<std::int32_t>(found->second), static_cast<std::int32_t>(entries_.size())};
        entries_.push_back(&entry);
        hashes_.push_back(&hash);
        std::fill_n(slots_.begin() + entry.first, entry.passages, slot);
    }
}

// ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────────

std::int64_t Lookup::holders(const WordForm& form) const
{
    const auto& database = index_.database();
    if (all_asked_ && form.languages.empty()) return database.get_termfreq(form.term);
    std::int64_t count = 0;
    for (auto at = database.postlist_begin(form.term); at != database.postlist_end(form.term); ++at) {
        const auto& slot = slot_of(*at);
        if (slot.text < 0) continue;
        const auto& language = entries_[static_cast<std::size_t>(slot.entry)]->language;
        const auto& meant = form.languages;
        count += meant.empty() || std::find(meant.begin(), meant.end(), language) != meant.end();
    }
    return count;
}

const std::vector<std::int64_t>& Lookup::holders()
{
    holders_.clear();
    for (const auto& forms : words_.forms) {
        holders_.push_back(0);
        for (const auto& form : forms) holders_.back() += holders(form);
    }
    return holders_;
}

const Lookup::Slot& Lookup::slot_of(Xapian::docid number) const
{
    if (number >= slots_.size()) throw Xapian::DatabaseCorruptError("a passage beyond the last one");
    return slots_[number];
}

// ── passages ─────────────────────────────────────────────────────────────────────────────────────────────────────────

void Lookup::read_fields()
{
    for (std::size_t field = 0; field < query_.outsides.size(); ++field) {
        auto numbers = std::make_shared<std::vector<Xapian::docid>>();
        const auto& meant = places_.of(static_cast<int>(field));
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const auto& entry = *entries_[i];
            if (!entry.passages) continue;
            const auto text = static_cast<std::size_t>(slots_[entry.first].text);
            if (!meant.contains(text)) continue;
            auto number = entry.first;
            for (const auto& bounds : index_.bounds_of(*hashes_[i])) {
                if (places_.holds(static_cast<int>(field), text, bounds.begin, bounds.end)) numbers->push_back(number);
                ++number;
            }
        }
        std::sort(numbers->begin(), numbers->end());
        fields_.push_back(std::move(numbers));
    }
}

Planned Lookup::plan() const
{
    const Planner planner(words_, rarities_, [this](int field) -> Planned {
        const auto& numbers = fields_[static_cast<std::size_t>(field)];
        if (numbers->empty()) return {};
        auto* source = new PassageSource(numbers);
        return {Xapian::Query(source->release()), true};
    });
    return planner.plan(query_.root);
}

/// About how many postings an answer goes through.
std::int64_t Lookup::postings(const Node& node) const
{
    using Kind = Query::Kind;
    const std::int64_t all = index_.database().get_doccount();
    std::int64_t sum = 0, least = all;
    for (const auto& part : node.parts) {
        const auto count = postings(part);
        sum += count;
        if (part.kind != Kind::none_of) least = std::min(least, count);
    }
    const auto parts = static_cast<std::int64_t>(node.parts.size());
    switch (node.kind) {
    case Kind::word: return holders_[static_cast<std::size_t>(node.word)];
    case Kind::phrase:
    case Kind::near:
    case Kind::all_of: return least * std::max<std::int64_t>(parts, 1);
    case Kind::any_of:
    case Kind::one_of: return sum;
    case Kind::maybe: return node.parts.empty() ? 0 : postings(node.parts.front());
    case Kind::outside: return static_cast<std::int64_t>(fields_[static_cast<std::size_t>(node.outside)]->size());
    case Kind::none_of:
    case Kind::regex: break;
    }
    return all;
}

std::vector<Proposal> Lookup::proposals(const std::vector<double>& rarities)
{
    rarities_ = rarities;
    read_fields();
    exact_ = plan().exact;
    const auto shards = index_.shards_for(postings(query_.root));
    return shards > 1 ? side_by_side(shards) : proposals_of(index_.database(), {});
}

std::vector<Proposal> Lookup::proposals_of(const Xapian::Database& database, std::optional<Shard> shard) const
{
    auto query = plan().query;
    if (shard) {
        auto* source = new ShardSource(shard->first, shard->last, database.get_doccount());
        query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(source->release()));
    }
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(LocalWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    const auto found = enquire.get_mset(0, database.get_doccount());
    std::vector<Proposal> proposals;
    proposals.reserve(found.size());
    for (auto at = found.begin(); at != found.end(); ++at) {
        const auto& slot = slot_of(*at);
        if (slot.text < 0) continue;
        const auto first = entries_[static_cast<std::size_t>(slot.entry)]->first;
        proposals.push_back({static_cast<std::size_t>(slot.text), *at - first, at.get_weight()});
    }
    return proposals;
}

/// Nothing of Xapian's passes between the threads: its objects count their owners without a lock.
std::vector<Proposal> Lookup::side_by_side(std::size_t shards) const
{
    const auto last = static_cast<std::size_t>(index_.database().get_lastdocid());
    std::vector<std::vector<Proposal>> found(shards);
    std::vector<std::exception_ptr> failures(shards);
    const auto answer = [&](std::size_t i) {
        try {
            const Shard shard{static_cast<Xapian::docid>(last * i / shards + 1),
                              static_cast<Xapian::docid>(last * (i + 1) / shards)};
            found[i] = proposals_of(i == 0 ? index_.database() : index_.reader(i - 1), shard);
        } catch (...) {
            failures[i] = std::current_exception();
        }
    };
    {
        index_.make_readers(shards - 1);
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < shards; ++i) threads.emplace_back(answer, i);
        answer(0);
    }
    for (const auto& failure : failures)
        if (failure) std::rethrow_exception(failure);
    for (std::size_t i = 1; i < shards; ++i) found[0].insert(found[0].end(), found[i].begin(), found[i].end());
    return std::move(found[0]);
}

}
