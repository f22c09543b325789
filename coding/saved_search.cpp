#include "coding/saved_search.h"
#include "coding/ties.h"
#include "name_order.h"
#include "search/query.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/object.h"
#include "workbench/project.h"
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

/// Those of a name, or of an id.
std::vector<SavedSearch> called(const Reading& reading, std::string_view ref)
{
    const auto id = workbench::id_in(ref);
    auto all = saved_searches(reading);
    std::erase_if(all, [&](const SavedSearch& one) { return id ? one.id.value != *id : one.name != ref; });
    return all;
}

}

std::vector<SavedSearch> saved_searches(const Reading& reading)
{
    std::vector<SavedSearch> all;
    auto row =
        reading.ask("SELECT s.id, s.name, s.query, c.name, s.at FROM saved_search s JOIN coder c ON c.id = s.coder");
    while (row.next())
        all.push_back({row.get<SearchId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3),
                       row.get<std::string>(4)});
    std::ranges::sort(all, [](const SavedSearch& a, const SavedSearch& b) {
        return a.name != b.name ? name_before(a.name, b.name) : a.id < b.id;
    });
    return all;
}

Result<SavedSearch> find_search(const Reading& reading, std::string_view ref)
{
    const auto found = called(reading, ref);
    if (found.size() == 1) return found.front();
    std::vector<std::int64_t> ids;
    for (const auto& one : found) ids.push_back(one.id.value);
    std::vector<std::string> names;
    for (const auto& one : saved_searches(reading)) names.push_back(one.name);
    return not_one(ref, ids, names, say("No saved search is called \"{}\".", ref),
                   say("Several saved searches are called \"{}\".", ref));
}

Result<SearchId> save_search(Project& project, const std::string& given, const std::string& query)
{
    const auto name = trimmed(given);
    if (name.empty())
        return fail(ErrorCode::bad_value, say("A saved search needs a name."), say("Give it a few words."));
    if (const auto read = search::parse(query); !read) return fail(read.error());
    return project.change(Op::save_search, [&](Change& change) -> Result<SearchId> {
        change.about(name);
        const auto there = called(change, name);
        if (there.size() > 1) return fail(find_search(change, name).error());
        if (there.empty()) {
            const auto id = change.new_object<SearchId>(workbench::ObjectKind::search);
            change.run("INSERT INTO saved_search (id, name, query, coder, at) VALUES (?, ?, ?, ?, ?)", id, name, query,
                       change.coder(), change.now());
            return id;
        }
        if (there.front().query != query)
            change.run("UPDATE saved_search SET query = ?, coder = ?, at = ? WHERE id = ?", query, change.coder(),
                       change.now(), there.front().id);
        return there.front().id;
    });
}

Result<int> delete_search(Project& project, SearchId search)
{
    return project.change(Op::delete_search, [&](Change& change) -> Result<int> {
        const auto name = change.row<std::string>("SELECT name FROM saved_search WHERE id = ?", search);
        if (!name) return gone(say("There is no saved search #{}.", search.value));
        if (const auto may = may_go(change, {search.value}, say("The search {}", *name)); !may)
            return fail(may.error());
        change.about(*name);
        cut_ties(change, search.value);
        change.run("DELETE FROM saved_search WHERE id = ?", search);
        change.drop_object(search.value);
        return 1;
    });
}

}
