#pragma once
#include "paper/blocks.h"
#include "stats/number_format.h"
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace stats
{

/// A result as a table in the manner of APA 7, with symbols in italics and a note; for the window and the report alike.
/// `input` is that of the recipe (it names the variables). A statistic without an answer gives a table that says why.
paper::Table result_table(std::string_view statistic, const nlohmann::ordered_json& input,
                          const nlohmann::ordered_json& outcome, const std::string& title, const NumberFormat& format);

/// The result as one would write it in a text: "r(14) = -.18, 95 % CI [-.62, .34], p = .496". Empty where there is no
/// customary sentence.
std::string result_sentence(std::string_view statistic, const nlohmann::ordered_json& outcome,
                            const NumberFormat& format);

}
