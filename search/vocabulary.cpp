#include "search/vocabulary.h"
#include "forms.h"
#include "word_table.h"
#include "words_of_passage.h"
#include "workbench/words.h"
#include <deque>
#include <map>

namespace search
{
using namespace workbench;

struct Vocabulary::Inside {
    /// What is counted as one word.
    struct Group {
        std::int64_t count = 0, documents = 0;
        DocumentId last{};
        std::string word; ///< filled by counts()
    };
    /// A word in lower case.
    struct Lower {
        std::string word;
        std::int64_t count = 0;
        std::size_t group = 0;
        bool stopped = false;
    };
    struct Language {
        std::string name;
        Stemmer stemmer;
        WordTable<std::size_t> words; ///< as written: the place in `lowers`
        explicit Language(const std::string& code) : name(code), stemmer(code) {}
    };

    StopWords stop;
    bool stem;
    std::int64_t words = 0;
    std::deque<Language> languages{};
    std::vector<Lower> lowers{};
    std::vector<Group> groups{};
    std::map<std::string, std::size_t> by_lower{}, by_stem{}; ///< places in `lowers`, in `groups`
    std::vector<Word> found{};

    Language& language(const std::string& name)
    {
        for (auto& known : languages)
            if (known.name == name) return known;
        return languages.emplace_back(name);
    }

    std::size_t know(Language& in, std::string_view word)
    {
        if (const auto* known = in.words.find(word)) return known->value;
        auto form = form_of(word, in.stemmer);
        // without stems a word is one in all languages
        const auto key = stem ? in.name + " " + form.lower : form.lower;
        auto place = by_lower.find(key);
        if (place == by_lower.end()) {
            Lower lower{form.lower, 0, groups.size(), is_stop_word(stop, form.lower)};
            if (stem) lower.group = by_stem.try_emplace(form.stem, groups.size()).first->second;
            if (lower.group == groups.size()) groups.emplace_back();
            place = by_lower.emplace(key, lowers.size()).first;
            lowers.push_back(std::move(lower));
        }
        return in.words.add(word, place->second).value;
    }
};

Vocabulary::Vocabulary(StopWords stop, bool stem) : inside_(std::make_unique<Inside>(Inside{stop, stem})) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

void Vocabulary::add(const Document& document, const PassageText& passage, Span part)
{
    auto& all = *inside_;
    auto& language = all.language(document.language);
    const auto body = words_part(passage);
    words_of(body, language.name, all.found);
    for (const auto& word : all.found) {
        if (passage.words_begin + word.begin < part.begin || passage.words_begin + word.end > part.end) continue;
        auto& lower = all.lowers[all.know(language, slice(body, word))];
        ++all.words;
        if (lower.stopped) continue;
        ++lower.count;
        auto& group = all.groups[lower.group];
        ++group.count;
        if (group.last == document.id) continue;
        group.last = document.id;
        ++group.documents;
    }
}

std::vector<WordCount> Vocabulary::counts(std::int64_t limit) const
{
    std::vector<const Inside::Lower*> names(inside_->groups.size());
    for (const auto& lower : inside_->lowers) {
        if (lower.count == 0) continue;
        auto*& name = names[lower.group];
        const bool better =
            !name || lower.count > name->count || (lower.count == name->count && lower.word < name->word);
        if (better) name = &lower;
    }
    std::vector<WordCount> out;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i]) out.push_back({names[i]->word, inside_->groups[i].count, inside_->groups[i].documents});
    std::sort(out.begin(), out.end(), [](const WordCount& a, const WordCount& b) {
        return a.count != b.count ? a.count > b.count : a.word < b.word;
    });
    if (limit >= 0 && static_cast<std::size_t>(limit) < out.size()) out.resize(static_cast<std::size_t>(limit));
    return out;
}

std::int64_t Vocabulary::words() const
{
    return inside_->words;
}

}
