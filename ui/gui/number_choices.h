#pragma once
#include "chooser.h"
#include "session.h"
#include "stats/evidence.h"

namespace gui
{

/// The numbers that words can speak of: saved analyses, then the columns of all tables. The id of a choice is its place
/// in the list.
struct NumberChoices {
    std::vector<stats::Numbers> numbers;
    std::vector<Choice> choices;

    /// That of these numbers, whatever the row; nothing when it is not among them.
    std::optional<Choice> of(const stats::Numbers& wanted) const;
};
NumberChoices number_choices(Session& session);

/// Quotations with the beginning of their text, in the order of the project.
std::vector<Choice> quotation_choices(Session& session, const std::set<std::int64_t>& without = {});
std::vector<Choice> analysis_choices(Session& session, const std::set<std::int64_t>& without = {});

/// "3:12  The counter closes at..."
std::string called(Session& session, coding::QuotationId quotation);

}
