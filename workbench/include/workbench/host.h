#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

/// Where something listens: a name or number of a machine, and a port.
struct Host {
    std::string name;
    int port = 0; ///< 1 to 65535
    /// "lab.local:33100", "[::1]:33100"
    std::string text() const;
    auto operator<=>(const Host&) const = default;
};

/// Reads "lab.local:33100, [::1]:33101", each once; none of an empty list. Nothing when one of them is no NAME:PORT.
std::optional<std::vector<Host>> hosts_in(std::string_view list);

}
