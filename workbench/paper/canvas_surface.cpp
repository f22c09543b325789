#include "canvas_surface.h"
#include "paper/xml.h"
#include <array>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace paper
{

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

namespace
{

cairo_surface_t* surface_for(SurfaceKind kind, Size size, double dpi, std::string* bytes)
{
    if (kind == SurfaceKind::svg)
        return cairo_svg_surface_create_for_stream(append_bytes, bytes, size.width, size.height);
    if (kind == SurfaceKind::pdf)
        return cairo_pdf_surface_create_for_stream(append_bytes, bytes, size.width, size.height);
    const auto pixels = [&](double points) { return static_cast<int>(std::lround(std::min(points * dpi / 72, 1e6))); };
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(size.width), pixels(size.height));
}

void set_pdf_properties(cairo_surface_t* surface, const std::string& title)
{
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Quipu");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1980-01-01T00:00:00Z");
}

std::string big_endian(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(static_cast<unsigned char>(value >> shift));
    return bytes;
}

/// The checksum of PNG chunks (ISO 3309), for the one small chunk that we write ourselves.
std::uint32_t checksum(std::string_view bytes)
{
    std::uint32_t crc = 0xFFFFFFFF;
    for (const unsigned char byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
    }
    return ~crc;
}

}

Canvas::Surface::Surface(SurfaceKind kind, Size size, std::string title, double dpi)
    : kind(kind),
      size(size),
      dpi(dpi),
      title(std::move(title)),
      surface(surface_for(kind, size, dpi, &bytes)),
      cairo(cairo_create(surface))
{
    if (kind == SurfaceKind::pdf) set_pdf_properties(surface, this->title);
    if (kind == SurfaceKind::png) cairo_scale(cairo, dpi / 72, dpi / 72);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
}

Canvas::Surface::Surface(void* native, Size size)
    : kind(SurfaceKind::native), size(size), cairo(cairo_reference(static_cast<cairo_t*>(native)))
{
    cairo_save(cairo);
}

Canvas::Surface::~Surface()
{
    if (kind == SurfaceKind::native) cairo_restore(cairo);
    cairo_destroy(cairo);
    if (surface) cairo_surface_destroy(surface); // an unfinished file is finished here: into our own bytes, unread
}

Result<std::string> Canvas::Surface::finish()
{
    if (kind == SurfaceKind::native) return std::string{};
    auto status = cairo_status(cairo);
    if (status == CAIRO_STATUS_SUCCESS && kind == SurfaceKind::png)
        status = cairo_surface_write_to_png_stream(surface, append_bytes, &bytes);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        return problem(ProblemKind::cannot_write,
                       fmt::format("the picture cannot be drawn: {}", cairo_status_to_string(status)));
    if (kind == SurfaceKind::svg) return steady_svg(std::move(bytes), title);
    if (kind == SurfaceKind::pdf) return mended_dates(std::move(bytes));
    if (kind == SurfaceKind::png) return with_resolution(std::move(bytes), dpi);
    return std::move(bytes);
}

std::string steady_svg(std::string svg, const std::string& title)
{
    constexpr std::string_view word = "surface";
    std::map<std::string, int> numbers;
    std::string steady;
    std::size_t copied = 0;
    for (auto at = svg.find(word); at != svg.npos; at = svg.find(word, at + 1)) {
        const auto begin = at + word.size(), end = svg.find_first_not_of("0123456789", begin);
        if (end == begin || end == svg.npos || (svg[at - 1] != '"' && svg[at - 1] != '#')) continue;
        const auto number = numbers.try_emplace(svg.substr(begin, end - begin), static_cast<int>(numbers.size()) + 1);
        steady.append(svg, copied, begin - copied).append(std::to_string(number.first->second));
        copied = end;
    }
    steady.append(svg, copied);
    if (title.empty()) return steady;
    const auto root = steady.find("<svg ");
    const auto inside = steady.find('>', root);
    if (root == steady.npos || inside == steady.npos) return steady;
    steady.insert(inside + 1, "\n<title>" + escape_xml(title) + "</title>");
    steady.insert(root + 5, "role=\"img\" ");
    return steady;
}

std::string mended_dates(std::string pdf)
{
    for (const std::string_view key : {"/CreationDate (", "/ModDate ("}) {
        const auto at = pdf.rfind(key);
        if (at == pdf.npos) continue;
        const auto begin = at + key.size(), end = pdf.find(')', begin);
        if (end != begin + 15) continue; // "19800101000000Z"
        pdf.replace(begin - 1, 17, "(D:" + pdf.substr(begin, 12) + ") ");
    }
    return pdf;
}

std::string with_resolution(std::string png, double dpi)
{
    constexpr std::size_t behind_head = 8 + 25; // signature; IHDR
    const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
    const auto chunk = "pHYs" + big_endian(per_metre) + big_endian(per_metre) + '\1';
    png.insert(behind_head, big_endian(9) + chunk + big_endian(checksum(chunk)));
    return png;
}

}
