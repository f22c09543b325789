#pragma once
#include "search/project_texts.h"
#include "search/search.h"
#include "workbench/document.h"
#include "workbench/host.h"
#include "workbench/result.h"
#include <optional>
#include <string>
#include <vector>

namespace gui
{

/// A paragraph that a search found.
struct FoundPassage {
    workbench::DocumentId document;
    std::string name; ///< of the document
    workbench::Span span;
    int paragraph = 0;
    std::string speaker;                ///< empty without one
    std::vector<workbench::Span> marks; ///< in the document
    std::int64_t text_begin = 0;        ///< where the text begins: after the speaker's label
    std::string text;

    /// Where a passage stands that is not of this project.
    struct Archive {
        workbench::Host host;
        std::string project, label; ///< its title; the number of the document there
        bool operator==(const Archive&) const = default;
    };
    std::optional<Archive> archive = {};
};

struct FoundPassages {
    std::vector<FoundPassage> list; ///< the first of them
    std::int64_t total = 0;
};

/// The paragraphs that a query means, best first, in the language of the search room. Errors: bad_value with the
/// column, not_found for a code, a case, a speaker that there is not.
workbench::Result<FoundPassages> find_passages(const search::ProjectTexts& texts, search::Index& index,
                                               const std::string& query, std::size_t most);

/// What of a passage is listed: its text without the speaker's label.
std::string without_label(const search::PassageText& passage);

/// The column, counted from 1, that an error of a query names; nothing when it names none.
std::optional<int> column_in(const workbench::Error& error);

}
