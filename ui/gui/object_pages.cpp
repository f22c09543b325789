#include "object_pages.h"
#include "case_grid.h"
#include "code_grids.h"
#include "code_view.h"
#include "coding/object_ref.h"
#include "evidence_grids.h"
#include "memo_view.h"
#include "network_view.h"
#include "quotation_table.h"
#include "relation_view.h"
#include "result_canvas.h"
#include "shown.h"
#include "stat_view.h"
#include "statistic_result.h"
#include "stats/saved_analysis.h"
#include "turn_grid.h"
#include "work_book.h"
#include "workbench/object.h"
#include "workbench/tr.h"
#include <nlohmann/json.hpp>

namespace gui
{

using workbench::ObjectKind;
using workbench::tr;

namespace
{

CaseGrid& case_page(WorkBook& book, Session& session)
{
    auto& page = book.show_page("cases", shown(tr("Cases and variables")),
                                [&](wxWindow* parent) { return new CaseGrid(parent, session); });
    return dynamic_cast<CaseGrid&>(page);
}

ResultCanvas* analysis_page(wxWindow* parent, Session& session, std::int64_t id)
{
    auto* page = new ResultCanvas(parent);
    const auto saved = stats::find_saved_analysis(session.reading(), "#" + std::to_string(id));
    if (!saved) return page;
    page->show(shown_result(session, saved->recipe, saved->outcome, saved->name));
    return page;
}

}

void open_object(WorkBook& book, Session& session, std::int64_t id)
{
    const auto kind = workbench::kind_of(session.reading(), id);
    if (!kind) return;
    const auto title = one_line(coding::title_of(session.reading(), id), 24);
    const auto show = [&](const std::function<wxWindow*(wxWindow*)>& make, bool replace = false) {
        book.show_page(key_of_object(id), title, make, replace).SetFocus();
    };
    switch (*kind) {
    case ObjectKind::memo:
        show([&](wxWindow* parent) { return new MemoView(parent, session, coding::MemoId{id}); });
        break;
    case ObjectKind::code:
        show([&](wxWindow* parent) { return new CodeView(parent, session, coding::CodeId{id}); });
        break;
    case ObjectKind::quotation:
        if (const auto quotation = coding::quotation(session.reading(), coding::QuotationId{id}))
            session.go_to({quotation->document, quotation->span, {}});
        break;
    case ObjectKind::network:
        show([&](wxWindow* parent) { return new NetworkView(parent, session, coding::NetworkId{id}); });
        break;
    case ObjectKind::table:
        show([&](wxWindow* parent) {
            return new GridView(parent, session, [id](Session& read) { return indicator_grid(read, id); });
        });
        break;
    case ObjectKind::analysis: // its result may be another one by now
        show([&](wxWindow* parent) { return analysis_page(parent, session, id); }, true);
        break;
    case ObjectKind::study_case: case_page(book, session).go_to(workbench::CaseId{id}); break;
    case ObjectKind::document: session.go_to({workbench::DocumentId{id}}); break;
    default: break;
    }
}

void open_relations(WorkBook& book, Session& session)
{
    book.show_page("relations", shown(tr("Types of relation")),
                   [&](wxWindow* parent) { return new RelationView(parent, session); })
        .SetFocus();
}

void open_quotations(WorkBook& book, Session& session, std::optional<coding::CodeId> code)
{
    auto& page = book.show_page("quotations", shown(tr("Quotations")),
                                [&](wxWindow* parent) { return new QuotationTable(parent, session); });
    if (auto* table = dynamic_cast<QuotationTable*>(&page)) table->show_code(code);
    page.SetFocus();
}

void open_co_occurrence(WorkBook& book, Session& session)
{
    book.show_page("co-occurrence", shown(tr("Co-occurrence")),
                   [&](wxWindow* parent) { return new GridView(parent, session, co_occurrence_grid); });
}

void open_crosstab(WorkBook& book, Session& session, const std::string& by)
{
    const auto title = shown(by == "case" ? tr("Codes by case") : tr("Codes by document"));
    book.show_page("crosstab " + by, title, [&](wxWindow* parent) {
        return new GridView(parent, session, [by](Session& read) { return crosstab_grid(read, by); });
    });
}

void open_claims(WorkBook& book, Session& session)
{
    book.show_page("claims", shown(tr("Claims")),
                   [&](wxWindow* parent) { return new GridView(parent, session, claims_grid); });
}

void open_evidence(WorkBook& book, Session& session)
{
    book.show_page("evidence", shown(tr("Words and numbers")),
                   [&](wxWindow* parent) { return new GridView(parent, session, evidence_grid); });
}

void open_findings(WorkBook& book, Session& session)
{
    book.show_page("findings", shown(tr("Findings")),
                   [&](wxWindow* parent) { return new GridView(parent, session, findings_grid); });
}

void open_cases(WorkBook& book, Session& session)
{
    case_page(book, session).SetFocus();
}

void open_turns(WorkBook& book, Session& session)
{
    const auto document = session.looked_document();
    const auto* known = document ? session.document(*document) : nullptr;
    if (!known) return;
    book.show_page("turns " + std::to_string(document->value), shown(tr("Turns: ")) + one_line(known->name, 18),
                   [&](wxWindow* parent) { return new TurnGrid(parent, session, *document); })
        .SetFocus();
}

void open_statistic(WorkBook& book, Session& session)
{
    book.show_page("statistic", shown(tr("Statistic")), [&](wxWindow* parent) { return new StatView(parent, session); })
        .SetFocus();
}

}
