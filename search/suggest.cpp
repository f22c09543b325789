#include "search/suggest.h"
#include "border.h"
#include "forms.h"
#include "passage_pool.h"
#include "stop_words.h"
#include "words_of_passage.h"
#include "workbench/turns.h"
#include "workbench/words.h"
#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace search
{
using namespace workbench;
namespace
{

/// Chosen by hiding a third of the codings of the sample study (tests/bench/suggest_bench.cpp).
double env(const char* n, double d)
{
    const char* v = std::getenv(n);
    return v ? std::atof(v) : d;
}
const int most_terms = (int)env("Q_TERMS", 24);
const int most_candidates = 300;
const double commonest = env("Q_COMMON", 0.25);

/// A word that sets the examples apart, with the other forms of its stem.
struct Root {
    std::string stem;
    std::vector<std::string> forms;
    double weight = 0;
};

bool is_number(std::string_view word)
{
    return std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

/// Which words may speak for the examples.
class Telling final : public Xapian::ExpandDecider
{
 public:
    Telling(const Xapian::Database& database, std::set<std::string> languages)
        : database_(database), languages_(std::move(languages))
    {
    }
    bool operator()(const std::string& term) const override
    {
        if (!is_word_term(term) || code_points(term) < 3 || is_number(term)) return false;
        for (const auto& language : languages_)
            if (is_stop_word(language, term)) return false;
        return database_.get_termfreq(term) <= commonest * database_.get_doccount() + 3;
    }

 private:
    const Xapian::Database& database_;
    std::set<std::string> languages_;
};

class Suggester
{
 public:
    Suggester(const TextSource& texts, const Index::Inside& index, const LikeThese& wanted)
        : texts_(texts), wanted_(wanted), pool_(texts, index)
    {
        const auto passed_by = pool_.touched(wanted.passed_by);
        for (const auto number : pool_.touched(wanted.examples)) {
            if (passed_by.contains(number)) continue;
            if (env("Q_EX", 0) == 0) examples_.add_document(number);
            languages_.insert(texts_.heads()[pool_.place_of(number)->text].language);
            left_out_.insert(number);
        }
        if (env("Q_EX", 0) > 0)
            for (const auto number : pool_.add_excerpts(wanted.examples, passed_by)) examples_.add_document(number);
        left_out_.insert(passed_by.begin(), passed_by.end());
        left_out_.merge(pool_.touched(wanted.left_out));
    }

    std::vector<Suggestion> operator()()
    {
        if (examples_.empty() || wanted_.limit <= 0) return {};
        find_roots();
        if (roots_.empty()) return {};
        return read(ranked());
    }

 private:
    struct Ranked {
        PassagePool::Place place;
        double score = 0;
    };

    /// The stem under which a word is counted: of the languages of the examples, the first one's.
    std::string stem_of(const std::string& term)
    {
        auto& stemmer = stemmers_.try_emplace(*languages_.begin(), *languages_.begin()).first->second;
        return form_of(term, stemmer).stem;
    }

    void find_roots()
    {
        Xapian::Enquire enquire(pool_.database());
        Telling telling(pool_.database(), languages_);
        if (env("Q_BO1", 0) > 0) enquire.set_expansion_scheme("bo1");
        const auto words = enquire.get_eset(most_candidates, examples_, 0, &telling);
        std::unordered_map<std::string, std::size_t> known;
        for (auto word = words.begin(); word != words.end(); ++word) {
            const auto stem = stem_of(*word);
            const auto [at, is_new] = known.try_emplace(stem, roots_.size());
            if (is_new) roots_.push_back({stem, {}, 0});
            roots_[at->second].weight += word.get_weight();
            roots_[at->second].forms.push_back(*word);
        }
        std::ranges::stable_sort(roots_, std::greater<>(), &Root::weight);
        if (roots_.size() > most_terms) roots_.resize(most_terms);
        for (auto& root : roots_)
            for (const auto& language : languages_)
                for (auto& form : pool_.forms_of(language, root.stem))
                    if (std::ranges::find(root.forms, form) == root.forms.end()) root.forms.push_back(form);
        for (std::size_t at = 0; at < roots_.size(); ++at)
            for (const auto& form : roots_[at].forms) root_of_.emplace(form, at);
    }

    Xapian::Query query() const
    {
        std::vector<Xapian::Query> parts;
        for (const auto& root : roots_) {
            Xapian::Query any(Xapian::Query::OP_SYNONYM, root.forms.begin(), root.forms.end());
            if (env("Q_SCALE", 1) > 0)
                any = Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, any,
                                    std::pow(root.weight / roots_.front().weight, env("Q_SCALE", 1)));
            parts.push_back(any);
        }
        return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
    }

    std::vector<Ranked> ranked() const
    {
        Xapian::Enquire enquire(pool_.database());
        enquire.set_weighting_scheme(Xapian::BM25Weight(env("Q_K1", 1.2), 0, 1, env("Q_B", 0.5), env("Q_MINLEN", 0.5)));
        enquire.set_query(query());
        enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        const auto wanted = static_cast<std::size_t>(wanted_.limit);
        std::vector<Ranked> found;
        for (auto most = static_cast<Xapian::doccount>(wanted + left_out_.size()); found.size() < wanted; most *= 4) {
            const auto hits = enquire.get_mset(0, most, 0, env("Q_RSET", 1) > 0 ? &examples_ : nullptr);
            found.clear();
            for (auto hit = hits.begin(); hit != hits.end() && found.size() < wanted; ++hit)
                if (!left_out_.contains(*hit))
                    if (const auto place = pool_.place_of(*hit)) found.push_back({*place, hit.get_weight()});
            if (hits.size() < most) break;
        }
        return found;
    }

    std::vector<Suggestion> read(const std::vector<Ranked>& ranked) const
    {
        std::map<std::size_t, std::vector<PassageText>> texts;
        std::vector<Suggestion> out;
        for (const auto& [place, score] : ranked) {
            const auto [at, is_new] = texts.try_emplace(place.text);
            if (is_new) at->second = texts_.read(place.text);
            out.push_back({place.text, place.passage, score, at->second.at(place.passage), {}, {}});
            explain(out.back());
        }
        return out;
    }

    /// The words that made it: the weightiest root first, each as its first form stands in the passage.
    void explain(Suggestion& suggestion) const
    {
        const auto& where = suggestion.where;
        const auto body = words_part(where);
        std::map<std::size_t, std::string> terms;
        for (const auto& word : words_of(body, texts_.heads()[suggestion.text].language)) {
            const auto lower = workbench::lower(slice(body, word));
            const auto root = root_of_.find(lower);
            if (root == root_of_.end()) continue;
            terms.try_emplace(root->second, lower);
            suggestion.marks.push_back({where.words_begin + word.begin, where.words_begin + word.end});
        }
        for (auto& [root, term] : terms) suggestion.terms.push_back(std::move(term));
    }

    const TextSource& texts_;
    const LikeThese& wanted_;
    PassagePool pool_;
    Xapian::RSet examples_;
    std::set<std::string> languages_; ///< of the examples
    std::set<Xapian::docid> left_out_;
    std::map<std::string, Stemmer> stemmers_;
    std::vector<Root> roots_; ///< the weightiest first
    std::unordered_map<std::string, std::size_t> root_of_;
};

std::vector<Stretch> stretches_of(const ProjectTexts& texts, const std::vector<DocumentStretch>& wanted)
{
    std::vector<Stretch> out;
    for (const auto& [document, span] : wanted)
        if (const auto place = texts.place_of(document)) out.push_back({*place, span.begin, span.end});
    return out;
}

std::vector<Stretch> interviewers_in(const ProjectTexts& texts)
{
    std::vector<Stretch> out;
    auto turn =
        texts.project().ask("SELECT document, begin, \"end\", speaker FROM turn_place WHERE speaker IS NOT NULL");
    while (turn.next())
        if (const auto place = texts.place_of(turn.get<DocumentId>(0)); place && is_interviewer(turn.view(3)))
            out.push_back({*place, turn.get<std::int64_t>(1), turn.get<std::int64_t>(2)});
    return out;
}

}

std::vector<Suggestion> suggest(const TextSource& texts, Index& index, const LikeThese& wanted)
{
    std::vector<Suggestion> found;
    for (int attempt = 0; attempt < 2; ++attempt) {
        index.refresh();
        const auto done = guarded([&] { found = Suggester(texts, index.inside(), wanted)(); });
        if (done) return found;
        if (done.error().code != ErrorCode::busy) index.inside().condemn();
    }
    index.inside().give_up();
    return Suggester(texts, index.inside(), wanted)();
}

std::vector<ProjectSuggestion> suggest_in(const Project& project, const std::vector<DocumentStretch>& examples,
                                          const std::vector<DocumentStretch>& left_out, std::int64_t limit)
{
    ProjectIndex index(project);
    Progress progress;
    (void)index.update(progress); // what it could not do is done in memory
    const ProjectTexts texts(project);
    const LikeThese wanted{stretches_of(texts, examples), stretches_of(texts, left_out), interviewers_in(texts), limit};
    std::vector<ProjectSuggestion> out;
    for (auto& found : suggest(texts, index.index(), wanted))
        out.push_back({texts.document(found.text), static_cast<int>(found.passage) + 1, std::move(found)});
    return out;
}

}
