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

constexpr double caption_gap = 12, caption_margin = 14, least_caption_width = 240;
constexpr paper::Colour caption_ink{32, 34, 40}, source_ink{84, 88, 98};

/// What stands below a figure: its caption and where it comes from.
struct Below {
    std::string caption, source;
    paper::TextStyle caption_style{.size = 9.5, .italic = true, .colour = caption_ink},
        source_style{.size = 8.5, .colour = source_ink};

    Below(std::string words, double width) : caption(std::move(words)), source(source_line())
    {
        caption_style.wrap = source_style.wrap = width - 2 * caption_margin;
    }
    double height() const
    {
        return caption_gap + paper::measure(caption, caption_style).height + 3 +
               paper::measure(source, source_style).height + caption_margin;
    }
    void draw(paper::Canvas& canvas, double top) const
    {
        const auto lines = canvas.text({caption_margin, top + caption_gap}, caption, caption_style);
        canvas.text({caption_margin, lines.bottom() + 3}, source, source_style);
    }
};

tl::unexpected<workbench::Error> too_large(const NetworkPicture& picture)
{
    return fail(ErrorCode::too_large,
                say("The figure is too large to be drawn: {} by {} points.", picture.width(), picture.height()),
                say("Export it as SVG, or show fewer nodes."));
}

/// The picture at most `width` wide, 0 for any, with the caption below it.
Result<std::string> drawn(const NetworkPicture& picture, FigureFormat format, const std::string& caption, double width)
{
    const double scale = width > 0 ? std::min(1.0, width / picture.width()) : 1;
    const paper::Size drawing{picture.width() * scale, picture.height() * scale};
    auto size = drawing;
    std::optional<Below> below;
    if (!caption.empty()) {
        size.width = std::max(size.width, width > 0 ? std::min(width, least_caption_width) : least_caption_width);
        below.emplace(caption, size.width);
        size.height += below->height();
    }
    const auto title = caption.empty() ? picture.shapes().title : caption;
    auto canvas = format == FigureFormat::svg   ? paper::Canvas::svg(size, title)
                  : format == FigureFormat::pdf ? paper::Canvas::pdf(size, title)
                                                : paper::Canvas::png(size, 300);
    {
        const paper::Canvas::Saved saved(canvas);
        canvas.translate((size.width - drawing.width) / 2, 0);
        canvas.scale(scale, scale);
        picture.draw(canvas);
    }
    if (below) below->draw(canvas, drawing.height);
    auto bytes = canvas.finish();
    if (!bytes) return too_large(picture);
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

std::string numbered_caption(const Network& network, std::size_t number)
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

/// A figure as its file holds it.
struct Drawn {
    std::string bytes;
    std::optional<double> letters; ///< the smallest; of what has a size
};

Result<Drawn> figure_of(const Reading& reading, const Network& network, std::size_t number, FigureFormat format,
                        const workbench::Progress& progress, const NetworkLook& look)
{
    auto picture = NetworkPicture::of(reading, network, progress, look);
    if (!picture) return fail(picture.error());
    if (format == FigureFormat::dot) return Drawn{as_dot(picture->shapes()), {}};
    if (format == FigureFormat::graphml) return Drawn{as_graphml(picture->shapes()), {}};
    if (look.width > 0) picture->fit_to(look.width);
    auto bytes = drawn(*picture, format, look.caption ? numbered_caption(network, number) : std::string(), look.width);
    if (!bytes) return fail(bytes.error());
    return Drawn{std::move(*bytes), picture->letters_at(look.width > 0 ? look.width : picture->width())};
}

Result<Drawn> figure_of(const Reading& reading, NetworkId id, FigureFormat format, const workbench::Progress& progress,
                        const NetworkLook& look)
{
    const auto wanted = network(reading, id);
    if (!wanted) return gone(say("There is no network #{}.", id.value));
    return figure_of(reading, *wanted, look.caption ? number_of(reading, id) : 0, format, progress, look);
}

}

std::string caption_of(const Reading& reading, NetworkId id)
{
    const auto wanted = network(reading, id);
    return wanted ? numbered_caption(*wanted, number_of(reading, id)) : std::string();
}

std::string source_line()
{
    return say("Own elaboration with Quipu");
}

Result<std::string> network_png(const NetworkPicture& picture, double dpi)
{
    auto canvas = paper::Canvas::png({picture.width(), picture.height()}, dpi);
    picture.draw(canvas);
    auto bytes = canvas.finish();
    if (!bytes) return too_large(picture);
    return std::move(*bytes);
}

std::optional<FigureFormat> figure_format_named(std::string_view word)
{
    if (word.starts_with('.')) word.remove_prefix(1);
    const auto found = std::ranges::find(formats, word);
    if (found == formats.end()) return std::nullopt;
    return static_cast<FigureFormat>(found - formats.begin());
}

Result<std::string> network_figure(const Reading& reading, NetworkId id, FigureFormat format,
                                   const workbench::Progress& progress, const NetworkLook& look)
{
    auto figure = figure_of(reading, id, format, progress, look);
    if (!figure) return fail(figure.error());
    return std::move(figure->bytes);
}

Result<ExportedNetwork> export_network(const Reading& reading, NetworkId id, const fs::path& file,
                                       const workbench::Progress& progress, const NetworkLook& look)
{
    const auto format = figure_format_named(workbench::lower(file.extension().string()));
    if (!format)
        return fail(ErrorCode::bad_value, say("A figure cannot be written as \"{}\".", file.filename().string()),
                    say("Choose one of {}.", ".svg .png .pdf .dot .graphml"));
    const auto figure = figure_of(reading, id, *format, progress, look);
    if (!figure) return fail(figure.error());
    if (const auto written = workbench::write_file(file, figure->bytes); !written) return fail(written.error());
    return ExportedNetwork{file, caption_of(reading, id), figure->letters};
}

Result<std::vector<ExportedNetwork>> export_networks(const Reading& reading, const fs::path& folder,
                                                     FigureFormat format, workbench::Progress& progress,
                                                     const NetworkLook& look)
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
        const auto figure = figure_of(reading, one, number, format, progress, look);
        if (!figure) return fail(figure.error());
        if (const auto written = workbench::write_file(file, figure->bytes); !written) return fail(written.error());
        done.push_back({file, numbered_caption(one, number), figure->letters});
        progress.step();
    }
    return done;
}

}
