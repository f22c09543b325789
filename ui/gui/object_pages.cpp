#include "object_pages.h"
#include "analysis_view.h"
#include "case_grid.h"
#include "code_grids.h"
#include "code_view.h"
#include "coding/object_ref.h"
#include "evidence_grids.h"
#include "memo_view.h"
#include "network_view.h"
#include "quotation_table.h"
#include "relation_view.h"
#include "shown.h"
#include "stat_view.h"
#include "table_view.h"
#include "turn_grid.h"
#include "work_book.h"
#include "workbench/object.h"
#include "workbench/tr.h"

namespace gui
{

using workbench::ObjectKind;
using workbench::source;
using workbench::tr;

namespace
{

CaseGrid& case_page(WorkBook& book, Session& session)
{
    auto& page = book.show_page("cases", shown(tr("Cases and variables")),
                                [&](wxWindow* parent) { return new CaseGrid(parent, session); });
    return dynamic_cast<CaseGrid&>(page);
}

/// A tab that lists objects, with one of them chosen.
void open_list(WorkBook& book, const char* key, const char* title, std::int64_t id,
               const std::function<GridView*(wxWindow*)>& make)
{
    auto& page = book.show_page(key, shown(tr(title)), [&](wxWindow* parent) { return make(parent); });
    auto* grid = dynamic_cast<GridView*>(&page);
    if (grid && id != 0) grid->choose(id);
    page.SetFocus();
}

/// The form for statistics, asked what is wanted and answering it.
void run_statistic(WorkBook& book, Session& session, const std::string& statistic, const std::string& table,
                   const std::map<std::string, std::string>& input)
{
    auto& page = book.show_page("statistic", shown(tr("Statistic")),
                                [&](wxWindow* parent) { return new StatView(parent, session); });
    if (auto* form = dynamic_cast<StatView*>(&page)) form->ask(statistic, table, input);
}

}

void open_object(WorkBook& book, Session& session, std::int64_t id)
{
    const auto kind = workbench::kind_of(session.reading(), id);
    if (!kind) return;
    const auto title = one_line(coding::title_of(session.reading(), id), 24);
    const auto show = [&](const std::function<wxWindow*(wxWindow*)>& make) {
        book.show_page(key_of_object(id), title, make).SetFocus();
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
            return new TableView(parent, session, stats::TableId{id},
                                 [&book, &session](const auto& statistic, const auto& table, const auto& input) {
                                     run_statistic(book, session, statistic, table, input);
                                 });
        });
        break;
    case ObjectKind::analysis:
        show([&](wxWindow* parent) { return new AnalysisView(parent, session, stats::AnalysisId{id}); });
        break;
    case ObjectKind::claim: open_claims(book, session, id); break;
    case ObjectKind::evidence: open_evidence(book, session, id); break;
    case ObjectKind::finding: open_findings(book, session, id); break;
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

void open_claims(WorkBook& book, Session& session, std::int64_t id)
{
    open_list(book, "claims", source("Claims"), id,
              [&](wxWindow* parent) { return make_claims_page(parent, session); });
}

void open_evidence(WorkBook& book, Session& session, std::int64_t id)
{
    open_list(book, "evidence", source("Words and numbers"), id,
              [&](wxWindow* parent) { return make_evidence_page(parent, session); });
}

void open_findings(WorkBook& book, Session& session, std::int64_t id)
{
    open_list(book, "findings", source("Findings"), id,
              [&](wxWindow* parent) { return make_findings_page(parent, session); });
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
    book.show_page(key_of_turns(*document), shown(tr("Turns: ")) + one_line(known->name, 18),
                   [&](wxWindow* parent) { return new TurnGrid(parent, session, *document); })
        .SetFocus();
}

void open_statistic(WorkBook& book, Session& session)
{
    book.show_page("statistic", shown(tr("Statistic")), [&](wxWindow* parent) { return new StatView(parent, session); })
        .SetFocus();
}

}
