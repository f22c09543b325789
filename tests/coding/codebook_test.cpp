#include "coding/code_group.h"
#include "coding/code_tree.h"
#include "coding/codebook.h"
#include "study.h"
#include <cstdlib>

using namespace coding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using workbench::ErrorCode;

namespace
{

void fill(Study& study)
{
    const auto id = add_code(study.project(), {.path = "Motivaciones/Cero \"papel\", sí\\/no",
                                               .origin = Origin::emergent,
                                               .color = "#0072B2",
                                               .definition = "Primera línea\nsegunda; con <signos> & \"comillas\"",
                                               .inclusion = "cuando",
                                               .exclusion = "salvo",
                                               .example = "«así»",
                                               .comment = "nota"})
                        .value();
    set_code(study.project(), study.code("Motivaciones"), {.codable = false}).value();
    study.code("Zeta");
    study.code("alfa");
    add_group(study.project(), "Grupo & cía", {id, study.code("Zeta")}).value();
    add_group(study.project(), "Otro", {study.code("Zeta")}).value();
}

/// What a codebook says, without ids and times of making.
std::vector<std::string> said(Study& study)
{
    std::vector<std::string> all;
    for (const auto& code : codes(study.project()))
        all.push_back(code.path + "|" + code.color.value_or("") + "|" + code.definition.value_or("") + "|" +
                      code.inclusion.value_or("") + "|" + code.exclusion.value_or("") + "|" +
                      code.example.value_or("") + "|" + code.comment.value_or("") + "|" +
                      std::string(code.origin ? name_of(*code.origin) : "") + "|" + (code.codable ? "codable" : "") +
                      "|" + code.origin_at.value_or(""));
    const CodeTree tree(study.project());
    for (const auto& group : code_groups(study.project())) {
        all.push_back(group.name);
        for (const auto code : group.codes) all.push_back(tree.path_of(code));
    }
    return all;
}

}

TEST(Codebook, ComesBackWholeFromCsvXlsxAndJson)
{
    for (const std::string suffix : {"csv", "xlsx", "json"}) {
        Study from, to;
        fill(from);
        const auto file = from / ("book." + suffix);
        const auto exported = export_codebook(from.project(), file).value();
        EXPECT_EQ(exported.codes, 4);
        EXPECT_EQ(exported.groups, 2);
        EXPECT_THAT(exported.lost, IsEmpty());
        const auto imported = import_codebook(to.project(), file).value();
        EXPECT_EQ(imported.codes, 4);
        EXPECT_EQ(imported.groups, 2);
        EXPECT_THAT(imported.lost, IsEmpty());
        EXPECT_EQ(said(to), said(from)) << suffix;
        EXPECT_EQ(to.changes(), 1u);
        import_codebook(to.project(), file).value();
        EXPECT_EQ(to.changes(), 1u) << "a second import changes nothing";
        ASSERT_TRUE(workbench::undo(to.project()));
        EXPECT_THAT(codes(to.project()), IsEmpty());
    }
}

TEST(Codebook, QdcKeepsWhatItCanAndListsTheRest)
{
    Study from, to;
    fill(from);
    const auto report = export_codebook(from.project(), from / "book.qdc").value();
    std::vector<std::string> lost;
    for (const auto& one : report.lost) lost.push_back(one.what + " " + std::to_string(one.count));
    EXPECT_THAT(lost, testing::UnorderedElementsAre("inclusion rule 1", "exclusion rule 1", "example 1", "comment 1",
                                                    "origin 4"));
    import_codebook(to.project(), from / "book.qdc").value();
    const auto read =
        code(to.project(), find_code(to.project(), "Motivaciones/Cero \"papel\", sí\\/no").value()).value();
    EXPECT_EQ(read.definition, "Primera línea\nsegunda; con <signos> & \"comillas\"");
    EXPECT_EQ(read.color, "#0072B2");
    EXPECT_FALSE(code(to.project(), *read.parent)->codable);
    EXPECT_EQ(code_groups(to.project()).size(), 2u);
    export_codebook(from.project(), from / "again.qdc").value();
    EXPECT_EQ(support::read_file(from / "again.qdc"), support::read_file(from / "book.qdc"));
    // The guids come along: exported again they are the same.
    export_codebook(to.project(), to / "again.qdc").value();
    EXPECT_EQ(support::read_file(to / "again.qdc"), support::read_file(from / "book.qdc"));
}

TEST(Codebook, QdcIsValidAgainstTheStandard)
{
    Study study;
    fill(study);
    export_codebook(study.project(), study / "book.qdc").value();
    const auto schema = support::data("refi/Codebook-1.0.xsd");
    ASSERT_TRUE(std::filesystem::exists(schema));
    const auto command =
        "xmllint --noout --schema '" + schema.string() + "' '" + (study / "book.qdc").string() + "' 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(Codebook, ReadsTheStandardsOwnExample)
{
    Study study;
    const auto report = import_codebook(study.project(), support::data("refi/standard-codebook.qdc")).value();
    EXPECT_EQ(report.codes, 6);
    EXPECT_EQ(report.groups, 0);
    EXPECT_THAT(report.lost, IsEmpty());
    EXPECT_THAT(study.paths(), ElementsAre("Topics", "Economy", "Health care", "Values", "Conservatives", "Liberals"));
    const auto economy = code(study.project(), find_code(study.project(), "Economy").value()).value();
    EXPECT_EQ(economy.color, "#FFFF00");
    EXPECT_EQ(economy.definition, "Anything about jobs or taxes or business");
    EXPECT_FALSE(codes(study.project()).front().codable);
    EXPECT_EQ(code(study.project(), find_code(study.project(), "Topics").value())->color, std::nullopt);
}

TEST(Codebook, ReadsWhatTheStandardForbidsAndTellsIt)
{
    Study study;
    const auto file = support::write_file(study / "odd.qdc", R"(<CodeBook><Codes>
        <Code guid="5215CC69-B628-4E02-AFB9-9BEEAEE55808" name="A" isCodable="1" color="#abc"><Code guid="5215cc69-b628-4e02-afb9-9beeaee55808" name="" color="red"/></Code>
        <Code guid="nonsense" name="A"/><Unknown/></Codes>
        <Sets><Set guid="x" name="S"><MemberCode targetGUID="{5215cc69-b628-4e02-afb9-9beeaee55808}"/><MemberCode guid="9fa9bcb7-5b59-47a9-8c3e-f65cffdc7520"/></Set></Sets></CodeBook>)");
    const auto report = import_codebook(study.project(), file).value();
    EXPECT_EQ(report.codes, 3);
    EXPECT_EQ(report.lost.size(), 5u);
    EXPECT_THAT(study.paths(), ElementsAre("A", "A/(no name)", "A (2)"));
    EXPECT_EQ(code(study.project(), study.code("A"))->color, "#AABBCC");
    EXPECT_EQ(code_groups(study.project()).front().codes.size(), 1u);
}

TEST(Codebook, CsvTakesOtherHeadingsAndSeparators)
{
    Study study;
    const auto file =
        support::write_file(study / "book.csv", "\xEF\xBB\xBF"
                                                "Nombre;Categoría;Definición;Páginas\r\nCero papel;Motivaciones;\"sin; "
                                                "papel\";12\r\n;Motivaciones;x;\r\nSuelto;;;\r\n");
    const auto report = import_codebook(study.project(), file).value();
    EXPECT_THAT(study.paths(), ElementsAre("Motivaciones", "Motivaciones/Cero papel", "Suelto"));
    EXPECT_EQ(code(study.project(), study.code("Motivaciones/Cero papel"))->definition, "sin; papel");
    ASSERT_EQ(report.lost.size(), 1u);
    EXPECT_THAT(report.lost[0].what, HasSubstr("Páginas"));
    EXPECT_EQ(code(study.project(), study.code("Motivaciones"))->definition, "x");
}

TEST(Codebook, KeepsTheFilesOrderWhereItIsNotThatOfNames)
{
    Study study;
    import_codebook(study.project(), support::write_file(study / "b.csv", "path\nB\nA\nC/z\nC/y\nD/a\nD/b\n")).value();
    EXPECT_THAT(study.paths(), ElementsAre("B", "A", "C", "C/z", "C/y", "D", "D/a", "D/b"));
    EXPECT_EQ(study.number<std::int64_t>("SELECT count(*) FROM code WHERE name IN ('a', 'b') AND position IS NOT NULL"),
              0);
}

TEST(Codebook, RefusesWhatItCannotRead)
{
    Study study;
    const auto import = [&](const std::string& name, const std::string& bytes) {
        return import_codebook(study.project(), support::write_file(study / name, bytes)).error().code;
    };
    EXPECT_EQ(import("a.txt", "path\nA\n"), ErrorCode::bad_value);
    EXPECT_EQ(import("a.qdc", "<CodeBook>"), ErrorCode::bad_file);
    EXPECT_EQ(import("b.qdc", "<Other/>"), ErrorCode::bad_file);
    EXPECT_EQ(import("c.qdc", ""), ErrorCode::bad_file);
    EXPECT_EQ(import("a.csv", ""), ErrorCode::bad_file);
    EXPECT_EQ(import("b.csv", "nothing,known\n1,2\n"), ErrorCode::bad_file);
    EXPECT_EQ(import("a.json", "{"), ErrorCode::bad_file);
    EXPECT_EQ(import("b.json", "{\"codes\": 3}"), ErrorCode::bad_file);
    EXPECT_EQ(import_codebook(study.project(), study / "none.csv").error().code, ErrorCode::not_found);
    EXPECT_EQ(export_codebook(study.project(), study / "empty.qdc").error().code, ErrorCode::bad_value);
    EXPECT_EQ(export_codebook(study.project(), study / "book.docx").error().code, ErrorCode::bad_value);
    EXPECT_EQ(study.changes(), 0u);
}

TEST(Codebook, SaysWhatAWorkbookHasNoRoomFor)
{
    Study study;
    std::string text;
    while (text.size() < 40'000) text += "\u00e1";
    add_code(study.project(), {.path = "A", .definition = text}).value();
    add_code(study.project(), {.path = "B", .definition = std::string(30'000, 'x')}).value();
    const auto report = export_codebook(study.project(), study / "book.xlsx").value();
    EXPECT_THAT(report.lost, IsEmpty()) << "twenty thousand letters fit, however many bytes they are";
    set_code(study.project(), study.code("A"), {.definition = text + text}).value();
    const auto cut = export_codebook(study.project(), study / "book.xlsx").value();
    ASSERT_EQ(cut.lost.size(), 1u);
    EXPECT_EQ(cut.lost[0].where, "A");
    Study back;
    import_codebook(back.project(), study / "book.xlsx").value();
    EXPECT_EQ(code(back.project(), back.code("A"))->definition->size(), 2u * 32'767u);
}
