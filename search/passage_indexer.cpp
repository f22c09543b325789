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
constexpr std::size_t most_remembered = 250'000;

}

std::optional<std::vector<Xapian::Document>> PassageIndexer::documents(const std::string& language,
                                                                       const std::vector<PassageText>& passages)
{
    auto& known = languages_.try_emplace(language, language).first->second;
    std::vector<Xapian::Document> documents;
    for (const auto& passage : passages) {
        auto made = document(known, passage);
        if (!made) return {};
        documents.push_back(std::move(*made));
    }
    return documents;
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

std::optional<Xapian::Document> PassageIndexer::document(Language& language, const PassageText& passage)
{
    Xapian::Document document;
    Xapian::termpos position = 0;
    const auto body = words_part(passage);
    workbench::words_of(body, language.name, words_);
    for (const auto& word : words_) {
        const auto& known = know(language, workbench::slice(body, word));
        if (known.too_long) return {};
        document.add_posting(term_.assign(known.lower), ++position);
    }
    document.add_boolean_term(language_term(language.name));
    return document;
}

void PassageIndexer::write_forms(Xapian::WritableDatabase& database)
{
    for (const auto& [language, form] : unwritten_) {
        if (form.fold != form.lower) database.add_synonym(fold_key(form.fold), form.lower);
        if (form.stem != form.lower) database.add_synonym(stem_key(language, form.stem), form.lower);
    }
    unwritten_.clear();
    for (auto& [name, language] : languages_)
        if (language.words.size() > most_remembered) language.words.clear();
}

}
