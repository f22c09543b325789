#include "workbench/host.h"
#include <algorithm>
#include <charconv>

namespace workbench
{
namespace
{

std::string_view trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::optional<Host> host_in(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return {};
    auto name = text.substr(0, colon);
    const auto digits = text.substr(colon + 1);
    if (name.size() > 2 && name.front() == '[' && name.back() == ']')
        name = name.substr(1, name.size() - 2);
    else if (name.find_first_of(":[]") != std::string_view::npos)
        return {};
    if (name.find_first_of(" \t/\\\"'") != std::string_view::npos) return {};
    Host host{std::string(name), 0};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), host.port);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole && host.port >= 1 && host.port <= 65535 ? std::optional(host) : std::nullopt;
}

}

std::string Host::text() const
{
    const bool colons = name.find(':') != std::string::npos;
    return (colons ? "[" + name + "]" : name) + ":" + std::to_string(port);
}

std::optional<std::vector<Host>> hosts_in(std::string_view list)
{
    std::vector<Host> hosts;
    while (!trimmed(list).empty()) {
        const auto comma = std::min(list.find(','), list.size());
        const auto host = host_in(trimmed(list.substr(0, comma)));
        if (!host) return {};
        if (std::find(hosts.begin(), hosts.end(), *host) == hosts.end()) hosts.push_back(*host);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return hosts;
}

}
