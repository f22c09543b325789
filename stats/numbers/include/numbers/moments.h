#pragma once
#include <span>

namespace numbers
{

/// Sums of powers of the deviations from the mean, in two passes over values shifted by the first one: a large offset
/// costs no digits (Chan, Golub and LeVeque 1983). Sums are kept in extended precision, so that no square overflows.
struct Moments {
    std::size_t n = 0;
    double mean = 0;
    long double s2 = 0, s3 = 0, s4 = 0; ///< sums of the second, third and fourth powers of the deviations
};

/// Of at least one value.
Moments moments(std::span<const double> values);

/// Sums of squares and of products of the deviations of two variables of one length, at least one pair.
struct Products {
    std::size_t n = 0;
    long double xx = 0, yy = 0, xy = 0;
};
Products products(std::span<const double> x, std::span<const double> y);

/// Whether all values are equal; also of none and of one.
bool is_constant(std::span<const double> values);

}
