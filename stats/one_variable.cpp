#include "analysis_run.h"
#include "numbers/descriptives.h"
#include "numbers/frequencies.h"
#include "stats/categories.h"
#include "workbench/tr.h"

namespace stats
{

using workbench::Result;
using workbench::tr;

namespace
{

template <std::size_t N>
Json list(const std::array<double, N>& values)
{
    Json numbers = Json::array();
    for (const double value : values) numbers.push_back(number(value));
    return numbers;
}

Json list(const std::vector<double>& values)
{
    Json numbers = Json::array();
    for (const double value : values) numbers.push_back(number(value));
    return numbers;
}

void set_centre(Outcome& outcome, const numbers::Descriptives& d)
{
    outcome.set("sum", d.sum);
    outcome.set("mean", d.mean);
    outcome.set("sd", d.sd);
    outcome.set("variance", d.variance);
    outcome.set("se_mean", d.se_mean);
    outcome.set("ci95_mean_t", d.ci95_mean_t);
}

void set_order(Outcome& outcome, const numbers::Descriptives& d)
{
    outcome.set("min", d.min);
    outcome.set("max", d.max);
    outcome.set("range", d.range);
    outcome.set("median", d.median);
    outcome.result["q_type7"] = list(d.q_type7);
    outcome.result["q_type6_spss"] = list(d.q_type6_spss);
    outcome.result["q_type2"] = list(d.q_type2);
    outcome.result["tukey_hinges"] = list(d.tukey_hinges);
    outcome.set("iqr_type7", d.iqr_type7);
    outcome.set("mad_raw", d.mad_raw);
}

void set_shape(Outcome& outcome, const numbers::Descriptives& d)
{
    outcome.set("skew_g1", d.skew_g1);
    outcome.set("kurt_g2", d.kurt_g2);
    outcome.set("skew_G1_spss", d.skew_G1_spss);
    outcome.set("kurt_G2_spss", d.kurt_G2_spss);
    outcome.set("se_skew", d.se_skew);
    outcome.set("se_kurt", d.se_kurt);
    outcome.set("mode_smallest", d.mode_smallest);
    outcome.result["n_modes"] = d.n_modes;
    outcome.set("cv", d.cv);
    outcome.set("trimmed_mean_5pct", d.trimmed_mean_5pct);
}

void note_gaps(Outcome& outcome, const numbers::Descriptives& d)
{
    if (d.n == 1)
        outcome.note(tr("One value has no standard deviation and no interval."));
    else if (!d.skew_g1)
        outcome.note(tr("Values that are all equal have neither skewness nor kurtosis."));
    else if (d.n < 4)
        outcome.note(tr("Unbiased skewness needs three values and unbiased kurtosis four."));
    if (d.n > 1 && !d.cv) outcome.note(tr("There is no coefficient of variation about a mean of 0."));
}

}

Result<Outcome> run_descriptives(const Request& request)
{
    const auto& column = request.column("x");
    const auto answer = numbers::descriptives(numbers::present(observed(column)));
    const auto missing = column.missing_count();
    Outcome outcome;
    outcome.method = tr("Standard deviation and variance with n - 1; interval of the mean by Student's t; quantiles by "
                        "their type in R (7: R and Excel; 6: SPSS); g1 and g2 from moments, G1 and G2 as SPSS; mean "
                        "trimmed by 5 % at each end.");
    outcome.result["n"] = answer ? answer->n : column.size() - missing;
    outcome.result["missing"] = missing;
    note_missing(outcome, missing, column.size());
    if (!answer) {
        for (const char* key : {"mean", "sd", "median"}) outcome.result[key] = nullptr;
        outcome.set_undefined(answer.error());
        return outcome;
    }
    set_centre(outcome, *answer);
    set_order(outcome, *answer);
    set_shape(outcome, *answer);
    note_gaps(outcome, *answer);
    return outcome;
}

Result<Outcome> run_frequency_table(const Request& request)
{
    const auto categories = categories_of(request.column("x"));
    const auto counts = categories.counts();
    const auto table = numbers::frequencies(counts, categories.missing_count());
    Outcome outcome;
    outcome.method =
        tr("Text by the order of its bytes, numbers by their size; upper and lower case and accents count; "
           "cumulative percentages over the valid cases.");
    outcome.result["N"] = table.total;
    outcome.result["valid"] = table.valid;
    outcome.result["missing"] = table.missing;
    outcome.result["values"] = categories.labels;
    outcome.result["counts"] = counts;
    outcome.result["percent_of_total"] = list(table.percent_of_total);
    outcome.result["valid_percent"] = list(table.valid_percent);
    outcome.result["cumulative_valid_percent"] = list(table.cumulative_valid_percent);
    if (table.valid == 0) outcome.note(tr("There are no values: no percentage can be told."));
    return outcome;
}

}
