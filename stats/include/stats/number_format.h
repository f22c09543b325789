#pragma once
#include <optional>
#include <string>

namespace workbench
{
class Reading;
}

namespace stats
{

/// Numbers as they are printed: the project's decimal sign, a fixed number of decimals, a true minus sign. APA 7,
/// section 6.36: what cannot exceed 1 (r, p, a proportion) has no zero before the sign.
class NumberFormat
{
 public:
    explicit NumberFormat(char decimal) : decimal_(decimal) {}
    /// By the project's setting `numbers`.
    static NumberFormat of(const workbench::Reading& reading);

    char decimal() const { return decimal_; }
    std::string fixed(double value, int decimals) const;
    /// A value within [-1, 1]: ".18".
    std::string bounded(double value, int decimals = 2) const;
    /// "= .496", or "< .001".
    std::string p_with_sign(double p) const;
    /// ".496", or "< .001".
    std::string p(double p) const;
    /// "[-.62, .34]"
    std::string interval(double low, double high, int decimals, bool bounded) const;

 private:
    char decimal_;
};

}
