#include "support/source_files.h"
#include "workbench/importer.h"
#include <gtest/gtest.h>

using namespace workbench;
using namespace support;

namespace
{

const std::string styles =
    "<text:list-style style:name=\"N\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
    "style:num-suffix=\".\"/>"
    "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-prefix=\"(\" "
    "style:num-suffix=\")\"/>"
    "<text:list-level-style-number text:level=\"3\" style:num-format=\"1\" "
    "text:display-levels=\"3\"/></text:list-style>"
    "<text:list-style style:name=\"P\"><text:list-level-style-number text:level=\"1\" style:num-format=\"I\" "
    "loext:num-list-format=\"§ %1%\" text:start-value=\"3\"/></text:list-style>";

struct Row {
    std::string text, expected;
};
class Odt : public testing::TestWithParam<Row>
{
};

std::string item(const std::string& inside)
{
    return "<text:list-item>" + inside + "</text:list-item>";
}
std::string p(const std::string& inside)
{
    return "<text:p>" + inside + "</text:p>";
}
std::string list(const std::string& inside, const std::string& attributes = "text:style-name=\"N\"")
{
    return "<text:list " + attributes + ">" + inside + "</text:list>";
}

}

TEST_P(Odt, IsRead)
{
    const auto source = read_odt(odt_of(GetParam().text, styles), {});
    ASSERT_TRUE(source) << source.error().detail;
    EXPECT_EQ(source->text, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Importer, Odt,
    testing::Values(
        Row{p("  a\n   b<text:s text:c=\"3\"/>c <text:span> d</text:span>") + "\n  " + p("") + p("e"),
            "a b   c d\n\ne"},
        Row{p("a<text:tab/>b<text:line-break/>c\u00A0d\u00ADe<text:soft-page-break/>f"), "a\tb\nc\u00A0d\u00ADef"},
        Row{"<text:tracked-changes><text:changed-region><text:deletion>" + p("borrado") +
                "</text:deletion></text:changed-region></text:tracked-changes>" +
                p("a<text:change/>b<office:annotation>" + p("nota") + "</office:annotation>"),
            "ab"},
        Row{"<text:section>" + p("a") +
                "</text:section><text:table-of-content><text:table-of-content-source>x</"
                "text:table-of-content-source><text:index-body>" +
                p("Índice") + "</text:index-body></text:table-of-content>",
            "a\nÍndice"},
        Row{p("<text:a>enlace</text:a><text:bookmark/><text:ruby><text:ruby-base>漢</"
              "text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>"),
            "enlace漢"},
        Row{p("a<draw:frame><draw:text-box>" + p("caja") + "</draw:text-box><svg:title>no</svg:title></draw:frame>b") +
                p("c"),
            "ab\ncaja\nc"},
        Row{p("a<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("uno") + p("dos") +
              "</text:note-body></text:note>b"),
            "a[1]b\n[1] uno\ndos"},
        Row{list(item(p("a") + p("sigue")) + item(p("b") + list(item(p("c")) + item(p("d") + list(item(p("e"))))))) +
                list(item(p("f"))),
            "1. a\nsigue\n2. b\n(a) c\n(b) d\n2.b.1 e\n1. f"},
        Row{list(item(p("a")), "text:style-name=\"N\" xml:id=\"l1\"") + p("x") +
                list(item(p("b")), "text:style-name=\"N\" text:continue-list=\"l1\""),
            "1. a\nx\n2. b"},
        Row{list(item(p("a"))) + list(item(p("b")), "text:style-name=\"N\" text:continue-numbering=\"true\""),
            "1. a\n2. b"},
        Row{list(item(p("a")) + "<text:list-header>" + p("h") +
                     "</text:list-header><text:list-item text:start-value=\"9\">" + p("b") + "</text:list-item>",
                 "text:style-name=\"P\""),
            "§ III a\nh\n§ IX b"},
        Row{list(item(p("a")), ""), "- a"}, Row{list(item(list(item(p("x"))))), "(a) x"},
        Row{"<table:table><table:table-header-rows><table:table-row><table:table-cell "
            "table:number-columns-spanned=\"2\">" +
                p("a") +
                "</table:table-cell><table:covered-table-cell/><table:table-cell table:number-rows-spanned=\"2\">" +
                p("b") + p("c") +
                "</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell "
                "table:number-columns-repeated=\"2\">" +
                p("d") + "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>" + p("z"),
            "a\tb c\nd\td\t\nz"},
        Row{"<text:h text:outline-level=\"1\">Título</text:h>" + p("x"), "Título\nx"}));

TEST(ImporterOdt, HeadingsCarryTheirNumber)
{
    const std::string outline =
        "<office:document-styles xmlns:office=\"o\" xmlns:text=\"t\" "
        "xmlns:style=\"s\"><office:styles><text:outline-style>"
        "<text:outline-level-style text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
        "<text:outline-level-style text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\"/>"
        "<text:outline-level-style text:level=\"3\" "
        "style:num-format=\"\"/></text:outline-style></office:styles></office:document-styles>";
    const auto h = [](int level, const std::string& text) {
        return "<text:h text:outline-level=\"" + std::to_string(level) + "\">" + text + "</text:h>";
    };
    const auto source = read_odt(
        odt_of(h(1, "a") + h(2, "b") + h(2, "c") + h(1, "d") + h(2, "e") + h(3, "f"), "", {{"styles.xml", outline}}),
        {});
    ASSERT_TRUE(source);
    EXPECT_EQ(source->text, "1. a\n1.1 b\n1.2 c\n2. d\n2.1 e\nf");
}

TEST(ImporterOdt, ASingleXmlFileIsReadToo)
{
    const auto source = read_source("a.fodt", "<office:document xmlns:office=\"o\" "
                                              "xmlns:text=\"t\"><office:body><office:text><text:p>hola</text:p></"
                                              "office:text></office:body></office:document>");
    ASSERT_TRUE(source);
    EXPECT_EQ(source->text, "hola");
}
