#include "numbers/order.h"
#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <numeric>

namespace numbers
{

namespace
{

constexpr std::size_t radix_from = 2048; // below this a comparison sort is quicker
constexpr int digit_bits = 11, digits = 6;
constexpr std::uint64_t digit_values = 1u << digit_bits;

/// A whole number that sorts like the double; -0 becomes 0.
std::uint64_t key_of(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);
    return bits >> 63 ? ~bits : bits | (std::uint64_t{1} << 63);
}

double value_of(std::uint64_t key)
{
    return std::bit_cast<double>(key >> 63 ? key & ~(std::uint64_t{1} << 63) : ~key);
}

struct Keyed {
    std::uint64_t key;
    std::uint32_t position;
};
std::uint64_t key_in(std::uint64_t key)
{
    return key;
}
std::uint64_t key_in(const Keyed& keyed)
{
    return keyed.key;
}

/// Radix sort from the lowest digit, which keeps equal keys in their order; a digit that all keys share is skipped.
template <class T>
void radix_sort(std::vector<T>& items)
{
    std::vector<std::array<std::uint32_t, digit_values>> counts(digits);
    for (const T& item : items)
        for (int d = 0; d < digits; ++d) ++counts[d][key_in(item) >> (d * digit_bits) & (digit_values - 1)];

    std::vector<T> other(items.size());
    for (int d = 0; d < digits; ++d) {
        auto& count = counts[d];
        if (std::ranges::find(count, items.size()) != count.end()) continue;
        std::exclusive_scan(count.begin(), count.end(), count.begin(), std::uint32_t{0});
        for (const T& item : items) other[count[key_in(item) >> (d * digit_bits) & (digit_values - 1)]++] = item;
        items.swap(other);
    }
}

template <class T>
void sort_by_key(std::vector<T>& items)
{
    if (items.size() < radix_from)
        std::ranges::stable_sort(items, {}, [](const T& item) { return key_in(item); });
    else
        radix_sort(items);
}

}

std::vector<double> sorted(std::span<const double> values)
{
    std::vector<std::uint64_t> keys(values.size());
    std::ranges::transform(values, keys.begin(), key_of);
    sort_by_key(keys);
    std::vector<double> result(values.size());
    std::ranges::transform(keys, result.begin(), value_of);
    return result;
}

std::vector<std::uint32_t> order_of(std::span<const double> values)
{
    assert(values.size() < UINT32_MAX);
    std::vector<Keyed> keyed(values.size());
    for (std::uint32_t i = 0; i < values.size(); ++i) keyed[i] = {key_of(values[i]), i};
    sort_by_key(keyed);
    std::vector<std::uint32_t> order(values.size());
    std::ranges::transform(keyed, order.begin(), &Keyed::position);
    return order;
}

Ranks ranks_of(std::span<const double> values)
{
    const auto order = order_of(values);
    Ranks result{std::vector<double>(values.size())};
    for (std::size_t begin = 0, end; begin < order.size(); begin = end) {
        end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
        const double rank = (static_cast<double>(begin + end) + 1) / 2;
        for (auto i = begin; i < end; ++i) result.ranks[order[i]] = rank;
        result.ties |= end - begin > 1;
    }
    return result;
}

}
