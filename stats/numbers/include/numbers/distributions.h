#pragma once

namespace numbers
{

/// The distributions that tests are read against. "upper" is the right tail P(X > x), computed as such and never as
/// one minus the left, so that very small probabilities keep their digits. Infinite x is answered with 0 or 1.
/// Degrees of freedom must be positive and probabilities lie inside (0, 1): anything else is a programmer's mistake.

double normal_cdf(double x);
double normal_upper(double x);
double normal_quantile(double p);

double t_cdf(double t, double df);
double t_upper(double t, double df);
double t_two_sided(double t, double df); ///< P(|T| > |t|)
double t_quantile(double p, double df);

double chi_squared_upper(double x, double df);

double f_upper(double f, double df1, double df2);

}
