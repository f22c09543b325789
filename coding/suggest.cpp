#include "coding/suggest.h"
#include "coding/code_places.h"
#include "coding/code_tree.h"
#include "sentence.h"
#include "workbench/tr.h"

namespace coding
{

Result<std::vector<search::ProjectSuggestion>> suggest(const Project& project, CodeId code, std::int64_t limit)
{
    if (!CodeTree(project).index_of(code)) return gone(workbench::say("There is no code #{}.", code.value));
    const auto coded = places_with(project, code);
    return search::suggest_in(project, coded.quotations, coded.all(), limit);
}

}
