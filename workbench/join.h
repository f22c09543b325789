#pragma once
#include "workbench/change.h"
#include "workbench/merge.h"
#include <vector>

namespace workbench
{

/// Joins what was made in several copies: codes of one name and parent, groups, relation types, variables and cases of
/// one name, documents of one text. Of each the smallest id stays, so that every copy joins alike; what pointed at the
/// others points at it then. Quotations are never joined: both their numbers may be cited already.
std::vector<Joined> join_twins(Change& change);

}
