#include "coding/code_names.h"
#include "coding/code_tree.h"
#include "name_order.h"
#include "workbench/change.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <map>
#include <set>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Op;
using workbench::say;

namespace
{

/// Where each code point of a text begins, and its end.
std::vector<std::size_t> edges_of(std::string_view text)
{
    std::vector<std::size_t> edges;
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) edges.push_back(at);
    edges.push_back(text.size());
    return edges;
}

/// Finds a text in names, as one asked for it.
class Finder
{
 public:
    explicit Finder(const NameReplacement& wanted)
        : wanted_(wanted), key_(key(wanted.find)), length_(edges_of(wanted.find).size() - 1)
    {
    }

    std::string replaced(const std::string& name) const
    {
        if (key(name).find(key_) == std::string::npos) return name;
        const auto edges = edges_of(name);
        std::string made;
        for (std::size_t at = 0; at + 1 < edges.size();) {
            const bool here = at + length_ < edges.size() && fits(name, edges[at], edges[at + length_]);
            made += here ? wanted_.replace : name.substr(edges[at], edges[at + 1] - edges[at]);
            at += here ? length_ : 1;
        }
        return trimmed(made);
    }

 private:
    std::string key(std::string_view text) const
    {
        return wanted_.match_case ? std::string(text) : workbench::lower(text);
    }

    bool fits(std::string_view name, std::size_t begin, std::size_t end) const
    {
        if (key(name.substr(begin, end - begin)) != key_) return false;
        if (!wanted_.whole_words) return true;
        bool begins = false, ends = false;
        for (const auto& word : workbench::words_of(name, "es")) {
            begins |= word.begin_byte == static_cast<std::int64_t>(begin);
            ends |= word.end_byte == static_cast<std::int64_t>(end);
        }
        return begins && ends;
    }

    const NameReplacement& wanted_;
    std::string key_;
    std::size_t length_;
};

Result<void> all_sound(const CodeTree& tree, const std::vector<ReplacedName>& changes)
{
    std::map<CodeId, const ReplacedName*> changed;
    for (const auto& one : changes) {
        if (one.to.empty())
            return fail(ErrorCode::bad_value, say("\"{}\" would be left without a name.", one.path),
                        say("Write something instead, or rename that code first."));
        changed[one.code] = &one;
    }
    std::map<std::optional<CodeId>, std::set<std::string>> names;
    for (const auto& node : tree.nodes()) {
        const auto found = changed.find(node.id);
        const auto& name = found == changed.end() ? node.name : found->second->to;
        const bool twin = !names[node.parent].insert(name).second;
        // Twins that were there before (made in two copies) are not ours to judge.
        if (twin && std::ranges::any_of(changes, [&](const auto& one) { return one.to == name; }))
            return fail(ErrorCode::exists, say("Two codes beside each other would be called \"{}\".", name),
                        say("Merge them first, or write something else."));
    }
    return {};
}

}

Result<std::vector<ReplacedName>> replaced_names(const Reading& reading, const NameReplacement& wanted)
{
    if (wanted.find.empty())
        return fail(ErrorCode::bad_value, say("There is nothing to look for."), say("Write what is to be replaced."));
    const bool control = std::ranges::any_of(wanted.replace, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (control)
        return fail(ErrorCode::bad_value, say("A code's name is one line of text, without tabs."),
                    say("Leave the line breaks out."));
    const Finder finder(wanted);
    const CodeTree tree(reading);
    std::vector<ReplacedName> changes;
    for (const auto& node : tree.nodes())
        if (auto name = finder.replaced(node.name); name != node.name)
            changes.push_back({node.id, node.path, node.name, std::move(name)});
    if (const auto sound = all_sound(tree, changes); !sound) return fail(sound.error());
    return changes;
}

Result<std::vector<ReplacedName>> replace_in_names(Project& project, const NameReplacement& wanted)
{
    return project.change(Op::replace_in_codes, [&](Change& change) -> Result<std::vector<ReplacedName>> {
        auto changes = replaced_names(change, wanted);
        if (!changes) return fail(changes.error());
        for (const auto& one : *changes)
            change.run("UPDATE code SET name = ?, modified_at = ?, modified_by = ? WHERE id = ?", one.to, change.now(),
                       change.coder(), one.code);
        change.about(wanted.find + " > " + wanted.replace);
        return changes;
    });
}

}
