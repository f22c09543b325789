#include "coding/smart_code.h"
#include "coding/code_tree.h"
#include "coding/search_fields.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/project.h"
#include "workbench/rows.h"
#include "workbench/tr.h"
#include <algorithm>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Op;
using workbench::say;

namespace
{

Result<void> readable(const std::string& query)
{
    const auto read = search::parse(query);
    if (!read) return fail(read.error());
    return {};
}

void write_query(Change& change, CodeId code, const std::optional<std::string>& query)
{
    change.run("UPDATE code SET smart_query = ?, modified_at = ?, modified_by = ? WHERE id = ?", query, change.now(),
               change.coder(), code);
}

}

std::vector<SmartCode> smart_codes(const Reading& reading)
{
    std::vector<SmartCode> all;
    auto row = reading.ask("SELECT id, smart_query FROM code WHERE smart_query IS NOT NULL");
    while (row.next()) all.push_back({CodeId{row.get<std::int64_t>(0)}, row.get<std::string>(1)});
    if (all.size() < 2) return all; // most projects have none: then the tree need not be read
    const CodeTree tree(reading);
    std::ranges::sort(all, {}, [&tree](const SmartCode& smart) { return tree.index_of(smart.code); });
    return all;
}

std::optional<SmartCode> smart_code(const Reading& reading, CodeId code)
{
    auto query =
        reading.row<std::string>("SELECT smart_query FROM code WHERE id = ? AND smart_query IS NOT NULL", code);
    if (!query) return std::nullopt;
    return SmartCode{code, std::move(*query)};
}

Result<CodeId> add_smart_code(Project& project, const NewCode& code, const std::string& query)
{
    if (const auto sound = readable(query); !sound) return fail(sound.error());
    return project.change(Op::add_code, [&](Change& change) -> Result<CodeId> {
        const auto added = add_code(change.project(), code);
        if (!added) return added;
        write_query(change, *added, query);
        change.about(CodeTree(change).path_of(*added) + " \u00b7 " + query);
        return added;
    });
}

Result<int> set_smart_query(Project& project, CodeId code, const std::string& query)
{
    if (!query.empty())
        if (const auto sound = readable(query); !sound) return fail(sound.error());
    return project.change(Op::set_code, [&](Change& change) -> Result<int> {
        const CodeTree tree(change);
        if (!tree.index_of(code)) return gone(say("There is no code #{}.", code.value));
        const auto old = smart_code(change, code);
        if ((old ? old->query : "") == query) return 0;
        write_query(change, code, query.empty() ? std::nullopt : std::optional(query));
        change.about(tree.path_of(code));
        return 1;
    });
}

Result<search::ProjectHits> passages_of(const Project& project, const SmartCode& code, search::Page page)
{
    return search::search_project(project, code.query, page, search_fields(project));
}

Result<Autocoding> freeze(Project& project, CodeId code, Extent extent)
{
    const auto path = CodeTree(project).path_of(code);
    if (path.empty()) return gone(say("There is no code #{}.", code.value));
    const auto smart = smart_code(project, code);
    if (!smart)
        return fail(ErrorCode::bad_value, say("{} is an ordinary code: no search belongs to it.", path),
                    say("Use autocode with a query."));
    auto found = rehearse_autocode(project, smart->query, code, extent);
    if (!found) return found;
    return project.change(Op::autocode, [&](Change& change) -> Result<Autocoding> {
        auto made = autocode(change.project(), std::move(found->places), smart->query, code);
        if (!made) return made;
        write_query(change, code, std::nullopt);
        change.about(path + " \u00b7 " + smart->query);
        return made;
    });
}

}
