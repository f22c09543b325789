#include "search/suggest.h"
#include "border.h"
#include "forms.h"
#include "passage_pool.h"
#include "search/stop_words.h"
#include "words_of_passage.h"
#include "workbench/turns.h"
#include "workbench/words.h"
#include <algorithm>
#include <unordered_map>

namespace search
{
using namespace workbench;
namespace
{

// Chosen by hiding a third of the quotations of each code of the sample study, five times (tests/bench/
// suggest_bench.cpp): of the first ten suggestions 0.92 were hidden ones, of 2.9 possible. With 24 words it was 0.80,
// with 8 0.70; learning from the words of the quotations alone rather than from
// their paragraphs 0.74; the divergence weights of Bo1 0.88.
constexpr std::size_t most_roots = 120;
constexpr Xapian::termcount most_candidates = 300;
constexpr double commonest = 0.25;                                             ///< share of the passages
constexpr double count_growth = 2, length_weight = 0.3, shortest_length = 0.5; ///< of BM25

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
            examples_.add_document(number);
            languages_.insert(texts_.heads()[pool_.place_of(number)->text].language);
            left_out_.insert(number);
        }
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
        if (roots_.size() > most_roots) roots_.resize(most_roots);
        for (auto& root : roots_)
            for (const auto& language : languages_)
                for (auto& form : pool_.forms_of(language, root.stem))
                    // `para` has the stem of `parado`.
                    if (!is_stop_word(language, form) && std::ranges::find(root.forms, form) == root.forms.end())
                        root.forms.push_back(form);
        for (std::size_t at = 0; at < roots_.size(); ++at)
            for (const auto& form : roots_[at].forms) root_of_.emplace(form, at);
    }

    Xapian::Query query() const
    {
        std::vector<Xapian::Query> parts;
        for (const auto& root : roots_) {
            const Xapian::Query any(Xapian::Query::OP_SYNONYM, root.forms.begin(), root.forms.end());
            parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, any, root.weight / roots_.front().weight);
        }
        return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
    }

    std::vector<Ranked> ranked() const
    {
        Xapian::Enquire enquire(pool_.database());
        enquire.set_weighting_scheme(Xapian::BM25Weight(count_growth, 0, 1, length_weight, shortest_length));
        enquire.set_query(query());
        enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        // Asked for so many that enough are left without those left out.
        const auto all = pool_.database().get_doccount();
        const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(wanted_.limit, all));
        const auto most = std::min<std::size_t>(all, wanted + left_out_.size() + pool_.forgotten());
        const auto hits = enquire.get_mset(0, static_cast<Xapian::doccount>(most), 0, &examples_);
        std::vector<Ranked> found;
        for (auto hit = hits.begin(); hit != hits.end() && found.size() < wanted; ++hit)
            if (!left_out_.contains(*hit))
                if (const auto place = pool_.place_of(*hit)) found.push_back({*place, hit.get_weight()});
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
