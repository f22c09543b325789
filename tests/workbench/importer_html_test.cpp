#include "workbench/importer.h"
#include <gtest/gtest.h>

using namespace workbench;

namespace
{

struct Row {
    std::string html, text;
};
class Html : public testing::TestWithParam<Row>
{
};

}

TEST_P(Html, IsRead)
{
    const auto source = read_html(GetParam().html, {});
    ASSERT_TRUE(source) << source.error().detail;
    EXPECT_EQ(source->text, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Importer, Html,
    testing::Values(
        Row{"<p>uno</p><p>dos</p>", "uno\ndos"}, Row{"uno<p>dos", "uno\ndos"}, Row{"<p>uno<p>dos", "uno\ndos"},
        Row{"<p>uno</p><p></p><p>dos</p>", "uno\n\ndos"}, Row{"<p>uno</p><p><br></p><p>dos</p>", "uno\n\ndos"},
        Row{"<p>uno</p><p/><p>dos</p>", "uno\n\ndos"}, Row{"<div></div><p>uno</p><div> </div>", "uno"},
        Row{"<p>  a\n  b <b> c</b>d  </p>", "a b cd"}, Row{"<p>a<br>b<br></p>", "a\nb"},
        Row{"<p>a&nbsp;b&shy;c &aacute;&#8220;&amp;lt;</p>", "a\u00A0b\u00ADc á“&lt;"},
        Row{"<head><title>no</title><style>p{}</style></head><script>no()</script><p>sí</p>", "sí"},
        Row{"<pre>\n a\n  b\n</pre>c", " a\n  b\nc"}, Row{"<h1>T</h1><blockquote>c</blockquote>", "T\nc"},
        Row{"<ol start=3 type=a><li>x<li><p>y</p><ul><li>z</ul></ol>", "c. x\nd. y\n- z"},
        Row{"<ol><li value=9>x</li><li></li></ol>", "9. x\n10."},
        Row{"<table><caption>Cuadro</caption><tr><th>a<th>b<tr><td><p>1</p><p>2</p><td>3<br>4</table>z",
            "Cuadro\na\tb\n1 2\t3 4\nz"},
        Row{"<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\n\tc"},
        Row{"<table><tr><td><table><tr><td>x</td><td>y</td></tr></table></td><td>z</td></tr></table>", "x y\tz"},
        Row{"<p hidden>no</p><template>no</template><p>sí</p>", "sí"},
        Row{"<p>a<a class=\"sdfootnoteanc\" name=\"a1\" href=\"#s1\"><sup>1</sup></a></p><div id=\"d1\"><p><a "
            "class=\"sdfootnotesym\" href=\"#a1\">1</a> nota</p></div>",
            "a[1]\n[1] nota"},
        Row{"<p>a<a role=\"doc-noteref\" href=\"#fn1\">[1]</a>.</p><ol><li id=\"fn1\"><p>nota<a "
            "role=\"doc-backlink\" href=\"#x\">↩</a></p></li></ol>",
            "a[1].\n[1] nota"},
        Row{"<p>sin cierre <b>abierto", "sin cierre abierto"}, Row{"</p></div>hola</b>", "hola"},
        Row{"<p>a<sup id=\"c1\"><a epub:type=\"noteref\" href=\"#d1\">i</a></sup></p><aside "
            "epub:type=\"footnote\" id=\"d1\"><p><sup><a href=\"#c1\">i</a></sup>nota</p></aside>",
            "a[1]\n[1] nota"},
        Row{"<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"},
        Row{"<a href=\"#x\">enlace</a> <a id=\"x\">destino</a>", "enlace destino"},
        Row{"<ruby>漢<rt>kan</rt></ruby>", "漢"}));

TEST(ImporterHtml, TheDeclaredEncodingCounts)
{
    const auto meta = read_html("<meta charset='windows-1251'><p>\xCC\xF3\xED", {});
    ASSERT_TRUE(meta);
    EXPECT_EQ(meta->text, "Мун");
    const auto old =
        read_html("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'><p>\x93Qu\xE9\x94", {});
    ASSERT_TRUE(old);
    EXPECT_EQ(old->text, "“Qué”");
    const auto wrong = read_html("<meta charset='utf-8'><p>Qu\xE9", {});
    ASSERT_TRUE(wrong);
    EXPECT_EQ(wrong->text, "Qué");
}

TEST(ImporterHtml, NestingWithoutMeasureIsRefused)
{
    std::string html;
    for (int i = 0; i < 1'000'000; ++i) html += "<div>";
    const auto source = read_html(html + "x", {});
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().code, ErrorCode::bad_file);
}
