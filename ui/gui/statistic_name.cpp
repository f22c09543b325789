#include "statistic_name.h"
#include "workbench/tr.h"

namespace gui
{

using workbench::source;

namespace
{

struct Name {
    std::string_view name;
    const char* title;
};

constexpr Name names[] = {
    {"descriptives", source("Descriptive statistics")},
    {"frequency_table", source("Frequencies")},
    {"pearson", source("Pearson's correlation")},
    {"spearman", source("Spearman's rank correlation")},
    {"contingency", source("Chi-squared of a table of counts")},
    {"contingency_from_raw", source("Chi-squared of two columns")},
};

constexpr Name words[] = {
    {"pairwise", source("Left out where one of the two is missing")},
    {"listwise", source("Rows with a missing value left out whole")},
};

template <std::size_t n>
std::string title_in(const Name (&table)[n], std::string_view name)
{
    for (const auto& known : table)
        if (known.name == name) return workbench::tr(known.title);
    return std::string(name);
}

}

std::string statistic_name(std::string_view name)
{
    return title_in(names, name);
}

std::string word_name(std::string_view word)
{
    return title_in(words, word);
}

}
