#pragma once
#include "stats/claim.h"
#include <string>
#include <string_view>

namespace gui
{

/// What words say of numbers, with its sign: "⇉ converges".
std::string relation_in_words(std::string_view relation);
/// The same as a sentence that explains it, for a form.
std::string relation_explained(std::string_view relation);
/// "▲ out of date"
std::string out_of_date();

}
