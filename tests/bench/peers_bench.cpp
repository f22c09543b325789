// The index beside those of others in the same run: bare Xapian, SQLite's FTS5 and ripgrep, from S to L
// (built_corpus.h). Figures belong to a machine: the ratios and their growth are what counts. Each query is a page of
// twenty and the exact number of all; ripgrep, which knows no passages, counts lines.
#include "built_corpus.h"
#include "search/search.h"
#include "workbench/fts5_floor.h"
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <fstream>
#include <thread>

using bench::built;
using bench::corpus;
using workbench_tests::Fts5Floor;

namespace
{

struct Peers {
    support::TempFolder folder;
    std::unique_ptr<Fts5Floor> fts;
    explicit Peers(std::int64_t documents)
    {
        write_fts(documents, folder / "words.db");
        fts = std::make_unique<Fts5Floor>(folder / "words.db");
        std::filesystem::create_directory(folder / "texts");
        const auto& texts = corpus(documents).texts;
        for (std::size_t i = 0; i < texts.heads().size(); ++i) {
            std::ofstream file(folder / "texts" / (std::to_string(i) + ".txt"));
            for (const auto& passage : texts.read(i)) file << passage.text << "\n";
        }
    }
    static void write_fts(std::int64_t documents, const std::filesystem::path& file)
    {
        const auto& texts = corpus(documents).texts;
        Fts5Floor::index(
            [&](const Fts5Floor::Take& take) {
                for (std::size_t i = 0; i < texts.heads().size(); ++i)
                    for (const auto& passage : texts.read(i)) take(passage.text);
            },
            file);
    }
};

Peers& peers(std::int64_t documents)
{
    static std::map<std::int64_t, Peers> made;
    return made.try_emplace(documents, documents).first->second;
}

void build_fts5(benchmark::State& state)
{
    auto& all = corpus(state.range(0));
    support::TempFolder folder;
    for (auto _ : state) Peers::write_fts(state.range(0), folder / "words.db");
    state.SetBytesProcessed(state.iterations() * all.bytes);
    state.counters["size/text"] =
        static_cast<double>(std::filesystem::file_size(folder / "words.db")) / static_cast<double>(all.bytes);
}

void build_xapian(benchmark::State& state, int threads)
{
    auto& all = corpus(state.range(0));
    support::TempFolder folder;
    for (auto _ : state) {
        std::filesystem::remove_all(folder / "f");
        search_tests::XapianFloor::index(all.texts, folder / "f", threads);
    }
    state.SetBytesProcessed(state.iterations() * all.bytes);
    state.counters["size/text"] =
        static_cast<double>(search_tests::bytes_in(folder / "f" / "all")) / static_cast<double>(all.bytes);
}

void build_quipu(benchmark::State& state)
{
    auto& all = corpus(state.range(0));
    support::TempFolder folder;
    workbench::Progress progress;
    auto index = search::Index::open(folder.path(), "p");
    for (auto _ : state)
        if (!index.rebuild(all.texts, progress)) state.SkipWithError("not built");
    state.SetBytesProcessed(state.iterations() * all.bytes);
    state.counters["size/text"] =
        static_cast<double>(search_tests::bytes_in(folder.path())) / static_cast<double>(all.bytes);
}

void quipu(benchmark::State& state, const char* text)
{
    auto& here = built(state.range(0));
    const auto& texts = corpus(state.range(0)).texts;
    const auto query = search::parse(text);
    std::int64_t total = 0;
    for (auto _ : state) total = search::search(*query, texts, here.index, search_tests::resolver_of(texts))->total;
    state.counters["hits"] = static_cast<double>(total);
}

void xapian(benchmark::State& state, std::int64_t (*ask)(const search_tests::XapianFloor&))
{
    const auto& floor = *built(state.range(0)).floor;
    std::int64_t total = 0;
    for (auto _ : state) total = ask(floor);
    state.counters["hits"] = static_cast<double>(total);
}

void fts5(benchmark::State& state, const char* query)
{
    const auto& floor = *peers(state.range(0)).fts;
    std::int64_t total = 0;
    for (auto _ : state) total = floor.search(query);
    state.counters["hits"] = static_cast<double>(total);
}

void ripgrep(benchmark::State& state, const char* pattern)
{
    const auto folder = peers(state.range(0)).folder / "texts";
    const auto command = std::string("rg --count ") + pattern + " '" + folder.string() + "' > '" +
                         (peers(state.range(0)).folder / "counted").string() + "'";
    for (auto _ : state)
        if (std::system(command.c_str()) != 0) state.SkipWithError("ripgrep is not installed, or found nothing");
}

std::int64_t xapian_word(const search_tests::XapianFloor& floor)
{
    return floor.word("vida");
}

std::int64_t xapian_both(const search_tests::XapianFloor& floor)
{
    return floor.both("memoria", "comunidad");
}

std::int64_t xapian_phrase(const search_tests::XapianFloor& floor)
{
    return floor.phrase({"memoria", "histórica"});
}

std::int64_t xapian_prefix(const search_tests::XapianFloor& floor)
{
    return floor.prefix("con");
}

// S, M and L. Without L: ./dev bench '-/10000'.
void from_small_to_large(benchmark::internal::Benchmark* benchmark)
{
    benchmark->Arg(100)->Arg(2'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
}

void built_from_small_to_large(benchmark::internal::Benchmark* benchmark)
{
    from_small_to_large(benchmark);
    benchmark->Iterations(1)->MeasureProcessCPUTime()->UseRealTime();
}

// Two threads on one core's two halves cost more processor time than one, whoever runs them: compare like with like.
BENCHMARK_CAPTURE(build_xapian, one_thread, 1)->Apply(built_from_small_to_large);
BENCHMARK_CAPTURE(build_xapian, as_many_as_ours, static_cast<int>(std::thread::hardware_concurrency()))
    ->Apply(built_from_small_to_large);
BENCHMARK(build_quipu)->Apply(built_from_small_to_large);
BENCHMARK(build_fts5)->Apply(built_from_small_to_large);

BENCHMARK_CAPTURE(xapian, vida, xapian_word)->Apply(from_small_to_large);
BENCHMARK_CAPTURE(quipu, vida, "=vida")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(fts5, vida, "vida")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(ripgrep, vida, "--ignore-case --word-regexp vida")->Apply(from_small_to_large)->UseRealTime();

BENCHMARK_CAPTURE(xapian, both, xapian_both)->Apply(from_small_to_large);
BENCHMARK_CAPTURE(quipu, both, "=memoria =comunidad")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(fts5, both, "memoria comunidad")->Apply(from_small_to_large);

BENCHMARK_CAPTURE(xapian, memoria_historica, xapian_phrase)->Apply(from_small_to_large);
BENCHMARK_CAPTURE(quipu, memoria_historica, "\"memoria historica\"")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(fts5, memoria_historica, "\"memoria historica\"")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(ripgrep, memoria_historica, "--ignore-case 'memoria hist[oó]rica'")
    ->Apply(from_small_to_large)
    ->UseRealTime();

BENCHMARK_CAPTURE(quipu, near, "memoria NEAR/10 comunidad")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(fts5, near, "NEAR(memoria comunidad, 10)")->Apply(from_small_to_large);

BENCHMARK_CAPTURE(xapian, con, xapian_prefix)->Apply(from_small_to_large);
BENCHMARK_CAPTURE(quipu, con, "con*")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(fts5, con, "con*")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(ripgrep, con, "--ignore-case '\\bcon'")->Apply(from_small_to_large)->UseRealTime();

BENCHMARK_CAPTURE(quipu, regex, "/memoria \\w+/")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(quipu, word_and_regex, "comunidad /memoria \\w+/")->Apply(from_small_to_large);
BENCHMARK_CAPTURE(ripgrep, regex, "--ignore-case 'memoria \\w+'")->Apply(from_small_to_large)->UseRealTime();

}
