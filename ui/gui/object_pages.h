#pragma once
#include "coding/ids.h"
#include <cstdint>
#include <optional>
#include <string>

namespace gui
{

class Session;
class WorkBook;

/// Opens what is no document as a tab of the notebook: a memo, a network, a table, an analysis; claims, evidence and
/// findings in their lists; a case shows its first document. Nothing happens for what is gone.
void open_object(WorkBook& book, Session& session, std::int64_t id);

/// The types of relation.
void open_relations(WorkBook& book, Session& session);
/// The table of quotations, of a code when one is given.
void open_quotations(WorkBook& book, Session& session, std::optional<coding::CodeId> code);
void open_co_occurrence(WorkBook& book, Session& session);
/// `by`: "document" or "case".
void open_crosstab(WorkBook& book, Session& session, const std::string& by);
/// Claims, evidence, findings as lists in which they are made and changed; that of the id is chosen.
void open_claims(WorkBook& book, Session& session, std::int64_t id = 0);
void open_evidence(WorkBook& book, Session& session, std::int64_t id = 0);
void open_findings(WorkBook& book, Session& session, std::int64_t id = 0);
/// Cases and variables as one grid; the turns of the document that is looked at.
void open_cases(WorkBook& book, Session& session);
void open_turns(WorkBook& book, Session& session);
void open_statistic(WorkBook& book, Session& session);

}
