#include "support/source_files.h"
#include "workbench/importer.h"
#include <gtest/gtest.h>

using namespace workbench;
using namespace support;

namespace
{

std::string text_of_docx(const std::string& bytes)
{
    const auto source = read_docx(bytes, {});
    return source ? source->text : "error: " + source.error().detail;
}

std::string p(const std::string& inside)
{
    return "<w:p>" + inside + "</w:p>";
}
std::string r(const std::string& text)
{
    return "<w:r><w:t>" + text + "</w:t></w:r>";
}

struct Row {
    std::string body, text;
};
class Docx : public testing::TestWithParam<Row>
{
};

}

TEST_P(Docx, IsRead)
{
    EXPECT_EQ(text_of_docx(docx_of(GetParam().body)), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Importer, Docx,
    testing::Values(
        Row{p(r("uno")) + p("") + p(r("dos")), "uno\n\ndos"}, Row{p(r("uno ") + r("dos")), "uno dos"},
        Row{p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>"), "a\tb\nc\nd"},
        Row{p("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/><w:t>c\u00A0d</w:t></w:r>"),
            "a\u00ADb\u2011c\u00A0d"},
        Row{p("<w:r><w:br w:type=\"page\"/><w:t>a</w:t><w:br w:type=\"page\"/></w:r>" + r("b")), "a\nb"},
        Row{p("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>"),
            "•→"},
        // tracked changes: what was put in is in, what was taken out is out
        Row{p(r("a") + "<w:ins>" + r("b") + "</w:ins><w:del><w:r><w:delText>c</w:delText></w:r>" + r("c") + "</w:del>" +
              r("d")),
            "abd"},
        Row{p("<w:moveFrom>" + r("x") + "</w:moveFrom><w:moveTo>" + r("y") + "</w:moveTo>"), "y"},
        Row{p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("a ")) + p(r("b")), "a b"},
        Row{p(r("a")) + p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>" + r("x") + "</w:del>") + p(r("b")), "a\nb"},
        Row{p("<w:hyperlink>" + r("enlace") + "</w:hyperlink><w:smartTag>" + r(" y") +
              "</w:smartTag><w:sdt><w:sdtContent>" + r(" z") + "</w:sdtContent></w:sdt>"),
            "enlace y z"},
        Row{p("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>" + r("3")), "3"},
        Row{p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>oculto</w:t></w:r>" + r("a")), "a"},
        Row{p("<w:r><w:t>\n   sangrado\n  </w:t></w:r>"), "sangrado"},
        Row{p("<w:r><w:t xml:space=\"preserve\"> a\nb </w:t></w:r>"), " a b "},
        Row{p("<w:r><w:ruby><w:rt>" + r("kan") + "</w:rt><w:rubyBase>" + r("漢") + "</w:rubyBase></w:ruby></w:r>"),
            "漢"},
        Row{p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "x=1"},
        // the two forms of one text box
        Row{p(r("a") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>" + p(r("caja")) +
              "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
              "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" +
              p(r("caja")) + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" +
              r("b")) +
                p(r("c")),
            "ab\ncaja\nc"},
        Row{p("<w:r><w:pict><v:textbox><w:txbxContent>" + p(r("caja")) + p(r("dos")) +
              "</w:txbxContent></v:textbox></w:pict></w:r>" + r("a")),
            "a\ncaja\ndos"},
        // tables
        Row{"<w:tbl><w:tr><w:tc>" + p(r("a")) + p(r("b")) + "</w:tc><w:tc>" +
                p("<w:r><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r>") + "</w:tc><w:tc>" + p("") + "</w:tc></w:tr></w:tbl>" +
                p(r("z")),
            "a b\tc d\t\nz"},
        Row{"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + p(r("a")) + "</w:tc><w:tc>" +
                p(r("b")) +
                "</w:tc></w:tr>"
                "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" +
                p("") + "</w:tc><w:tc>" + p(r("c")) + "</w:tc></w:tr></w:tbl>",
            "a\tb\n\tc"},
        Row{"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>" + p(r("x")) + "</w:tc><w:tc>" + p(r("y")) +
                "</w:tc></w:tr></w:tbl>" + p("") + "</w:tc><w:tc>" + p(r("z")) + "</w:tc></w:tr></w:tbl>",
            "x y\tz"},
        Row{"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p(r("no")) + "</w:tc></w:tr><w:tr><w:tc>" + p(r("sí")) +
                "</w:tc></w:tr></w:tbl>",
            "sí"}));

namespace
{

std::string in_list(int list, int level, const std::string& text)
{
    return p("<w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
             std::to_string(list) + "\"/></w:numPr></w:pPr>" + r(text));
}

std::string level(int at, const std::string& form, const std::string& text, const std::string& more = "")
{
    return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + form +
           "\"/><w:lvlText w:val=\"" + text + "\"/>" + more + "</w:lvl>";
}

const std::string numbering =
    "<w:numbering xmlns:w=\"w\">"
    "<w:abstractNum w:abstractNumId=\"0\">" +
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "(%3)") +
    "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\">" +
    level(0, "decimal", "%1") + level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Sub\"/>") +
    "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"2\">" +
    level(0, "upperRoman", "Art. %1") + level(1, "decimal", "%1.%2", "<w:isLgl/>") + level(2, "none", "") +
    "</w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
    "w:val=\"5\"/></w:lvlOverride></w:num>"
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"4\"><w:abstractNumId "
    "w:val=\"2\"/></w:num></w:numbering>";
const std::string styles =
    "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Top\"><w:pPr><w:numPr><w:numId "
    "w:val=\"3\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:basedOn w:val=\"Top\"/><w:pPr><w:numPr><w:ilvl "
    "w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Ring\"><w:basedOn w:val=\"Ring\"/></w:style></w:styles>";

std::string styled(const std::string& style, const std::string& text, const std::string& more = "")
{
    return p("<w:pPr><w:pStyle w:val=\"" + style + "\"/>" + more + "</w:pPr>" + r(text));
}

std::string listed(const std::string& body)
{
    return text_of_docx(docx_of(body, {{"word/numbering.xml", numbering}, {"word/styles.xml", styles}}));
}

}

TEST(ImporterDocx, ListsCountAsWordShowsThem)
{
    EXPECT_EQ(listed(in_list(1, 0, "a") + in_list(1, 1, "b") + in_list(1, 1, "c") + in_list(1, 2, "d") +
                     in_list(1, 0, "e") + in_list(1, 1, "f")),
              "1. a\na) b\nb) c\n(i) d\n2. e\na) f");
    EXPECT_EQ(listed(in_list(1, 0, "a") + p(r("x")) + in_list(1, 0, "b") + in_list(2, 0, "c") + in_list(2, 0, "d")),
              "1. a\nx\n2. b\n5. c\n6. d");
    EXPECT_EQ(listed(in_list(4, 0, "a") + in_list(4, 0, "b") + in_list(4, 1, "c") + in_list(4, 2, "d")),
              "Art. I a\nArt. II b\n2.1 c\nd");
    EXPECT_EQ(listed(in_list(3, 1, "antes") + in_list(3, 0, "a")), "1.1 antes\n1 a");
    EXPECT_EQ(listed(in_list(99, 0, "sin lista") + in_list(0, 0, "x")), "sin lista\nx");
}

TEST(ImporterDocx, AListMayFollowAStyleOfLists)
{
    const std::string lists =
        "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>"
        "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"L\"/>" +
        level(0, "upperLetter", "%1)") +
        "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    EXPECT_EQ(text_of_docx(docx_of(in_list(1, 0, "a") + in_list(1, 0, "b"), {{"word/numbering.xml", lists}})),
              "A) a\nB) b");
}

TEST(ImporterDocx, StylesMakeItems)
{
    EXPECT_EQ(
        listed(styled("Top", "a") + styled("Sub", "b") + styled("Sub", "c") + styled("Top", "d") + styled("Ring", "x")),
        "1 a\n1.1 b\n1.2 c\n2 d\nx");
    EXPECT_EQ(listed(styled("Top", "a", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>")), "a");
}

TEST(ImporterDocx, FootnotesAndEndnotesCountTogether)
{
    const std::string notes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"-1\"/><w:footnote w:id=\"2\">" +
                              p("<w:r><w:footnoteRef/></w:r>" + r(" pie")) + p(r("más")) +
                              "</w:footnote></w:footnotes>";
    const std::string ends =
        "<w:endnotes xmlns:w=\"w\"><w:endnote w:id=\"2\">" + p(r("fin")) + "</w:endnote></w:endnotes>";
    const auto body = p(r("a") + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>") + "<w:tbl><w:tr><w:tc>" +
                      p(r("b") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>") + "</w:tc></w:tr></w:tbl>" +
                      p(r("c") + "<w:del><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:del>");
    EXPECT_EQ(text_of_docx(docx_of(body, {{"word/footnotes.xml", notes}, {"word/endnotes.xml", ends}})),
              "a[1]\nb[2]\nc\n[1] fin\n[2] pie\nmás");
}

TEST(ImporterDocx, WhatIsLeftOutIsSaid)
{
    const auto source =
        read_docx(docx_of(p(r("a") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>") + "<w:altChunk/>"), {});
    ASSERT_TRUE(source);
    EXPECT_EQ(source->warnings.size(), 2u);
}

TEST(ImporterDocx, ADamagedPartIsNotPassedOver)
{
    const auto source = read_docx(docx_of(p(r("a")), {{"word/footnotes.xml", "<w:footnotes><w:footnote>"}}), {});
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().code, ErrorCode::bad_file);
}
