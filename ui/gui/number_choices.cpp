#include "number_choices.h"
#include "coding/quotation.h"
#include "shown.h"
#include "statistic_name.h"
#include "stats/indicator_table.h"
#include "stats/saved_analysis.h"
#include "workbench/anchor.h"
#include "workbench/tr.h"
#include <algorithm>

namespace gui
{

using workbench::tr;

namespace
{

constexpr std::int64_t most_shown = 120; ///< characters of a quotation

std::string called(Session& session, const coding::Quotation& quotation)
{
    auto words = quotation.name.value_or("");
    if (words.empty()) words = coding::opening_of(session.reading(), quotation, most_shown);
    return quotation.label() + "  " + utf8(one_line(words, most_shown));
}

}

std::optional<Choice> NumberChoices::of(const stats::Numbers& wanted) const
{
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto& one = numbers[i];
        if (one.analysis == wanted.analysis && one.table == wanted.table && one.column == wanted.column)
            return choices[i];
    }
    return std::nullopt;
}

NumberChoices number_choices(Session& session)
{
    NumberChoices all;
    const auto add = [&](stats::Numbers numbers, std::string name, std::string note) {
        all.choices.push_back({static_cast<std::int64_t>(all.numbers.size()), std::move(name), std::move(note)});
        all.numbers.push_back(std::move(numbers));
    };
    for (const auto& analysis : stats::analyses_of(session.reading()))
        add({.analysis = analysis.id}, analysis.name, tr("analysis"));
    for (const auto& table : stats::indicator_tables(session.reading()))
        for (const auto& column : table.columns)
            add({.table = table.id, .column = column.name}, table.name + ", " + column.name, tr("column"));
    return all;
}

std::vector<Choice> quotation_choices(Session& session, const std::set<std::int64_t>& without)
{
    std::vector<Choice> choices;
    for (const auto& quotation : session.quotations()) {
        if (without.contains(quotation.id.value)) continue;
        const auto* document = session.document(quotation.document);
        choices.push_back({quotation.id.value, called(session, quotation), document ? document->name : std::string()});
    }
    return choices;
}

std::vector<Choice> analysis_choices(Session& session, const std::set<std::int64_t>& without)
{
    std::vector<Choice> choices;
    for (const auto& analysis : stats::analyses_of(session.reading()))
        if (!without.contains(analysis.id.value))
            choices.push_back({analysis.id.value, analysis.name, statistic_name(analysis.statistic)});
    return choices;
}

std::string called(Session& session, coding::QuotationId id)
{
    const auto quotation = coding::quotation(session.reading(), id);
    return quotation ? called(session, *quotation) : std::string();
}

}
