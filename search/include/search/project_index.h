#pragma once
#include "search/project_texts.h"
#include "workbench/project.h"
#include <optional>

namespace search
{

/// A stretch of a document that a field names.
struct DocumentStretch {
    workbench::DocumentId document;
    workbench::Span span;
};

/// Answers the fields that only a later room can: `code:` and `memo:`. Called with one of these two.
using LaterFields = std::function<workbench::Result<std::vector<DocumentStretch>>(const Outside&)>;

/// Answers `doc: speaker: case: kind: lang:` and VARIABLE: from the project, the others by `later`. Names are compared
/// without case and accents. Errors: not_found (with near names) for a document, speaker, case, variable or kind that
/// the project does not have; ambiguous; those of `later`.
Resolver fields_of(const ProjectTexts& texts, LaterFields later);

/// A page of hits with the documents they stand in.
struct ProjectHits {
    std::int64_t total = 0;
    bool total_is_exact = true;
    struct Row {
        workbench::Document document;
        int paragraph = 0; ///< from 1
        Hit hit;           ///< passage, score and marks
    };
    std::vector<Row> rows; ///< best first; equal scores by document number, then position
};

/// Where the indexes of all projects lie: $XDG_CACHE_HOME/quipu, else ~/.cache/quipu.
std::filesystem::path cache_folder();

/// A project and its index, for as long as both are open; the texts are looked at once for many searches.
/// Belongs to the project's thread.
class ProjectIndex
{
 public:
    explicit ProjectIndex(const workbench::Project& project, const std::filesystem::path& cache = cache_folder());

    /// Reads a query and answers it from the state that the project has now, whatever the state of the index. Errors:
    /// bad_value (a query that cannot be read, with its column), those of fields_of.
    workbench::Result<ProjectHits> search(std::string_view query, Page page, const LaterFields& later);

    /// For who hears of every change: whether it touched texts. Who does not tell has the texts looked at again after
    /// any change.
    void texts_changed() { texts_.reset(); }
    void texts_stayed() { seen_ = state(); }

    /// Whether the index lacks a text of the project or holds one that is gone.
    bool is_behind();

    /// Brings the index to the state that the project has now: cheap when nothing has changed. See Index::update.
    workbench::Result<IndexUpdate> update(workbench::Progress& progress);
    workbench::Result<IndexUpdate> rebuild(workbench::Progress& progress);
    std::int64_t bytes() const { return index_.bytes(); }
    Index& index() { return index_; }
    const workbench::Project& project() const { return project_; }

 private:
    const ProjectTexts& texts();
    std::int64_t state() const;
    const workbench::Project& project_;
    Index index_;
    std::optional<ProjectTexts> texts_;
    std::int64_t seen_ = 0; ///< the state of the file that texts_ is of
};

/// What `quipu index` tells.
struct IndexReport {
    std::int64_t passages = 0;
    std::int64_t bytes = 0; ///< on disk
    double seconds = 0;
    bool busy = false; ///< another process is at it
};

/// Brings the index of a project up to date, or with `rebuild` makes it anew. Errors: see Index::update.
workbench::Result<IndexReport> bring_up_to_date(const workbench::Project& project, workbench::Progress& progress,
                                                bool rebuild = false);

/// One search, for a caller that keeps nothing open.
workbench::Result<ProjectHits> search_project(const workbench::Project& project, std::string_view query, Page page,
                                              const LaterFields& later);

}
