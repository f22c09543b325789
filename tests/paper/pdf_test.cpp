#include "paper/canvas.h"
#include "paper/writers.h"
#include "sample.h"
#include <algorithm>
#include <cstdio>
#include <set>
#include <support/corpus.h>

using namespace paper;
using testing::HasSubstr;

namespace
{

/// What poppler's tools read; the tools are in every build environment, as the readers of the project need poppler.
std::string output_of(const std::string& command)
{
    std::string text;
    auto* pipe = popen(command.c_str(), "r");
    EXPECT_NE(pipe, nullptr);
    char buffer[4096];
    while (const auto got = fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, got);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return text;
}

std::string text_of(const Document& document)
{
    const support::TempFolder folder;
    const auto file = support::write_file(folder / "a.pdf", write_pdf(document).value());
    return output_of("pdftotext -layout '" + file.string() + "' -");
}

/// All words in one line, to look for them wherever lines broke.
std::string words_of(const Document& document)
{
    auto text = text_of(document);
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\f'; }, ' ');
    return text + " ";
}

std::set<std::string> matches(const std::string& bytes, const std::string& before, char end)
{
    std::set<std::string> all;
    for (auto at = bytes.find(before); at != bytes.npos; at = bytes.find(before, at + 1)) {
        const auto begin = at + before.size();
        all.insert(bytes.substr(begin, bytes.find(end, begin) - begin));
    }
    return all;
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t n = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
    return n;
}

}

TEST(Pdf, SameDocumentGivesSameBytes)
{
    EXPECT_EQ(write_pdf(sample()).value(), write_pdf(sample()).value());
}

TEST(Pdf, EveryWordIsOnAPage)
{
    const auto text = text_of(sample());
    for (const auto part : {"Motivaciones & <estrategias>", "1.1", "Cero papel", "(DMPP5, 5:3)", "a) a la OTI",
                            "Vuelve a uno", "Figura 1. Red de códigos", "Tabla 2", "Fortaleza 40", "120",
                            "Año de pandemia.", "DMPP1, DMPP2", "Elaboración propia", "1. no es una lista"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST(Pdf, TableSaysItsHeadOnEveryPage)
{
    const auto text = text_of(sample());
    const auto pages = count(text, "\f");
    EXPECT_GE(pages, 3u);
    EXPECT_GE(count(text, "Evidencia  "), 2u) << "the head of the second table";
    for (int i = 1; i <= 40; ++i) EXPECT_EQ(count(text, "Fortaleza " + std::to_string(i) + " "), 1u) << i;
}

TEST(Pdf, ContentsCarryThePagesOfTheirHeadings)
{
    Document document{.title = "t"};
    document.blocks.push_back(Contents{});
    for (int i = 0; i < 3; ++i) {
        document.blocks.push_back(PageBreak{});
        document.blocks.push_back(Heading{.text = "Sección " + std::string(1, static_cast<char>('A' + i))});
    }
    const auto text = text_of(document);
    const auto first = text.substr(0, text.find('\f'));
    EXPECT_LT(first.find("Sección A"), first.find("2\n"));
    EXPECT_EQ(count(text, "\f"), 4u);
    EXPECT_THAT(first, testing::ContainsRegex("Sección C +4"));
}

TEST(Pdf, LinksHaveTargets)
{
    const auto bytes = write_pdf(sample()).value();
    const auto targets = matches(bytes, "/Dest (", ')');
    EXPECT_GE(targets.size(), 6u);
    const auto names = bytes.substr(bytes.rfind("<< /Names ["));
    for (const auto& target : targets) EXPECT_NE(names.find("(" + target + ")"), names.npos) << target;
    EXPECT_EQ(matches(bytes, "/URI (", ')').size(), 2u);
}

TEST(Pdf, FontsAreEmbedded)
{
    const support::TempFolder folder;
    const auto file = support::write_file(folder / "a.pdf", write_pdf(sample()).value());
    const auto fonts = output_of("pdffonts '" + file.string() + "' | tail -n +3");
    EXPECT_FALSE(fonts.empty());
    EXPECT_EQ(count(fonts, "\n"), count(fonts, " yes yes yes ")) << fonts;
}

TEST(Pdf, LongFootnoteGoesOnWithoutLoss)
{
    std::string note;
    for (int i = 0; i < 1500; ++i) note += "palabra" + std::to_string(i) + " ";
    const Document document{.title = "t", .blocks = {Paragraph{{Text{"a"}, Footnote{{Text{note}}}}}, Paragraph{"fin"}}};
    const auto text = words_of(document);
    for (int i = 0; i < 1500; ++i) EXPECT_EQ(count(text, "palabra" + std::to_string(i) + " "), 1u) << i;
    EXPECT_THAT(text, HasSubstr(" fin "));
}

TEST(Pdf, RowHigherThanAPageIsTornBetweenItsLines)
{
    std::string cell;
    for (int i = 0; i < 2000; ++i) cell += "palabra" + std::to_string(i) + " ";
    const Document document{
        .title = "t", .blocks = {Table{.title = "alta", .columns = {{"a"}, {"b"}}, .rows = {{"x", cell}, {"y", "z"}}}}};
    const auto text = words_of(document);
    for (int i = 0; i < 2000; ++i) EXPECT_EQ(count(text, "palabra" + std::to_string(i) + " "), 1u) << i;
    EXPECT_THAT(text, HasSubstr(" z "));
}

TEST(Pdf, WideTablesAndLongWordsStayOnThePage)
{
    Table table{.title = "ancha"};
    for (int i = 0; i < 20; ++i) table.columns.push_back({"columna" + std::to_string(i), Align::decimal});
    table.rows.push_back(std::vector<Inlines>(20, "1234.5678"));
    Document document{.title = std::string(300, 'm'), .blocks = {table, Paragraph{std::string(5000, 'w')}}};
    EXPECT_TRUE(write_pdf(document));
    EXPECT_TRUE(write_docx(document));
}

TEST(Pdf, PictureCutOffIsRefused)
{
    auto canvas = Canvas::png({100, 100}, 72);
    const auto png = canvas.finish().value();
    for (const auto length : {std::size_t{40}, png.size() / 2}) {
        const Document document{.title = "t", .blocks = {Figure{.caption = "rota", .png = png.substr(0, length)}}};
        const auto pdf = write_pdf(document);
        ASSERT_FALSE(pdf);
        EXPECT_EQ(pdf.error().kind, ProblemKind::bad_file);
    }
}

TEST(Pdf, DateIsThatOfTheDocument)
{
    const auto bytes = write_pdf(sample()).value();
    EXPECT_NE(bytes.find("/CreationDate (D:202405060708)"), bytes.npos);
}
