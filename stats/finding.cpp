#include "stats/finding.h"
#include "coding/quotation.h"
#include "coding/ties.h"
#include "stats/saved_analysis.h"
#include "workbench/project.h"
#include "workbench/tr.h"

namespace stats
{

using namespace workbench;

namespace
{

Result<void> check_title(const Reading& reading, const std::string& title, std::optional<FindingId> own = {})
{
    if (title.empty()) return fail(ErrorCode::bad_value, say("A finding needs a title."));
    if (reading.row<int>("SELECT 1 FROM finding WHERE title = ?1 AND id IS NOT ?2", title, own))
        return fail(ErrorCode::exists, say("There is already a finding \"{}\".", title), say("Choose another title."));
    return {};
}

Result<void> check_supports(const Reading& reading, const std::vector<coding::QuotationId>& quotations,
                            const std::vector<AnalysisId>& analyses)
{
    for (const auto quotation : quotations)
        if (!coding::quotation(reading, quotation))
            return fail(ErrorCode::not_found, say("There is no such quotation."));
    for (const auto analysis : analyses)
        if (const auto known = find_saved_analysis(reading, "#" + std::to_string(analysis.value)); !known)
            return fail(known.error());
    return {};
}

void write_supports(Change& change, FindingId id, const std::vector<coding::QuotationId>& quotations,
                    const std::vector<AnalysisId>& analyses)
{
    int position = 0;
    const auto support = [&](std::int64_t object) {
        change.run("INSERT INTO finding_support (id, finding, object, position) VALUES (?,?,?,?)",
                   change.next_id<Id<struct SupportTag>>(), id, object, position++);
    };
    for (const auto quotation : quotations) support(quotation.value);
    for (const auto analysis : analyses) support(analysis.value);
}

Result<Finding> finding_of(const Reading& reading, FindingId id)
{
    for (auto& finding : findings(reading))
        if (finding.id == id) return std::move(finding);
    return fail(ErrorCode::not_found, say("There is no finding #{}.", id.value));
}

}

std::vector<Finding> findings(const Reading& reading)
{
    std::vector<Finding> list;
    for (const auto& [id, title, text] : reading.rows<std::tuple<FindingId, std::string, std::string>>(
             "SELECT id, title, text FROM finding ORDER BY position, id")) {
        Finding finding{id, title, text, {}, {}};
        const auto supports = [&](const char* kind) {
            return reading.rows<std::int64_t>("SELECT s.object FROM finding_support s JOIN object o ON o.id = s.object "
                                              "WHERE s.finding = ? AND o.kind = ?"
                                              " ORDER BY s.position, s.id",
                                              id, kind);
        };
        for (const auto object : supports("quotation")) finding.quotations.push_back({object});
        for (const auto object : supports("analysis")) finding.analyses.push_back({object});
        list.push_back(std::move(finding));
    }
    return list;
}

Result<FindingId> add_finding(Project& project, const NewFinding& finding)
{
    if (const auto free = check_title(project, finding.title); !free) return fail(free.error());
    if (const auto known = check_supports(project, finding.quotations, finding.analyses); !known)
        return fail(known.error());
    return project.change(Op::add_finding, [&](Change& change) -> Result<FindingId> {
        change.about(finding.title);
        const auto id = change.new_object<FindingId>(ObjectKind::finding);
        change.run("INSERT INTO finding (id, title, text, position, coder, at) VALUES (?,?,?,(SELECT "
                   "ifnull(max(position) + 1, 0) FROM finding),?,?)",
                   id, finding.title, finding.text, change.coder(), change.now());
        write_supports(change, id, finding.quotations, finding.analyses);
        return id;
    });
}

Result<int> set_finding(Project& project, FindingId id, const FindingSettings& settings)
{
    return project.change(Op::set_finding, [&](Change& change) -> Result<int> {
        const auto before = finding_of(change, id);
        if (!before) return fail(before.error());
        auto after = *before;
        after.title = settings.title.value_or(after.title);
        after.text = settings.text.value_or(after.text);
        after.quotations = settings.quotations.value_or(after.quotations);
        after.analyses = settings.analyses.value_or(after.analyses);
        if (const auto free = check_title(change, after.title, id); !free) return fail(free.error());
        if (const auto known = check_supports(change, after.quotations, after.analyses); !known)
            return fail(known.error());
        const bool same_words = after.title == before->title && after.text == before->text;
        const bool same_supports = after.quotations == before->quotations && after.analyses == before->analyses;
        if (same_words && same_supports) return 0;
        change.about(after.title);
        if (!same_words)
            change.run("UPDATE finding SET title = ?, text = ?, coder = ?, at = ? WHERE id = ?", after.title,
                       after.text, change.coder(), change.now(), id);
        if (!same_supports) {
            change.run("DELETE FROM finding_support WHERE finding = ?", id);
            write_supports(change, id, after.quotations, after.analyses);
        }
        return 1;
    });
}

Result<int> move_finding(Project& project, FindingId id, std::optional<FindingId> before)
{
    return project.change(Op::set_finding, [&](Change& change) -> Result<int> {
        const auto moved = finding_of(change, id);
        if (!moved) return fail(moved.error());
        if (before)
            if (const auto other = finding_of(change, *before); !other) return fail(other.error());
        if (before == id) return 0;
        std::vector<FindingId> order;
        std::vector<FindingId> old;
        for (const auto& finding : findings(change)) {
            old.push_back(finding.id);
            if (finding.id == before) order.push_back(id);
            if (finding.id != id) order.push_back(finding.id);
        }
        if (!before) order.push_back(id);
        if (order == old) return 0;
        change.about(moved->title);
        for (std::size_t i = 0; i < order.size(); ++i)
            change.run("UPDATE finding SET position = ?1 WHERE id = ?2 AND position IS NOT ?1", static_cast<int>(i),
                       order[i]);
        return 1;
    });
}

Result<int> delete_finding(Project& project, FindingId id)
{
    return project.change(Op::delete_finding, [&](Change& change) -> Result<int> {
        const auto before = finding_of(change, id);
        if (!before) return fail(before.error());
        if (const auto free = coding::may_go(change, {id.value}, say("\"{}\"", before->title)); !free)
            return fail(free.error());
        change.about(before->title);
        coding::cut_ties(change, id.value);
        change.run("DELETE FROM finding_support WHERE finding = ?", id);
        change.run("DELETE FROM finding WHERE id = ?", id);
        change.drop_object(id.value);
        return 1;
    });
}

}
