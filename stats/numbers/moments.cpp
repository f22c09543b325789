#include "numbers/moments.h"
#include <algorithm>
#include <cassert>

namespace numbers
{

namespace
{

/// The mean, as a shift that loses nothing and the rest beside it.
struct Centre {
    long double shift, rest;
    long double deviation(double value) const { return (value - shift) - rest; }
    double mean() const { return static_cast<double>(shift + rest); }
};

Centre centre_of(std::span<const double> values)
{
    assert(!values.empty());
    const long double shift = values.front();
    long double sum = 0;
    for (const double value : values) sum += value - shift;
    return {shift, sum / values.size()};
}

}

Moments moments(std::span<const double> values)
{
    const auto centre = centre_of(values);
    Moments result{values.size(), centre.mean()};
    for (const double value : values) {
        const long double d = centre.deviation(value), d2 = d * d;
        result.s2 += d2;
        result.s3 += d2 * d;
        result.s4 += d2 * d2;
    }
    return result;
}

Products products(std::span<const double> x, std::span<const double> y)
{
    assert(x.size() == y.size());
    const auto cx = centre_of(x), cy = centre_of(y);
    Products result{x.size()};
    for (std::size_t i = 0; i < x.size(); ++i) {
        const long double dx = cx.deviation(x[i]), dy = cy.deviation(y[i]);
        result.xx += dx * dx;
        result.yy += dy * dy;
        result.xy += dx * dy;
    }
    return result;
}

bool is_constant(std::span<const double> values)
{
    return std::ranges::adjacent_find(values, std::ranges::not_equal_to{}) == values.end();
}

}
