#include "proposals.h"
#include "workbench/text.h"
#include <algorithm>
#include <map>

namespace gui
{
namespace
{

using coding::Passage;

std::string place_name(const std::string& document, int paragraph)
{
    return document + " \u00b6 " + std::to_string(paragraph);
}

bool touches(const Passage& place, const std::vector<Passage>& any)
{
    return std::ranges::any_of(any, [&](const Passage& one) {
        return one.document == place.document && workbench::overlap(one.span, place.span);
    });
}

bool is_coded(const workbench::Project& project, const Passage& place, coding::CodeId code)
{
    const auto quotation = coding::quotation_at(project, place.document, place.span);
    const auto coder = coding::coder_named(project, project.coder());
    if (!quotation || !coder) return false;
    const auto codes = coding::codes_on(project, *quotation, coder);
    return std::ranges::find(codes, code) != codes.end();
}

}

std::vector<Proposal> proposals_of(const workbench::Project& project, const search::ProjectHits& hits,
                                   coding::Extent extent, const std::vector<Passage>& only,
                                   std::optional<coding::CodeId> code)
{
    std::map<workbench::DocumentId, std::vector<const search::ProjectHits::Row*>> by_document;
    for (const auto& row : hits.rows) by_document[row.document.id].push_back(&row);
    workbench::Slices slices(project);
    std::vector<Proposal> proposals;
    for (const auto& place : coding::places_of(project, hits, extent)) {
        if (!only.empty() && !touches(place, only)) continue;
        if (code && is_coded(project, place, *code)) continue;
        Proposal proposal{place, {}, {}, slices(place.document, place.span), {}, true};
        int first = 0;
        for (const auto* row : by_document[place.document]) {
            if (!workbench::overlap(place.span, {row->hit.where.begin, row->hit.where.end})) continue;
            if (first == 0 || row->paragraph < first) first = row->paragraph;
            proposal.where = place_name(row->document.name, first);
            for (const auto& mark : row->hit.marks)
                if (workbench::overlap(place.span, {mark.begin, mark.end}))
                    proposal.marks.push_back({mark.begin, mark.end});
        }
        std::ranges::sort(proposal.marks);
        proposals.push_back(std::move(proposal));
    }
    return proposals;
}

std::vector<Proposal> proposals_of(const std::vector<search::ProjectSuggestion>& suggestions)
{
    std::vector<Proposal> proposals;
    for (const auto& one : suggestions) {
        const auto& where = one.found.where;
        Proposal proposal{{one.document.id, {where.begin, where.end}},
                          place_name(one.document.name, one.paragraph),
                          {},
                          where.text,
                          {},
                          false};
        for (const auto& mark : one.found.marks) proposal.marks.push_back({mark.begin, mark.end});
        for (const auto& term : one.found.terms) {
            if (proposal.because.size() > 60) break;
            proposal.because += (proposal.because.empty() ? "" : ", ") + term;
        }
        proposals.push_back(std::move(proposal));
    }
    return proposals;
}

}
