// The window over a large study: 2,000 codes, 100,000 codings, one transcript of 1 MB with 2,000 of them. What is
// measured ends when the text and the bars beside it are painted; the toolkit paints at most every 16 ms.
#include "code_panel.h"
#include "coding/coding.h"
#include "document_view.h"
#include "main_frame.h"
#include "stripe_panel.h"
#include "support/corpus.h"
#include "text_surface.h"
#include "work_area.h"
#include "work_book.h"
#include "workbench/document.h"
#include "workbench/history.h"
#include "workbench/turns.h"
#include <benchmark/benchmark.h>
#include <fstream>
#include <map>
#include <random>
#include <wx/wx.h>

namespace
{

using workbench::Change;
using workbench::DocumentId;
using workbench::Project;
using workbench::Result;

constexpr int codes = 2000, others = 49, in_others = 2000, in_long = 2000;

std::string transcript(std::size_t bytes)
{
    std::mt19937 random(20261121);
    const std::vector<std::string> words{"el",     "papel",        "la",       "cola",      "respondi\u00F3",
                                         "nadie",  "tr\u00E1mite", "a\u00F1o", "municipio", "sistema",
                                         "vecino", "\u00FAnico"};
    std::string text;
    for (int turn = 0; text.size() < bytes; ++turn) {
        text += turn % 2 ? "ANA: " : "ENTREVISTADORA: ";
        for (int word = 0; word < 70; ++word) text += words[random() % words.size()] + (word < 69 ? " " : ".\n\n");
    }
    return text;
}

DocumentId add(Change& change, const std::string& name, const std::string& text)
{
    workbench::NewDocument document;
    document.name = name;
    document.kind = "interview";
    document.text = text;
    document.text_sha256 = change.keep(text);
    document.turns = workbench::find_turns(text, {}).value().turns;
    return workbench::add_document(change, document);
}

/// The study in a file, made once for all benchmarks.
class Study
{
 public:
    Study()
    {
        auto project = Project::create(file(), "study", "es").value();
        project.set_coder("RM");
        std::vector<DocumentId> documents;
        std::vector<coding::CodeId> all;
        project
            .change(workbench::Op::demo,
                    [&](Change& change) -> Result<int> {
                        documents.push_back(add(change, "Larga", transcript(1'000'000)));
                        const auto text = transcript(33'000);
                        for (int i = 0; i < others; ++i)
                            documents.push_back(add(change, "E" + std::to_string(i), text));
                        for (int i = 0; i < codes; ++i) {
                            const auto parent = i % 20 ? std::optional(all[static_cast<std::size_t>(i - i % 20)])
                                                       : std::optional<coding::CodeId>();
                            all.push_back(coding::code_named(change, parent, "codigo " + std::to_string(i)));
                        }
                        return 0;
                    })
            .value();
        std::map<std::size_t, std::vector<coding::Passage>> shares;
        for (std::size_t i = 0; i < documents.size(); ++i)
            for (int n = 0; n < (i == 0 ? in_long : in_others); ++n) {
                const auto begin = static_cast<std::int64_t>(random_() % (i == 0 ? 950'000 : 31'000));
                shares[random_() % codes].push_back(
                    {documents[i], {begin, begin + 20 + static_cast<std::int64_t>(random_() % 280)}});
            }
        for (const auto& [code, passages] : shares) coding::mark_passages(project, passages, {all[code]}).value();
        code = all[7];
    }
    std::filesystem::path file() const { return folder_ / "study.quipu"; }
    coding::CodeId code;

 private:
    support::TempFolder folder_;
    std::mt19937 random_{7};
};

Study& study()
{
    static Study made;
    return made;
}

/// Lets the window work until something holds.
template <class Condition>
void until(Condition holds)
{
    while (!holds()) {
        wxTheApp->Yield(true);
        wxTheApp->ProcessIdle();
    }
}

/// Counts the paintings of a window for as long as it lives.
class Paintings
{
 public:
    explicit Paintings(wxWindow& window) : window_(window) { window_.Bind(wxEVT_PAINT, &Paintings::count, this); }
    ~Paintings() { window_.Unbind(wxEVT_PAINT, &Paintings::count, this); }
    int done = 0;

 private:
    void count(wxPaintEvent& event)
    {
        ++done;
        event.Skip();
    }
    wxWindow& window_;
};

/// A window with the study open, the long transcript in front.
class Window
{
 public:
    Window() : frame_(new gui::MainFrame)
    {
        frame_->SetSize(0, 0, 1400, 900);
        frame_->Show();
        frame_->open_project(study().file());
    }
    ~Window()
    {
        frame_->Close(true);
        until([] { return wxTopLevelWindows.IsEmpty(); });
    }
    gui::WorkArea& work() { return *frame_->work(); }
    gui::Session& session() { return work().session(); }
    gui::DocumentView& view() { return *work().book().document_view(); }
    gui::StripePanel& stripes() { return view().transcript().stripes(); }
    gui::TextSurface& text() { return view().transcript().text(); }
    void until_painted()
    {
        Paintings paintings(stripes());
        until([&] { return paintings.done > 0; });
    }
    void until_idle()
    {
        until([] { return !wxTheApp->Pending(); });
    }

 private:
    gui::MainFrame* frame_;
};

double resident_megabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

void OpenProjectToPaintedWindow(benchmark::State& state)
{
    study();
    for (auto _ : state) {
        Window window;
        window.until_painted();
        state.PauseTiming();
        window.until_idle();
        state.counters["MB"] = resident_megabytes();
        state.ResumeTiming();
    }
}

void OpenTranscriptToPaintedText(benchmark::State& state)
{
    Window window;
    const auto document = window.session().documents().front().id;
    for (auto _ : state) {
        state.PauseTiming();
        window.work().book().close_tab();
        window.until_idle();
        state.ResumeTiming();
        window.work().book().show_document({document});
        window.until_painted();
    }
}

void MarkToPaintedStripe(benchmark::State& state)
{
    Window window;
    window.until_painted();
    window.until_idle();
    std::int64_t begin = 30;
    for (auto _ : state) {
        state.PauseTiming();
        window.text().select({begin, begin + 40});
        begin += 7;
        window.until_idle();
        Paintings paintings(window.stripes());
        state.ResumeTiming();
        window.view().code_with(study().code);
        until([&] { return paintings.done > 0; });
        state.PauseTiming();
        until([&] { return !window.session().writing(); });
        window.until_idle();
        state.ResumeTiming();
    }
    window.session().finish();
    while (const auto last = workbench::next_undo(window.session().reading()))
        if (last->op != "mark" || !workbench::undo(window.session().project())) break;
}

/// From the mark until it is written and every list shows it: the window must not be held for long meanwhile.
void MarkToWrittenAndCounted(benchmark::State& state)
{
    Window window;
    window.until_painted();
    window.until_idle();
    std::int64_t begin = 5030;
    for (auto _ : state) {
        state.PauseTiming();
        window.text().select({begin, begin + 40});
        begin += 7;
        window.until_idle();
        state.ResumeTiming();
        window.view().code_with(study().code);
        until([&] { return !window.session().writing(); });
    }
    while (const auto last = workbench::next_undo(window.session().reading()))
        if (last->op != "mark" || !workbench::undo(window.session().project())) break;
}

void ScrollStep(benchmark::State& state)
{
    Window window;
    window.until_painted();
    window.until_idle();
    double step = 300;
    for (auto _ : state) {
        Paintings paintings(window.stripes());
        const auto at = window.text().scroll();
        if (at.value + at.page + step > at.upper || at.value + step < 0) step = -step;
        window.text().scroll_by(step);
        until([&] { return paintings.done > 0; });
    }
}

void FilterCodes(benchmark::State& state)
{
    Window window;
    window.until_painted();
    window.until_idle();
    auto& filter = window.work().codes().filter();
    int word = 0;
    for (auto _ : state) {
        filter.SetValue("codigo 1" + std::to_string(word++ % 10));
        window.until_idle();
    }
    filter.SetValue("");
}

}

BENCHMARK(OpenProjectToPaintedWindow)->Unit(benchmark::kMillisecond)->Iterations(5)->UseRealTime();
BENCHMARK(OpenTranscriptToPaintedText)->Unit(benchmark::kMillisecond)->Iterations(5)->UseRealTime();
BENCHMARK(MarkToPaintedStripe)->Unit(benchmark::kMillisecond)->Iterations(20)->UseRealTime();
BENCHMARK(MarkToWrittenAndCounted)->Unit(benchmark::kMillisecond)->Iterations(20)->UseRealTime();
BENCHMARK(ScrollStep)->Unit(benchmark::kMillisecond)->Iterations(100)->UseRealTime();
BENCHMARK(FilterCodes)->Unit(benchmark::kMillisecond)->Iterations(20)->UseRealTime();
