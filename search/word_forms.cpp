#include "word_forms.h"
#include "index_inside.h"
#include "workbench/words.h"
#include <map>
#include <set>

namespace search
{
namespace
{

using Words = std::set<std::string>;

class Finder
{
 public:
    Finder(const std::vector<std::string>& languages, const Dictionary& dictionary)
        : languages_(languages), dictionary_(dictionary)
    {
    }

    std::vector<WordForm> forms_of(const WordRule& rule) const
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
            if (meant && dictionary_.has(word)) forms.push_back(std::move(form));
        }
        return forms;
    }

 private:
    /// The words that begin so and are meant by a wildcard or a fuzzy word. Most are not, so that they are judged here,
    /// on the way.
    void add_words(Words& words, const std::string& prefix, const WordRule& rule) const
    {
        const bool exact = rule.pattern().rule == WordPattern::Rule::exact;
        Form form;
        dictionary_.each_word(prefix, [&](const std::string& word) {
            form.lower = word;
            if (!exact) form.fold = workbench::fold(form.lower);
            if (rule.holds(form, "")) words.insert(words.end(), form.lower);
        });
    }

    void add_noted(Words& words, const std::string& key) const
    {
        for (auto& word : dictionary_.noted(key)) words.insert(std::move(word));
    }

    /// More words than are meant, but all of those.
    Words candidates(const WordRule& rule) const
    {
        const bool exact = rule.pattern().rule == WordPattern::Rule::exact;
        Words words;
        if (rule.pattern().shape == WordPattern::Shape::fuzzy) return add_words(words, "", rule), words;
        if (rule.pattern().shape == WordPattern::Shape::wildcard) {
            add_words(words, rule.prefix(), rule);
            if (rule.prefix().empty() || exact) return words;
            for (const auto& key : dictionary_.keys(fold_key(rule.prefix()))) add_noted(words, key);
            return words;
        }
        const auto& own = rule.own("");
        words.insert({own.lower, own.fold});
        if (exact) return words;
        add_noted(words, fold_key(own.fold));
        if (rule.pattern().rule == WordPattern::Rule::plain)
            for (const auto& language : languages_) {
                const auto& stem = rule.own(language).stem;
                words.insert(stem);
                add_noted(words, stem_key(language, stem));
            }
        return words;
    }

    const std::vector<std::string>& languages_;
    const Dictionary& dictionary_;
};

}

WordsOfQuery words_of_query(const std::vector<WordRule>& rules, std::vector<std::string> languages,
                            const Dictionary& dictionary)
{
    WordsOfQuery out{std::move(languages), {}};
    const Finder finder(out.languages, dictionary);
    for (const auto& rule : rules) out.forms.push_back(finder.forms_of(rule));
    return out;
}

}
