#pragma once
#include "coding/ids.h"
#include "workbench/change.h"
#include "workbench/result.h"
#include <cstdint>
#include <string>
#include <vector>

namespace coding
{

/// Whether these objects may go: conflict when an evidence link, a claim or a finding stands on one of them or on a
/// link that would go with it; `detail` lists those. `what` names what should go, for the sentence.
workbench::Result<void> may_go(const Reading& reading, const std::vector<std::int64_t>& objects,
                               const std::string& what);

/// Takes away all that this room lets point at an object: memo targets, links with an end here, justifications, nodes,
/// group members, what a foreign file said of it; and its places in cases. The object itself stays.
void cut_ties(Change& change, std::int64_t object);

/// Lets all of that point at `to` instead; what would then stand twice, or tie `to` to itself, goes.
void move_ties(Change& change, std::int64_t from, std::int64_t to);

/// Removes a link, its justifications and what hangs on it.
void drop_link(Change& change, LinkId link);

}
