#include "support/source_files.h"
#include "workbench/importer.h"
#include "workbench/words.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace workbench;
using namespace support;
using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

std::string p(const std::string& inside)
{
    return "<w:p>" + inside + "</w:p>";
}
std::string r(const std::string& text, const std::string& color = {})
{
    const auto style = color.empty() ? "" : "<w:rPr><w:highlight w:val=\"" + color + "\"/></w:rPr>";
    return "<w:r>" + style + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string begin(int id)
{
    return "<w:commentRangeStart w:id=\"" + std::to_string(id) + "\"/>";
}
std::string end(int id)
{
    const auto number = std::to_string(id);
    return "<w:commentRangeEnd w:id=\"" + number + "\"/><w:r><w:commentReference w:id=\"" + number + "\"/></w:r>";
}

/// With comments 0 and 1, of two paragraphs and one.
SourceText read(const std::string& body)
{
    const auto comments = "<w:comments xmlns:w=\"w\"><w:comment w:id=\"0\" w:author=\"Tutora\">" + p(r("Uno")) +
                          p("<w:del><w:r><w:delText>no</w:delText></w:r></w:del>" + r("dos")) +
                          "</w:comment><w:comment w:id=\"1\">" + p(r("tres")) + "</w:comment></w:comments>";
    return read_docx(docx_of(body, {{"word/comments.xml", comments}}), {}).value();
}

/// "passage|author|comment" or "passage|colour" of each.
std::vector<std::string> remarks_in(const SourceText& source)
{
    std::vector<std::string> found;
    for (const auto& remark : source.remarks) {
        std::string passage;
        std::size_t at = 0;
        for (std::size_t i = 0; i < source.text.size(); ++i) {
            if (i > 0 && (static_cast<unsigned char>(source.text[i]) & 0xC0) != 0x80) ++at;
            if (at >= remark.begin && at < remark.end) passage += source.text[i];
        }
        found.push_back(passage + "|" +
                        (remark.kind == Remark::Kind::comment ? remark.author + "|" + remark.text : remark.color));
    }
    return found;
}

}

TEST(DocxRemarks, ACommentKnowsItsPassageAuthorAndText)
{
    const auto source = read(p(r("Qué ") + begin(0) + r("pasó ayer") + end(0) + r(" aquí")) + p(r("Fin")));
    EXPECT_EQ(source.text, "Qué pasó ayer aquí\nFin") << "the text is the same as without comments";
    EXPECT_THAT(remarks_in(source), ElementsAre("pasó ayer|Tutora|Uno\ndos"));
}

TEST(DocxRemarks, ACommentMayGoOverParagraphsAndOverAnother)
{
    const auto source = read(p(r("a ") + begin(0) + begin(1) + r("b")) + p(r("c") + end(1) + r("d") + end(0)));
    EXPECT_EQ(source.text, "a b\ncd");
    EXPECT_THAT(remarks_in(source), ElementsAre("b\ncd|Tutora|Uno\ndos", "b\nc||tres"));
}

TEST(DocxRemarks, ACommentOnNoPassageIsOnItsParagraph)
{
    const auto source =
        read(p(r("a")) + p(r("b c") + "<w:r><w:commentReference w:id=\"1\"/></w:r>" + r(" d")) + p(r("e")));
    EXPECT_THAT(remarks_in(source), ElementsAre("b c d||tres"));
}

TEST(DocxRemarks, AColourIsOneStretchHoweverManyRunsWordMadeOfIt)
{
    const auto source =
        read(p(r("a ") + r("b", "yellow") + r(" ") + r("c ", "yellow") + r("d", "green") + r("e", "none")) +
             p(r("f", "green")));
    EXPECT_EQ(source.text, "a b c de\nf");
    EXPECT_THAT(remarks_in(source), ElementsAre("b c|yellow", "d|green", "f|green"));
}

TEST(DocxRemarks, InsideACellAndAroundAFootnote)
{
    const auto cells = "<w:tbl><w:tr><w:tc>" + p(r("a", "yellow")) + "</w:tc><w:tc>" + p(begin(1) + r("b") + end(1)) +
                       "</w:tc></w:tr></w:tbl>";
    const auto source = read(cells + p(r("c", "cyan")));
    EXPECT_EQ(source.text, "a\tb\nc");
    EXPECT_THAT(remarks_in(source), ElementsAre("a|yellow", "b||tres", "c|cyan"));
}

TEST(DocxRemarks, WhatPointsNowhereIsNone)
{
    EXPECT_THAT(read(p(begin(7) + r("a") + end(7))).remarks, IsEmpty()) << "there is no such comment";
    EXPECT_THAT(read(p(begin(0) + r("a"))).remarks, IsEmpty()) << "it never ends";
    EXPECT_THAT(read(p(r(" ", "yellow") + r("a"))).remarks, IsEmpty()) << "a coloured blank";
}
