#include "docx_body.h"
#include "docx_package.h"
#include "paper/writers.h"
#include "paper/zip.h"
#include "pdf_blocks.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace paper
{

std::string sequence_name(const std::string& word)
{
    auto name = word;
    std::ranges::replace_if(
        name, [](unsigned char c) { return c <= ' ' || c == '"' || c == '\\'; }, '_');
    return name;
}

void open_field(XmlWriter& xml, const std::string& code)
{
    xml.open("w:r").open("w:fldChar").attribute("w:fldCharType", "begin").close().close();
    xml.open("w:r").open("w:instrText").attribute("xml:space", "preserve").text(" " + code + " ").close().close();
    xml.open("w:r").open("w:fldChar").attribute("w:fldCharType", "separate").close().close();
}

void close_field(XmlWriter& xml)
{
    xml.open("w:r").open("w:fldChar").attribute("w:fldCharType", "end").close().close();
}

namespace
{

constexpr auto relation_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr auto word_types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// A part of the package that the document refers to.
struct Part {
    const char *id, *type, *file, *content;
};
constexpr std::array parts{
    Part{"styles", "styles", "styles.xml", "styles+xml"},
    Part{"numbering", "numbering", "numbering.xml", "numbering+xml"},
    Part{"footnotes", "footnotes", "footnotes.xml", "footnotes+xml"},
    Part{"settings", "settings", "settings.xml", "settings+xml"},
    Part{"fonts", "fontTable", "fontTable.xml", "fontTable+xml"},
    Part{"footer", "footer", "footer1.xml", "footer+xml"},
};

std::string content_types()
{
    XmlWriter xml;
    xml.open("Types").attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
    const auto by_extension = [&](const char* extension, const char* type) {
        xml.open("Default").attribute("Extension", extension).attribute("ContentType", type).close();
    };
    const auto by_name = [&](const std::string& name, const std::string& type) {
        xml.open("Override").attribute("PartName", name).attribute("ContentType", type).close();
    };
    by_extension("rels", "application/vnd.openxmlformats-package.relationships+xml");
    by_extension("xml", "application/xml");
    by_extension("png", "image/png");
    by_extension("svg", "image/svg+xml");
    by_name("/word/document.xml", std::string(word_types) + "document.main+xml");
    for (const auto& part : parts) by_name(fmt::format("/word/{}", part.file), std::string(word_types) + part.content);
    by_name("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    by_name("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    xml.close();
    return xml.finish();
}

class Relations
{
 public:
    Relations()
    {
        xml_.open("Relationships").attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
    }
    void add(const std::string& id, const std::string& type, const std::string& target, bool outside = false)
    {
        xml_.open("Relationship").attribute("Id", id).attribute("Type", type).attribute("Target", target);
        if (outside) xml_.attribute("TargetMode", "External");
        xml_.close();
    }
    std::string finish()
    {
        xml_.close();
        return xml_.finish();
    }

 private:
    XmlWriter xml_;
};

std::string package_relations()
{
    constexpr auto core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    Relations relations;
    relations.add("document", std::string(relation_types) + "officeDocument", "word/document.xml");
    relations.add("core", core, "docProps/core.xml");
    relations.add("app", std::string(relation_types) + "extended-properties", "docProps/app.xml");
    return relations.finish();
}

std::string document_relations(const DocxBody& body)
{
    const std::string types = relation_types;
    Relations relations;
    for (const auto& part : parts) relations.add(part.id, types + part.type, part.file);
    for (std::size_t i = 1; i <= body.figures().size(); ++i) {
        const auto& figure = *body.figures()[i - 1];
        relations.add(fmt::format("png{}", i), types + "image", fmt::format("media/figure{}.png", i));
        if (!figure.svg.empty())
            relations.add(fmt::format("svg{}", i), types + "image", fmt::format("media/figure{}.svg", i));
    }
    const auto& addresses = body.text().addresses();
    for (std::size_t i = 1; i <= addresses.size(); ++i)
        relations.add(fmt::format("link{}", i), types + "hyperlink", addresses[i - 1], true);
    return relations.finish();
}

void separator(XmlWriter& xml, const char* type, const char* id, const char* mark)
{
    xml.open("w:footnote").attribute("w:type", type).attribute("w:id", id);
    xml.open("w:p").open("w:r").leaf(mark).close().close().close();
}

/// `text` runs over the notes with the styles it has already collected, and collects theirs.
std::string footnotes(DocxText& text, const std::vector<Footnote>& notes)
{
    XmlWriter xml;
    xml.open("w:footnotes");
    declare_namespaces(xml);
    separator(xml, "separator", "0", "w:separator");
    separator(xml, "continuationSeparator", "1", "w:continuationSeparator");
    for (std::size_t i = 0; i < notes.size(); ++i) {
        xml.open("w:footnote").attribute("w:id", std::to_string(DocxText::first_footnote + i));
        xml.open("w:p").open("w:pPr").open("w:pStyle").attribute("w:val", "FootnoteText").close().close();
        xml.open("w:r").open("w:rPr").open("w:rStyle").attribute("w:val", "FootnoteReference").close().close();
        xml.leaf("w:footnoteRef").close();
        text.run(xml, " ");
        for (auto run : notes[i].text) {
            run.link.clear(); // links of this part would need relations of their own; the address stays readable
            text.run(xml, run);
        }
        xml.close().close();
    }
    xml.close();
    return xml.finish();
}

std::string footer(DocxText& text)
{
    XmlWriter xml;
    xml.open("w:ftr");
    declare_namespaces(xml);
    xml.open("w:p").open("w:pPr").open("w:pStyle").attribute("w:val", "Footer").close().close();
    text.field(xml, "PAGE", "1");
    xml.close().close();
    return xml.finish();
}

std::string settings(const Document& document)
{
    XmlWriter xml;
    xml.open("w:settings");
    declare_namespaces(xml);
    xml.raw(
        R"(<w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/>)"
        R"(<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr><w:compat>)"
        R"(<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>)"
        R"(</w:compat>)");
    xml.open("w:themeFontLang").attribute("w:val", document.language).close();
    xml.open("w:decimalSymbol").attribute("w:val", std::string(1, document.decimal_sign)).close();
    xml.open("w:listSeparator").attribute("w:val", ";").close().close();
    return xml.finish();
}

std::string font_table()
{
    XmlWriter xml;
    xml.open("w:fonts");
    declare_namespaces(xml);
    const auto font = [&](const char* name, const char* other, const char* family) {
        xml.open("w:font").attribute("w:name", name).open("w:altName").attribute("w:val", other).close();
        xml.open("w:family").attribute("w:val", family).close().close();
    };
    font("Times New Roman", "Liberation Serif", "roman");
    font("Courier New", "Liberation Mono", "modern");
    xml.close();
    return xml.finish();
}

std::string core_properties(const Document& document)
{
    XmlWriter xml;
    xml.open("cp:coreProperties");
    xml.attribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attribute("xmlns:dcterms", "http://purl.org/dc/terms/");
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.leaf("dc:title", document.title).leaf("dc:creator", document.author_line);
    for (const auto tag : {"dcterms:created", "dcterms:modified"})
        xml.open(tag).attribute("xsi:type", "dcterms:W3CDTF").text(created(document)).close();
    xml.leaf("dc:language", document.language).close();
    return xml.finish();
}

std::string app_properties()
{
    XmlWriter xml;
    xml.open("Properties");
    xml.attribute("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    xml.leaf("Application", "Quipu").close();
    return xml.finish();
}

void add_pictures(ZipWriter& zip, const std::vector<const Figure*>& figures)
{
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const auto name = fmt::format("word/media/figure{}", i + 1);
        zip.add(name + ".png", figures[i]->png, Packing::stored);
        if (!figures[i]->svg.empty()) zip.add(name + ".svg", figures[i]->svg);
    }
}

}

Result<std::string> write_docx(const Document& document)
{
    const auto outline = Outline::of(document);
    if (!outline) return tl::unexpected(outline.error());
    const auto pages = page_numbers(document, *outline);
    if (!pages) return tl::unexpected(pages.error());
    DocxBody body(document, *outline, *pages);
    auto main = body.write();
    if (!main) return tl::unexpected(main.error());
    auto text = body.text();
    const auto notes = footnotes(text, body.text().footnotes());

    ZipWriter zip;
    zip.add("[Content_Types].xml", content_types());
    zip.add("_rels/.rels", package_relations());
    zip.add("word/document.xml", std::move(*main));
    zip.add("word/_rels/document.xml.rels", document_relations(body));
    zip.add("word/styles.xml", docx_styles(document, text));
    zip.add("word/numbering.xml", docx_numbering(body.ordered_lists()));
    zip.add("word/footnotes.xml", notes);
    zip.add("word/settings.xml", settings(document));
    zip.add("word/fontTable.xml", font_table());
    zip.add("word/footer1.xml", footer(text));
    zip.add("docProps/core.xml", core_properties(document));
    zip.add("docProps/app.xml", app_properties());
    add_pictures(zip, body.figures());
    return zip.finish();
}

}
