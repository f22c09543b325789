#include "coding/quotation_export.h"
#include "paper/spreadsheet.h"
#include "study.h"
#include "workbench/file.h"

using namespace coding;
using testing::HasSubstr;
using workbench::ErrorCode;

namespace
{

struct Quoted {
    Study study;
    Quoted()
    {
        const auto document = study.add("DMPP5", "Fue el tema del papel.\n\nY la \"cola\", claro.");
        const auto first = study.mark(document, 0, 22, {"Motivos/Cero papel", "Otro"});
        set_quotation(study.project(), first, {.comment = "ir\u00f3nico"}).value();
        study.mark(document, 16, 43);
    }
    std::vector<Quotation> all() { return quotations(study.project()); }
    std::string written(const std::string& name)
    {
        const auto file = study / name;
        const auto done = export_quotations(study.project(), all(), file, {"Citas", "c\u00f3digo: Otro"});
        EXPECT_TRUE(done) << (done ? "" : done.error().detail);
        return workbench::read_file(file, 1 << 24).value();
    }
};

}

TEST(QuotationExport, CitesByParticipantAndNumber)
{
    Quoted quoted;
    const auto rows = quotation_rows(quoted.study.project());
    EXPECT_EQ(cited(rows[0]), "\u00abFue el tema del papel.\u00bb (DMPP5, 1:1)");
    EXPECT_EQ(cited(rows[1]), "\u00abpapel.\nY la \"cola\", claro.\u00bb (DMPP5, 1:2)") << "no empty line within";
    QuotationRow row = rows[0];
    row.speaker = "ANA";
    EXPECT_EQ(citation_of(row), "(ANA, 1:1)");
    row.study_case = "P1";
    EXPECT_EQ(citation_of(row), "(P1, 1:1)");
}

TEST(QuotationExport, WritesTables)
{
    Quoted quoted;
    const auto csv = quoted.written("q.csv");
    EXPECT_THAT(csv, HasSubstr("1:1,DMPP5,1,,,\"Motivos/Cero papel; Otro\",RM,Fue el tema del papel.,,"));
    EXPECT_THAT(csv, HasSubstr("\"papel.\n\nY la \"\"cola\"\", claro.\""));
    const auto rows = paper::read_first_sheet(quoted.written("q.xlsx")).value();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].size(), 10u);
    EXPECT_EQ(rows[1][0], "1:1");
    EXPECT_EQ(rows[1][5], "Motivos/Cero papel; Otro");
    EXPECT_EQ(rows[1][7], "Fue el tema del papel.");
    EXPECT_EQ(rows[1][9], "ir\u00f3nico");
    EXPECT_EQ(rows[2][7], "papel.\n\nY la \"cola\", claro.");
}

TEST(QuotationExport, WritesWhatIsToBeRead)
{
    Quoted quoted;
    const auto html = quoted.written("q.html");
    for (const auto* part : {"Citas", "c\u00f3digo: Otro", "\u00abFue el tema del papel.\u00bb", "(DMPP5, 1:1)",
                             "Motivos/Cero papel; Otro", "ir\u00f3nico"})
        EXPECT_THAT(html, HasSubstr(part));
    EXPECT_EQ(quoted.written("q.docx").substr(0, 2), "PK");
    EXPECT_EQ(quoted.written("q.odt").substr(0, 2), "PK");
    EXPECT_EQ(quoted.written("q.pdf").substr(0, 4), "%PDF");
    EXPECT_THAT(quoted.written("q.md"), HasSubstr("(DMPP5, 1:1)"));
    EXPECT_EQ(quoted.written("q.docx"), quoted.written("again.docx")) << "the same project gives the same bytes";
}

TEST(QuotationExport, KeepsTheOrderItIsGiven)
{
    Quoted quoted;
    auto some = quoted.all();
    std::swap(some[0], some[1]);
    const auto file = quoted.study / "q.csv";
    ASSERT_TRUE(export_quotations(quoted.study.project(), some, file));
    const auto csv = workbench::read_file(file, 1 << 20).value();
    EXPECT_LT(csv.find("1:2,DMPP5"), csv.find("1:1,DMPP5"));
}

TEST(QuotationExport, RefusesOtherSuffixesAndMissingFolders)
{
    Quoted quoted;
    EXPECT_EQ(export_quotations(quoted.study.project(), {}, quoted.study / "q.doc").error().code, ErrorCode::bad_value);
    EXPECT_EQ(export_quotations(quoted.study.project(), {}, quoted.study / "none/q.csv").error().code,
              ErrorCode::not_found);
}
