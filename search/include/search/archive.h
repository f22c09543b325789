#pragma once
#include "search/hit.h"
#include "search/query.h"
#include "workbench/document_import.h"
#include "workbench/host.h"
#include "workbench/project.h"
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// The passages of other projects, served by `quipu serve-index` on this machine or another.
namespace search
{

/// A passage that an archive has found, with all that is shown of it.
struct ArchiveHit {
    std::string document, label; ///< its name and number there
    int paragraph = 0;           ///< from 1
    double score = 0;            ///< to be compared within one archive only
    PassageText where;
    std::vector<Mark> marks;
};

/// What one archive answers.
struct ArchiveAnswer {
    workbench::Host archive;
    std::string project; ///< its title; empty when the archive was not reached
    std::int64_t total = 0;
    bool total_is_exact = true;
    std::vector<ArchiveHit> hits;            ///< best first; what came before a trouble stays
    std::optional<workbench::Error> trouble; ///< why this is not all
};

/// How long an archive is waited for, in seconds.
struct Patience {
    double to_connect = 3, for_each_message = 5, in_all = 20;
};

/// What stands at an archive.
struct ArchiveContents {
    std::string project;
    std::int64_t passages = 0;
    struct Name {
        std::string label, name;
        std::int64_t passages = 0;
    };
    std::vector<Name> documents;
};

/// A line to one archive, made when it is first needed, kept, and made again after a trouble. Words are compared as in
/// the project itself; `doc: speaker: role: kind: lang:` are answered, other fields are a trouble. Belongs to one
/// thread at a time.
class Archive
{
 public:
    explicit Archive(workbench::Host where, Patience patience = {});
    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    const workbench::Host& where() const;

    /// The `limit` passages that the query means after the first `offset`, best first; of more than a thousand, the
    /// best of each thousand first. Pages follow each other without a gap as long as the archive is served.
    ArchiveAnswer search(const Query& query, std::int64_t limit, std::int64_t offset = 0);

    /// Errors: external_tool (it cannot be reached, does not answer, or is no archive).
    workbench::Result<ArchiveContents> contents();

    /// A document, by its name or number, ready to be imported; its kind, language and speakers are those it has
    /// there. Errors: as contents(), and not_found.
    workbench::Result<workbench::Draft> document(const std::string& name);

 private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

/// The archives that the setting of a project names.
std::vector<Archive> archives_of(const workbench::Reading& project, Patience patience = {});

/// Asks all of them at once, a thread each; the answers in their order. Errors: bad_value (the query cannot be read).
workbench::Result<std::vector<ArchiveAnswer>> ask_archives(std::vector<Archive>& archives, std::string_view query,
                                                           std::int64_t limit, std::int64_t offset = 0);

}
