#include "paper/writers.h"
#include "paper/xml.h"
#include "sample.h"
#include <regex>
#include <set>

using namespace paper;
using testing::HasSubstr;
using testing::Not;

namespace
{

/// The body is XML but for the void tags; closing those lets a strict parser judge it.
pugi::xml_document body_of(const Document& document)
{
    const auto html = write_html(document).value();
    const auto begin = html.find("<body>");
    const auto body = html.substr(begin, html.find("</body>") + 7 - begin);
    auto tree = parse_xml(std::regex_replace(body, std::regex("<(img|br|hr|col)( [^>]*|)>"), "<$1$2/>"));
    EXPECT_TRUE(tree) << tree.error().what;
    return std::move(*tree);
}

std::multiset<std::string> values(const pugi::xml_document& tree, const char* path)
{
    std::multiset<std::string> all;
    for (const auto& found : tree.select_nodes(path)) all.insert(found.attribute().value());
    return all;
}

}

TEST(Html, TagsAreBalanced)
{
    EXPECT_TRUE(body_of(sample()).select_node("//main/header/h1"));
}

TEST(Html, SameDocumentGivesSameBytes)
{
    EXPECT_EQ(write_html(sample()).value(), write_html(sample()).value());
}

TEST(Html, LocalLinksHaveTargets)
{
    const auto body = body_of(sample());
    const auto ids = values(body, "//@id");
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size());
    std::size_t local = 0;
    for (const auto& target : values(body, "//a/@href"))
        if (target.starts_with('#')) {
            EXPECT_EQ(ids.count(target.substr(1)), 1u) << target;
            ++local;
        }
    EXPECT_GT(local, 10u);
}

TEST(Html, NothingIsLoadedFromOutside)
{
    const auto html = write_html(sample()).value();
    EXPECT_THAT(html, HasSubstr("default-src 'none'"));
    for (const auto& source : values(body_of(sample()), "//@src")) EXPECT_TRUE(source.starts_with("data:image/"));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
}

TEST(Html, HostileTextStaysText)
{
    Document document{.title = "</title><script>alert(1)</script>", .author_line = "<img src=x onerror=alert(1)>"};
    document.blocks = {Paragraph{{Text{"</p><script>alert(2)</script>"}, linked("clic", "JavaScript:alert(3)"),
                                  linked("\"><script>", "https://x/\" onclick=\"alert(4)")}}};
    const auto html = write_html(document).value();
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("<img src=x")));
    EXPECT_THAT(html, Not(HasSubstr("JavaScript:")));
    EXPECT_THAT(html, Not(HasSubstr("\" onclick=\"")));
}

TEST(Html, InnerListsStandWithinTheirItem)
{
    const auto body = body_of(sample());
    EXPECT_EQ(body.select_nodes("//main/ul/li").size(), 2u);
    EXPECT_EQ(body.select_nodes("//main/ul/li/ul/li").size(), 2u);
    EXPECT_EQ(body.select_nodes("//main/ol").size(), 2u);
}

TEST(Html, SkippedLevelsMakeNoHoles)
{
    Document document{.title = "t", .blocks = {List{{{"a", 2}, {"b", 0}, {"c", 2}, {"d", 1}}}}};
    const auto body = body_of(document);
    EXPECT_EQ(body.select_nodes("//main/ul/li").size(), 2u);
    EXPECT_EQ(body.select_nodes("//main/ul/li/ul/li").size(), 2u);
}

TEST(Html, NumbersLineUpOnTheirDecimalSign)
{
    const auto html = write_html(sample()).value();
    EXPECT_THAT(html, HasSubstr("-.265</td>"));
    EXPECT_THAT(html, HasSubstr(">.71*</td>")) << "as long as .265 behind the point";
    EXPECT_THAT(html, HasSubstr(">0\u2008\u2007\u2007\u2007</td>"));
    EXPECT_THAT(html, HasSubstr(">10</td>"));
}
