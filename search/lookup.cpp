#include "lookup.h"
#include "local_weight.h"
#include "workbench/words.h"
#include <algorithm>

namespace search
{

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
    languages_.assign(languages.begin(), languages.end());
    lay_out(texts);
    for (const auto& word : query.words) forms_.push_back(forms_of(word));
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

/// The words of the index that begin so and are meant by a wildcard or a fuzzy word. Most are not, so that they are
/// judged here, on the way.
void Lookup::add_words(std::set<std::string>& words, const std::string& prefix, const WordRule& rule) const
{
    const auto& database = index_.database();
    const bool exact = rule.pattern().rule == WordPattern::Rule::exact;
    Form form;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
        form.lower = *term;
        if (!is_word_term(form.lower)) continue;
        if (!exact) form.fold = workbench::fold(form.lower);
        if (rule.holds(form, "")) words.insert(words.end(), form.lower);
    }
}

void Lookup::add_synonyms(std::set<std::string>& words, const std::string& key) const
{
    const auto& database = index_.database();
    for (auto word = database.synonyms_begin(key); word != database.synonyms_end(key); ++word) words.insert(*word);
}

/// More words than are meant, but all of those.
std::set<std::string> Lookup::candidates(const WordRule& rule) const
{
    const auto& database = index_.database();
    const bool exact = rule.pattern().rule == WordPattern::Rule::exact;
    std::set<std::string> words;
    if (rule.pattern().shape == WordPattern::Shape::fuzzy) return add_words(words, "", rule), words;
    if (rule.pattern().shape == WordPattern::Shape::wildcard) {
        add_words(words, rule.prefix(), rule);
        if (rule.prefix().empty() || exact) return words;
        const auto key = fold_key(rule.prefix());
        for (auto fold = database.synonym_keys_begin(key); fold != database.synonym_keys_end(key); ++fold)
            add_synonyms(words, *fold);
        return words;
    }
    const auto& own = rule.own("");
    words.insert({own.lower, own.fold});
    if (exact) return words;
    add_synonyms(words, fold_key(own.fold));
    if (rule.pattern().rule == WordPattern::Rule::plain)
        for (const auto& language : languages_) {
            const auto& stem = rule.own(language).stem;
            words.insert(stem);
            add_synonyms(words, stem_key(language, stem));
        }
    return words;
}

std::vector<Lookup::WordForm> Lookup::forms_of(const WordRule& rule) const
{
    const bool plain = rule.pattern().rule == WordPattern::Rule::plain;
    std::vector<WordForm> forms;
    const auto words = candidates(rule);
    std::map<std::string, Stemmer> stemmers;
    if (plain)
        for (const auto& language : languages_) stemmers.emplace(language, Stemmer(language));
    for (const auto& word : words) {
        WordForm form{word, {}};
        bool meant = false;
        if (!plain) meant = rule.holds({workbench::lower(word), workbench::fold(word), {}}, "");
        for (const auto& [language, stemmer] : stemmers)
            if (rule.holds(form_of(word, stemmer), language)) form.languages.push_back(language), meant = true;
        if (form.languages.size() == languages_.size()) form.languages.clear();
        if (meant && index_.database().term_exists(word)) forms.push_back(std::move(form));
    }
    return forms;
}

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

std::vector<std::int64_t> Lookup::holders()
{
    std::vector<std::int64_t> counts;
    for (const auto& forms : forms_) {
        counts.push_back(0);
        for (const auto& form : forms) counts.back() += holders(form);
    }
    return counts;
}

const Lookup::Slot& Lookup::slot_of(Xapian::docid number) const
{
    if (number >= slots_.size()) throw Xapian::DatabaseCorruptError("a passage beyond the last one");
    return slots_[number];
}

// ── passages ─────────────────────────────────────────────────────────────────────────────────────────────────────────

std::vector<Proposal> Lookup::proposals(const std::vector<double>& rarities)
{
    rarities_ = rarities;
    const auto planned = plan(query_.root);
    exact_ = planned.exact;
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(planned.query);
    enquire.set_weighting_scheme(LocalWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    const auto found = enquire.get_mset(0, index_.database().get_doccount());
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

}
