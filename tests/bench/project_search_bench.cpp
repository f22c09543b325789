// Searching a project as the window does: query in, twenty hits with their text out. Arguments are transcripts of about
// 5,000 words (33 kB): 500 are 16 MB.
#include "search/project_index.h"
#include "speech.h"
#include "support/temp_project.h"
#include "workbench/text.h"
#include "workbench/turns.h"
#include <benchmark/benchmark.h>
#include <chrono>
#include <map>

using namespace search;

namespace
{

struct SearchedStudy {
    support::TempProject project;
    std::optional<ProjectIndex> index;
    std::vector<workbench::DocumentId> documents;
    workbench::Progress progress;

    explicit SearchedStudy(std::int64_t count)
    {
        bench::Speech speech(1);
        for (std::int64_t i = 0; i < count; ++i) add(speech.transcript());
        index.emplace(*project, project / "cache");
        (void)index->update(progress);
    }
    void add(const std::string& text)
    {
        const auto found = workbench::find_turns(text, {});
        documents.push_back(project.add("e" + std::to_string(documents.size()), text, found->turns));
    }
};

SearchedStudy& study(std::int64_t documents)
{
    static std::map<std::int64_t, SearchedStudy> made;
    return made.try_emplace(documents, documents).first->second;
}

void page(benchmark::State& state, const char* query)
{
    auto& here = study(state.range(0));
    std::int64_t total = 0;
    for (auto _ : state) total = here.index->search(query, {}, {})->total;
    state.counters["hits"] = static_cast<double>(total);
}

/// The same by somebody who keeps nothing open, as the command does.
void page_from_nothing(benchmark::State& state, const char* query)
{
    auto& here = study(state.range(0));
    for (auto _ : state) (void)ProjectIndex(*here.project, here.project / "cache").search(query, {}, {});
}

/// 200 different queries of words as frequent as speech has them; the slowest of twenty.
void mixed(benchmark::State& state)
{
    auto& here = study(state.range(0));
    bench::Speech speech(3);
    std::vector<std::string> queries;
    for (int i = 0; i < 40; ++i) {
        queries.push_back(speech.word());
        queries.push_back("\"" + speech.word() + " " + speech.word() + "\"");
        queries.push_back(speech.word() + " O " + speech.word());
        queries.push_back("+" + speech.word() + " " + speech.word());
        queries.push_back(speech.word() + " NEAR/10 " + speech.word());
    }
    std::vector<double> times;
    for (auto _ : state)
        for (const auto& query : queries) {
            const auto start = std::chrono::steady_clock::now();
            benchmark::DoNotOptimize(here.index->search(query, {}, {}));
            times.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        }
    std::sort(times.begin(), times.end());
    state.counters["median_ms"] = times[times.size() / 2];
    state.counters["p95_ms"] = times[times.size() * 95 / 100];
}

/// A word of a transcript is corrected, and the index follows on the disk.
void edit_one(benchmark::State& state)
{
    auto& here = study(state.range(0));
    std::size_t next = 0;
    static int made = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const auto document = here.documents[next++ % here.documents.size()];
        const auto word = "texto" + std::to_string(++made); // a text that the index has never seen
        if (!workbench::correct(*here.project, document, {100, 104}, word)) state.SkipWithError("not corrected");
        state.ResumeTiming();
        if (!here.index->update(here.progress)) state.SkipWithError("not updated");
    }
}

BENCHMARK_CAPTURE(page, vida, "vida")->Arg(100)->Arg(500)->Arg(2'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(page, memoria_historica, "\"memoria historica\"")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(page, speaker, "memoria hablante:DMPP1")
    ->Arg(100)
    ->Arg(500)
    ->Arg(2'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(page_from_nothing, vida, "vida")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(mixed)->Arg(100)->Arg(500)->Arg(2'000)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(edit_one)->Arg(500)->Unit(benchmark::kMillisecond)->Iterations(20);

}
