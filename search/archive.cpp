#include "search/archive.h"
#include "archive_record.h"
#include "index_inside.h"
#include "matcher.h"
#include "plan.h"
#include "ranking.h"
#include "search/search.h"
#include "workbench/document.h"
#include "workbench/settings.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

namespace search
{
using namespace workbench;
namespace
{

using Clock = std::chrono::steady_clock;

/// So many passages are fetched at once to be looked through; Xapian's order is kept from one block to the next, so
/// that pages neither repeat a passage nor leave one out.
constexpr std::int64_t block_size = 1'000;

/// While it lives, a line that breaks is an error of this thread and not the end of the program.
class NoPipeSignal
{
 public:
    NoPipeSignal()
    {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, &before_);
    }
    ~NoPipeSignal()
    {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        const timespec now{};
        if (!sigismember(&before_, SIGPIPE))
            while (sigtimedwait(&pipe, nullptr, &now) > 0) {}
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
    sigset_t before_{};
};

/// When all has to be done. Xapian knows only how long one message may take.
class Deadline
{
 public:
    explicit Deadline(double seconds) : until_(Clock::now() + std::chrono::milliseconds(std::int64_t(seconds * 1000)))
    {
    }
    void check() const
    {
        if (Clock::now() > until_) throw Xapian::NetworkTimeoutError("it takes too long");
    }

 private:
    Clock::time_point until_;
};

/// A field that an archive cannot answer.
struct UnknownField {
    Outside field;
};

/// The words of an archive; see archive_record.h.
class ArchiveDictionary final : public Dictionary
{
 public:
    ArchiveDictionary(const Xapian::Database& database, const Deadline& deadline)
        : database_(database), deadline_(deadline)
    {
    }

    void each_word(const std::string& prefix, const std::function<void(const std::string&)>& visit) const override
    {
        each_term(prefix, [&](const std::string& term) {
            if (!is_word_term(term)) return;
            known_.insert(term);
            visit(term);
        });
    }
    std::vector<std::string> noted(const std::string& key) const override
    {
        if (const auto found = noted_.find(key); found != noted_.end()) return found->second;
        std::vector<std::string> forms;
        const auto prefix = dictionary_prefix(key) + " ";
        each_term(prefix, [&](const std::string& term) { forms.push_back(term.substr(prefix.size())); });
        known_.insert(forms.begin(), forms.end());
        return forms;
    }
    std::vector<std::string> keys(const std::string& prefix) const override
    {
        std::vector<std::string> keys;
        each_term(dictionary_prefix(prefix), [&](const std::string& term) {
            const auto blank = term.find(' ');
            if (blank == std::string::npos) return;
            const auto key = term.substr(1, blank - 1);
            if (keys.empty() || keys.back() != key) keys.push_back(key);
            noted_[key].push_back(term.substr(blank + 1));
            known_.insert(term.substr(blank + 1));
        });
        return keys;
    }
    bool has(const std::string& word) const override
    {
        if (known_.contains(word)) return true;
        deadline_.check();
        return database_.term_exists(word);
    }

 private:
    void each_term(const std::string& prefix, const std::function<void(const std::string&)>& visit) const
    {
        deadline_.check();
        for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term) visit(*term);
    }

    const Xapian::Database& database_;
    const Deadline& deadline_;
    mutable std::set<std::string> known_; ///< in the archive
    mutable std::map<std::string, std::vector<std::string>> noted_;
};

/// Ranking.h in the terms of Xapian's BM25, which knows the mean length and not our usual one; the rarity is Xapian's.
Xapian::BM25Weight weight_for(const Xapian::Database& database)
{
    const double share = k1 * length_share * database.get_avlength() / usual_length;
    const double constant = k1 * (1 - length_share);
    return {constant + share, 0, 0, share / (constant + share), 0};
}

/// One query to one archive. Throws Xapian's errors, UnknownField and GivenUp; what was found by then stays in the
/// answer.
class Question
{
 public:
    Question(const Xapian::Database& database, const Compiled& query, double seconds, ArchiveAnswer& answer)
        : database_(database), query_(query), deadline_(seconds), matcher_(query, seconds), answer_(answer)
    {
    }

    /// The `limit` hits after the first `offset`.
    void ask(std::int64_t limit, std::int64_t offset)
    {
        read_fields();
        const auto languages = split(database_.get_metadata("languages"));
        words_ = words_of_query(query_.words, languages, ArchiveDictionary(database_, deadline_));
        const std::vector<double> equal(query_.leaves.size(), 1.0);
        const auto planned = Planner(words_, equal, [this](int field) { return plan_field(field); }).plan(query_.root);
        Xapian::Enquire enquire(database_);
        enquire.set_query(planned.query);
        enquire.set_weighting_scheme(weight_for(database_));
        if (planned.exact)
            page_of_exact(enquire, limit, offset);
        else
            page_of_candidates(enquire, limit, offset);
    }

 private:
    static std::vector<std::string> split(const std::string& lines)
    {
        std::vector<std::string> out;
        for (std::size_t at = 0, end = 0; (end = lines.find('\n', at)) != std::string::npos; at = end + 1)
            out.push_back(lines.substr(at, end - at));
        return out;
    }

    void read_fields()
    {
        for (const auto& outside : query_.outsides) {
            auto facts = facts_of(outside);
            if (!facts) throw UnknownField{outside};
            facts_.push_back(std::move(*facts));
        }
    }

    Xapian::MSet block_from(Xapian::Enquire& enquire, std::int64_t first)
    {
        deadline_.check();
        const auto found = enquire.get_mset(static_cast<Xapian::doccount>(first), block_size, database_.get_doccount());
        if (rarities_.empty()) read_rarities(found);
        return found;
    }

    /// Every proposal is a hit: a page has its place in the blocks.
    void page_of_exact(Xapian::Enquire& enquire, std::int64_t limit, std::int64_t offset)
    {
        const auto end = offset + limit;
        for (auto first = offset - offset % block_size;; first += block_size) {
            const auto found = block_from(enquire, first);
            answer_.total = found.get_matches_estimated();
            look_through(found, offset - first, end - first);
            if (first + block_size >= std::min(end, answer_.total)) return;
        }
    }

    /// The proposals may be no hits: all before the page are looked at.
    void page_of_candidates(Xapian::Enquire& enquire, std::int64_t limit, std::int64_t offset)
    {
        answer_.total_is_exact = false;
        for (std::int64_t first = 0;; first += block_size) {
            const auto found = block_from(enquire, first);
            answer_.total += look_through(found, offset - answer_.total, offset + limit - answer_.total);
            answer_.total_is_exact = first + block_size >= static_cast<std::int64_t>(found.get_matches_estimated());
            if (answer_.total_is_exact || answer_.total >= offset + limit) return;
        }
    }

    /// Gives what of the page is in a block, also when the line breaks meanwhile; returns the hits of the block.
    std::int64_t look_through(const Xapian::MSet& found, std::int64_t begin, std::int64_t end)
    {
        std::vector<ArchiveHit> hits;
        try {
            read(found, hits);
        } catch (...) {
            give(std::move(hits), begin, end);
            throw;
        }
        const auto count = static_cast<std::int64_t>(hits.size());
        give(std::move(hits), begin, end);
        return count;
    }

    /// Of the hits of a block, the best first, those from `begin` to before `end`.
    void give(std::vector<ArchiveHit> hits, std::int64_t begin, std::int64_t end)
    {
        std::ranges::stable_sort(hits, std::greater<>(), &ArchiveHit::score);
        const auto place = [&](std::int64_t at) {
            return hits.begin() + std::clamp<std::int64_t>(at, 0, static_cast<std::int64_t>(hits.size()));
        };
        std::move(place(begin), place(std::max(begin, end)), std::back_inserter(answer_.hits));
    }

    Planned plan_field(int field) const
    {
        const auto& facts = facts_[static_cast<std::size_t>(field)];
        const Xapian::Query any(Xapian::Query::OP_OR, facts.begin(), facts.end());
        return {Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, any, 0.0), true};
    }

    /// What Xapian has counted for the query costs no message more.
    void read_rarities(const Xapian::MSet& found)
    {
        const std::int64_t passages = database_.get_doccount();
        for (const auto& words : query_.leaves) {
            double rarest = words.empty() ? 1 : 0;
            for (const auto word : words) {
                std::int64_t holders = 0;
                for (const auto& form : words_.forms[static_cast<std::size_t>(word)])
                    holders += found.get_termfreq(form.term);
                rarest = std::max(rarest, rarity(passages, holders));
            }
            rarities_.push_back(rarest);
        }
    }

    void read(const Xapian::MSet& found, std::vector<ArchiveHit>& hits)
    {
        constexpr Xapian::doccount at_once = 50; // asked for before the first is waited for
        for (Xapian::doccount from = 0; from < found.size(); from += at_once) {
            deadline_.check();
            const auto end = std::min(from + at_once, found.size());
            found.fetch(found[from], found[end - 1]);
            for (auto i = from; i < end; ++i) look(passage_from(found[i].get_document().get_data()), hits);
        }
    }

    /// One matcher decides, as for the passages of the project.
    void look(ArchivedPassage passage, std::vector<ArchiveHit>& hits)
    {
        const auto known = facts_of(passage);
        const auto& seen = matcher_.look(passage.where, passage.language, [&](int field) {
            const auto& wanted = facts_[static_cast<std::size_t>(field)];
            return std::ranges::any_of(wanted, [&](const auto& fact) { return known.contains(fact); });
        });
        if (!seen.holds) return;
        double weights = 0;
        for (const auto& [leaf, count] : seen.counts)
            weights += weight(rarities_[static_cast<std::size_t>(leaf)], count, seen.words);
        hits.push_back({std::move(passage.name), std::move(passage.label), passage.paragraph, score_of(weights),
                        std::move(passage.where), seen.marks});
    }

    const Xapian::Database& database_;
    const Compiled& query_;
    Deadline deadline_;
    Matcher matcher_;
    ArchiveAnswer& answer_;
    WordsOfQuery words_;
    std::vector<std::vector<std::string>> facts_; ///< of each field of the query
    std::vector<double> rarities_;
};

}

class Archive::Inside
{
 public:
    Inside(Host where, Patience patience) : where_(std::move(where)), patience_(patience) {}

    const Host& where() const { return where_; }
    double patience() const { return patience_.in_all; }
    const std::string& project() const { return project_; }

    /// Runs `work(database)` over the line. A line that was open already may have broken since: then once more.
    template <class Work>
    Result<void> over_the_line(Work work)
    {
        const NoPipeSignal none;
        const bool was_open = database_.has_value();
        auto done = once(work);
        if (!done && was_open && !database_) done = once(work);
        return done;
    }

 private:
    template <class Work>
    Result<void> once(Work work)
    {
        try {
            connect();
            work(*database_);
            return {};
        } catch (const UnknownField& unknown) {
            return fail(
                ErrorCode::bad_value,
                say("The archive {} cannot answer \"{}:\", column {} of the query: it knows documents, speakers, "
                    "roles, kinds and languages, nothing else.",
                    where_.text(), unknown.field.name, unknown.field.column),
                tr("Leave the field out to search the archives too."));
        } catch (const GivenUp& given_up) {
            return fail(given_up.error);
        } catch (const Xapian::NetworkTimeoutError&) {
            return trouble(say("The archive {} takes too long to answer.", where_.text()));
        } catch (const Xapian::NetworkError&) {
            return trouble(database_ ? say("The line to the archive {} broke while it was answering.", where_.text())
                                     : say("The archive {} cannot be reached.", where_.text()));
        } catch (const Xapian::Error& error) {
            return trouble(say("What answers at {} is no archive of Quipu: {}.", where_.text(), error.get_msg()));
        }
    }

    void connect()
    {
        if (database_) return;
        const auto milliseconds = [](double seconds) { return static_cast<useconds_t>(seconds * 1000); };
        auto fresh = Xapian::Remote::open(where_.name, static_cast<unsigned>(where_.port),
                                          milliseconds(patience_.for_each_message), milliseconds(patience_.to_connect));
        if (fresh.get_metadata("rules") != archive_rules()) throw Xapian::DatabaseVersionError("other rules");
        project_ = fresh.get_metadata("project");
        database_ = std::move(fresh);
    }

    tl::unexpected<Error> trouble(std::string what)
    {
        database_.reset();
        return fail(ErrorCode::external_tool, std::move(what),
                    tr("Look whether \"quipu serve-index\" runs there, or take it out of the setting \"archives\"."));
    }

    Host where_;
    Patience patience_;
    std::optional<Xapian::Database> database_;
    std::string project_;
};

Archive::Archive(Host where, Patience patience) : inside_(std::make_unique<Inside>(std::move(where), patience)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

const Host& Archive::where() const
{
    return inside_->where();
}

ArchiveAnswer Archive::search(const Query& query, std::int64_t limit, std::int64_t offset)
{
    ArchiveAnswer answer;
    answer.archive = where();
    const auto compiled = compile(query);
    const auto done = inside_->over_the_line([&](const Xapian::Database& database) {
        answer.project = inside_->project();
        answer.hits.clear();
        answer.total = 0;
        Question(database, compiled, inside_->patience(), answer).ask(limit, offset);
    });
    if (done) return answer;
    answer.trouble = done.error();
    answer.total_is_exact = false;
    answer.total = std::max(answer.total, static_cast<std::int64_t>(answer.hits.size()));
    return answer;
}

Result<ArchiveContents> Archive::contents()
{
    ArchiveContents contents;
    const auto done = inside_->over_the_line([&](const Xapian::Database& database) {
        contents = {inside_->project(), database.get_doccount(), {}};
        for (auto& [label, name, passages] : names_from(database.get_metadata("documents")))
            contents.documents.push_back({std::move(label), std::move(name), passages});
    });
    if (!done) return fail(done.error());
    return contents;
}

Result<Draft> Archive::document(const std::string& name)
{
    const auto known = contents();
    if (!known) return fail(known.error());
    const auto& list = known->documents;
    auto found = std::ranges::find(list, name, &ArchiveContents::Name::name);
    if (found == list.end()) found = std::ranges::find(list, name, &ArchiveContents::Name::label);
    if (found == list.end()) {
        std::vector<std::string> names;
        std::string near;
        for (const auto& one : list) names.push_back(one.name);
        for (const auto& one : nearest(name, names)) near += (near.empty() ? "" : ", ") + one;
        return fail(ErrorCode::not_found, say("The archive {} has no document \"{}\".", where().text(), name),
                    near.empty() ? near : say("Near names: {}.", near));
    }
    ArchivedDocument document;
    const auto done = inside_->over_the_line([&](const Xapian::Database& database) {
        document = document_from(database.get_metadata(text_key(found->label)));
    });
    if (!done) return fail(done.error());
    ImportOptions how;
    how.kind = document.kind;
    how.language = document.language;
    how.join_broken_lines = document.joins_broken_lines;
    how.speakers.mode = SpeakerMode::off;
    auto draft = draft_of_text(document.name, document.text, how);
    if (!draft) return draft;
    draft->found.turns = std::move(document.turns);
    for (const auto& turn : draft->found.turns)
        if (turn.speaker && std::ranges::find(draft->found.speakers, *turn.speaker) == draft->found.speakers.end())
            draft->found.speakers.push_back(*turn.speaker);
    draft->source.warnings.push_back(say("It comes from the archive \"{}\" ({}).", known->project, where().text()));
    return draft;
}

std::vector<Archive> archives_of(const Reading& project, Patience patience)
{
    std::vector<Archive> archives;
    for (auto& host : hosts_in(settings(project).at("archives")).value_or(std::vector<Host>()))
        archives.emplace_back(std::move(host), patience);
    return archives;
}

Result<std::vector<ArchiveAnswer>> ask_archives(std::vector<Archive>& archives, std::string_view query,
                                                std::int64_t limit, std::int64_t offset)
{
    const auto parsed = parse(query);
    if (!parsed) return fail(parsed.error());
    std::vector<ArchiveAnswer> answers(archives.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < archives.size(); ++i)
            threads.emplace_back([&, i] { answers[i] = archives[i].search(*parsed, limit, offset); });
    }
    return answers;
}

}
