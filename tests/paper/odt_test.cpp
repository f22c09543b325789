#include "paper/writers.h"
#include "paper/xml.h"
#include "paper/zip.h"
#include "sample.h"
#include <set>

using namespace paper;

namespace
{

struct Package {
    std::vector<std::string> names;
    std::map<std::string, std::string> parts;

    explicit Package(const Document& document)
    {
        const auto zip = ZipReader::open(write_odt(document).value()).value();
        for (const auto& entry : zip.entries()) {
            names.push_back(entry.name);
            parts[entry.name] = zip.read(entry.name).value();
        }
    }
    pugi::xml_document xml(const std::string& name) const { return parse_xml(parts.at(name)).value(); }
};

std::multiset<std::string> values(const pugi::xml_document& tree, const char* path)
{
    std::multiset<std::string> all;
    for (const auto& found : tree.select_nodes(path)) all.insert(found.attribute().value());
    return all;
}

}

TEST(Odt, SameDocumentGivesSameBytes)
{
    EXPECT_EQ(write_odt(sample()).value(), write_odt(sample()).value());
}

TEST(Odt, MimetypeStandsFirstAndPlain)
{
    EXPECT_EQ(Package(sample()).names.front(), "mimetype");
    EXPECT_EQ(write_odt(sample()).value().substr(30, 47), "mimetypeapplication/vnd.oasis.opendocument.text");
}

TEST(Odt, EveryPartIsXmlAndInTheManifest)
{
    const Package package(sample());
    const auto listed = values(package.xml("META-INF/manifest.xml"), "//manifest:file-entry/@manifest:full-path");
    for (const auto& [name, bytes] : package.parts) {
        if (name.ends_with(".xml")) {
            EXPECT_TRUE(parse_xml(bytes)) << name;
        }
        if (name != "mimetype" && name != "META-INF/manifest.xml") {
            EXPECT_EQ(listed.count(name), 1u) << name;
        }
    }
    for (const auto& name : listed) EXPECT_TRUE(name == "/" || package.parts.contains(name)) << name;
}

TEST(Odt, StylesThatAreNamedExist)
{
    const Package package(sample());
    const auto content = package.xml("content.xml"), styles = package.xml("styles.xml");
    std::set<std::string> known;
    for (const auto* tree : {&content, &styles})
        for (const auto path : {"//style:style/@style:name", "//text:list-style/@style:name"})
            for (const auto& name : values(*tree, path)) EXPECT_TRUE(known.insert(name).second) << name << " twice";
    std::size_t used = 0;
    for (const auto* tree : {&content, &styles})
        for (const auto path : {"//@text:style-name", "//@table:style-name", "//@draw:style-name",
                                "//@style:parent-style-name", "//@text:citation-style-name"})
            for (const auto& name : values(*tree, path)) {
                EXPECT_TRUE(known.contains(name)) << name;
                ++used;
            }
    EXPECT_GT(used, 200u);
}

TEST(Odt, ReferencesPointAtBookmarks)
{
    const auto content = Package(sample()).xml("content.xml");
    const auto marks = values(content, "//text:bookmark-start/@text:name");
    EXPECT_EQ(marks, values(content, "//text:bookmark-end/@text:name"));
    for (const auto& name : values(content, "//text:bookmark-ref/@text:ref-name"))
        EXPECT_EQ(marks.count(name), 1u) << name;
    for (const auto& target : values(content, "//text:a/@xlink:href"))
        if (target.starts_with('#')) {
            EXPECT_EQ(marks.count(target.substr(1)), 1u) << target;
        }
}

TEST(Odt, BlanksAreNotFolded)
{
    Document document{.title = "t", .blocks = {Paragraph{"  dos  blancos\n y un salto"}}};
    const auto content = Package(document).parts.at("content.xml");
    EXPECT_NE(content.find("<text:s/><text:s/>dos <text:s/>blancos<text:line-break/><text:s/>y un salto"),
              content.npos);
}

TEST(Odt, InnerListsStandWithinTheirItem)
{
    const auto content = Package(sample()).xml("content.xml");
    EXPECT_EQ(content.select_nodes("//office:text/text:list").size(), 3u);
    EXPECT_EQ(content.select_nodes("//office:text/text:list/text:list-item/text:list/text:list-item").size(), 3u);
}

TEST(Odt, PictureHasItsDescription)
{
    const Package package(sample());
    EXPECT_EQ(package.parts.at("Pictures/figure1.png"), dot_png());
    EXPECT_STREQ(package.xml("content.xml").select_node("//draw:frame/svg:desc").node().text().get(),
                 "Red \"cero papel\" <dos nodos>");
}
