// How fast text becomes words: what import, search and counting are made of.
#include "support/corpus.h"
#include "workbench/words.h"
#include <benchmark/benchmark.h>

namespace
{

/// About one megabyte of interviews.
const std::string& interviews()
{
    static const auto text = [] {
        std::string once, all;
        for (const auto& entry : std::filesystem::directory_iterator(support::corpus("puno") / "interviews"))
            if (entry.path().extension() == ".txt") once += support::read_file(entry.path());
        while (!once.empty() && all.size() < 1'000'000) all += once;
        return all;
    }();
    return text;
}

void words(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(workbench::words_of(interviews(), "es"));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(interviews().size()));
}
BENCHMARK(words)->Unit(benchmark::kMillisecond);

void folded_words(benchmark::State& state)
{
    const auto found = workbench::words_of(interviews(), "es");
    for (auto _ : state)
        for (const auto& word : found) benchmark::DoNotOptimize(workbench::fold(workbench::slice(interviews(), word)));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(found.size()));
}
BENCHMARK(folded_words)->Unit(benchmark::kMillisecond);

}
