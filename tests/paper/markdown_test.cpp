#include "paper/writers.h"
#include "sample.h"

using namespace paper;
using testing::HasSubstr;

namespace
{

std::string paragraph(const Inlines& text)
{
    const auto all = write_markdown({.title = "t", .blocks = {Paragraph{text}}}).value().text;
    return all.substr(5, all.size() - 6); // behind "# t\n\n", before the last line feed
}

}

TEST(Markdown, LooksAreMarks)
{
    EXPECT_EQ(paragraph({bold("a "), italic("b"), code("c")}), "**a** *b*`c`");
    EXPECT_EQ(paragraph({subscript("2"), superscript("3")}), "<sub>2</sub><sup>3</sup>");
    EXPECT_EQ(paragraph({linked("a", "https://x/?<y>")}), "[a](<https://x/?%3Cy%3E>)");
    EXPECT_EQ(paragraph({linked("a", "javascript:x")}), "a");
    EXPECT_EQ(paragraph({bold("  ")}), "  ");
    EXPECT_EQ(paragraph("uno\ndos"), "uno\\\ndos");
}

TEST(Markdown, TextThatLooksLikeMarksIsEscaped)
{
    const std::pair<std::string, std::string> rows[]{
        {"*a* _b_", "\\*a\\* \\_b\\_"},
        {"1. a", "1\\. a"},
        {"2024) a", "2024\\) a"},
        {"- a", "\\- a"},
        {"# a", "\\# a"},
        {"<b>", "\\<b\\>"},
        {"a|b", "a\\|b"},
        {"S/ 5 y $6", "S/ 5 y \\$6"},
        {"1.5 a", "1\\.5 a"},
        {"[a](b)", "\\[a\\](b)"},
        {"+1", "\\+1"},
        {"a - b", "a - b"},
    };
    for (const auto& [text, expected] : rows) EXPECT_EQ(paragraph(text), expected);
}

TEST(Markdown, CodeFencesOutgrowTheirBackticks)
{
    EXPECT_EQ(paragraph({code("a`b")}), "``a`b``");
    EXPECT_EQ(paragraph({code("`a")}), "`` `a ``");
}

TEST(Markdown, TablesArePipes)
{
    const auto text = write_markdown(sample()).value().text;
    EXPECT_THAT(text,
                HasSubstr("| Año | *n* | *r*<sub>s</sub> | *p* | Decisión |\n| :--- | ---: | ---: | ---: | :---: |\n"
                          "| 2019 | 10 | -.265 | .459 | — |\n"));
    EXPECT_THAT(text, HasSubstr("| 2021[^2] | 9 | 0 | 1 |  |\n"));
    EXPECT_THAT(text, HasSubstr("**Tabla 1**\\\n*Correlación"));
    EXPECT_THAT(text, HasSubstr("\n[^2]: Año de *pandemia*.\n"));
}

TEST(Markdown, QuotationsAndListsKeepTheirShape)
{
    const auto text = write_markdown(sample()).value().text;
    EXPECT_THAT(text, HasSubstr("> «Antes"));
    EXPECT_THAT(text, HasSubstr("lo ve.» (DMPP5, 5:3)\n"));
    EXPECT_THAT(text, HasSubstr("\n- Ahorro\n    - de tiempo\n    - de dinero\n- Transparencia\n"));
    EXPECT_THAT(text, HasSubstr("\n1. Registrar\n2. Derivar\n    1. a la OTI\n3. Archivar\n"));
}

TEST(Markdown, PicturesAreNamedBesideTheText)
{
    const auto markdown = write_markdown(sample(), "informe_archivos").value();
    ASSERT_EQ(markdown.pictures.size(), 1u);
    EXPECT_EQ(markdown.pictures[0].name, "informe_archivos/figure-1.png");
    EXPECT_EQ(markdown.pictures[0].bytes, dot_png());
    EXPECT_THAT(markdown.text, HasSubstr("](<informe_archivos/figure-1.png>)"));
    EXPECT_EQ(write_markdown(sample()).value().pictures[0].name, "figure-1.png");
}
