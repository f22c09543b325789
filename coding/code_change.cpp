#include "coding/code.h"
#include "coding/code_color.h"
#include "coding/code_tree.h"
#include "coding/ties.h"
#include "name_order.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::ObjectKind;
using workbench::Op;
using workbench::say;
using Text = std::optional<std::string>;

namespace
{

tl::unexpected<workbench::Error> no_such_code(CodeId code)
{
    return gone(say("There is no code #{}.", code.value));
}

tl::unexpected<workbench::Error> not_a_color(const std::string& text)
{
    return fail(ErrorCode::bad_value, say("\"{}\" is not a colour.", text),
                say("Write it as #RRGGBB, for example #0072B2."));
}

Result<void> sound_name(std::string_view name)
{
    if (name.empty())
        return fail(ErrorCode::bad_value, say("A code needs a name."),
                    say("Write a word between the slashes of the path."));
    const bool control = std::ranges::any_of(name, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (control)
        return fail(ErrorCode::bad_value, say("A code's name is one line of text, without tabs."),
                    say("Leave the line breaks out."));
    return {};
}

std::optional<CodeId> child_named(const Reading& reading, std::optional<CodeId> parent, std::string_view name)
{
    if (parent)
        return reading.row<CodeId>("SELECT id FROM code WHERE parent = ? AND name = ? ORDER BY id", *parent, name);
    return reading.row<CodeId>("SELECT id FROM code WHERE parent IS NULL AND name = ? ORDER BY id", name);
}

std::string palette_color(const Reading& reading, std::optional<CodeId> parent)
{
    const auto siblings =
        parent ? reading.rows<std::string>("SELECT color FROM code WHERE parent = ? AND color IS NOT NULL", *parent)
               : reading.rows<std::string>("SELECT color FROM code WHERE parent IS NULL AND color IS NOT NULL");
    return next_color(siblings, reading.rows<std::string>("SELECT color FROM code WHERE color IS NOT NULL"));
}

CodeId insert_code(Change& change, std::optional<CodeId> parent, std::string_view name)
{
    const auto id = change.new_object<CodeId>(ObjectKind::code);
    change.run("INSERT INTO code (id, parent, name, created_at, created_by) VALUES (?, ?, ?, ?, ?)", id, parent, name,
               change.now(), change.coder());
    return id;
}

void set_origin(Change& change, CodeId id, Origin origin)
{
    change.run("UPDATE code SET origin = ?, origin_at = ? WHERE id = ?", name_of(origin), change.now(), id);
}

CodeId insert_new(Change& change, std::optional<CodeId> parent, std::string_view name, const NewCode& wanted,
                  const Text& color)
{
    const auto shown = color.value_or(palette_color(change, parent));
    const auto id = insert_code(change, parent, name);
    change.run("UPDATE code SET color = ? WHERE id = ?", shown, id);
    if (wanted.origin) set_origin(change, id, *wanted.origin);
    return id;
}

Text text_or_none(const Text& text)
{
    return text && !text->empty() ? text : std::nullopt;
}

void describe(Change& change, CodeId id, const NewCode& code)
{
    change.run(
        "UPDATE code SET definition = ?, inclusion = ?, exclusion = ?, example = ?, comment = ?, origin_quotation = ? "
        "WHERE id = ?",
        text_or_none(code.definition), text_or_none(code.inclusion), text_or_none(code.exclusion),
        text_or_none(code.example), text_or_none(code.comment), code.origin_quotation, id);
}

/// The deepest code on the way to `names` that exists, and how many names it takes.
struct Way {
    std::optional<CodeId> parent;
    std::size_t known = 0;
};

Result<Way> way_to(const Reading& reading, const std::vector<std::string>& names)
{
    const CodeTree tree(reading);
    Way way;
    for (auto prefix = std::vector<std::string>(); way.known < names.size(); ++way.known) {
        prefix.push_back(names[way.known]);
        const auto found = tree.at(prefix);
        if (found.empty()) break;
        if (found.size() > 1)
            return fail(ErrorCode::ambiguous, say("Several codes are called \"{}\".", tree.path_of(found.front())),
                        say("Merge or rename them first."));
        way.parent = found.front();
    }
    return way;
}

}

CodeId code_named(Change& change, std::optional<CodeId> parent, const std::string& name)
{
    if (const auto there = child_named(change, parent, name)) return *there;
    return insert_code(change, parent, name);
}

Result<CodeId> add_code(Project& project, const NewCode& wanted)
{
    const auto names = names_in(wanted.path);
    for (const auto& name : names)
        if (const auto sound = sound_name(name); !sound) return fail(sound.error());
    const auto color = wanted.color ? color_in(*wanted.color) : std::nullopt;
    if (wanted.color && !color) return not_a_color(*wanted.color);

    return project.change(Op::add_code, [&](Change& change) -> Result<CodeId> {
        const auto way = way_to(change, names);
        if (!way) return fail(way.error());
        if (way->known == names.size())
            return fail(ErrorCode::exists, say("There is a code \"{}\" already.", wanted.path),
                        say("Choose another name, or change that one."));
        auto parent = way->parent;
        for (std::size_t at = way->known; at < names.size(); ++at)
            parent = insert_new(change, parent, names[at], wanted, at + 1 == names.size() ? color : std::nullopt);
        describe(change, *parent, wanted);
        change.about(wanted.path);
        return *parent;
    });
}

namespace
{

/// Writes one text column when it differs; an empty text takes it away.
bool set_text(Change& change, CodeId id, const char* column, const Text& text)
{
    if (!text) return false;
    return change.run(fmt::format("UPDATE code SET {0} = ?1 WHERE id = ?2 AND {0} IS NOT ?1", column),
                      text_or_none(text), id) > 0;
}

bool set_texts(Change& change, CodeId id, const CodeSettings& s, const Text& color)
{
    bool changed = set_text(change, id, "color", color);
    changed |= set_text(change, id, "definition", s.definition);
    changed |= set_text(change, id, "inclusion", s.inclusion);
    changed |= set_text(change, id, "exclusion", s.exclusion);
    changed |= set_text(change, id, "example", s.example);
    changed |= set_text(change, id, "comment", s.comment);
    changed |= set_text(change, id, "origin_at", s.origin_at);
    if (s.origin_quotation)
        changed |= change.run("UPDATE code SET origin_quotation = ?1 WHERE id = ?2 AND origin_quotation IS NOT ?1",
                              *s.origin_quotation, id) > 0;
    return changed;
}

void touch(Change& change, CodeId id)
{
    change.run("UPDATE code SET modified_at = ?, modified_by = ? WHERE id = ?", change.now(), change.coder(), id);
    change.about(CodeTree(change).path_of(id));
}

}

Result<int> set_code(Project& project, CodeId id, const CodeSettings& settings)
{
    auto color = settings.color;
    if (color && !color->empty() && !(color = color_in(*settings.color))) return not_a_color(*settings.color);

    return project.change(Op::set_code, [&](Change& change) -> Result<int> {
        const auto before = code(change, id);
        if (!before) return no_such_code(id);
        bool changed = set_texts(change, id, settings, color);
        if (settings.origin && settings.origin != before->origin) {
            set_origin(change, id, *settings.origin);
            changed = true;
        }
        if (settings.codable && *settings.codable != before->codable) {
            change.run("UPDATE code SET codable = ? WHERE id = ?", *settings.codable, id);
            changed = true;
        }
        if (changed) touch(change, id);
        return changed ? 1 : 0;
    });
}

Result<int> rename_code(Project& project, CodeId id, const std::string& given)
{
    const auto name = trimmed(given);
    if (const auto sound = sound_name(name); !sound) return fail(sound.error());
    return project.change(Op::rename_code, [&](Change& change) -> Result<int> {
        const auto before = code(change, id);
        if (!before) return no_such_code(id);
        if (before->name == name) return 0;
        if (child_named(change, before->parent, name))
            return fail(ErrorCode::exists, say("There is a code \"{}\" beside it already.", name),
                        say("Choose another name, or merge the two."));
        change.run("UPDATE code SET name = ? WHERE id = ?", name, id);
        touch(change, id);
        change.about(before->path + " > " + name);
        return 1;
    });
}

Result<int> move_code(Project& project, CodeId id, std::optional<CodeId> parent)
{
    return project.change(Op::move_code, [&](Change& change) -> Result<int> {
        const CodeTree tree(change);
        const auto at = tree.index_of(id);
        if (!at) return no_such_code(id);
        if (parent && !tree.index_of(*parent)) return no_such_code(*parent);
        const auto& node = tree.nodes()[*at];
        if (node.parent == parent) return 0;
        const auto below = tree.with_descendants({id});
        if (parent && std::ranges::find(below, *parent) != below.end())
            return fail(ErrorCode::conflict, say("\"{}\" cannot stand below itself.", node.path),
                        say("Choose a parent outside of it."));
        if (child_named(change, parent, node.name))
            return fail(ErrorCode::exists, say("There is a code \"{}\" there already.", node.name),
                        say("Rename one of them, or merge the two."));
        // Among new siblings its old place means nothing: it goes where its name belongs.
        change.run("UPDATE code SET parent = ?, position = NULL WHERE id = ?", parent, id);
        touch(change, id);
        return 1;
    });
}

}
