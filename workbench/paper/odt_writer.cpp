#include "odt_body.h"
#include "paper/writers.h"
#include "paper/zip.h"
#include "pdf_blocks.h"
#include <fmt/format.h>

namespace paper
{

namespace
{

constexpr auto odt_type = "application/vnd.oasis.opendocument.text";

std::string manifest(std::size_t pictures)
{
    XmlWriter xml;
    xml.open("manifest:manifest").attribute("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
    xml.attribute("manifest:version", "1.3");
    const auto entry = [&](const std::string& path, const char* type) {
        xml.open("manifest:file-entry")
            .attribute("manifest:full-path", path)
            .attribute("manifest:media-type", type)
            .close();
    };
    entry("/", odt_type);
    for (const auto part : {"content.xml", "styles.xml", "meta.xml"}) entry(part, "text/xml");
    for (std::size_t i = 1; i <= pictures; ++i) entry(fmt::format("Pictures/figure{}.png", i), "image/png");
    xml.close();
    return xml.finish();
}

std::string meta(const Document& document)
{
    XmlWriter xml;
    xml.open("office:document-meta");
    declare_odt_namespaces(xml);
    xml.open("office:meta").leaf("meta:generator", "Quipu").leaf("dc:title", document.title);
    xml.leaf("meta:initial-creator", document.author_line).leaf("dc:creator", document.author_line);
    xml.leaf("meta:creation-date", created(document)).leaf("dc:date", created(document));
    xml.leaf("dc:language", document.language).close().close();
    return xml.finish();
}

}

Result<std::string> write_odt(const Document& document)
{
    const auto outline = Outline::of(document);
    if (!outline) return tl::unexpected(outline.error());
    const auto pages = page_numbers(document, *outline);
    if (!pages) return tl::unexpected(pages.error());
    OdtBody body(document, *outline, *pages);
    auto content = body.write();
    if (!content) return tl::unexpected(content.error());

    ZipWriter zip;
    zip.add("mimetype", odt_type, Packing::stored); // first and plain, where programs sniff it
    zip.add("content.xml", std::move(*content));
    zip.add("styles.xml", odt_styles(document, body.styles()));
    zip.add("meta.xml", meta(document));
    for (std::size_t i = 0; i < body.figures().size(); ++i)
        zip.add(fmt::format("Pictures/figure{}.png", i + 1), body.figures()[i]->png, Packing::stored);
    zip.add("META-INF/manifest.xml", manifest(body.figures().size()));
    return zip.finish();
}

}
