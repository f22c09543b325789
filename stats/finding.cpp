#include "stats/finding.h"
#include "coding/quotation.h"
#include "stats/saved_analysis.h"
#include "workbench/project.h"
#include "workbench/tr.h"

namespace stats
{

using namespace workbench;

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
    if (finding.title.empty()) return fail(ErrorCode::bad_value, say("A finding needs a title."));
    if (project.row<int>("SELECT 1 FROM finding WHERE title = ?", finding.title))
        return fail(ErrorCode::exists, say("There is already a finding \"{}\".", finding.title),
                    say("Choose another title."));
    for (const auto quotation : finding.quotations)
        if (!coding::quotation(project, quotation))
            return fail(ErrorCode::not_found, say("There is no such quotation."));
    for (const auto analysis : finding.analyses)
        if (const auto known = find_saved_analysis(project, "#" + std::to_string(analysis.value)); !known)
            return fail(known.error());
    return project.change(Op::add_finding, [&](Change& change) -> Result<FindingId> {
        change.about(finding.title);
        const auto id = change.new_object<FindingId>(ObjectKind::finding);
        change.run("INSERT INTO finding (id, title, text, position, coder, at) VALUES (?,?,?,(SELECT count(*) FROM "
                   "finding),?,?)",
                   id, finding.title, finding.text, change.coder(), change.now());
        int position = 0;
        const auto support = [&](std::int64_t object) {
            change.run("INSERT INTO finding_support (id, finding, object, position) VALUES (?,?,?,?)",
                       change.next_id<Id<struct SupportTag>>(), id, object, position++);
        };
        for (const auto quotation : finding.quotations) support(quotation.value);
        for (const auto analysis : finding.analyses) support(analysis.value);
        return id;
    });
}

}
