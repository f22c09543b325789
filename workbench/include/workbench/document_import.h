#pragma once
#include "workbench/id.h"
#include "workbench/progress.h"
#include "workbench/result.h"
#include "workbench/turns.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace workbench
{

class Project;

/// What becomes a case when documents come in.
enum class CasesFrom {
    speakers,  ///< every speaker but those who ask (see is_interviewer)
    documents, ///< every document
    nothing,
};

struct ImportOptions {
    std::string kind = "interview";
    std::string language; ///< empty: the project's
    SpeakerRule speakers;
    CasesFrom cases = CasesFrom::speakers;
    bool join_broken_lines = false; ///< paragraphs are runs of lines that a page or a narrow column has broken
    std::string encoding;           ///< empty: found out
};

struct ImportedDocument {
    DocumentId id;
    std::filesystem::path file;
    std::vector<std::string> speakers; ///< in the order of their first turn
    std::vector<std::string> warnings; ///< sentences for the user
};

struct RefusedFile {
    std::filesystem::path file;
    Error why;
};

struct ImportReport {
    std::vector<ImportedDocument> imported;
    std::vector<RefusedFile> refused;
};

/// Brings files into the project, as one change. Folders are walked, their files taken by name with numbers by size
/// (E2 before E10), hidden ones left out. A file that cannot be read is refused and the others come in; one whose
/// original is over 64 MiB comes in as text, with the place of its file. When none can be read, nothing is changed and
/// the first refusal is the error (see read_source, find_turns), bad_file when a folder was among the paths; bad_value
/// at once for a pattern of speakers that cannot be read; cancelled when the user stopped it.
Result<ImportReport> import_documents(Project& project, const std::vector<std::filesystem::path>& paths,
                                      const ImportOptions& options, Progress& progress);

}
