// The index against bare Xapian in the same run. Figures belong to a machine: the ratios are what counts. Arguments are
// transcripts of about 5,000 words (33 kB): 500 are 16 MB.
#include "built_corpus.h"
#include "search/search.h"
#include "support/corpus.h"
#include <benchmark/benchmark.h>
#include <sys/resource.h>

using namespace search;
using bench::built;
using bench::Corpus;
using bench::corpus;
using bench::Speech;
using search_tests::XapianFloor;

namespace
{

double peak_megabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void tell(benchmark::State& state, const Corpus& corpus, const std::filesystem::path& folder)
{
    state.SetBytesProcessed(state.iterations() * corpus.bytes);
    state.counters["size/text"] =
        static_cast<double>(search_tests::bytes_in(folder)) / static_cast<double>(corpus.bytes);
    state.counters["peak_MB"] = peak_megabytes();
}

void build_floor(benchmark::State& state)
{
    auto& all = corpus(state.range(0));
    support::TempFolder folder;
    for (auto _ : state) {
        std::filesystem::remove_all(folder / "f");
        XapianFloor::index(all.texts, folder / "f");
    }
    tell(state, all, folder / "f" / "all");
}

void build_ours(benchmark::State& state)
{
    auto& all = corpus(state.range(0));
    support::TempFolder folder;
    workbench::Progress progress;
    auto index = Index::open(folder.path(), "p");
    for (auto _ : state)
        if (!index.rebuild(all.texts, progress)) state.SkipWithError("not built");
    tell(state, all, folder.path());
}

/// One transcript more, searchable on the disk.
void add_one(benchmark::State& state)
{
    auto texts = corpus(state.range(0)).texts;
    support::TempFolder folder;
    workbench::Progress progress;
    auto index = Index::open(folder.path(), "p");
    if (!index.rebuild(texts, progress)) state.SkipWithError("not built");
    Speech speech(2);
    for (auto _ : state) {
        state.PauseTiming();
        texts.add(speech.transcript());
        state.ResumeTiming();
        if (!index.update(texts, progress)) state.SkipWithError("not added");
    }
}

struct Sharded {
    support::TempFolder folder;
    Index index = Index::open(folder.path(), "p");
    explicit Sharded(std::int64_t documents)
    {
        workbench::Progress progress;
        (void)index.rebuild(corpus(documents).texts, progress);
    }
};

Sharded& sharded(std::int64_t documents)
{
    static std::map<std::int64_t, Sharded> made;
    return made.try_emplace(documents, documents).first->second;
}

void ask(benchmark::State& state, const char* text)
{
    auto& here = built(state.range(0));
    const auto& texts = corpus(state.range(0)).texts;
    const auto query = parse(text);
    std::int64_t total = 0;
    for (auto _ : state) total = search::search(*query, texts, here.index, search_tests::resolver_of(texts))->total;
    state.counters["hits"] = static_cast<double>(total);
}

/// The same by so many threads; 2,000 transcripts are 66 MB.
void side_by_side(benchmark::State& state, const char* text)
{
    auto& here = sharded(state.range(0));
    const auto& texts = corpus(state.range(0)).texts;
    here.index.share({static_cast<int>(state.range(1)), 1});
    const auto query = parse(text);
    for (auto _ : state)
        benchmark::DoNotOptimize(search::search(*query, texts, here.index, search_tests::resolver_of(texts)));
}

void scan(benchmark::State& state, const char* text)
{
    const auto& all = corpus(state.range(0));
    auto none = Index::open("/nonexistent", "none");
    const auto query = parse(text);
    for (auto _ : state) (void)search::search(*query, all.texts, none, search_tests::resolver_of(all.texts));
    state.SetBytesProcessed(state.iterations() * all.bytes);
}

void floor_word(benchmark::State& state, const char* word)
{
    for (auto& here = built(state.range(0)); auto _ : state) benchmark::DoNotOptimize(here.floor->word(word));
}

void floor_phrase(benchmark::State& state, const char* first, const char* second)
{
    for (auto& here = built(state.range(0)); auto _ : state)
        benchmark::DoNotOptimize(here.floor->phrase({first, second}));
}

void floor_prefix(benchmark::State& state, const char* prefix)
{
    for (auto& here = built(state.range(0)); auto _ : state) benchmark::DoNotOptimize(here.floor->prefix(prefix));
}

BENCHMARK(build_floor)->Arg(500)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime()->Iterations(2);
BENCHMARK(build_ours)->Arg(500)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime()->Iterations(2);
BENCHMARK(add_one)->Arg(500)->Unit(benchmark::kMillisecond)->Iterations(10);
BENCHMARK_CAPTURE(floor_word, vida, "vida")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, vida, "vida")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(floor_phrase, memoria_historica, "memoria", "histórica")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, memoria_historica, "\"memoria historica\"")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(floor_phrase, que_la, "que", "la")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, que_la, "\"que la\"")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, two_words, "memoria comunidad")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, near, "memoria NEAR/10 comunidad")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(floor_prefix, con, "con")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, con, "con*")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, fuzzy, "comunidat~2")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, not_speaker, "memoria -speaker:DMPP1")->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, regex, "/memoria \\w+/")->Arg(500)->Unit(benchmark::kMillisecond);

void shards(benchmark::internal::Benchmark* bench)
{
    bench->Unit(benchmark::kMicrosecond)->UseRealTime()->ArgsProduct({{20, 100, 500, 2'000}, {1, 2}});
}

BENCHMARK_CAPTURE(side_by_side, vida, "vida")->Apply(shards);
BENCHMARK_CAPTURE(side_by_side, que_la, "\"que la\"")->Apply(shards);
BENCHMARK_CAPTURE(side_by_side, near, "memoria NEAR/10 comunidad")->Apply(shards);
BENCHMARK_CAPTURE(side_by_side, con, "con*")->Apply(shards);
BENCHMARK_CAPTURE(side_by_side, rare, "memoria trosción")->Apply(shards);
BENCHMARK_CAPTURE(scan, vida, "vida")->Arg(100)->Unit(benchmark::kMillisecond);

}
