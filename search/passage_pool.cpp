#include "passage_pool.h"
#include "forms.h"
#include "words_of_passage.h"
#include "workbench/words.h"
#include <algorithm>

namespace search
{
namespace
{

constexpr std::size_t longest_term = 200;

}

PassagePool::PassagePool(const TextSource& texts, const Index::Inside& index)
    : texts_(texts), index_(index), indexed_(index.is_open()), memory_("", Xapian::DB_BACKEND_INMEMORY)
{
    const auto& heads = texts.heads();
    std::map<std::string, std::size_t> first_of;
    for (std::size_t text = 0; text < heads.size(); ++text) {
        const auto entry = indexed_ ? index.entries().find(heads[text].hash) : TextEntries::const_iterator();
        const bool known = indexed_ && entry != index.entries().end() && !entry->second.scanned;
        if (known && first_of.emplace(heads[text].hash, text).second)
            in_index_.push_back({text, entry->second.first, entry->second.passages, {}});
        else
            add(text);
    }
    std::ranges::sort(in_index_, {}, &Run::first);
    for (std::size_t at = 0; at < in_index_.size(); ++at) runs_[in_index_[at].text] = {false, at};
    for (std::size_t at = 0; at < in_memory_.size(); ++at) runs_[in_memory_[at].text] = {true, at};
    if (indexed_) database_.add_database(index.database());
    database_.add_database(memory_);
}

void PassagePool::add(std::size_t text)
{
    const auto& language = texts_.heads()[text].language;
    const Stemmer stemmer(language);
    Run run{text, memory_.get_lastdocid() + 1, 0, {}};
    for (const auto& passage : texts_.read(text)) {
        Xapian::Document document;
        add_words(document, words_part(passage), language, stemmer);
        memory_.add_document(document);
        run.bounds.push_back({passage.begin, passage.end});
        ++run.passages;
    }
    in_memory_.push_back(std::move(run));
}

void PassagePool::add_words(Xapian::Document& document, std::string_view text, const std::string& language,
                            const Stemmer& stemmer)
{
    for (const auto& word : workbench::words_of(text, language)) {
        const auto form = form_of(workbench::slice(text, word), stemmer);
        if (form.lower.size() > longest_term) continue;
        document.add_term(form.lower);
        forms_[stem_key(language, form.stem)].insert(form.lower);
    }
}

std::size_t PassagePool::forgotten() const
{
    std::int64_t known = 0;
    for (const auto& run : in_index_) known += run.passages;
    return indexed_ ? static_cast<std::size_t>(index_.passages() - known) : 0;
}

std::optional<PassagePool::Place> PassagePool::place_of(Xapian::docid number) const
{
    // Xapian numbers the documents of several databases in turns.
    const bool memory = !indexed_ || number % 2 == 0;
    const auto inner = indexed_ ? (number + 1) / 2 : number;
    const auto& runs = memory ? in_memory_ : in_index_;
    const auto after = std::ranges::upper_bound(runs, inner, {}, &Run::first);
    if (after == runs.begin()) return std::nullopt;
    const auto& run = *std::prev(after);
    const auto passage = static_cast<std::int64_t>(inner - run.first);
    if (passage >= run.passages) return std::nullopt;
    return Place{run.text, static_cast<std::size_t>(passage)};
}

Xapian::docid PassagePool::number_of(std::size_t text, std::size_t passage) const
{
    const auto& [memory, at] = runs_.at(text);
    const auto inner = (memory ? in_memory_ : in_index_)[at].first + static_cast<Xapian::docid>(passage);
    return !indexed_ ? inner : memory ? inner * 2 : inner * 2 - 1;
}

std::vector<Bounds> PassagePool::bounds_of(std::size_t text) const
{
    const auto& [memory, at] = runs_.at(text);
    return memory ? in_memory_[at].bounds : index_.bounds_of(texts_.heads()[text].hash);
}

std::set<Xapian::docid> PassagePool::touched(const std::vector<Stretch>& stretches) const
{
    std::map<std::size_t, std::vector<Stretch>> by_text;
    for (const auto& stretch : stretches) by_text[stretch.text].push_back(stretch);
    std::set<Xapian::docid> numbers;
    for (const auto& [text, wanted] : by_text) {
        const auto bounds = bounds_of(text);
        for (const auto& stretch : wanted) {
            const auto from =
                std::ranges::partition_point(bounds, [&](const Bounds& b) { return b.end <= stretch.begin; });
            for (auto at = from; at != bounds.end() && at->begin < stretch.end; ++at)
                numbers.insert(number_of(text, static_cast<std::size_t>(at - bounds.begin())));
        }
    }
    return numbers;
}

std::vector<std::string> PassagePool::forms_of(const std::string& language, const std::string& stem) const
{
    std::set<std::string> forms;
    const auto key = stem_key(language, stem);
    if (indexed_)
        for (auto at = index_.database().synonyms_begin(key); at != index_.database().synonyms_end(key); ++at)
            forms.insert(*at);
    if (const auto found = forms_.find(key); found != forms_.end())
        forms.insert(found->second.begin(), found->second.end());
    if (database_.term_exists(stem)) forms.insert(stem);
    return {forms.begin(), forms.end()};
}

}
