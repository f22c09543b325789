#include "stats/number_format.h"
#include "workbench/rows.h"
#include <cmath>
#include <fmt/format.h>

namespace stats
{

NumberFormat NumberFormat::of(const workbench::Reading& reading)
{
    const auto locale = reading.row<std::string>("SELECT numbers FROM project").value_or("es_PE");
    // CLDR 42: Spanish with a decimal point.
    for (const char* point : {"es_PE", "es_MX", "es_US", "es_GT", "es_HN", "es_NI", "es_PA", "es_PR", "es_SV", "es_DO"})
        if (locale == point) return NumberFormat('.');
    return NumberFormat(locale.starts_with("en_") ? '.' : ',');
}

std::string NumberFormat::fixed(double value, int decimals) const
{
    auto text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const bool zero = text.find_first_not_of("0.") == std::string::npos;
    if (const auto at = text.find('.'); at != std::string::npos) text[at] = decimal_;
    return value < 0 && !zero ? "−" + text : text;
}

std::string NumberFormat::bounded(double value, int decimals) const
{
    auto text = fixed(value, decimals);
    const std::string zero = std::string("0") + decimal_;
    if (const auto at = text.find(zero);
        at == 0 || (at != std::string::npos && text.starts_with("−") && at == std::string("−").size()))
        text.erase(at, 1);
    return text;
}

std::string NumberFormat::p(double p) const
{
    return p < 0.001 ? "< " + bounded(0.001, 3) : bounded(p, 3);
}
std::string NumberFormat::p_with_sign(double p) const
{
    return p < 0.001 ? this->p(p) : "= " + this->p(p);
}

std::string NumberFormat::interval(double low, double high, int decimals, bool within_one) const
{
    const auto text = [&](double value) { return within_one ? bounded(value, decimals) : fixed(value, decimals); };
    return "[" + text(low) + (decimal_ == ',' ? "; " : ", ") + text(high) + "]";
}

}
