#pragma once
#include "workbench/object.h"
#include "workbench/rows.h"
#include <cstdint>
#include <string>
#include <vector>

namespace coding
{

/// Something that points at an object: a memo on it, a link with an end at it, a network that shows it, a group or a
/// case that holds it, a code that came from it or keeps it as its example, evidence, a claim, a finding.
struct BackLink {
    workbench::ObjectKind kind;
    std::int64_t object;  ///< what to open: of a link its other end, of evidence and a claim the analysis
    std::string sentence; ///< translated: "memo: On paper", "is cause of Zero paper", "network 4: Motives"
};

/// All of them, by kind in the order above, then as they were made. Empty for what is gone.
std::vector<BackLink> back_links(const workbench::Reading& reading, std::int64_t object);

}
