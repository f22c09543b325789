#pragma once
#include "stats/chart.h"
#include "workbench/result.h"
#include <array>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>

namespace stats
{

/// What a key of a recipe's `input` holds.
enum class InputKind {
    numeric_column, ///< the name of a column of numbers
    any_column,     ///< the name of any column
    table,  ///< the numeric columns that make a table of counts: a list of names, or words that mean all of them
    choice, ///< one word of those in `words`
};

struct InputKey {
    std::string_view key;
    InputKind kind;
    bool required = true;
    std::string_view words = {}; ///< for a choice: separated by blanks; the first is taken when the key is left out
};

/// What a researcher writes for a key of the result: `r`, `p`, `chi2`.
struct Symbol {
    std::string_view symbol, key;
};

struct Request; ///< the table and the checked input of one run
struct Outcome; ///< what a run gives: result, method, notes
using Run = workbench::Result<Outcome> (*)(const Request& request);
using Draw = ChartPointer (*)(const Request& request, const NumberFormat& format);

/// One statistic: what it asks for, what its results are called, what computes it and what draws it.
struct Analysis {
    std::string_view name;
    std::string_view example; ///< an `input`, for help and manual
    std::span<const InputKey> inputs;
    std::span<const Symbol> symbols;
    Run run;
    Draw draw; ///< gives null where there is nothing to draw
};

workbench::Result<Outcome> run_descriptives(const Request& request);
workbench::Result<Outcome> run_frequency_table(const Request& request);
workbench::Result<Outcome> run_pearson(const Request& request);
workbench::Result<Outcome> run_spearman(const Request& request);
workbench::Result<Outcome> run_contingency(const Request& request);
workbench::Result<Outcome> run_contingency_from_raw(const Request& request);

ChartPointer draw_descriptives(const Request& request, const NumberFormat& format);
ChartPointer draw_frequency_table(const Request& request, const NumberFormat& format);
ChartPointer draw_pearson(const Request& request, const NumberFormat& format);
ChartPointer draw_spearman(const Request& request, const NumberFormat& format);
ChartPointer draw_contingency(const Request& request, const NumberFormat& format);
ChartPointer draw_contingency_from_raw(const Request& request, const NumberFormat& format);

namespace inputs
{
inline constexpr std::array one_variable{InputKey{"x", InputKind::numeric_column}};
inline constexpr std::array one_column{InputKey{"x", InputKind::any_column}};
inline constexpr std::array two_variables{InputKey{"x", InputKind::numeric_column},
                                          InputKey{"y", InputKind::numeric_column},
                                          InputKey{"missing", InputKind::choice, false, "pairwise listwise"}};
inline constexpr std::array counts{InputKey{"table", InputKind::table, false}};
inline constexpr std::array two_columns{InputKey{"row", InputKind::any_column}, InputKey{"col", InputKind::any_column}};
}

namespace symbols
{
inline constexpr std::array descriptives{Symbol{"n", "n"}, Symbol{"mean", "mean"}, Symbol{"sd", "sd"}};
inline constexpr std::array frequencies{Symbol{"n", "N"}};
inline constexpr std::array pearson{Symbol{"r", "r"}, Symbol{"t", "t"}, Symbol{"df", "df"}, Symbol{"p", "p_two_sided"},
                                    Symbol{"n", "n"}};
inline constexpr std::array spearman{Symbol{"rho", "rho_midrank"}, Symbol{"r", "rho_midrank"}, Symbol{"t", "t_approx"},
                                     Symbol{"df", "df"},           Symbol{"p", "p_t_approx"},  Symbol{"n", "n"}};
inline constexpr std::array contingency{Symbol{"chi2", "chi2"}, Symbol{"df", "df"}, Symbol{"p", "p"}, Symbol{"n", "n"}};
}

/// Every statistic there is; the runner, the command's help, the manual and the checks of claims all read it.
inline constexpr std::array analyses{
    Analysis{"descriptives", R"({"x":"satisfaction"})", inputs::one_variable, symbols::descriptives, &run_descriptives,
             &draw_descriptives},
    Analysis{"frequency_table", R"({"x":"answer"})", inputs::one_column, symbols::frequencies, &run_frequency_table,
             &draw_frequency_table},
    Analysis{"pearson", R"({"x":"gap","y":"attended"})", inputs::two_variables, symbols::pearson, &run_pearson,
             &draw_pearson},
    Analysis{"spearman", R"({"x":"gap","y":"attended"})", inputs::two_variables, symbols::spearman, &run_spearman,
             &draw_spearman},
    Analysis{"contingency", R"({"table":"all"})", inputs::counts, symbols::contingency, &run_contingency,
             &draw_contingency},
    Analysis{"contingency_from_raw", R"({"row":"sex","col":"answer"})", inputs::two_columns, symbols::contingency,
             &run_contingency_from_raw, &draw_contingency_from_raw},
};

constexpr bool names_are_unique()
{
    for (std::size_t i = 0; i < analyses.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (analyses[i].name == analyses[j].name) return false;
    return true;
}
static_assert(names_are_unique(), "two statistics share a name");

/// The statistic of this name; null when there is none.
const Analysis* find_analysis(std::string_view name);

/// The number in `result` that a claim calls `name`: a key of the result, an inner one with dots (`student.t`), or a
/// symbol of the statistic. A key goes before a symbol. null where the result has no value there.
/// bad_value: no such name, or what it names is not one number.
workbench::Result<nlohmann::ordered_json> result_value(const Analysis& analysis, const nlohmann::ordered_json& result,
                                                       std::string_view name);

}
