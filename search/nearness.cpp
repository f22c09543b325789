#include "nearness.h"
#include <algorithm>
#include <limits>
#include <numeric>

namespace search
{
namespace
{

using Stands = std::vector<Stand>;
constexpr int none = -1, never = std::numeric_limits<int>::max();

/// For each stand of operand i: the latest beginning of a chain that ends with it; `none` when no chain does.
std::vector<int> latest_begins(const Stands& before, const std::vector<int>& begins, const Stands& stands)
{
    std::vector<std::size_t> by_last(before.size());
    std::iota(by_last.begin(), by_last.end(), std::size_t{0});
    std::sort(by_last.begin(), by_last.end(), [&](auto a, auto b) { return before[a].last < before[b].last; });
    std::vector<int> out;
    std::size_t next = 0;
    int latest = none;
    for (const auto& stand : stands) { // in the order of `first`
        for (; next < by_last.size() && before[by_last[next]].last < stand.first; ++next)
            latest = std::max(latest, begins[by_last[next]]);
        out.push_back(latest);
    }
    return out;
}

/// For each stand of operand i: the earliest end of a chain that begins with it; `never` when none does.
std::vector<int> earliest_ends(const Stands& after, const std::vector<int>& ends, const Stands& stands)
{
    std::vector<std::size_t> by_last(stands.size());
    std::iota(by_last.begin(), by_last.end(), std::size_t{0});
    std::sort(by_last.begin(), by_last.end(), [&](auto a, auto b) { return stands[a].last > stands[b].last; });
    std::vector<int> out(stands.size(), never);
    auto next = after.size();
    int earliest = never;
    for (const auto i : by_last) {
        for (; next > 0 && after[next - 1].first > stands[i].last; --next)
            earliest = std::min(earliest, ends[next - 1]);
        out[i] = earliest;
    }
    return out;
}

/// Marks in `used` the stands that take part when the operands follow one another in the given order.
void use_in_order(const std::vector<const Stands*>& order, int distance, std::vector<std::vector<bool>*> used)
{
    const auto n = order.size();
    std::vector<std::vector<int>> begins(n), ends(n);
    for (const auto& stand : *order[0]) begins[0].push_back(stand.first);
    for (std::size_t i = 1; i < n; ++i) begins[i] = latest_begins(*order[i - 1], begins[i - 1], *order[i]);
    for (const auto& stand : *order[n - 1]) ends[n - 1].push_back(stand.last);
    for (auto i = n - 1; i > 0; --i) ends[i - 1] = earliest_ends(*order[i], ends[i], *order[i - 1]);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t k = 0; k < order[i]->size(); ++k)
            if (begins[i][k] != none && ends[i][k] != never && ends[i][k] - begins[i][k] <= distance)
                (*used[i])[k] = true;
}

}

std::vector<std::vector<Stand>> standing_near(const std::vector<std::vector<Stand>>& given, bool ordered, int distance)
{
    auto operands = given;
    std::vector<std::vector<bool>> used;
    for (auto& stands : operands) {
        std::sort(stands.begin(), stands.end());
        stands.erase(std::unique(stands.begin(), stands.end()), stands.end());
        if (stands.empty()) return std::vector<std::vector<Stand>>(given.size());
        used.emplace_back(stands.size());
    }
    // Stands that do not overlap have an order: NEAR is ADJ in any of the orders.
    std::vector<std::size_t> order(operands.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    do {
        std::vector<const Stands*> stands;
        std::vector<std::vector<bool>*> uses;
        for (const auto i : order) stands.push_back(&operands[i]), uses.push_back(&used[i]);
        use_in_order(stands, distance, uses);
    } while (!ordered && std::next_permutation(order.begin(), order.end()));
    for (std::size_t i = 0; i < operands.size(); ++i) {
        Stands kept;
        for (std::size_t k = 0; k < operands[i].size(); ++k)
            if (used[i][k]) kept.push_back(operands[i][k]);
        operands[i] = std::move(kept);
    }
    return operands;
}

}
