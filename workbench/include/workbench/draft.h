#pragma once
#include "workbench/importer.h"
#include "workbench/result.h"
#include "workbench/rows.h"
#include "workbench/turns.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// An import in two steps: read and look at what would come in (here, without a project, in any thread), then write it
// (document_import.h).
namespace workbench
{

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

/// A source that has been read and looked at, and waits to be stored; nothing of it is in a project.
struct Draft {
    std::filesystem::path file; ///< empty: a text without a file
    std::string name, suffix;   ///< the name it asks for; the suffix tells it from another of that name
    std::string format;         ///< "Word"
    ImportOptions how;
    SourceText source; ///< with the reader's warnings
    FoundTurns found;
    std::int64_t lines = 0, whole = 0; ///< paragraphs by line, and with broken lines joined
    std::string text_sha256;
    std::optional<std::string> original_sha256; ///< nothing: the text is its own original
    std::uintmax_t original_size = 0;
    std::string original; ///< bytes of a small file; a large one is read again when it is stored

    std::int64_t paragraphs() const { return how.join_broken_lines ? whole : lines; }
    /// Lines that a page or a narrow column has broken.
    bool looks_broken() const { return lines >= whole + 2 && whole * 5 <= lines * 4; }
};

struct RefusedFile {
    std::filesystem::path file;
    Error why;
};

/// The files that paths stand for: folders are walked, their files taken by name with numbers by size (E2 before E10),
/// hidden ones left out. A folder without a file is refused.
struct FilesToRead {
    std::vector<std::filesystem::path> files;
    std::vector<RefusedFile> refused;
    bool walked = false; ///< a folder was among the paths
};
FilesToRead files_to_read(const std::vector<std::filesystem::path>& paths);

/// Reads a file and finds its turns. Errors: see read_source, read_file_bytes and find_turns.
Result<Draft> read_draft(const std::filesystem::path& file, const ImportOptions& options);

/// A text that came by the clipboard. Errors: bad_file (no letter or digit in it), bad_value as find_turns.
Result<Draft> draft_of_text(const std::string& name, std::string_view text, const ImportOptions& options);

/// Finds the turns anew after `how` was changed; another encoding needs read_draft. On failure the draft stays as it
/// was. Errors: as find_turns.
Result<void> look_again(Draft& draft);

/// The cases that a draft would make or join under the name it gets.
std::vector<std::string> cases_of(const Draft& draft, const std::string& name);

/// The names that drafts will get in a project, in this order.
std::vector<std::string> names_of(const Reading& reading, const std::vector<const Draft*>& drafts);

/// The document that was imported with the same text; nothing when there is none.
std::optional<std::string> twin_of(const Reading& reading, const Draft& draft);

}
