#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

using workbench::Result;

/// Where a code comes from: brought to the text, or found in it.
enum class Origin { a_priori, emergent };
/// "a-priori" or "emergent".
std::string_view name_of(Origin origin);
std::optional<Origin> origin_named(std::string_view word);

/// A named, coloured concept.
struct Code {
    CodeId id;
    std::optional<CodeId> parent;
    std::string name, path; ///< see CodeNode
    int depth = 0;
    std::optional<std::string> color; ///< "#RRGGBB"
    bool codable = true;              ///< false: only holds others (REFI-QDA isCodable)
    std::optional<std::string> definition, inclusion, exclusion, example, comment;
    std::optional<Origin> origin;
    std::optional<std::string> origin_at;        ///< since when, UTC
    std::optional<QuotationId> origin_quotation; ///< the quotation that called for it
    std::int64_t quotations = 0;                 ///< quotations that carry it
    std::int64_t codings = 0;                    ///< by all coders, whole documents included
    std::int64_t documents = 0;                  ///< documents with a coding of it
};

class CodingTable;

/// All codes with their counts, in tree order (see CodeTree).
std::vector<Code> codes(const Reading& reading);
/// The same for a caller that has the codings in memory.
std::vector<Code> codes(const Reading& reading, const CodingTable& table);
/// Brings the counts of codes() up to a table of the same codes.
void count_again(std::vector<Code>& codes, const CodingTable& table);
/// Nothing when there is none.
std::optional<Code> code(const Reading& reading, CodeId id);

/// By path ("Motivaciones/Cero papel", `\/` for a slash in a name) or "#ID". Errors: not_found with near paths,
/// ambiguous with the ids.
Result<CodeId> find_code(const Reading& reading, std::string_view ref);
/// All of them, or the first error.
Result<std::vector<CodeId>> find_codes(const Reading& reading, const std::vector<std::string>& refs);

struct NewCode {
    std::string path;
    std::optional<Origin> origin = Origin::a_priori;
    std::optional<std::string> color = {}; ///< "#RRGGBB"; default: the next of the palette, apart from its siblings
    std::optional<std::string> definition = {}, inclusion = {}, exclusion = {}, example = {}, comment = {};
    std::optional<QuotationId> origin_quotation = {};
};

/// Makes a code, and the parents that are missing (with the same origin). Errors: exists; bad_value (an empty name, a
/// colour that is none); ambiguous (two parents of one path).
Result<CodeId> add_code(Project& project, const NewCode& code);

/// What to change; an empty text takes a text away, an empty colour the colour.
struct CodeSettings {
    std::optional<std::string> color, definition, inclusion, exclusion, example, comment;
    std::optional<Origin> origin;
    std::optional<bool> codable;
    std::optional<std::string> origin_at = {};        ///< since when, a day or a UTC time
    std::optional<QuotationId> origin_quotation = {}; ///< the quotation that called for it
};
/// The number of codes changed (0 when all was so already). Errors: not_found, bad_value (colour).
Result<int> set_code(Project& project, CodeId code, const CodeSettings& settings);

/// 1, or 0 when it had that name. Errors: not_found, bad_value (an empty name), exists (a sibling has it).
Result<int> rename_code(Project& project, CodeId code, const std::string& name);

/// Puts a code, with all below it, under `parent`, or at the top. 1, or 0 when it was there. Errors: not_found;
/// conflict (it would stand below itself); exists (a code of its name is there).
Result<int> move_code(Project& project, CodeId code, std::optional<CodeId> parent);

/// Puts codes, each with all below it, under `parent` (or at the top) in the order given, before its child `before` or
/// after all of them; the siblings then keep this order (see CodeTree). The number of codes placed; 0 when they
/// stood there already. Errors: as move_code(); bad_value (`before` is no child of `parent`).
Result<int> place_codes(Project& project, const std::vector<CodeId>& codes, std::optional<CodeId> parent,
                        std::optional<CodeId> before = {});
/// Lets the children of `parent` (or of the top) stand by name again. 1, or 0 when they did. Errors: not_found.
Result<int> order_by_name(Project& project, std::optional<CodeId> parent);

/// Makes `part` and moves the codings of `code` on these quotations, of all coders, to it; where `keep` is true they
/// also stay on `code`. Errors: those of add_code(); not_found; bad_value (none of the quotations carries the code).
Result<CodeId> split_code(Project& project, CodeId code, const NewCode& part,
                          const std::vector<QuotationId>& quotations, bool keep = false);

/// Everything of `from` goes to `into`: codings (equal ones become one), children (those of one name become one),
/// memos, links, places in networks and groups. Returns the number of codes that went. Errors: not_found; bad_value
/// (`into` is among them); conflict (evidence stands on one; the list is in `detail`).
Result<int> merge_codes(Project& project, const std::vector<CodeId>& from, CodeId into);

/// Removes a code; its codings, links and places in networks, groups and memos go with it, the quotations stay. Returns
/// the number of codes removed. Errors: not_found; conflict: it has children and `with_children` is false, or evidence
/// or a finding stands on it (the list is in `detail`).
Result<int> delete_code(Project& project, CodeId code, bool with_children);

/// For verbs that make codes inside a larger change (an import): the code of this name below `parent`, made when new,
/// with no colour, origin or position of its own.
CodeId code_named(Change& change, std::optional<CodeId> parent, const std::string& name);
/// Removes one coding, with what hangs on it.
void drop_coding(Change& change, CodingId coding);

}
