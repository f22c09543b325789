#include "stats/categories.h"
#include "numbers/frequencies.h"
#include "numbers/missing.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace stats
{

namespace
{

constexpr double shown_in_full = 1e15; // below, a whole number is written with all its digits

Categories numeric_categories(const Column& column)
{
    const auto found = numbers::distinct(numbers::present({column.values(), column.missing()}));
    Categories result;
    std::ranges::transform(found.values, std::back_inserter(result.labels), number_label);
    result.codes.resize(column.size(), Categories::none);
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.is_missing(row)) continue;
        const auto at = std::ranges::lower_bound(found.values, column.values()[row]);
        result.codes[row] = static_cast<std::uint32_t>(at - found.values.begin());
    }
    return result;
}

/// Gives the labels their order and the codes the labels' new places.
void order_labels(Categories& categories)
{
    std::vector<std::uint32_t> order(categories.labels.size()), place(categories.labels.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](std::uint32_t code) -> const std::string& { return categories.labels[code]; });
    std::vector<std::string> labels;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        labels.push_back(categories.labels[order[i]]);
    }
    categories.labels = std::move(labels);
    for (auto& code : categories.codes)
        if (code != Categories::none) code = place[code];
}

Categories text_categories(const Column& column)
{
    Categories result;
    result.codes.resize(column.size(), Categories::none);
    std::unordered_map<std::string_view, std::uint32_t> known;
    column.texts().for_each([&](std::size_t row, std::string_view cell) {
        if (column.is_missing(row)) return;
        const auto [at, is_new] = known.try_emplace(cell, static_cast<std::uint32_t>(result.labels.size()));
        if (is_new) result.labels.emplace_back(cell);
        result.codes[row] = at->second;
    });
    order_labels(result);
    return result;
}

}

std::vector<std::size_t> Categories::counts() const
{
    std::vector<std::size_t> result(labels.size());
    for (const auto code : codes)
        if (code != none) ++result[code];
    return result;
}

std::size_t Categories::missing_count() const
{
    return static_cast<std::size_t>(std::ranges::count(codes, none));
}

Categories categories_of(const Column& column)
{
    return column.is_numeric() ? numeric_categories(column) : text_categories(column);
}

std::string number_label(double value)
{
    std::array<char, 40> buffer{};
    const bool whole = std::abs(value) < shown_in_full && value == std::trunc(value);
    const auto end = whole ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<long long>(value))
                           : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

}
