#include "statistic_name.h"
#include "workbench/tr.h"

namespace gui
{
namespace
{

constexpr const char* source(const char* message)
{
    return message;
} // for xgettext: --keyword=source

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

}

std::string statistic_name(std::string_view name)
{
    for (const auto& known : names)
        if (known.name == name) return workbench::tr(known.title);
    return std::string(name);
}

}
