// Suggestions for a code, measured on the sample study: a third of a code's quotations is hidden, five times over, and
// what is suggested is compared with what was hidden. Counters: precision_at_10 (of the ten suggested first, those that
// were hidden), its ceiling (few codes have ten quotations to hide), recall_at_10, codes measured. Not a matter of the
// machine but of the words.
#include "coding/code.h"
#include "coding/code_places.h"
#include "search/suggest.h"
#include "stats/sample_study.h"
#include "support/temp_project.h"
#include <algorithm>
#include <benchmark/benchmark.h>
#include <random>

using search::DocumentStretch;

namespace
{

constexpr int folds = 5;
constexpr std::size_t at = 10, fewest = 6; ///< suggestions looked at; quotations that a code needs to be measured

struct Measure {
    double precision = 0, ceiling = 0, recall = 0;
    int rounds = 0, codes = 0;
};

bool touch(const DocumentStretch& stretch, const search::ProjectSuggestion& suggestion)
{
    const auto& where = suggestion.found.where;
    return stretch.document == suggestion.document.id && overlap(stretch.span, {where.begin, where.end});
}

void measure_once(const workbench::Project& project, std::vector<DocumentStretch> places, Measure& sum)
{
    const auto hidden_count = places.size() / 3;
    const std::vector<DocumentStretch> hidden(places.begin(),
                                              places.begin() + static_cast<std::ptrdiff_t>(hidden_count));
    places.erase(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(hidden_count));
    const auto suggested = search::suggest_in(project, places, places, at);
    const auto found = std::ranges::count_if(suggested, [&](const auto& one) {
        return std::ranges::any_of(hidden, [&](const auto& stretch) { return touch(stretch, one); });
    });
    const auto recalled = std::ranges::count_if(hidden, [&](const auto& stretch) {
        return std::ranges::any_of(suggested, [&](const auto& one) { return touch(stretch, one); });
    });
    sum.precision += static_cast<double>(found) / static_cast<double>(at);
    sum.ceiling += static_cast<double>(std::min(at, hidden_count)) / static_cast<double>(at);
    sum.recall += static_cast<double>(recalled) / static_cast<double>(hidden_count);
    ++sum.rounds;
}

Measure measure(const workbench::Project& project)
{
    Measure sum;
    std::mt19937 random(20261121);
    for (const auto& code : coding::codes(project)) {
        auto places = coding::places_with(project, code.id).quotations;
        if (places.size() < fewest) continue;
        ++sum.codes;
        for (int fold = 0; fold < folds; ++fold) {
            for (std::size_t i = places.size(); i > 1; --i) std::swap(places[i - 1], places[random() % i]);
            measure_once(project, places, sum);
        }
    }
    return sum;
}

void precision_of_suggestions(benchmark::State& state)
{
    support::TempProject study;
    workbench::Progress progress;
    const auto folder = stats::sample_study_folder().value();
    if (!stats::build_sample_study(study, folder, progress)) return state.SkipWithError("the sample study is missing");
    Measure sum;
    for ([[maybe_unused]] const auto& round : state) sum = measure(study);
    const auto rounds = std::max(sum.rounds, 1);
    state.counters["precision_at_10"] = sum.precision / rounds;
    state.counters["ceiling"] = sum.ceiling / rounds;
    state.counters["recall_at_10"] = sum.recall / rounds;
    state.counters["codes"] = sum.codes;
}
BENCHMARK(precision_of_suggestions)->Unit(benchmark::kMillisecond)->Iterations(1);

}
