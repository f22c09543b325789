#pragma once
#include <string>
#include <string_view>

namespace gui
{

/// What people call a statistic, translated ("Pearson's correlation"); its own name when it is a new one.
std::string statistic_name(std::string_view name);
/// The same of a word that a statistic takes ("pairwise": "Rows where both are there").
std::string word_name(std::string_view word);

}
