// A network of 200 codes and 300 links: made ready, dragged in, drawn. What a window does while one works in it.
#include "coding/code.h"
#include "coding/link.h"
#include "coding/network_figure.h"
#include "coding/relation.h"
#include "paper/canvas.h"
#include "support/temp_project.h"
#include <benchmark/benchmark.h>
#include <random>

using namespace coding;

namespace
{

constexpr int nodes = 200, links_made = 300;

class Web : public support::TempProject
{
 public:
    Web()
    {
        workbench::Project& project = *this;
        std::mt19937 random(20261121);
        std::vector<std::int64_t> objects;
        for (int at = 0; at < nodes; ++at)
            objects.push_back(add_code(project, {.path = "a code of some length " + std::to_string(at)}).value().value);
        const auto relations = relation_types(project);
        for (int at = 0; at < links_made; ++at) // what is there already is left out
            (void)add_link(project, {objects[random() % nodes], relations[random() % 6].id, objects[random() % nodes]});
        id = add_network(project, {"web", {}, objects}).value();
        std::vector<PlacedNode> places;
        for (const auto& node : network(project, id)->nodes)
            places.push_back({node.id,
                              {static_cast<double>(places.size() % 15) * 190 + static_cast<double>(random() % 40),
                               static_cast<double>(places.size() / 15) * 120 + static_cast<double>(random() % 30)}});
        (void)place_nodes(project, id, places).value();
    }
    NetworkPicture picture()
    {
        const workbench::Project& project = *this;
        return NetworkPicture::prepared(project, *network(project, id));
    }
    NetworkId id;
};

Web& web()
{
    static Web made;
    return made;
}

void network_made_ready(benchmark::State& state)
{
    web();
    for (auto _ : state) benchmark::DoNotOptimize(web().picture());
}

void network_dragged(benchmark::State& state)
{
    auto picture = web().picture();
    const auto node = picture.places()[nodes / 2].node;
    for (auto _ : state) {
        picture.shift({node}, 1, 1);
        auto canvas = paper::Canvas::png({900, 600}, 72);
        picture.draw(
            canvas,
            {.visible = NetworkPicture::Region{0, 0, 900, 600}, .part = NetworkPicture::Part::moving, .moved = {node}});
    }
}

void network_drawn_whole(benchmark::State& state)
{
    const auto picture = web().picture();
    for (auto _ : state) {
        auto canvas = paper::Canvas::png({picture.width(), picture.height()}, 72);
        picture.draw(canvas);
    }
}

void network_drawn_close(benchmark::State& state)
{
    const auto picture = web().picture();
    for (auto _ : state) {
        auto canvas = paper::Canvas::png({900, 600}, 72);
        picture.draw(canvas, {.visible = NetworkPicture::Region{600, 400, 900, 600}});
    }
}

BENCHMARK(network_made_ready)->Unit(benchmark::kMillisecond);
BENCHMARK(network_dragged)->Unit(benchmark::kMillisecond);
BENCHMARK(network_drawn_whole)->Unit(benchmark::kMillisecond);
BENCHMARK(network_drawn_close)->Unit(benchmark::kMillisecond);

}
