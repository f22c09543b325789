#include "stripe.h"
#include <algorithm>
#include <map>
#include <tuple>

namespace gui
{

using workbench::Span;

namespace
{
constexpr std::int64_t characters_in_a_line = 72;
}

std::vector<Stripe> stripes_of(const coding::CodingTable& codings, workbench::DocumentId document)
{
    const auto at = codings.document_index(document);
    if (!at) return {};
    std::map<std::tuple<std::int64_t, std::int64_t, std::uint32_t>, Stripe> found; // by begin, the longer first
    const auto& nodes = codings.codes().nodes();
    for (auto i = codings.document_rows()[*at]; i < codings.document_rows()[*at + 1]; ++i) {
        const auto& row = codings.rows()[i];
        if (!row.is_text() || row.begin == row.end) continue;
        const Span span{row.begin, row.end};
        const auto& node = nodes[row.code];
        const auto [stripe, is_new] =
            found.try_emplace({span.begin, -span.end, row.code}, Stripe{span, node.id, node.name, node.color});
        if (!is_new) ++stripe->second.coders;
    }
    std::vector<Stripe> stripes;
    for (auto& [key, stripe] : found) stripes.push_back(std::move(stripe));
    give_lanes(stripes, characters_in_a_line);
    return stripes;
}

std::vector<Stripe> stripes_of(const coding::CodingTable& codings, workbench::DocumentId document,
                               const std::vector<Provisional>& provisional)
{
    auto stripes = stripes_of(codings, document);
    bool changed = false;
    for (const auto& one : provisional) {
        if (one.document != document) continue;
        const auto there = std::find_if(stripes.begin(), stripes.end(), [&](const Stripe& stripe) {
            return stripe.span == one.span && (one.code ? stripe.code == *one.code : stripe.name == one.name);
        });
        if (one.away == (there == stripes.end())) continue; // it is so already
        changed = true;
        if (one.away) {
            if (--there->coders == 0) stripes.erase(there);
            continue;
        }
        const auto place = std::upper_bound(
            stripes.begin(), stripes.end(), one.span, [](const workbench::Span& span, const Stripe& stripe) {
                return std::tuple(span.begin, -span.end) < std::tuple(stripe.span.begin, -stripe.span.end);
            });
        stripes.insert(place, Stripe{one.span, one.code.value_or(coding::CodeId{}), one.name, one.color});
    }
    if (changed) give_lanes(stripes, characters_in_a_line);
    return stripes;
}

void give_lanes(std::vector<Stripe>& stripes, std::int64_t line)
{
    std::vector<std::int64_t> ends;
    for (auto& stripe : stripes) {
        const auto free =
            std::find_if(ends.begin(), ends.end(), [&](std::int64_t end) { return end + line <= stripe.span.begin; });
        stripe.lane = static_cast<int>(free - ends.begin());
        if (free == ends.end())
            ends.push_back(stripe.span.end);
        else
            *free = stripe.span.end;
    }
}

int lanes_of(const std::vector<Stripe>& stripes)
{
    int lanes = 0;
    for (const auto& stripe : stripes) lanes = std::max(lanes, stripe.lane + 1);
    return lanes;
}

std::vector<std::int64_t> ends_so_far(const std::vector<Stripe>& stripes)
{
    std::vector<std::int64_t> ends;
    for (const auto& stripe : stripes) ends.push_back(std::max(ends.empty() ? 0 : ends.back(), stripe.span.end));
    return ends;
}

std::vector<Shade> shades_of(const std::vector<Stripe>& stripes)
{
    struct Edge {
        std::int64_t at;
        bool begins;
        std::size_t stripe;
    };
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < stripes.size(); ++i) {
        edges.push_back({stripes[i].span.begin, true, i});
        edges.push_back({stripes[i].span.end, false, i});
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });

    std::vector<Shade> shades;
    std::vector<std::size_t> open; // in the order in which they began
    std::int64_t last = 0;
    for (const auto& edge : edges) {
        if (edge.at > last && !open.empty())
            shades.push_back({{last, edge.at},
                              *std::max_element(open.begin(), open.end()), // stripes are by begin
                              static_cast<int>(open.size())});
        last = edge.at;
        if (edge.begins)
            open.push_back(edge.stripe);
        else
            std::erase(open, edge.stripe);
    }
    return shades;
}

std::vector<double> spread(const std::vector<double>& wanted, double height, double bottom)
{
    std::vector<double> places;
    double next = 0;
    for (const auto want : wanted) {
        places.push_back(std::max(want, next));
        next = places.back() + height;
    }
    double limit = bottom - height;
    for (auto place = places.rbegin(); place != places.rend() && *place > limit; ++place) {
        *place = limit;
        limit -= height;
    }
    // Pushed up beyond the top: there are more than fit, so the last ones go.
    const auto most = static_cast<std::size_t>(std::max(0.0, bottom / height));
    if (places.size() > most) {
        places.resize(most);
        for (std::size_t i = 0; i < places.size(); ++i) places[i] = static_cast<double>(i) * height;
    }
    return places;
}

}
