#pragma once
#include "workbench/change.h"
#include "workbench/result.h"
#include "workbench/text.h"
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

/// An imported source. `label()` is how citations name it: "12", or "12b" when it was made in a copy.
struct Document {
    DocumentId id;
    int number;
    std::string copy; ///< '' in the first copy
    std::string name, kind, language;
    std::optional<std::string> comment, encoding, file_name, source; ///< source: SHA-256 of the original bytes
    bool joins_broken_lines;                                         ///< paragraphs were found by `auto`
    std::int64_t characters, words, paragraphs, turns;
    int version; ///< 1 + the corrections in force
    std::string label() const { return std::to_string(number) + copy; }
};

/// All documents by number, then copy letter.
std::vector<Document> documents(const Reading& reading);
std::optional<Document> document(const Reading& reading, DocumentId id);

/// By name, by number ("3", "12b") or by "#ID". Errors: not_found with the nearest names, ambiguous.
Result<Document> find_document(const Reading& reading, std::string_view ref);

/// A document to be stored. `text` is UTF-8 with LF. Bytes are kept before the change: see Project::keep.
struct NewDocument {
    std::string name;
    std::string kind = "interview";
    std::string language = "es";
    std::string text;
    std::string text_sha256;           ///< of `text`, kept already
    std::optional<std::string> source; ///< SHA-256 of the original bytes, kept already
    std::optional<std::string> file_name, encoding, comment;
    bool joins_broken_lines = false;
    std::vector<Turn> turns; ///< numbers are ignored
};

/// Stores a document and gives it its number. The name must be free (see free_document_name).
DocumentId add_document(Change& change, const NewDocument& document);

/// `stem`; when that is taken `stem.suffix`; when that is taken too, `stem (2)` and so on.
std::string free_document_name(const Reading& reading, const std::string& stem, const std::string& suffix);
/// The same where `taken` knows the names.
std::string free_name(const std::string& stem, const std::string& suffix,
                      const std::function<bool(const std::string&)>& taken);

/// Each returns the number of documents changed (0 when all was so already).
struct DocumentSettings {
    std::optional<std::string> kind = {}, language = {}, comment = {};
    std::optional<std::string> name = {}; ///< as rename_document
};
Result<int> set_document(Project& project, DocumentId document, const DocumentSettings& settings);
/// The same for several, as one change. Errors: also bad_value when several should get one name.
Result<int> set_documents(Project& project, const std::vector<DocumentId>& documents, const DocumentSettings& settings);
/// Errors: exists (another document has the name), bad_value (empty).
Result<int> rename_document(Project& project, DocumentId document, const std::string& name);

/// Removes the rows of the workbench for a document (text, turns, cases' membership, values). The quotations on it must
/// be gone: the verb of the coding room does both.
void drop_document(Change& change, DocumentId document);

/// The kinds of document, in the order of the interface.
inline constexpr std::string_view document_kinds[] = {"interview", "focus_group", "field_notes", "report",
                                                      "survey",    "literature",  "other"};

/// Names close to `wanted` (edit distance or containment), best first, at most five: for the hint of a not_found.
std::vector<std::string> nearest(std::string_view wanted, const std::vector<std::string>& names);

}
