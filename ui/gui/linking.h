#pragma once
#include "choice_palette.h"
#include "coding/link.h"
#include "coding/network.h"
#include "coding/relation.h"
#include "session.h"

namespace gui
{

/// The relations as rows of a palette: named in the language of the window, found by both names and by how they are
/// read backwards.
std::vector<ChoicePalette::Row> relation_rows(const coding::Reading& reading);
/// "one way", "both ways", "one way, chains".
std::string relation_kind_name(coding::RelationKind kind);
/// What is offered for a name that no relation has: one for each kind of relation.
std::vector<ChoicePalette::Row> relation_offers(const std::string& typed);
/// The relation of a chosen row; one that was offered is made. Errors: those of coding::add_relation().
workbench::Result<coding::RelationId> relation_of(workbench::Project& project, const ChoicePalette::Row& row,
                                                  const std::string& typed);

/// Everything that can stand in a network and does not yet: codes, groups, memos, documents, cases, quotations.
std::vector<ChoicePalette::Row> object_rows(Session& session, const coding::Network& network);

/// "Cero papel -> is cause of -> Transparencia".
std::string sentence_of(const coding::Reading& reading, const coding::Link& link);

}
