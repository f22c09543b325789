#include "numbers/frequencies.h"
#include "numbers/order.h"
#include <numeric>

namespace numbers
{

Distinct distinct(std::span<const double> values)
{
    Distinct result;
    for (const double value : sorted(values)) {
        if (result.values.empty() || result.values.back() != value) {
            result.values.push_back(value);
            result.counts.push_back(0);
        }
        ++result.counts.back();
    }
    return result;
}

Frequencies frequencies(std::span<const std::size_t> counts, std::size_t missing)
{
    Frequencies result;
    result.valid = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    result.missing = missing;
    result.total = result.valid + missing;
    std::size_t so_far = 0;
    const auto percent = [](std::size_t part, std::size_t whole) {
        return whole ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0.0;
    };
    for (const auto count : counts) {
        so_far += count;
        result.percent_of_total.push_back(percent(count, result.total));
        result.valid_percent.push_back(percent(count, result.valid));
        result.cumulative_valid_percent.push_back(percent(so_far, result.valid));
    }
    return result;
}

}
