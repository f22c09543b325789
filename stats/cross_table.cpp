#include "analysis_run.h"
#include "numbers/contingency.h"
#include "stats/categories.h"
#include "workbench/tr.h"

namespace stats
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;
using workbench::tr;

namespace
{

Json rows_of(const numbers::Table& table)
{
    Json rows = Json::array();
    for (std::size_t r = 0; r < table.rows; ++r) {
        Json row = Json::array();
        for (std::size_t c = 0; c < table.columns; ++c) row.push_back(number(table.at(r, c)));
        rows.push_back(std::move(row));
    }
    return rows;
}

void set_tests(Outcome& outcome, const numbers::Contingency& answer)
{
    outcome.set("n", answer.n);
    outcome.result["rows"] = answer.rows;
    outcome.result["cols"] = answer.columns;
    outcome.set("chi2", answer.chi2);
    outcome.set("df", answer.df);
    outcome.set("p", answer.p);
    outcome.set("G2", answer.G2);
    outcome.set("p_G", answer.p_G);
    outcome.set("cramers_v", answer.cramers_v);
    outcome.set("cramers_v_bias_corrected_bergsma", answer.cramers_v_bias_corrected_bergsma);
    outcome.set("contingency_C", answer.contingency_C);
    if (!answer.chi2_yates) return;
    outcome.set("chi2_yates", answer.chi2_yates);
    outcome.set("p_yates", answer.p_yates);
    outcome.set("phi", answer.phi);
}

void set_cells(Outcome& outcome, const numbers::Contingency& answer)
{
    outcome.set("min_expected", answer.min_expected);
    outcome.result["cells_expected_lt5"] = answer.cells_expected_lt5;
    outcome.set("pct_cells_expected_lt5", answer.pct_cells_expected_lt5);
    outcome.result["expected"] = rows_of(answer.expected);
    outcome.result["std_residuals_pearson"] = rows_of(answer.std_residuals_pearson);
    outcome.result["adjusted_residuals"] = rows_of(answer.adjusted_residuals);
    outcome.set("gamma_if_ordinal", answer.gamma_if_ordinal);
    outcome.set("tau_b_if_ordinal", answer.tau_b_if_ordinal);
}

/// Cochran's rule: chi-squared is trusted when at most a fifth of the expected counts are below 5 and none below 1.
void note_small_counts(Outcome& outcome, const numbers::Contingency& answer)
{
    if (answer.pct_cells_expected_lt5 <= 20 && answer.min_expected >= 1) return;
    outcome.note(say("{} of {} expected counts are below 5 (the smallest is {:.2f}): p by chi-squared is not to be "
                     "trusted; Fisher's exact test is.",
                     answer.cells_expected_lt5, answer.expected.cells.size(), answer.min_expected));
}

Outcome outcome_of(const numbers::Table& counts)
{
    Outcome outcome;
    outcome.method = tr("Pearson's chi-squared without continuity correction (Yates's apart for 2 x 2); G2 likelihood "
                        "ratio; Cramer's V plain and corrected for bias (Bergsma 2013); adjusted residuals (Haberman); "
                        "gamma and tau-b take rows and columns as ordered; empty rows and columns are left out.");
    const auto answer = numbers::contingency(counts);
    if (!answer) return outcome.set_undefined(answer.error()), outcome;
    set_tests(outcome, *answer);
    set_cells(outcome, *answer);
    note_small_counts(outcome, *answer);
    if (answer->rows < counts.rows || answer->columns < counts.columns)
        outcome.note(tr("Rows or columns whose total is 0 were left out."));
    return outcome;
}

}

Result<Outcome> run_contingency(const Request& request)
{
    const auto columns = request.columns("table");
    numbers::Table counts{request.data.rows(), columns.size(), {}};
    for (std::size_t row = 0; row < counts.rows; ++row)
        for (const auto* column : columns) {
            if (column->is_missing(row) || column->values()[row] < 0)
                return fail(
                    ErrorCode::bad_value,
                    say("Row {} of column \"{}\" is not a count: \"{}\".", row + 1, column->name(), column->text(row)),
                    say("A table of counts needs a number that is not negative in each of its cells."));
            counts.cells.push_back(column->values()[row]);
        }
    return outcome_of(counts);
}

Result<Outcome> run_contingency_from_raw(const Request& request)
{
    const auto rows = categories_of(request.column("row")), columns = categories_of(request.column("col"));
    numbers::Table counts{rows.labels.size(), columns.labels.size(),
                          std::vector<double>(rows.labels.size() * columns.labels.size())};
    std::size_t left_out = 0;
    for (std::size_t i = 0; i < rows.codes.size(); ++i) {
        if (rows.codes[i] == Categories::none || columns.codes[i] == Categories::none)
            ++left_out;
        else
            counts.at(rows.codes[i], columns.codes[i]) += 1;
    }
    auto outcome = outcome_of(counts);
    note_missing(outcome, left_out, rows.codes.size());
    outcome.result["row_labels"] = rows.labels;
    outcome.result["col_labels"] = columns.labels;
    outcome.result["counts"] = rows_of(counts);
    return outcome;
}

}
