#include "numbers/distributions.h"
#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>

namespace numbers
{

namespace
{

namespace bm = boost::math;
namespace bp = boost::math::policies;

// Plain double is three times faster than the promoted long double and right to 14 digits; nothing throws.
using Quiet =
    bp::policy<bp::promote_double<false>, bp::overflow_error<bp::ignore_error>, bp::underflow_error<bp::ignore_error>,
               bp::denorm_error<bp::ignore_error>, bp::evaluation_error<bp::ignore_error>,
               bp::domain_error<bp::ignore_error>, bp::pole_error<bp::ignore_error>>;
using Normal = bm::normal_distribution<double, Quiet>;
using StudentT = bm::students_t_distribution<double, Quiet>;
using ChiSquared = bm::chi_squared_distribution<double, Quiet>;
using FisherF = bm::fisher_f_distribution<double, Quiet>;

bool is_probability(double p)
{
    return p > 0 && p < 1;
}

}

double normal_cdf(double x)
{
    return normal_upper(-x);
}

double normal_upper(double x)
{
    return 0.5 * std::erfc(x / std::sqrt(2.0));
}

double normal_quantile(double p)
{
    assert(is_probability(p));
    return bm::quantile(Normal(), p);
}

double t_cdf(double t, double df)
{
    return t_upper(-t, df);
}

double t_upper(double t, double df)
{
    assert(df > 0);
    if (std::isinf(t)) return t > 0 ? 0 : 1;
    return bm::cdf(bm::complement(StudentT(df), t));
}

double t_two_sided(double t, double df)
{
    return std::min(1.0, 2 * t_upper(std::abs(t), df));
}

double t_quantile(double p, double df)
{
    assert(is_probability(p) && df > 0);
    return bm::quantile(StudentT(df), p);
}

double chi_squared_upper(double x, double df)
{
    assert(df > 0 && x >= 0);
    if (std::isinf(x)) return 0;
    return bm::cdf(bm::complement(ChiSquared(df), x));
}

double f_upper(double f, double df1, double df2)
{
    assert(df1 > 0 && df2 > 0 && f >= 0);
    if (std::isinf(f)) return 0;
    return bm::cdf(bm::complement(FisherF(df1, df2), f));
}

}
