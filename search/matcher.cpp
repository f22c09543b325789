#include "matcher.h"
#include "words_of_passage.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <cassert>

namespace search
{
using namespace workbench;
namespace
{

using Kind = Query::Kind;
constexpr std::size_t most_words_kept = 400'000;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

Error too_slow(const Pattern& pattern)
{
    return {ErrorCode::bad_value, say("The regular expression {} takes too long on these texts.", pattern.text()),
            tr("Words beside it, joined by AND, leave fewer passages to look through.")};
}

}

Matcher::Matcher(const Compiled& query, double patience)
    : query_(query),
      until_(std::chrono::steady_clock::now() + std::chrono::milliseconds(static_cast<std::int64_t>(patience * 1'000))),
      occurrences_(query.words.size())
{
}

const Seen& Matcher::look(const PassageText& passage, const std::string& language_name,
                          const std::function<bool(int)>& outside)
{
    outside_ = &outside;
    seen_.marks.clear();
    seen_.matches.clear();
    seen_.counts.clear();
    read_words(passage, language(language_name));
    count_forms();
    seen_.holds = evaluate(query_.root);
    for (auto* list : {&seen_.marks, &seen_.matches}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return seen_;
}

Matcher::Language& Matcher::language(const std::string& name)
{
    for (auto& language : languages_)
        if (language.name == name) return language;
    return languages_.emplace_back(name);
}

const Matcher::Known& Matcher::know(Language& language, std::string_view word)
{
    if (const auto* found = language.words.find(word)) return *found->value;
    return learn(language, word);
}

const Matcher::Known& Matcher::learn(Language& language, std::string_view word)
{
    const auto form = form_of(word, language.stemmer);
    auto* found = language.words.find(form.lower);
    if (!found) {
        auto& known = language.known.emplace_back(Known{next_form_++, {}});
        for (std::size_t i = 0; i < query_.words.size(); ++i)
            if (query_.words[i].holds(form, language.name)) known.words.push_back(static_cast<int>(i));
        found = &language.words.add(form.lower, &known);
    }
    if (word != found->word) language.words.add(word, found->value);
    return *found->value;
}

void Matcher::read_words(const PassageText& passage, Language& language)
{
    for (auto& list : occurrences_) list.clear();
    places_.clear();
    if (language.words.size() > most_words_kept) language.words.clear(), language.known.clear();
    body_begin_ = passage.words_begin;
    body_ = words_part(passage);
    words_of(body_, language.name, words_);
    for (const auto& word : words_) {
        const auto position = static_cast<int>(places_.size());
        places_.push_back({body_begin_ + word.begin, body_begin_ + word.end});
        const auto& known = know(language, slice(body_, word));
        for (const auto meant : known.words) occurrences_[at(meant)].push_back({position, known.form});
    }
    seen_.words = static_cast<int>(places_.size());
}

void Matcher::count_forms()
{
    seen_.forms.assign(occurrences_.size(), 0);
    std::vector<int> forms;
    for (std::size_t i = 0; i < occurrences_.size(); ++i) {
        forms.clear();
        for (const auto& occurrence : occurrences_[i]) forms.push_back(occurrence.form);
        std::sort(forms.begin(), forms.end());
        seen_.forms[i] = static_cast<int>(std::unique(forms.begin(), forms.end()) - forms.begin());
    }
}

/// What a part that does not hold has marked and counted is taken back.
bool Matcher::evaluate(const Node& node)
{
    const auto marks = seen_.marks.size(), matches = seen_.matches.size(), counts = seen_.counts.size();
    const auto holds = [&] {
        switch (node.kind) {
        case Kind::word: return word(node);
        case Kind::phrase:
        case Kind::near: return placed(node);
        case Kind::all_of: return all_of(node);
        case Kind::any_of: return any_of(node);
        case Kind::one_of: return one_of(node);
        case Kind::none_of: return none_of(node);
        case Kind::maybe: return maybe(node);
        case Kind::regex: return regex(node);
        case Kind::outside: return (*outside_)(node.outside);
        }
        assert(false);
        return false;
    }();
    if (!holds || node.kind == Kind::none_of)
        seen_.marks.resize(marks), seen_.matches.resize(matches), seen_.counts.resize(counts);
    return holds;
}

bool Matcher::all_of(const Node& node)
{
    return std::all_of(node.parts.begin(), node.parts.end(), [this](auto& part) { return evaluate(part); });
}

bool Matcher::any_of(const Node& node)
{
    bool any = false;
    for (const auto& part : node.parts) any = evaluate(part) || any;
    return any;
}

bool Matcher::one_of(const Node& node)
{
    bool odd = false;
    for (const auto& part : node.parts) odd = evaluate(part) != odd;
    return odd;
}

bool Matcher::none_of(const Node& node)
{
    return !evaluate(node.parts.front());
}

bool Matcher::maybe(const Node& node)
{
    if (!evaluate(node.parts.front())) return false;
    for (std::size_t i = 1; i < node.parts.size(); ++i) evaluate(node.parts[i]);
    return true;
}

bool Matcher::word(const Node& node)
{
    const auto& found = occurrences_[at(node.word)];
    for (const auto& occurrence : found) match({occurrence.position, occurrence.position});
    if (!found.empty()) seen_.counts.push_back({node.leaf, static_cast<int>(found.size())});
    return !found.empty();
}

/// A phrase or a chain.
bool Matcher::placed(const Node& node)
{
    const auto stands = stands_of(node);
    if (stands.empty()) return false;
    for (const auto& stand : stands) match(stand);
    count_each_form(node);
    return true;
}

/// The words of a phrase or a chain count by form, each by itself.
void Matcher::count_each_form(const Node& node)
{
    for (const auto& part : node.parts) count_each_form(part);
    if (node.kind != Kind::word) return;
    std::vector<std::pair<int, int>> counts;
    for (const auto& occurrence : occurrences_[at(node.word)]) {
        const auto found =
            std::find_if(counts.begin(), counts.end(), [&](auto& count) { return count.first == occurrence.form; });
        if (found == counts.end())
            counts.emplace_back(occurrence.form, 1);
        else
            ++found->second;
    }
    for (const auto& [form, count] : counts) seen_.counts.push_back({node.leaf, count});
}

std::vector<Stand> Matcher::stands_of(const Node& node) const
{
    if (node.kind == Kind::phrase) return phrase_stands(node);
    if (node.kind == Kind::near) return near_stands(node);
    std::vector<Stand> stands;
    if (node.kind == Kind::word)
        for (const auto& occurrence : occurrences_[at(node.word)])
            stands.push_back({occurrence.position, occurrence.position});
    for (const auto& part : node.parts) {
        const auto more = stands_of(part);
        stands.insert(stands.end(), more.begin(), more.end());
    }
    return stands;
}

std::vector<Stand> Matcher::phrase_stands(const Node& node) const
{
    std::vector<Stand> stands;
    const auto stands_at = [&](const Node& part, int position) {
        const auto& list = occurrences_[at(part.word)];
        const auto found = std::lower_bound(list.begin(), list.end(), position,
                                            [](auto& occurrence, int p) { return occurrence.position < p; });
        return found != list.end() && found->position == position;
    };
    const auto length = static_cast<int>(node.parts.size());
    for (const auto& first : occurrences_[at(node.parts.front().word)]) {
        int next = 1;
        while (next < length && stands_at(node.parts[at(next)], first.position + next)) ++next;
        if (next == length) stands.push_back({first.position, first.position + length - 1});
    }
    return stands;
}

std::vector<Stand> Matcher::near_stands(const Node& node) const
{
    std::vector<std::vector<Stand>> operands;
    for (const auto& part : node.parts) {
        operands.push_back(stands_of(part));
        if (operands.back().empty()) return {};
    }
    std::vector<Stand> stands;
    for (const auto& near : standing_near(operands, node.ordered, node.distance))
        stands.insert(stands.end(), near.begin(), near.end());
    return stands;
}

bool Matcher::regex(const Node& node)
{
    const auto& pattern = query_.regexes[at(node.regex)];
    const auto found = pattern.find_all(body_);
    if (!found) throw GivenUp{found.error()};
    if (std::chrono::steady_clock::now() > until_) throw GivenUp{too_slow(pattern)};
    for (const auto& place : *found) {
        const Mark match{body_begin_ + place.begin, body_begin_ + place.end};
        mark_words_in(match.begin, match.end);
        seen_.matches.push_back(match);
    }
    if (!found->empty()) seen_.counts.push_back({node.leaf, static_cast<int>(found->size())});
    return !found->empty();
}

/// All words of a stand, and the stand as a whole.
void Matcher::match(const Stand& stand)
{
    for (int position = stand.first; position <= stand.last; ++position) mark(position);
    seen_.matches.push_back({places_[at(stand.first)].begin, places_[at(stand.last)].end});
}

void Matcher::mark(int position)
{
    seen_.marks.push_back({places_[at(position)].begin, places_[at(position)].end});
}

/// The words that the stretch touches; the stretch itself when it touches none.
void Matcher::mark_words_in(std::int64_t begin, std::int64_t end)
{
    const auto before = seen_.marks.size();
    auto word = std::lower_bound(places_.begin(), places_.end(), begin,
                                 [](auto& place, std::int64_t from) { return place.end <= from; });
    for (; word != places_.end() && word->begin < end; ++word) seen_.marks.push_back({word->begin, word->end});
    if (seen_.marks.size() == before) seen_.marks.push_back({begin, end});
}

}
