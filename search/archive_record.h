#pragma once
#include "search/passage.h"
#include "search/query.h"
#include "workbench/text.h"
#include <optional>
#include <set>
#include <string>
#include <vector>

// What an archive holds: a Xapian database that is served to other machines (see ARCHITECTURE.md). Beside the words
// with their positions, which are terms as in an index, it has what a reader needs and cannot ask the project for:
//   document data   the ArchivedPassage
//   terms `X…`      facts_of() a passage; language_term(); of the first passage also the dictionary: for a remote
//                   database has no synonyms, `XF` + fold and `XS` + language `:` stem, each with a blank and the form
//   metadata        `rules`, `project` (the title), `languages`, `documents` (labels and names), `text` + label
namespace search
{

/// A passage with all that a hit shows.
struct ArchivedPassage {
    std::string label, name, kind, language; ///< of its document; the label is "12" or "12b"
    int paragraph = 0;                       ///< from 1
    PassageText where;
    bool operator==(const ArchivedPassage&) const = default;
};
std::string written(const ArchivedPassage& passage);
ArchivedPassage passage_from(const std::string& bytes);

/// A document as it is imported from an archive.
struct ArchivedDocument {
    std::string label, name, kind, language, text;
    bool joins_broken_lines = false;
    std::vector<workbench::Turn> turns;
};
std::string written(const ArchivedDocument& document);
ArchivedDocument document_from(const std::string& bytes);

struct ArchivedName {
    std::string label, name;
    std::int64_t passages = 0;
};
std::string written(const std::vector<ArchivedName>& names);
std::vector<ArchivedName> names_from(const std::string& bytes);

/// What is known of a passage besides its words, as terms.
std::set<std::string> facts_of(const ArchivedPassage& passage);
/// The facts one of which a field asks for; nothing for a field that only the project itself can answer.
std::optional<std::vector<std::string>> facts_of(const Outside& field);

/// The term of the dictionary for a form under a fold_key or stem_key; empty when it is too long for one.
std::string dictionary_term(const std::string& key, const std::string& form);
inline std::string dictionary_prefix(const std::string& key)
{
    return "X" + key;
}

inline std::string text_key(const std::string& label)
{
    return "text" + label;
}

/// The metadata `rules` that this program writes, and asks.
std::string archive_rules();

}
