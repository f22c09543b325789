// Pictures on disk.
#include "paper/canvas.h"
#include "search/word_figures.h"
#include "workbench/file.h"
#include "workbench/tr.h"
#include "workbench/words.h"

namespace search
{
using namespace workbench;
namespace
{

std::optional<paper::Canvas> canvas_for(const std::string& suffix, paper::Size size, const std::string& title)
{
    if (suffix == ".svg") return paper::Canvas::svg(size, title);
    if (suffix == ".pdf") return paper::Canvas::pdf(size, title);
    if (suffix == ".png") return paper::Canvas::png(size);
    return {};
}

template <class Picture>
Result<void> write(const Picture& picture, const std::filesystem::path& file, const std::string& title)
{
    auto canvas = canvas_for(lower(file.extension().string()), {picture.width(), picture.height()}, title);
    if (!canvas)
        return fail(ErrorCode::bad_value, say("A figure cannot be written as \"{}\".", file.filename().string()),
                    say("Choose one of {}.", ".svg .png .pdf"));
    picture.draw(*canvas);
    const auto bytes = canvas->finish();
    if (!bytes)
        return fail(ErrorCode::too_large,
                    say("The figure is too large to be drawn: {} by {} points.", picture.width(), picture.height()),
                    tr("Write it as SVG or PDF, or choose fewer documents."));
    return write_file(file, *bytes);
}

}

Result<void> write_picture(const WordCloud& cloud, const std::filesystem::path& file)
{
    return write(cloud, file, tr("Word cloud"));
}

Result<void> write_picture(const DispersionPlot& plot, const std::filesystem::path& file)
{
    return write(plot, file, tr("Dispersion"));
}

}
