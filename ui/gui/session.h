#pragma once
#include "coding/code.h"
#include "coding/coding_table.h"
#include "coding/quotation.h"
#include "hearing.h"
#include "provisional.h"
#include "search/project_index.h"
#include "workbench/document.h"
#include "workbench/project.h"
#include "writer.h"
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace gui
{

class Jobs;

/// Somewhere to go in a document: what is shown, and what is highlighted there until one leaves it.
struct Place {
    workbench::DocumentId document;
    std::optional<workbench::Span> span = {};
    std::vector<workbench::Span> marks = {};
};

/// How often a code is used, itself and all below it: quotations and documents, each once.
struct CodeUse {
    std::int64_t quotations = 0, documents = 0;
    bool operator==(const CodeUse&) const = default;
};

/// What the panels of one window share: the project, what was read from it, and what is looked at. After a change only
/// what it touched is read again. Panels ask and listen; they do not know each other.
class Session
{
 public:
    explicit Session(workbench::Project project);
    ~Session();

    /// For verbs. Gestures that are not written yet come first: this waits for them.
    workbench::Project& project();
    const workbench::Project& reading() const { return project_; }

    /// Shows `shown` at once and has `verb` carried out in another thread, after the gestures before it. Then `done`
    /// is called, when all is read again; on an error `not_written` is told instead. What was shown provisionally is
    /// gone by then. `verb`: Result<T>(Project&), in that thread.
    template <class Verb, class Done>
    // NOLINTNEXTLINE(performance-unnecessary-value-param): it is moved from, which a template hides
    void write(std::vector<Provisional> shown, Verb verb, Done done)
    {
        using Given = std::invoke_result_t<Verb, workbench::Project&>;
        auto given = std::make_shared<std::optional<Given>>();
        write_later(
            std::move(shown),
            [verb = std::move(verb), given](workbench::Project& project) -> std::optional<workbench::Error> {
                *given = verb(project);
                return **given ? std::nullopt : std::optional((*given)->error());
            },
            [done = std::move(done), given] { done(***given); });
    }
    /// What is shown and not yet written, in the order of the gestures.
    const std::vector<Provisional>& provisional() const { return provisional_; }
    bool writing() const { return writer_->busy(); }
    /// Waits until every gesture is written; false when one could not be, which `not_written` has told.
    bool finish();

    /// Read when they are asked for, and again after a change that touched them.
    const std::vector<workbench::Document>& documents();
    const std::vector<coding::Code>& codes();
    const std::vector<coding::Quotation>& quotations();
    const coding::CodingTable& codings();
    const std::unordered_map<coding::CodeId, CodeUse>& uses();
    /// How many quotations a document has, or the project.
    std::int64_t quotation_count(workbench::DocumentId document);
    std::int64_t quotation_count();

    /// Long work beside the window; see also run_beside().
    Jobs& jobs() const { return *jobs_; }

    /// The search index; a cache that is made anew for another state of the project by itself.
    search::ProjectIndex& index();

    /// The code of that id among codes(); null when it is gone.
    const coding::Code* code(coding::CodeId id);
    const workbench::Document* document(workbench::DocumentId id);

    /// What is looked at; each tells `looked` when it changes.
    std::optional<coding::CodeId> looked_code() const { return code_; }
    std::optional<workbench::DocumentId> looked_document() const { return document_; }
    void look_at(std::optional<coding::CodeId> code);
    void look_at(std::optional<workbench::DocumentId> document);

    /// Codes used last in this window, the newest first, at most `most` that still exist.
    std::vector<coding::CodeId> recent_codes(std::size_t most);
    void used(coding::CodeId code);

    Signal<const workbench::ChangeSet&> changed; ///< after every commit; what was read before is out of date by then
    Signal<> looked;
    Signal<> shown_first;                        ///< another provisional(), or writing()
    Signal<const workbench::Error&> not_written; ///< a gesture that was shown, and taken back
    Signal<const Place&> go_to;
    Signal<std::int64_t> open_object;    ///< a network, a memo, a table: opened as a tab
    Signal<std::int64_t> write_memo;     ///< a new one on that object; 0: on nothing
    Signal<const std::string&> find_all; ///< everywhere

    /// Hears of what other processes did.
    void poll();

 private:
    void write_later(std::vector<Provisional> shown, Writer::Verb verb, std::function<void()> done);
    void written(std::int64_t number, const std::optional<workbench::Error>& error, const std::function<void()>& done);
    void follow(const workbench::ChangeSet& changes);
    void forget_codes(const workbench::ChangeSet& changes);
    void forget_counts(const workbench::ChangeSet& changes);
    const std::map<workbench::DocumentId, std::int64_t>& quotation_counts();

    /// Closes the file after project_: the last to close leaves one ordinary file.
    std::unique_ptr<Writer> writer_;
    workbench::Project project_;
    std::vector<Provisional> provisional_;
    std::int64_t gestures_ = 0, failed_ = 0;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::optional<std::vector<workbench::Document>> documents_;
    std::optional<std::vector<coding::Code>> codes_;
    std::optional<std::vector<coding::Quotation>> quotations_;
    std::optional<coding::CodingTable> codings_;
    std::optional<std::unordered_map<coding::CodeId, CodeUse>> uses_;
    std::optional<std::map<workbench::DocumentId, std::int64_t>> quotation_counts_;
    std::unordered_map<coding::CodeId, std::size_t> code_places_; ///< of codes_
    std::unordered_map<workbench::DocumentId, std::size_t> document_places_;
    std::optional<search::ProjectIndex> index_;
    std::optional<coding::CodeId> code_;
    std::optional<workbench::DocumentId> document_;
    std::vector<coding::CodeId> recent_;
    workbench::Subscription subscription_;
    std::unique_ptr<Jobs> jobs_; ///< ends first
};

}
