// The window over a large study: 2,000 codes, 100,000 codings, one transcript of 1 MB with 2,000 of them; and over one
// transcript of 5 MB; its search over a library of 66 MB. What is measured ends when the text and the bars beside it
// are painted; the toolkit paints at most every 16 ms. Beside the time that has gone stands the time worked, for a
// machine that others use: "window_ms" by the window's thread, "stall_ms" the longest stretch in which it could not
// answer.
#include "code_panel.h"
#include "coding/coding.h"
#include "document_view.h"
#include "main_frame.h"
#include "measured.h"
#include "quotation_panel.h"
#include "quotation_table.h"
#include "search_panel.h"
#include "shown.h"
#include "stripe_panel.h"
#include "study.h"
#include "text_surface.h"
#include "work_area.h"
#include "work_book.h"
#include "workbench/document.h"
#include "workbench/history.h"
#include <algorithm>
#include <benchmark/benchmark.h>
#include <fstream>
#include <wx/textctrl.h>
#include <wx/wx.h>

namespace
{

using bench::Loop;
using bench::Measured;
using bench::study;

/// Knows whether a window was painted since this was made. All of a window is painted at once.
class Painting
{
 public:
    explicit Painting(wxWindow& window) : window_(window) { window_.Bind(wxEVT_PAINT, &Painting::see, this); }
    ~Painting() { window_.Unbind(wxEVT_PAINT, &Painting::see, this); }
    bool seen = false;

 private:
    void see(wxPaintEvent& event)
    {
        seen = true;
        event.Skip();
    }
    wxWindow& window_;
};

/// A window with a study open, its first document in front.
class Window
{
 public:
    explicit Window(const std::filesystem::path& file = study().file()) : frame_(new gui::MainFrame)
    {
        frame_->SetSize(0, 0, 1400, 900);
        frame_->Show();
        frame_->open_project(file);
    }
    ~Window()
    {
        loop.until_idle();
        frame_->Close(true);
        while (!wxTopLevelWindows.IsEmpty()) wxTheApp->Yield(true);
    }
    gui::WorkArea& work() { return *frame_->work(); }
    gui::Session& session() { return work().session(); }
    gui::DocumentView& view() { return *work().book().document_view(); }
    gui::StripePanel& stripes() { return view().transcript().stripes(); }
    gui::TextSurface& text() { return view().transcript().text(); }
    void until_painted()
    {
        const Painting painting(stripes());
        loop.until([&] { return painting.seen; });
    }
    void until_listed()
    {
        loop.until([&] { return !work().quotations().note().empty(); });
    }
    Loop loop;

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

/// The first: nothing is warm, as when the program has just begun.
void OpenProjectToPaintedWindow(benchmark::State& state)
{
    study();
    for (auto _ : state) {
        Measured measured(state);
        Window window;
        window.until_painted();
        measured.end();
        window.until_listed();
        measured.note("listed_ms");
        window.loop.until_idle();
        measured.note("rest_ms");
        measured.stall(window.loop);
        state.counters["MB"] = resident_megabytes();
    }
}

void open_transcript(benchmark::State& state, const std::filesystem::path& file)
{
    Window window(file);
    window.until_painted();
    const auto document = window.session().documents().front().id;
    for (auto _ : state) {
        window.work().book().close_tab();
        window.loop.until_idle();
        window.loop.longest = 0;
        Measured measured(state);
        window.work().book().show_document({document});
        window.until_painted();
        measured.end();
        window.loop.until_idle();
        measured.note("rest_ms");
        measured.stall(window.loop);
    }
}

void OpenTranscriptToPaintedText(benchmark::State& state)
{
    open_transcript(state, study().file());
}

void OpenVeryLongTranscript(benchmark::State& state)
{
    open_transcript(state, study().very_long_file());
}

/// Takes back what a benchmark has marked.
void take_back(Window& window)
{
    window.session().finish();
    while (const auto last = workbench::next_undo(window.session().reading()))
        if (last->op != "mark" || !workbench::undo(window.session().project())) break;
    window.loop.until_idle();
}

/// To the painted stripe; then until it is written and every list shows it.
void mark(benchmark::State& state, const std::filesystem::path& file)
{
    Window window(file);
    window.until_painted();
    window.until_listed();
    window.loop.until_idle();
    const auto code = window.session().codes().back().id;
    std::int64_t begin = 30; // all of them in view, and none over another
    for (auto _ : state) {
        window.text().select({begin, begin + 40});
        begin += 100;
        window.loop.until_idle();
        window.loop.longest = 0;
        const Painting painting(window.stripes());
        Measured measured(state);
        window.view().code_with(code);
        window.loop.until([&] { return painting.seen; });
        measured.end();
        window.loop.until([&] { return !window.session().writing(); });
        window.loop.until_idle();
        measured.note("counted_ms");
        measured.stall(window.loop);
    }
    take_back(window);
}

void MarkToPaintedStripe(benchmark::State& state)
{
    mark(state, study().file());
}

void MarkInVeryLongTranscript(benchmark::State& state)
{
    mark(state, study().very_long_file());
}

void ScrollStep(benchmark::State& state)
{
    Window window;
    window.until_painted();
    window.loop.until_idle();
    double step = 300;
    for (auto _ : state) {
        window.loop.longest = 0;
        const Painting painting(window.stripes());
        const auto at = window.text().scroll();
        if (at.value + at.page + step > at.upper || at.value + step < 0) step = -step;
        Measured measured(state);
        window.text().scroll_by(step);
        window.loop.until([&] { return painting.seen; });
        measured.end();
        measured.stall(window.loop);
    }
}

void FilterCodes(benchmark::State& state)
{
    Window window;
    window.until_painted();
    window.loop.until_idle();
    auto& filter = window.work().codes().filter();
    int word = 0;
    for (auto _ : state) {
        window.loop.longest = 0;
        Measured measured(state);
        filter.SetValue("codigo 1" + std::to_string(word++ % 10));
        window.loop.until_idle();
        measured.end();
    }
    filter.SetValue("");
}

gui::QuotationTable& open_quotations(Window& window)
{
    window.work().act(gui::Action::list_quotations);
    window.loop.until_idle();
    return dynamic_cast<gui::QuotationTable&>(*window.work().book().GetCurrentPage());
}

/// All quotations as a table, opened anew each time.
void OpenQuotations(benchmark::State& state)
{
    Window window;
    window.until_painted();
    window.loop.until_idle();
    for (auto _ : state) {
        window.loop.longest = 0;
        Measured measured(state);
        const auto& table = open_quotations(window);
        measured.end();
        measured.stall(window.loop);
        state.counters["quotations"] = static_cast<double>(table.rows().count());
        window.work().book().close_tab();
        window.loop.until_idle();
    }
}

/// A word typed into the table of quotations, key by key; the first key of all reads their texts.
void FilterQuotations(benchmark::State& state)
{
    Window window;
    window.until_painted();
    window.loop.until_idle();
    auto& words = open_quotations(window).words();
    const std::string typed = "papel la cola";
    std::size_t length = 0;
    double most = 0;
    for (auto _ : state) {
        length = length % typed.size() + 1;
        window.loop.longest = 0;
        const auto begin = bench::Instant::now();
        Measured measured(state);
        words.SetValue(typed.substr(0, length));
        window.loop.until_idle();
        measured.end();
        most = std::max(most, (bench::Instant::now().wall - begin.wall) * 1000);
        measured.stall(window.loop);
    }
    state.counters["most_ms"] = most;
    words.SetValue("");
}

/// A code with its quotations is looked at: the list of quotations and the tints follow.
void LookAtCode(benchmark::State& state)
{
    Window window;
    window.until_painted();
    window.loop.until_idle();
    const auto codes = window.session().codes();
    std::size_t at = 0;
    for (auto _ : state) {
        Measured measured(state);
        window.session().look_at(std::optional(codes[++at % codes.size()].id));
        window.loop.until_idle();
        measured.end();
    }
}

/// From each key to the list of what is found, in a library of 66 MB; a blank is typed together with the letter after
/// it.
void SearchAsOneTypes(benchmark::State& state)
{
    Window window(bench::library().file());
    window.until_painted();
    window.work().open_results();
    auto& panel = window.work().results();
    auto& field = panel.query();
    panel.begin();
    window.loop.until_idle();
    const std::string typed = "memoria comunidad \"que la\" con* vida";
    std::size_t at = 0;
    std::vector<double> times;
    for (auto _ : state) {
        if (at == typed.size()) at = 0;
        if (at == 0) panel.search("");
        auto key = typed.substr(at, typed[at] == ' ' ? 2 : 1);
        at += key.size();
        window.loop.until_idle();
        window.loop.longest = 0;
        const auto begin = bench::Instant::now();
        Measured measured(state);
        field.WriteText(gui::shown(key));
        window.loop.until([&] { return panel.answered() == gui::utf8(field.GetValue()); });
        measured.end();
        times.push_back((bench::Instant::now().wall - begin.wall) * 1000);
        window.loop.until_idle();
        measured.note("drawn_ms");
        measured.stall(window.loop);
    }
    std::ranges::sort(times);
    state.counters["p95_ms"] = times[times.size() * 95 / 100];
    state.counters["most_ms"] = times.back();
}

}

BENCHMARK(OpenProjectToPaintedWindow)->Unit(benchmark::kMillisecond)->Iterations(5)->UseManualTime();
BENCHMARK(OpenTranscriptToPaintedText)->Unit(benchmark::kMillisecond)->Iterations(5)->UseManualTime();
BENCHMARK(MarkToPaintedStripe)->Unit(benchmark::kMillisecond)->Iterations(20)->UseManualTime();
BENCHMARK(ScrollStep)->Unit(benchmark::kMillisecond)->Iterations(100)->UseManualTime();
BENCHMARK(FilterCodes)->Unit(benchmark::kMillisecond)->Iterations(20)->UseManualTime();
BENCHMARK(OpenQuotations)->Unit(benchmark::kMillisecond)->Iterations(3)->UseManualTime();
BENCHMARK(FilterQuotations)->Unit(benchmark::kMillisecond)->Iterations(26)->UseManualTime();
BENCHMARK(LookAtCode)->Unit(benchmark::kMillisecond)->Iterations(20)->UseManualTime();
BENCHMARK(OpenVeryLongTranscript)->Unit(benchmark::kMillisecond)->Iterations(3)->UseManualTime();
BENCHMARK(MarkInVeryLongTranscript)->Unit(benchmark::kMillisecond)->Iterations(10)->UseManualTime();
BENCHMARK(SearchAsOneTypes)->Unit(benchmark::kMillisecond)->Iterations(60)->UseManualTime();
