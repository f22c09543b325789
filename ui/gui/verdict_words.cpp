#include "verdict_words.h"
#include "workbench/spoken.h"
#include "workbench/tr.h"

namespace gui
{

using workbench::tr;

namespace
{

std::string sign_of(std::string_view relation)
{
    if (relation == "converges") return "\u21C9 ";
    if (relation == "complements") return "\u2295 ";
    if (relation == "contradicts") return "\u21C4 ";
    return "\u2205 ";
}

}

std::string relation_in_words(std::string_view relation)
{
    return sign_of(relation) + workbench::spoken(workbench::Words::evidence, relation);
}

std::string relation_explained(std::string_view relation)
{
    std::string why = tr("the numbers say nothing of it");
    if (relation == "converges") why = tr("words and numbers say the same");
    if (relation == "complements") why = tr("each adds what the other lacks");
    if (relation == "contradicts") why = tr("one says the reverse of the other");
    return relation_in_words(relation) + " \u2013 " + why;
}

std::string out_of_date()
{
    return std::string("\u25B2 ") + tr("out of date");
}

}
