#include "network_shapes.h"
#include "sentence.h"
#include "workbench/file.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <array>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;
namespace fs = std::filesystem;

namespace
{

constexpr std::array<std::string_view, 5> formats{"svg", "png", "pdf", "dot", "graphml"};

Result<std::string> drawn(const NetworkPicture& picture, FigureFormat format)
{
    const paper::Size size{picture.width(), picture.height()};
    const auto& title = picture.shapes().title;
    auto canvas = format == FigureFormat::svg   ? paper::Canvas::svg(size, title)
                  : format == FigureFormat::pdf ? paper::Canvas::pdf(size, title)
                                                : paper::Canvas::png(size, 300);
    picture.draw(canvas);
    auto bytes = canvas.finish();
    if (!bytes)
        return fail(ErrorCode::too_large,
                    say("The figure is too large to be drawn: {} by {} points.", picture.width(), picture.height()),
                    say("Export it as SVG, or show fewer nodes."));
    return std::move(*bytes);
}

/// "figure-04-motivaciones-para-implementar": the number keeps the order in a file list.
std::string file_stem(std::size_t number, std::string_view name)
{
    std::string words;
    for (const char c : workbench::fold(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            words += c;
        else if (!words.empty() && words.back() != '-' && (c & 0xC0) != 0x80)
            words += '-';
    }
    words.resize(std::min<std::size_t>(words.size(), 60));
    while (words.ends_with('-')) words.pop_back();
    return fmt::format("{:02}{}{}", number, words.empty() ? "" : "-", words);
}

std::string caption_of(const Network& network, std::size_t number)
{
    // A caption says already what it is of; a bare name does not.
    if (network.caption) return say("Figure {}. {}", number, *network.caption);
    return say("Figure {}. Network of codes: {}", number, network.name);
}

std::size_t number_of(const Reading& reading, NetworkId id)
{
    const auto all = networks(reading);
    return static_cast<std::size_t>(std::ranges::find(all, id, &Network::id) - all.begin()) + 1;
}

}

std::optional<FigureFormat> figure_format_named(std::string_view word)
{
    if (word.starts_with('.')) word.remove_prefix(1);
    const auto found = std::ranges::find(formats, word);
    if (found == formats.end()) return std::nullopt;
    return static_cast<FigureFormat>(found - formats.begin());
}

Result<std::string> network_figure(const Reading& reading, NetworkId id, FigureFormat format,
                                   const workbench::Progress& progress)
{
    const auto wanted = network(reading, id);
    if (!wanted) return gone(say("There is no network #{}.", id.value));
    const auto picture = NetworkPicture::of(reading, *wanted, progress);
    if (!picture) return fail(picture.error());
    if (format == FigureFormat::dot) return as_dot(picture->shapes());
    if (format == FigureFormat::graphml) return as_graphml(picture->shapes());
    return drawn(*picture, format);
}

Result<ExportedNetwork> export_network(const Reading& reading, NetworkId id, const fs::path& file,
                                       const workbench::Progress& progress)
{
    const auto format = figure_format_named(workbench::lower(file.extension().string()));
    if (!format)
        return fail(ErrorCode::bad_value, say("A figure cannot be written as \"{}\".", file.filename().string()),
                    say("Choose one of {}.", ".svg .png .pdf .dot .graphml"));
    const auto bytes = network_figure(reading, id, *format, progress);
    if (!bytes) return fail(bytes.error());
    if (const auto written = workbench::write_file(file, *bytes); !written) return fail(written.error());
    return ExportedNetwork{file, caption_of(*network(reading, id), number_of(reading, id))};
}

Result<std::vector<ExportedNetwork>> export_networks(const Reading& reading, const fs::path& folder,
                                                     FigureFormat format, workbench::Progress& progress)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::read_only, say("The folder \"{}\" cannot be made.", folder.string()),
                    say("Choose another place."));
    const auto all = networks(reading);
    progress.start(say("Drawing networks"), static_cast<std::int64_t>(all.size()));
    std::vector<ExportedNetwork> done;
    for (const auto& one : all) {
        const auto number = done.size() + 1;
        const auto file =
            folder / (file_stem(number, one.name) + "." + std::string(formats[static_cast<std::size_t>(format)]));
        const auto bytes = network_figure(reading, one.id, format, progress);
        if (!bytes) return fail(bytes.error());
        if (const auto written = workbench::write_file(file, *bytes); !written) return fail(written.error());
        done.push_back({file, caption_of(one, number)});
        progress.step();
    }
    return done;
}

}
