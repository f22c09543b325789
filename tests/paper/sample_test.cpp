#include "paper/writers.h"
#include "sample.h"

using namespace paper;

std::string dot_png()
{
    constexpr unsigned char bytes[]{0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
                                    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
                                    0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
                                    0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0x00,
                                    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
    return {reinterpret_cast<const char*>(bytes), sizeof bytes};
}

namespace
{

Table correlations()
{
    Table table{.title = "Correlación entre brecha y atención, por año", .label = "rho"};
    table.columns = {{"Año"},
                     {italic("n"), Align::decimal},
                     {{italic("r"), subscript("s")}, Align::decimal},
                     {italic("p"), Align::decimal},
                     {"Decisión", Align::centre}};
    table.rows = {{"2019", "10", "-.265", ".459", "—"},
                  {"2020", "10", ".71*", ".021", "se rechaza"},
                  {{Text{"2021"}, Footnote{{Text{"Año de "}, italic("pandemia"), Text{"."}}}}, "9", "0", "1", {}}};
    table.note = {Text{"Rho de Spearman, prueba bilateral. * "}, italic("p"), Text{" < .05."}};
    return table;
}

Table strengths()
{
    Table table{.title = "Fortalezas y evidencia"};
    table.columns = {{"Fortaleza"}, {"Evidencia"}, {"Citas", Align::right}};
    for (int i = 1; i <= 40; ++i)
        table.rows.push_back({"Fortaleza " + std::to_string(i),
                              "El expediente se firma en línea y el ciudadano ve en qué oficina está, sin volver.",
                              std::to_string(i * 3)});
    return table;
}

}

Document sample()
{
    Document document{.title = "Motivaciones & <estrategias> del gobierno electrónico",
                      .subtitle = "Resultados de once entrevistas",
                      .author_line = "R. M. \"Quispe\" | Lima, 2024",
                      .created = "2024-05-06T07:08:09Z"};
    document.blocks = {
        Contents{.levels = 2},
        ListOfTables{},
        ListOfFigures{},
        PageBreak{},
        Heading{.text = "Motivaciones", .label = "motives"},
        Paragraph{{Text{"Ocho de diez directores mencionan el ahorro de papel"},
                   Footnote{{Text{"DMPP1, DMPP2 y DMPP4 a DMPP8; véase "},
                             linked("el anexo", "https://example.org/a?b=1&c=2")}},
                   Text{" (véase la "},
                   CrossReference{"red"},
                   Text{" y la "},
                   CrossReference{"rho"},
                   Text{"). Sigue la sección "},
                   CrossReference{"numbers"},
                   Text{"; "},
                   bold("negrita"),
                   Text{", "},
                   italic("cursiva"),
                   Text{", "},
                   code("a*b_c|d"),
                   Text{", CO"},
                   subscript("2"),
                   Text{", m"},
                   superscript("2"),
                   Text{", "},
                   Text{.text = "ambas", .bold = true, .italic = true},
                   Text{" y "},
                   linked("un enlace", "https://example.org/?q=<ñ>&x=\"y\""),
                   Text{".\nSegunda línea,\tcon tabulador."}}},
        BlockQuotation{"«Antes cada expediente daba la vuelta por cinco oficinas; ahora se firma y ya está en el "
                       "sistema, y el ciudadano lo ve.»",
                       "(DMPP5, 5:3)"},
        Heading{.level = 2, .text = "Cero papel"},
        List{{{"Ahorro", 0}, {"de tiempo", 1}, {"de dinero", 1}, {"Transparencia", 0}}},
        List{{{"Registrar", 0}, {"Derivar", 0}, {"a la OTI", 1}, {"Archivar", 0}}, true},
        List{{{"Vuelve a uno", 0}}, true},
        Figure{.caption = "Red de códigos: cero papel",
               .png = dot_png(),
               .svg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>)",
               .source = "Elaboración propia con Quipu.",
               .alt = "Red \"cero papel\" <dos nodos>",
               .width_mm = 80,
               .label = "red"},
        Heading{.text = "Contraste con los números", .label = "numbers"},
        correlations(),
        Heading{.level = 2, .text = "Evidencia"},
        strengths(),
        Heading{.text = "Anexos", .numbered = false},
        Paragraph{"1. no es una lista; # tampoco; *esto* no es cursiva, <b>ni esto negrita</b>."},
    };
    return document;
}

TEST(Document, ReferencesToNothingAreRefusedByEveryWriter)
{
    auto document = sample();
    document.blocks.push_back(Paragraph{{CrossReference{"nowhere"}}});
    const auto docx = write_docx(document);
    ASSERT_FALSE(docx);
    EXPECT_EQ(docx.error().kind, ProblemKind::bad_file);
    EXPECT_THAT(docx.error().what, testing::HasSubstr("nowhere"));
    EXPECT_FALSE(write_html(document));
    EXPECT_FALSE(write_markdown(document));
    EXPECT_FALSE(write_pdf(document));
    EXPECT_FALSE(write_odt(document));
    EXPECT_FALSE(write_xlsx(document));
}

TEST(Document, OneLabelForTwoBlocksIsRefused)
{
    auto document = sample();
    document.blocks.push_back(Heading{.text = "otra", .label = "red"});
    EXPECT_FALSE(write_html(document));
}

TEST(Document, TableWithoutColumnsIsRefused)
{
    Document document{.title = "t", .blocks = {Table{.title = "vacía"}}};
    EXPECT_FALSE(write_docx(document));
    EXPECT_FALSE(write_html(document));
}

TEST(Document, DamagedPictureIsRefused)
{
    for (const std::string png : {"", "GIF89a", "\x89PNG\r\n\x1a\n"}) {
        const Document document{.title = "t", .blocks = {Figure{.caption = "rota", .png = png}}};
        EXPECT_FALSE(write_docx(document));
        EXPECT_FALSE(write_html(document));
        EXPECT_FALSE(write_markdown(document));
        EXPECT_FALSE(write_pdf(document));
        EXPECT_FALSE(write_odt(document));
    }
}

TEST(Document, EmptyDocumentIsWritten)
{
    EXPECT_TRUE(write_docx({}));
    EXPECT_TRUE(write_html({}));
    EXPECT_TRUE(write_markdown({}));
    EXPECT_TRUE(write_pdf({}));
    EXPECT_TRUE(write_odt({}));
}
