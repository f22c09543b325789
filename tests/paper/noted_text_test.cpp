#include "paper/writers.h"
#include "paper/xml.h"
#include "paper/zip.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace paper;
using testing::HasSubstr;
using testing::Not;

namespace
{

Document interview()
{
    Document document{.title = "DMPP5"};
    NotedText text;
    text.paragraphs.push_back({"11", Text{.text = "¿Y antes?", .ink = "#676D76"}, {}});
    text.paragraphs.push_back(
        {"12",
         {Text{.text = "Cuadernos. "}, Text{.text = "Se perdían <todos>.", .ground = "#FFEEDD"}},
         {Text{.text = "5:3", .bold = true}, Text{.text = "\n■ ", .ink = "#E69F00"}, Text{.text = "Cero papel"}}});
    document.blocks.emplace_back(std::move(text));
    return document;
}

std::string part(const std::string& zipped, const std::string& name)
{
    const auto zip = ZipReader::open(zipped).value();
    auto bytes = zip.read(name).value();
    EXPECT_TRUE(parse_xml(bytes)) << name;
    return bytes;
}

}

TEST(NotedText, StandsInThreeColumnsOfTheDocx)
{
    const auto body = part(write_docx(interview()).value(), "word/document.xml");
    for (const auto* words : {">12<", "Se perdían &lt;todos&gt;.", "Cero papel", "MarginNote", "NotedNumber"})
        EXPECT_THAT(body, HasSubstr(words));
    const auto styles = part(write_docx(interview()).value(), "word/styles.xml");
    EXPECT_THAT(styles, HasSubstr(R"(<w:color w:val="E69F00"/>)"));
    EXPECT_THAT(styles, HasSubstr(R"(w:fill="FFEEDD")"));
    // Every style that is named is there.
    for (const auto* style : {"NotedText", "NotedParagraph", "NotedNumber", "MarginNote", "InkE69F00", "GroundFFEEDD"})
        EXPECT_THAT(styles, HasSubstr(std::string("w:styleId=\"") + style + "\""));
}

TEST(NotedText, StandsInThreeColumnsOfTheOdt)
{
    const auto body = part(write_odt(interview()).value(), "content.xml");
    for (const auto* words : {">12<", "Se perdían &lt;todos&gt;.", "NotedText.3", "Margin_20_Note"})
        EXPECT_THAT(body, HasSubstr(words));
    const auto styles = part(write_odt(interview()).value(), "styles.xml");
    EXPECT_THAT(styles, HasSubstr(R"(fo:color="#E69F00")"));
    EXPECT_THAT(styles, HasSubstr(R"(fo:background-color="#FFEEDD")"));
}

TEST(NotedText, StandsInThreeColumnsOfTheHtml)
{
    const auto html = write_html(interview()).value();
    EXPECT_THAT(html, HasSubstr(R"(<span class="number">12</span>)"));
    EXPECT_THAT(html, HasSubstr(R"(<span style="background:#FFEEDD">Se perdían &lt;todos&gt;.</span>)"));
    EXPECT_THAT(html, HasSubstr("<aside><strong>5:3</strong><span style=\"color:#E69F00;\"><br>■ </span>Cero papel"));
}

TEST(NotedText, FollowsItsParagraphInMarkdown)
{
    const auto text = write_markdown(interview()).value().text;
    EXPECT_THAT(text, HasSubstr("**12** Cuadernos. Se perdían \\<todos\\>."));
    EXPECT_THAT(text, HasSubstr("> **5:3**<br>■ Cero papel"));
}

TEST(NotedText, GivesTheSameBytesEachTime)
{
    EXPECT_EQ(write_pdf(interview()).value(), write_pdf(interview()).value());
    EXPECT_EQ(write_docx(interview()).value(), write_docx(interview()).value());
}

TEST(NotedText, LeavesAColourOutThatIsNone)
{
    Document document{.title = "x"};
    document.blocks.emplace_back(Paragraph{Text{.text = "y", .ink = "\"><script>", .ground = "red"}});
    const auto html = write_html(document).value();
    EXPECT_THAT(html, Not(HasSubstr("script")));
    EXPECT_THAT(html, Not(HasSubstr("red\"")));
    EXPECT_TRUE(write_docx(document) && write_odt(document) && write_pdf(document));
}
