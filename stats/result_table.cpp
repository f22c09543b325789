#include "stats/result_table.h"
#include "workbench/tr.h"
#include <array>
#include <cmath>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace stats
{

using nlohmann::ordered_json;
using paper::Align;
using paper::Inlines;
using paper::italic;
using workbench::say;
using workbench::source;

namespace
{

/// What one column of a result table shows.
enum class Show { whole, two_decimals, bounded, p };

struct Shown {
    const char* key;
    const char* symbol; ///< set in italics
    Show show;
};

std::string cell(const ordered_json& value, Show show, const NumberFormat& format)
{
    if (!value.is_number()) return "–";
    const auto number = value.get<double>();
    switch (show) {
    case Show::whole: return format.fixed(number, number == std::floor(number) ? 0 : 2);
    case Show::two_decimals: return format.fixed(number, 2);
    case Show::bounded: return format.bounded(number);
    case Show::p: return format.p(number);
    }
    return {};
}

void add_columns(paper::Table& table, std::vector<Inlines>& row, const ordered_json& result,
                 const std::vector<Shown>& shown, const NumberFormat& format)
{
    for (const auto& [key, symbol, show] : shown) {
        table.columns.push_back({italic(workbench::tr(symbol)), Align::decimal});
        row.emplace_back(cell(result.value(key, ordered_json()), show, format));
    }
}

std::string interval_of(const ordered_json& result, const char* key, bool within_one, const NumberFormat& format)
{
    const auto found = result.find(key);
    if (found == result.end() || !found->is_array() || found->size() != 2 || !(*found)[0].is_number() ||
        !(*found)[1].is_number())
        return "–";
    return format.interval((*found)[0].get<double>(), (*found)[1].get<double>(), 2, within_one);
}

std::string variable(const ordered_json& input, const char* key)
{
    return input.value(key, std::string());
}

/// What was computed, how, and what to mind.
Inlines note_of(const ordered_json& outcome)
{
    std::string text = outcome.value("method", std::string());
    if (!text.empty() && !text.ends_with('.')) text += '.';
    for (const auto& note : outcome.value("notes", ordered_json::array()))
        if (note.is_string()) text += (text.empty() ? "" : " ") + note.get<std::string>();
    return text.empty() ? Inlines() : Inlines(text);
}

paper::Table correlation(const ordered_json& input, const ordered_json& result, bool spearman,
                         const NumberFormat& format)
{
    paper::Table table;
    std::vector<Inlines> row{Inlines(variable(input, "x") + " · " + variable(input, "y"))};
    table.columns.push_back({say("Variables"), Align::left});
    if (spearman) {
        add_columns(table, row, result,
                    {{"n", "n", Show::whole},
                     {"rho_midrank", "rho", Show::bounded},
                     {"t_approx", "t", Show::two_decimals},
                     {"df", source("df"), Show::whole},
                     {"p_t_approx", "p", Show::p}},
                    format);
    } else {
        add_columns(table, row, result, {{"n", "n", Show::whole}, {"r", "r", Show::bounded}}, format);
        table.columns.push_back({say("95 % CI"), Align::centre});
        row.emplace_back(interval_of(result, "ci95_fisher_z", true, format));
        add_columns(table, row, result,
                    {{"t", "t", Show::two_decimals}, {"df", source("df"), Show::whole}, {"p_two_sided", "p", Show::p}},
                    format);
    }
    table.rows.push_back(std::move(row));
    return table;
}

paper::Table descriptives(const ordered_json& input, const ordered_json& result, const NumberFormat& format)
{
    paper::Table table;
    table.columns.push_back({say("Variable"), Align::left});
    std::vector<Inlines> row{Inlines(variable(input, "x"))};
    add_columns(table, row, result,
                {{"n", "n", Show::whole},
                 {"mean", "M", Show::two_decimals},
                 {"sd", "SD", Show::two_decimals},
                 {"median", "Mdn", Show::two_decimals},
                 {"min", "Min", Show::two_decimals},
                 {"max", "Max", Show::two_decimals}},
                format);
    table.columns.push_back({say("95 % CI of M"), Align::centre});
    row.emplace_back(interval_of(result, "ci95_mean_t", false, format));
    table.rows.push_back(std::move(row));
    return table;
}

paper::Table frequencies(const ordered_json& input, const ordered_json& result, const NumberFormat& format)
{
    paper::Table table;
    table.columns = {{Inlines(variable(input, "x")), Align::left},
                     {italic("f"), Align::decimal},
                     {"%", Align::decimal},
                     {say("Valid %"), Align::decimal},
                     {say("Cumulative %"), Align::decimal}};
    const auto list = [&](const char* key) { return result.value(key, ordered_json::array()); };
    const auto values = list("values"), counts = list("counts"), percent = list("percent_of_total"),
               valid = list("valid_percent"), cumulative = list("cumulative_valid_percent");
    for (std::size_t i = 0; i < values.size(); ++i)
        table.rows.push_back(
            {Inlines(values[i].is_string() ? values[i].get<std::string>() : cell(values[i], Show::whole, format)),
             Inlines(cell(counts[i], Show::whole, format)), Inlines(cell(percent[i], Show::two_decimals, format)),
             Inlines(cell(valid[i], Show::two_decimals, format)),
             Inlines(cell(cumulative[i], Show::two_decimals, format))});
    table.rows.push_back({Inlines(say("Total")), Inlines(cell(result.value("N", ordered_json()), Show::whole, format)),
                          Inlines(format.fixed(100, 2)), Inlines(), Inlines()});
    return table;
}

paper::Table contingency(const ordered_json& input, const ordered_json& result, const NumberFormat& format)
{
    paper::Table table;
    const auto row_name = variable(input, "row"), column_name = variable(input, "col");
    table.columns.push_back({say("Variables"), Align::left});
    std::vector<Inlines> row{row_name.empty() ? Inlines(say("Table of counts"))
                                              : Inlines(row_name + " × " + column_name)};
    add_columns(table, row, result,
                {{"n", "n", Show::whole},
                 {"chi2", "χ²", Show::two_decimals},
                 {"df", source("df"), Show::whole},
                 {"p", "p", Show::p},
                 {"cramers_v", "V", Show::bounded}},
                format);
    table.rows.push_back(std::move(row));
    return table;
}

paper::Table undefined(const ordered_json& result)
{
    paper::Table table;
    table.columns = {{say("No result"), Align::left}};
    table.rows.push_back({Inlines(result.value("reason", say("the data do not determine it")))});
    return table;
}

paper::Table table_for(std::string_view statistic, const ordered_json& input, const ordered_json& result,
                       const NumberFormat& format)
{
    if (result.contains("status")) return undefined(result);
    if (statistic == "pearson" || statistic == "spearman")
        return correlation(input, result, statistic == "spearman", format);
    if (statistic == "descriptives") return descriptives(input, result, format);
    if (statistic == "frequency_table") return frequencies(input, result, format);
    return contingency(input, result, format);
}

bool has(const ordered_json& result, const char* key)
{
    return result.contains(key) && result[key].is_number();
}

}

paper::Table result_table(std::string_view statistic, const ordered_json& input, const ordered_json& outcome,
                          const std::string& title, const NumberFormat& format)
{
    auto table = table_for(statistic, input, outcome.value("result", ordered_json::object()), format);
    table.title = title;
    table.note = note_of(outcome);
    return table;
}

std::string result_sentence(std::string_view statistic, const ordered_json& outcome, const NumberFormat& format)
{
    const auto result = outcome.value("result", ordered_json::object());
    const auto real = [&](const char* key) { return result[key].get<double>(); };
    if (statistic == "pearson" && has(result, "r") && has(result, "p_two_sided"))
        return say("r({}) = {}, 95 % CI {}, p {}", format.fixed(real("df"), 0), format.bounded(real("r")),
                   interval_of(result, "ci95_fisher_z", true, format), format.p_with_sign(real("p_two_sided")));
    if (statistic == "spearman" && has(result, "rho_midrank") && has(result, "p_t_approx"))
        return say("rho = {}, t({}) = {}, p {}", format.bounded(real("rho_midrank")), format.fixed(real("df"), 0),
                   format.fixed(real("t_approx"), 2), format.p_with_sign(real("p_t_approx")));
    if (statistic == "descriptives" && has(result, "mean") && has(result, "sd"))
        return say("M = {}, SD = {}, n = {}", format.fixed(real("mean"), 2), format.fixed(real("sd"), 2),
                   format.fixed(real("n"), 0));
    if (statistic.starts_with("contingency") && has(result, "chi2") && has(result, "p"))
        return say("chi2({}, N = {}) = {}, p {}, V = {}", format.fixed(real("df"), 0), format.fixed(real("n"), 0),
                   format.fixed(real("chi2"), 2), format.p_with_sign(real("p")),
                   has(result, "cramers_v") ? format.bounded(real("cramers_v")) : "–");
    return {};
}

}
