#pragma once
#include <string>
#include <string_view>

namespace workbench
{

/// Which list of words a word of the file belongs to: "other" is one thing among documents and another among memos.
enum class Words {
    document_kind,
    document_kinds,
    memo_kind,
    relation_kind,
    network_problem,
    type,
    level,
    origin,
    evidence,
    object, ///< a kind of object: "code_group" is "group of codes"
    ref     ///< a REF, of which the kind is translated: "code:Motives/Paper"
};

/// A word of the file and of JSON as people read it, translated: "focus_group" is "focus group" (document_kind), or
/// "Focus groups" above a list of them (document_kinds). The word itself when it is unknown (a newer program made it).
std::string spoken(Words list, std::string_view word);

}
