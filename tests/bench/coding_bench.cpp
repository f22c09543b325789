// Codes over a large study: 2,000 transcripts, 300 codes, two coders. Figures belong to a machine; the argument is the
// number of quotations a document (25: 50,000 codings, 250: 500,000).
#include "coding/co_occurrence.h"
#include "coding/code.h"
#include "coding/coding.h"
#include "coding/crosstab.h"
#include "coding/quotation_list.h"
#include "support/temp_project.h"
#include <benchmark/benchmark.h>
#include <map>
#include <memory>
#include <random>

using namespace coding;

namespace
{

constexpr int documents = 2000, codes = 300;

/// One transcript of 33 kB; all documents hold it, for the places are what counts here.
std::string transcript()
{
    std::mt19937 random(20261120);
    std::string text;
    while (text.size() < 33'000) {
        for (int letter = 0; letter < 430; ++letter) text += "abcdefghij "[random() % 11];
        text += '\n';
    }
    return text;
}

class Study : public support::TempProject
{
 public:
    explicit Study(int quotations)
    {
        workbench::Project& project = *this;
        const auto text = transcript();
        const auto kept = project.keep(text).value();
        project
            .change(workbench::Op::demo,
                    [&](Change& change) -> Result<int> {
                        for (int at = 0; at < documents; ++at) {
                            workbench::NewDocument document;
                            document.name = "d" + std::to_string(at);
                            document.text = text;
                            document.text_sha256 = kept;
                            ids.push_back(workbench::add_document(change, document));
                        }
                        for (int at = 0; at < codes; ++at)
                            all.push_back(code_named(change, {}, "code " + std::to_string(at)));
                        return 0;
                    })
            .value();
        fill(quotations);
    }

    std::vector<Passage> passages(int quotations)
    {
        std::vector<Passage> found;
        for (const auto document : ids)
            for (int at = 0; at < quotations; ++at) {
                const auto begin = static_cast<std::int64_t>(random_() % 32'000);
                found.push_back({document, {begin, begin + 20 + static_cast<std::int64_t>(random_() % 280)}});
            }
        return found;
    }

    std::vector<workbench::DocumentId> ids;
    std::vector<CodeId> all;

 private:
    /// Every code takes its share of the passages: as 300 searches would leave them.
    void fill(int quotations)
    {
        workbench::Project& project = *this;
        std::map<std::size_t, std::vector<Passage>> shares;
        for (const auto& passage : passages(quotations)) shares[random_() % codes].push_back(passage);
        for (const auto& [code, share] : shares) {
            project.set_coder(code % 2 ? "RM" : "LC");
            mark_passages(project, share, {all[code]}).value();
        }
    }
    std::mt19937 random_{7};
};

Study& study_of(int quotations)
{
    static std::map<int, std::unique_ptr<Study>> studies;
    auto& study = studies[quotations];
    if (!study) study = std::make_unique<Study>(quotations);
    return *study;
}

workbench::Project& project_of(const benchmark::State& state)
{
    return study_of(static_cast<int>(state.range(0)));
}

void CoOccurrenceFromTheFile(benchmark::State& state)
{
    auto& project = project_of(state);
    for (auto _ : state) benchmark::DoNotOptimize(co_occurrence(project));
}

void CoOccurrenceOfWhatIsInMemory(benchmark::State& state)
{
    auto& project = project_of(state);
    const CodingTable table(project);
    for (auto _ : state) benchmark::DoNotOptimize(co_occurrence(project, table));
    state.counters["codings"] = static_cast<double>(table.rows().size());
}

void ListOfCodes(benchmark::State& state)
{
    auto& project = project_of(state);
    for (auto _ : state) benchmark::DoNotOptimize(coding::codes(project));
}

void CodesByDocument(benchmark::State& state)
{
    auto& project = project_of(state);
    for (auto _ : state) benchmark::DoNotOptimize(crosstab(project, "document", CrosstabCount::codings));
}

/// Eight codes: 13,000 quotations of 500,000.
QuotationFilter some_codes(Study& study)
{
    return {.codes = {study.all.begin(), study.all.begin() + 8}};
}

void QuotationsOfEightCodes(benchmark::State& state)
{
    auto& study = study_of(static_cast<int>(state.range(0)));
    std::size_t found = 0;
    for (auto _ : state) found = quotations(study, some_codes(study)).size();
    state.counters["quotations"] = static_cast<double>(found);
}

void QuotationsOfEightCodesWithTheirText(benchmark::State& state)
{
    auto& study = study_of(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(quotation_rows(study, some_codes(study)));
}

/// All codings of a second coder on quotations that are there: one coding row each.
void CodingsAsOneChange(benchmark::State& state)
{
    Study study(0);
    workbench::Project& project = study;
    const auto places = study.passages(static_cast<int>(state.range(0)));
    mark_passages(project, places, {}).value();
    std::size_t code = 0;
    for (auto _ : state) mark_passages(project, places, {study.all[code++ % codes]}).value();
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(places.size()));
}

}

BENCHMARK(CoOccurrenceFromTheFile)->Arg(25)->Arg(250)->Unit(benchmark::kMillisecond);
BENCHMARK(CoOccurrenceOfWhatIsInMemory)->Arg(25)->Arg(250)->Unit(benchmark::kMillisecond);
BENCHMARK(ListOfCodes)->Arg(25)->Arg(250)->Unit(benchmark::kMillisecond);
BENCHMARK(CodesByDocument)->Arg(25)->Arg(250)->Unit(benchmark::kMillisecond);
BENCHMARK(QuotationsOfEightCodes)->Arg(25)->Arg(250)->Unit(benchmark::kMillisecond);
BENCHMARK(QuotationsOfEightCodesWithTheirText)->Arg(25)->Arg(250)->Unit(benchmark::kMillisecond);
BENCHMARK(CodingsAsOneChange)->Arg(25)->Iterations(3)->Unit(benchmark::kMillisecond);
