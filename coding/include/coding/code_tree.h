#pragma once
#include "coding/ids.h"
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace coding
{

/// A code as its place in the tree shows it.
struct CodeNode {
    CodeId id;
    std::optional<CodeId> parent; ///< nothing at the top
    std::string name;
    std::string path;                 ///< "Motivaciones/Cero papel"; a slash inside a name is written `\/`
    int depth;                        ///< 0 at the top
    std::optional<std::string> color; ///< "#RRGGBB"; nothing when none was given
};

/// All codes in tree order: each before its children, siblings by the position the user gave (those without one come
/// after) and then by name. This is the order of every list and table. Read once, good until the next change.
class CodeTree
{
 public:
    explicit CodeTree(const Reading& reading);

    const std::vector<CodeNode>& nodes() const { return nodes_; }
    /// The place in nodes(); nothing for an unknown code.
    std::optional<std::size_t> index_of(CodeId code) const;
    /// The path; empty for an unknown code.
    std::string path_of(CodeId code) const;
    /// The codes with all that lies below them, each once, in tree order.
    std::vector<CodeId> with_descendants(const std::vector<CodeId>& codes) const;
    /// Direct children in order; of the top when `parent` is empty.
    std::vector<CodeId> children_of(std::optional<CodeId> parent) const;
    /// The codes with exactly this path: none, one, or several when copies made the same one.
    std::vector<CodeId> at(const std::vector<std::string>& names) const;
    std::vector<std::string> paths() const;

 private:
    std::vector<CodeNode> nodes_;
    std::unordered_map<CodeId, std::size_t> index_;
};

/// The names in a path, blanks around them cut off: "A/B\/C" is {"A", "B/C"}. An empty name stays in the list.
std::vector<std::string> names_in(std::string_view path);

/// A name as it stands in a path.
std::string escape_name(std::string_view name);

}
