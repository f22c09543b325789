#include "paper/xml.h"
#include <rapidcheck.h>

using namespace paper;
using namespace std::string_literals;

namespace
{

ProblemKind refused(std::string_view bytes, XmlLimits limits = {})
{
    const auto tree = parse_xml(bytes, limits);
    EXPECT_FALSE(tree) << bytes.substr(0, 80);
    return tree ? ProblemKind::cannot_write : tree.error().kind;
}

std::string nested(int depth)
{
    std::string xml;
    for (int i = 0; i < depth; ++i) xml += "<a>";
    for (int i = 0; i < depth; ++i) xml += "</a>";
    return xml;
}

}

TEST(Xml, BlankBetweenRunsIsText)
{
    const auto tree = parse_xml("<p><t>uno</t><t> </t><t>dos &amp; tres</t></p>").value();
    EXPECT_EQ(text_of(tree), "uno dos & tres");
}

TEST(Xml, CommentsAreNotText)
{
    EXPECT_EQ(text_of(parse_xml("<p>a<!--x-->b<![CDATA[<c>]]></p>").value()), "ab<c>");
}

TEST(Xml, LocalNameDropsThePrefix)
{
    EXPECT_EQ(local_name("w:p"), "p");
    EXPECT_EQ(local_name("p"), "p");
    EXPECT_EQ(local_name(""), "");
}

TEST(Xml, OtherEncodingsBecomeUtf8)
{
    const auto latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><p>a\xF1o</p>"s;
    EXPECT_EQ(text_of(parse_xml(latin).value()), "año");
    EXPECT_EQ(text_of(parse_xml("\xFF\xFE<\0p\0>\0\xF1\0<\0/\0p\0>\0"s).value()), "ñ");
    EXPECT_EQ(text_of(parse_xml("\xEF\xBB\xBF<p>ñ</p>").value()), "ñ");
}

TEST(Xml, InvalidBytesBecomeReplacementCharacters)
{
    EXPECT_EQ(text_of(parse_xml("<p>a\xFF"
                                "b\xC3</p>"s)
                          .value()),
              "a\uFFFDb\uFFFD");
    EXPECT_EQ(text_of(parse_xml("<p>&#xD83D;</p>").value()), "\uFFFD\uFFFD\uFFFD") << "half a surrogate pair";
    const auto tree = parse_xml("<p q='&#xDC00;x'/>").value();
    EXPECT_EQ(tree.child("p").attribute("q").value(), "\uFFFD\uFFFD\uFFFDx"s);
}

TEST(Xml, MalformedIsRefused)
{
    for (const auto bytes :
         {"", "   ", "hola", "<a>", "<a></b>", "<a b=c/>", "<a", "<!-- x", "</a>", "<a><![CDATA[x</a>"})
        EXPECT_EQ(refused(bytes), ProblemKind::bad_file) << bytes;
}

TEST(Xml, EntityBombsAreRefused)
{
    EXPECT_EQ(refused("<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><l>&b;</l>"), ProblemKind::bad_file);
    EXPECT_EQ(
        refused("<?xml version='1.0'?><!-- x --><!DOCTYPE l [\n<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l>&x;</l>"),
        ProblemKind::bad_file);
    std::string wide = "\xFF\xFE";
    for (const char c : "<!DOCTYPE l [<!ENTITY a 'ha'>]><l/>"s) wide += c, wide += '\0';
    EXPECT_EQ(refused(wide), ProblemKind::bad_file);
}

TEST(Xml, PlainDoctypeIsReadAndDropped)
{
    const auto tree = parse_xml("<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' 'x.dtd'><html>a</html>").value();
    EXPECT_STREQ(tree.first_child().name(), "html");
}

TEST(Xml, DepthAndSizeAreLimited)
{
    EXPECT_TRUE(parse_xml(nested(255)));
    EXPECT_EQ(refused(nested(257)), ProblemKind::too_large);
    EXPECT_EQ(refused(nested(1'000'000)), ProblemKind::too_large);
    EXPECT_EQ(refused("<a>123</a>", {.bytes = 9}), ProblemKind::too_large);
}

TEST(Xml, DepthCountsLevelsNotElements)
{
    std::string wide = "<a>";
    for (int i = 0; i < 1000; ++i) wide += "<b><c/></b>";
    EXPECT_TRUE(parse_xml(wide + "</a>", {.depth = 4}));
}

TEST(Xml, WriterEscapesAndCloses)
{
    XmlWriter xml;
    xml.open("a").attribute("q", "\"<&>\n\t'").text("x < y & z > \"w\"\r\n").leaf("b").leaf("c", "ñ").close();
    EXPECT_EQ(xml.finish(),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<a q=\"&quot;&lt;&amp;&gt;&#10;&#9;'\">x &lt; y &amp; z &gt; \"w\"&#13;\n<b/><c>ñ</c></a>");
}

TEST(Xml, ForbiddenCharactersBecomeReplacementCharacters)
{
    EXPECT_EQ(escape_xml("a\0b\x1b\xFF\uFFFE"s), "a\uFFFDb\uFFFD\uFFFD\uFFFD");
}

TEST(Xml, AnyTextSurvivesTheRoundTrip)
{
    EXPECT_TRUE(rc::check("xml escaping", [](const std::string& bytes) {
        XmlWriter xml;
        xml.open("a").attribute("q", bytes).leaf("b", bytes).close();
        const auto tree = parse_xml(xml.finish()).value();
        std::string expected;
        for (const char c : valid_utf8(bytes)) {
            const auto u = static_cast<unsigned char>(c);
            if (u < 0x20 && c != '\t' && c != '\n' && c != '\r')
                expected += "\uFFFD";
            else
                expected += c;
        }
        RC_ASSERT(tree.child("a").attribute("q").value() == expected);
        RC_ASSERT(text_of(tree) == expected);
    }));
}

TEST(Xml, AnyBytesEndInATreeOrAProblem)
{
    EXPECT_TRUE(rc::check("xml noise", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("<a>", "</a>", "<!DOCTYPE a [", "]>", "<![CDATA[", "]]>", "&#", "x41;",
                                          "<?xml ", "?>", "\xFF", "\0"s, "<", " b='"));
        std::string bytes;
        for (const auto& piece : pieces) bytes += piece;
        const auto tree = parse_xml(bytes);
        RC_ASSERT(tree || tree.error().kind == ProblemKind::bad_file);
    }));
}
