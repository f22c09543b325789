#pragma once
#include "coding/ids.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

enum class NetworkProblemKind {
    ungrounded_node,              ///< a code in a network with no coding on itself or below
    unjustified_relation,         ///< a link with neither a comment nor a quotation
    orphan_code,                  ///< a code with no coding, no link and no child
    cycle_in_asymmetric_relation, ///< links of one relation that is not symmetric lead back to where they began
};
/// The word of the command: "ungrounded_node".
std::string_view name_of(NetworkProblemKind kind);

struct NetworkProblem {
    std::optional<std::string> network; ///< name; nothing for what lies in no network
    NetworkProblemKind kind;
    std::string object; ///< REF of the node, the link, or the first node of the cycle
    std::int64_t id;    ///< of that node's object, or of the link
    std::string detail; ///< a sentence
    std::string advice; ///< what to do about it
};

/// The problems of one network; of all, of the links in none, and the orphans when none is named. In the order of
/// networks, then of the kinds above.
std::vector<NetworkProblem> check_networks(const Reading& reading, std::optional<NetworkId> only = {});

}
