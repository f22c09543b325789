#include "graphviz.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;

namespace
{

constexpr double inch = 72;

struct Engine {
    const char* program;
    const char* options; ///< graph attributes
    /// Boxes are wider than high and pages wider than what a layout makes of equal distances: it works on boxes that
    /// are narrower by this, and its result is stretched back.
    double stretch;
    double padding = 0; ///< around boxes, for engines that take no other distance
};

constexpr Engine layered_sideways{"dot", "rankdir=LR,nodesep=0.3,ranksep=1.2", 1};

Engine engine_for(NetworkLayout layout, std::size_t boxes)
{
    switch (layout) {
    case NetworkLayout::layered: return {"dot", "rankdir=TB,nodesep=0.45,ranksep=0.8", 1};
    case NetworkLayout::radial: return {"twopi", "overlap=prism,sep=\"+6\",ranksep=1.3", 1.6, 16};
    case NetworkLayout::circular: return {"circo", "mindist=1.1", 1.6, 40};
    case NetworkLayout::force:
    case NetworkLayout::manual: break;
    }
    if (boxes > 200) return {"sfdp", "overlap=prism,sep=\"+10\",K=1.1,start=7,pack=24", 1.6};
    return {"neato", "overlap=prism,sep=\"+12\",start=7,epsilon=0.0001,maxiter=2000,pack=24", 1.6};
}

/// The length at which a line keeps its label clear of both boxes.
double length_of(const LayoutGraph& graph, const LayoutGraph::Line& line, double stretch)
{
    const auto &a = graph.boxes[line.from], &b = graph.boxes[line.to];
    const auto reach = [&](const LayoutGraph::Box& box) { return (box.width / stretch + box.height) / 4; };
    return (reach(a) + reach(b) + line.label_width / stretch * 0.8 + 26) / inch;
}

/// The box with most lines: the middle of a radial layout.
std::size_t busiest(const LayoutGraph& graph)
{
    std::vector<int> degree(graph.boxes.size(), 0);
    for (const auto& line : graph.lines) {
        ++degree[line.from];
        ++degree[line.to];
    }
    return static_cast<std::size_t>(std::ranges::max_element(degree) - degree.begin());
}

std::string as_dot(const LayoutGraph& graph, const Engine& engine)
{
    auto dot = fmt::format("digraph {{ graph [{}]; node [shape=box,fixedsize=true,label=\"\"];\n", engine.options);
    for (std::size_t at = 0; at < graph.boxes.size(); ++at)
        dot += fmt::format("n{} [width={:.4f},height={:.4f}];\n", at,
                           (graph.boxes[at].width / engine.stretch + engine.padding) / inch,
                           (graph.boxes[at].height + engine.padding) / inch);
    dot += fmt::format("graph [root=n{}];\n", busiest(graph));
    for (const auto& line : graph.lines)
        dot += fmt::format("n{} -> n{} [len={:.4f}];\n", line.from, line.to, length_of(graph, line, engine.stretch));
    return dot + "}\n";
}

tl::unexpected<workbench::Error> tool_failed(const std::string& program, const std::string& why)
{
    return fail(ErrorCode::external_tool, say("The layout of the network failed: {} {}.", program, why),
                say("Install Graphviz (the package is called graphviz), or place the nodes by hand."));
}

/// A program under way; killed when it goes out of scope unfinished.
class Child
{
 public:
    explicit Child(pid_t pid) : pid_(pid) {}
    ~Child()
    {
        if (pid_ <= 0) return;
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    bool ended_well()
    {
        int status = 0;
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {}
        pid_ = 0;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

 private:
    pid_t pid_;
};

/// A descriptor that closes itself.
class Descriptor
{
 public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { shut(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    void shut()
    {
        if (number_ >= 0) close(number_);
        number_ = -1;
    }

 private:
    int number_;
};

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// The input goes through a file: nobody waits for anybody, and a program that ends early breaks no pipe.
File input_file(const std::string& text)
{
    File file(std::tmpfile(), std::fclose);
    if (!file) return file;
    const bool written =
        std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() && std::fflush(file.get()) == 0;
    std::rewind(file.get());
    return written ? std::move(file) : File(nullptr, std::fclose);
}

Result<pid_t> start(const std::string& program, std::FILE* input, int output)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fileno(input), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string name = program, format = "-Tplain";
    char* const arguments[] = {name.data(), format.data(), nullptr};
    pid_t pid = 0;
    const int error = posix_spawnp(&pid, program.c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) return tool_failed(program, say("cannot be started"));
    return pid;
}

/// Reads to the end, in short waits so that a cancel is heard.
Result<std::string> read_all(int from, const std::string& program, const workbench::Progress& progress,
                             std::chrono::milliseconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    std::string text;
    char buffer[65536];
    for (;;) {
        if (progress.cancelled()) return fail(ErrorCode::cancelled, say("The layout was cancelled."));
        if (std::chrono::steady_clock::now() > deadline) return tool_failed(program, say("took too long"));
        pollfd ready{from, POLLIN, 0};
        if (poll(&ready, 1, 50) <= 0) continue;
        const auto count = read(from, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return text;
        text.append(buffer, static_cast<std::size_t>(count));
    }
}

Result<std::string> run(const std::string& program, const std::string& input, const workbench::Progress& progress,
                        std::chrono::milliseconds limit)
{
    const auto file = input_file(input);
    int ends[2];
    if (!file || pipe2(ends, O_CLOEXEC) != 0) return tool_failed(program, say("cannot be given its input"));
    Descriptor reads(ends[0]), writes(ends[1]);
    const auto pid = start(program, file.get(), writes.number());
    if (!pid) return fail(pid.error());
    Child child(*pid);
    writes.shut();
    auto output = read_all(reads.number(), program, progress, limit);
    if (output && !child.ended_well()) return tool_failed(program, say("is missing or ended with an error"));
    return output;
}

/// The node lines of `-Tplain`: name, x, y in inches, y upwards.
std::optional<std::vector<NodePlace>> places_in(const std::string& plain, std::size_t boxes, double stretch)
{
    std::vector<NodePlace> places(boxes);
    std::size_t found = 0;
    std::istringstream lines(plain);
    lines.imbue(std::locale::classic());
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        words.imbue(std::locale::classic());
        std::string kind, name;
        double x = 0, y = 0;
        if (!(words >> kind >> name >> x >> y) || kind != "node" || !std::isfinite(x) || !std::isfinite(y)) continue;
        const auto at = std::stoul(name.substr(1));
        if (at >= places.size()) return std::nullopt;
        places[at] = {x * inch * stretch, -y * inch};
        ++found;
    }
    if (found != places.size()) return std::nullopt;
    return places;
}

void move_to_corner(std::vector<NodePlace>& places, const LayoutGraph& graph)
{
    double left = INFINITY, top = INFINITY;
    for (std::size_t at = 0; at < places.size(); ++at) {
        left = std::min(left, places[at].x - graph.boxes[at].width / 2);
        top = std::min(top, places[at].y - graph.boxes[at].height / 2);
    }
    for (auto& place : places) place = {place.x - left, place.y - top};
}

Result<std::vector<NodePlace>> lay_out_by(const Engine& engine, const LayoutGraph& graph,
                                          const workbench::Progress& progress, const Graphviz& graphviz)
{
    const auto program = graphviz.folder.empty() ? std::string(engine.program) : graphviz.folder + "/" + engine.program;
    const auto output = run(program, as_dot(graph, engine), progress, graphviz.limit);
    if (!output) return fail(output.error());
    auto places = places_in(*output, graph.boxes.size(), engine.stretch);
    if (!places) return tool_failed(program, say("gave an answer that cannot be read"));
    move_to_corner(*places, graph);
    return *places;
}

}

Result<std::vector<NodePlace>> lay_out(const LayoutGraph& graph, NetworkLayout layout,
                                       const workbench::Progress& progress, bool sideways, const Graphviz& graphviz)
{
    if (graph.boxes.empty()) return std::vector<NodePlace>();
    const bool across = sideways && layout == NetworkLayout::layered;
    return lay_out_by(across ? layered_sideways : engine_for(layout, graph.boxes.size()), graph, progress, graphviz);
}

}
