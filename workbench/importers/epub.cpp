#include "flow.h"
#include "ooxml.h"
#include "package.h"
#include "reading.h"
#include "workbench/encoding.h"
#include "workbench/tr.h"

// EPUB 3.3: META-INF/container.xml names the package document, whose spine is the order of reading.
namespace workbench
{
namespace
{

struct Page {
    std::string part, type;
    bool is_contents = false;
};

Result<std::string> package_document(const Package& package)
{
    const auto container = package.xml("META-INF/container.xml");
    if (!container) return fail(container.error());
    for (const auto file : children(child(container->document_element(), "rootfiles"), "rootfile"))
        if (auto path = attribute(file, "full-path"); !path.empty()) return path;
    return damaged("EPUB");
}

/// The pages in the order of reading, without the table of contents.
Result<std::vector<std::string>> pages_of(const Package& package)
{
    const auto name = package_document(package);
    if (!name) return fail(name.error());
    const auto document = package.xml(*name);
    if (!document) return fail(document.error());
    const auto root = document->document_element();

    std::map<std::string, Page> manifest;
    for (const auto item : children(child(root, "manifest"), "item")) {
        const auto words = " " + attribute(item, "properties") + " ";
        manifest[attribute(item, "id")] = {resolved(*name, attribute(item, "href")), attribute(item, "media-type"),
                                           words.find(" nav ") != std::string::npos};
    }
    std::vector<std::string> pages;
    for (const auto item : children(child(root, "spine"), "itemref")) {
        const auto found = manifest.find(attribute(item, "idref"));
        if (found == manifest.end() || found->second.is_contents) continue;
        if (found->second.type == "application/xhtml+xml" || found->second.type == "text/html")
            pages.push_back(found->second.part);
    }
    return pages;
}

/// Fonts may be scrambled in an open book; pages only in a locked one.
bool is_locked(const Package& package, const std::vector<std::string>& pages)
{
    const auto list = package.xml_if_any("META-INF/encryption.xml");
    if (!list) return false;
    for (const auto data : children(list->document_element(), "EncryptedData")) {
        const auto part = attribute(child(child(data, "CipherData"), "CipherReference"), "URI");
        if (std::find(pages.begin(), pages.end(), resolved("", part)) != pages.end()) return true;
    }
    return false;
}

}

Result<SourceText> read_epub(std::string_view bytes, const ReadOptions& options)
{
    const auto package = Package::open(bytes, "EPUB");
    if (!package) return fail(package.error());
    const auto pages = pages_of(*package);
    if (!pages) return fail(pages.error());
    if (is_locked(*package, *pages)) return from_paper({paper::ProblemKind::encrypted, {}}, "EPUB");

    Flow flow(options.text_limit);
    for (const auto& page : *pages) {
        const auto markup = package->read(page);
        if (!markup) return fail(markup.error());
        const auto decoded = decode_text(*markup);
        if (!decoded) return damaged("EPUB");
        if (auto added = add_html(flow, decoded->text); !added) return fail(added.error());
    }
    return source_from(flow);
}

}
