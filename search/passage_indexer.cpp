#include "passage_indexer.h"
#include "index_inside.h"
#include "words_of_passage.h"
#include "workbench/words.h"
#include <algorithm>

namespace search
{
namespace
{

/// Xapian's terms and keys end at 245 bytes; a key has a prefix with the language.
constexpr std::size_t longest_form = 200;
constexpr std::size_t most_stems_kept = 250'000;

}

bool PassageIndexer::each_document(const std::string& language, const std::vector<PassageText>& passages,
                                   const Take& take)
{
    auto& known = languages_.try_emplace(language, language).first->second;
    terms_.clear();
    ends_.clear();
    for (const auto& passage : passages)
        if (!read(known, passage)) return false;
    std::size_t at = 0;
    for (std::size_t passage = 0; passage < passages.size(); ++passage) {
        Xapian::Document document;
        for (Xapian::termpos position = 0; at < ends_[passage]; ++at)
            document.add_posting(term_.assign(terms_[at]), ++position);
        document.add_boolean_term(language_term(language));
        take(passage, document);
    }
    return true;
}

const PassageIndexer::Known& PassageIndexer::know(Language& language, std::string_view word)
{
    if (const auto* known = language.words.find(word)) return known->value;
    return learn(language, word);
}

const PassageIndexer::Known& PassageIndexer::learn(Language& language, std::string_view word)
{
    auto form = form_of(word, language.stemmer);
    auto* known = language.words.find(form.lower);
    if (!known) {
        known = &language.words.add(form.lower, {});
        known->value.lower = known->word;
        known->value.too_long = std::max({form.lower.size(), form.fold.size(), form.stem.size()}) > longest_form;
        if (!known->value.too_long) unwritten_.push_back({language.name, std::move(form)});
    }
    return word == known->word ? known->value : language.words.add(word, known->value).value;
}

bool PassageIndexer::read(Language& language, const PassageText& passage)
{
    const auto body = words_part(passage);
    workbench::words_of(body, language.name, words_);
    for (const auto& word : words_) {
        const auto& known = know(language, workbench::slice(body, word));
        if (known.too_long) return false;
        terms_.push_back(known.lower);
    }
    ends_.push_back(terms_.size());
    return true;
}

void PassageIndexer::write_forms(Xapian::WritableDatabase& database)
{
    for (const auto& [language, form] : unwritten_) {
        if (form.fold != form.lower) database.add_synonym(fold_key(form.fold), form.lower);
        if (form.stem != form.lower) database.add_synonym(stem_key(language, form.stem), form.lower);
    }
    unwritten_.clear();
    for (auto& [name, language] : languages_)
        if (language.words.size() > most_stems_kept) language.words.clear();
}

}
