#include "package.h"
#include "ooxml.h"
#include "reading.h"

namespace workbench
{
namespace
{

constexpr std::size_t most_xml = std::size_t{192} << 20; // the tree takes several times as much memory

std::string percent_read(std::string_view text)
{
    const auto hex = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
    };
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escaped = text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
        plain += escaped ? static_cast<char>(hex(text[i + 1]) << 4 | hex(text[i + 2])) : text[i];
        if (escaped) i += 2;
    }
    return plain;
}

}

std::string resolved(const std::string& part, std::string_view target)
{
    const auto path = percent_read(target.substr(0, target.find('#')));
    if (path.starts_with('/')) return path.substr(1);
    const auto folder = std::filesystem::path(part).parent_path();
    return (folder / path).lexically_normal().generic_string();
}

Result<Package> Package::open(std::string_view bytes, std::string_view format)
{
    auto zip = paper::ZipReader::open(std::string(bytes));
    if (!zip) return from_paper(zip.error(), format);
    return Package(std::move(*zip), format);
}

Result<std::string> Package::read(const std::string& part) const
{
    auto bytes = zip_.read(part);
    if (!bytes) return from_paper(bytes.error(), format_);
    return std::move(*bytes);
}

Result<pugi::xml_document> Package::xml(const std::string& part) const
{
    const auto bytes = read(part);
    if (!bytes) return fail(bytes.error());
    auto document = paper::parse_xml(*bytes, {.bytes = most_xml});
    if (!document) return from_paper(document.error(), format_);
    return std::move(*document);
}

Result<pugi::xml_document> Package::xml_if_any(const std::string& part) const
{
    if (part.empty() || !has(part)) return pugi::xml_document{};
    return xml(part);
}

Result<std::map<std::string, std::string>> Package::relations(const std::string& part) const
{
    const std::filesystem::path path(part);
    const auto file = (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
    const auto document = xml_if_any(file);
    if (!document) return fail(document.error());
    std::map<std::string, std::string> parts;
    for (const auto relation : children(document->document_element(), "Relationship")) {
        if (attribute(relation, "TargetMode") == "External") continue;
        const auto type = attribute(relation, "Type");
        parts.emplace(type.substr(type.rfind('/') + 1), resolved(part, attribute(relation, "Target")));
    }
    return parts;
}

}
