#include "paper/writers.h"
#include "paper/xml.h"
#include "paper/zip.h"
#include "sample.h"
#include <numeric>
#include <set>

using namespace paper;

namespace
{

/// An opened DOCX: every part by name, parsed where it is XML.
struct Package {
    std::map<std::string, std::string> parts;

    explicit Package(const Document& document)
    {
        const auto zip = ZipReader::open(write_docx(document).value()).value();
        for (const auto& entry : zip.entries()) parts[entry.name] = zip.read(entry.name).value();
    }
    pugi::xml_document xml(const std::string& name) const { return parse_xml(parts.at(name)).value(); }
};

std::multiset<std::string> values(const pugi::xml_document& tree, const char* path)
{
    std::multiset<std::string> all;
    for (const auto& found : tree.select_nodes(path)) all.insert(found.attribute().value());
    return all;
}

std::set<std::string> words_after(const pugi::xml_document& tree, const std::string& command)
{
    std::set<std::string> words;
    for (const auto& found : tree.select_nodes("//w:instrText")) {
        const std::string code = found.node().text().get();
        if (!code.starts_with(" " + command + " ")) continue;
        const auto begin = command.size() + 2;
        words.insert(code.substr(begin, code.find(' ', begin) - begin));
    }
    return words;
}

}

TEST(Docx, EveryPartIsXml)
{
    const Package package(sample());
    for (const auto& [name, bytes] : package.parts)
        if (name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".svg")) {
            EXPECT_TRUE(parse_xml(bytes)) << name;
        }
}

TEST(Docx, SameDocumentGivesSameBytes)
{
    EXPECT_EQ(write_docx(sample()).value(), write_docx(sample()).value());
}

TEST(Docx, StylesThatAreNamedExist)
{
    const Package package(sample());
    const auto styles = package.xml("word/styles.xml");
    const auto ids = values(styles, "//w:style/@w:styleId");
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size()) << "no style twice";
    const auto names = values(styles, "//w:style/w:name/@w:val");
    EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size()) << "no name twice";
    std::size_t used = 0;
    for (const auto part :
         {"word/document.xml", "word/footnotes.xml", "word/footer1.xml", "word/styles.xml", "word/numbering.xml"})
        for (const auto path :
             {"//w:pStyle/@w:val", "//w:rStyle/@w:val", "//w:tblStyle/@w:val", "//w:basedOn/@w:val", "//w:next/@w:val"})
            for (const auto& id : values(package.xml(part), path)) {
                EXPECT_TRUE(ids.contains(id)) << part << " names " << id;
                ++used;
            }
    EXPECT_GT(used, 200u);
}

TEST(Docx, BodyHasStylesOnly)
{
    const auto body = Package(sample()).xml("word/document.xml");
    for (const auto& found : body.select_nodes("//w:rPr/*")) EXPECT_STREQ(found.node().name(), "w:rStyle");
    const std::set<std::string> structure{"w:pStyle", "w:keepNext", "w:numPr"};
    for (const auto& found : body.select_nodes("//w:pPr/*"))
        EXPECT_TRUE(structure.contains(found.node().name())) << found.node().name();
}

TEST(Docx, RelationsAreComplete)
{
    const Package package(sample());
    const auto relations = package.xml("word/_rels/document.xml.rels");
    const auto ids = values(relations, "//Relationship/@Id");
    const auto body = package.xml("word/document.xml");
    std::size_t used = 0;
    for (const auto path : {"//@r:id", "//@r:embed"})
        for (const auto& id : values(body, path)) {
            EXPECT_EQ(ids.count(id), 1u) << id;
            ++used;
        }
    EXPECT_EQ(used, 4u) << "a footer, a PNG, an SVG, a link";
    for (const auto& found : relations.select_nodes("//Relationship[not(@TargetMode)]/@Target"))
        EXPECT_TRUE(package.parts.contains("word/" + std::string(found.attribute().value())));
    const auto top = package.xml("_rels/.rels");
    for (const auto& found : top.select_nodes("//Relationship/@Target"))
        EXPECT_TRUE(package.parts.contains(found.attribute().value()));
}

TEST(Docx, ContentTypesNameWhatIsThere)
{
    const Package package(sample());
    const auto types = package.xml("[Content_Types].xml");
    for (const auto& name : values(types, "//Override/@PartName")) EXPECT_TRUE(package.parts.contains(name.substr(1)));
    const auto extensions = values(types, "//Default/@Extension");
    for (const auto& [name, bytes] : package.parts)
        if (name != "[Content_Types].xml") {
            EXPECT_TRUE(extensions.contains(name.substr(name.rfind('.') + 1))) << name;
        }
}

TEST(Docx, FieldsAreBalancedAndFilledIn)
{
    const auto body = Package(sample()).xml("word/document.xml");
    int depth = 0, fields = 0;
    for (const auto& found : body.select_nodes("//w:fldChar/@w:fldCharType")) {
        const std::string type = found.attribute().value();
        depth += type == "begin" ? 1 : type == "end" ? -1 : 0;
        fields += type == "begin";
        EXPECT_GE(depth, 0);
        EXPECT_LE(depth, 2);
    }
    EXPECT_EQ(depth, 0);
    EXPECT_GE(fields, 9);
    EXPECT_FALSE(body.select_node("//w:updateFields"));
}

TEST(Docx, ReferencesPointAtBookmarks)
{
    const auto body = Package(sample()).xml("word/document.xml");
    const auto names = values(body, "//w:bookmarkStart/@w:name");
    const auto ids = values(body, "//w:bookmarkStart/@w:id");
    EXPECT_EQ(ids, values(body, "//w:bookmarkEnd/@w:id"));
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size());
    EXPECT_EQ(words_after(body, "REF"), (std::set<std::string>{"figure1", "table1", "heading3"}));
    for (const auto command : {"REF", "PAGEREF"})
        for (const auto& name : words_after(body, command)) EXPECT_EQ(names.count(name), 1u) << name;
    for (const auto& name : values(body, "//w:hyperlink/@w:anchor")) EXPECT_EQ(names.count(name), 1u) << name;
}

TEST(Docx, CaptionsCountByKind)
{
    const auto body = Package(sample()).xml("word/document.xml");
    std::vector<std::string> captions;
    for (const auto& found : body.select_nodes("//w:p[w:pPr/w:pStyle/@w:val='TableCaption' or "
                                               "w:pPr/w:pStyle/@w:val='FigureCaption']")) {
        std::string text;
        for (const auto& t : found.node().select_nodes(".//w:t")) text += t.node().text().get();
        captions.push_back(text);
    }
    EXPECT_THAT(captions, testing::ElementsAre("Figura 1. Red de códigos: cero papel",
                                               "Tabla 1Correlación entre brecha y atención, por año",
                                               "Tabla 2Fortalezas y evidencia"));
    EXPECT_EQ(words_after(body, "SEQ"), (std::set<std::string>{"Figura", "Tabla"}));
}

TEST(Docx, FootnotesAreWhereTheyAreCalled)
{
    const Package package(sample());
    const auto called = values(package.xml("word/document.xml"), "//w:footnoteReference/@w:id");
    EXPECT_EQ(called, (std::multiset<std::string>{"2", "3"}));
    const auto notes = package.xml("word/footnotes.xml");
    for (const auto& id : called) EXPECT_TRUE(notes.select_node(("//w:footnote[@w:id='" + id + "']").c_str()));
    EXPECT_THAT(text_of(notes), testing::HasSubstr("pandemia"));
}

TEST(Docx, TablesRepeatTheirHeadAndHaveEqualRows)
{
    const auto body = Package(sample()).xml("word/document.xml");
    for (const auto& found : body.select_nodes("//w:tbl")) {
        const auto table = found.node();
        EXPECT_EQ(table.select_nodes("w:tr/w:trPr/w:tblHeader").size(), 1u);
        const auto columns = table.select_nodes("w:tblGrid/w:gridCol").size();
        for (const auto& row : table.select_nodes("w:tr")) EXPECT_EQ(row.node().select_nodes("w:tc").size(), columns);
    }
}

TEST(Docx, OrderedListsCountFromOne)
{
    const Package package(sample());
    const auto body = package.xml("word/document.xml");
    const auto used = values(body, "//w:p[w:pPr/w:pStyle/@w:val='ListNumber']//w:numId/@w:val");
    EXPECT_EQ(std::set(used.begin(), used.end()), (std::set<std::string>{"3", "4"}));
    for (const auto& id : used)
        EXPECT_TRUE(package.xml("word/numbering.xml").select_node(("//w:num[@w:numId='" + id + "']").c_str()));
}

TEST(Docx, LanguageAltTextAndPropertiesAreSet)
{
    const Package package(sample());
    EXPECT_TRUE(package.xml("word/styles.xml").select_node("//w:docDefaults//w:lang[@w:val='es-PE']"));
    const auto body = package.xml("word/document.xml");
    EXPECT_EQ(values(body, "//wp:docPr/@descr"), (std::multiset<std::string>{"Red \"cero papel\" <dos nodos>"}));
    EXPECT_THAT(package.parts.at("docProps/core.xml"), testing::HasSubstr("2024-05-06T07:08:09Z"));
}

TEST(Docx, LinksOfOtherKindsAreText)
{
    Document document{.title = "t"};
    document.blocks = {Paragraph{{linked("clic", "javascript:alert(1)"), linked("archivo", "file:///etc/passwd")}}};
    const Package package(document);
    EXPECT_EQ(package.parts.at("word/_rels/document.xml.rels").find("External"), std::string::npos);
    EXPECT_THAT(package.parts.at("word/document.xml"), testing::HasSubstr("clic"));
}

namespace
{

Table table_of(int columns, const std::string& cell)
{
    Table table{.title = "t"};
    for (int i = 0; i < columns; ++i) table.columns.push_back({"c" + std::to_string(i), Align::decimal});
    table.rows.push_back(std::vector<Inlines>(static_cast<std::size_t>(columns), cell));
    return table;
}

std::vector<int> widths_of(const pugi::xml_document& body)
{
    std::vector<int> widths;
    for (const auto& found : body.select_nodes("//w:gridCol/@w:w")) widths.push_back(found.attribute().as_int());
    return widths;
}

}

TEST(Docx, WideTablesTakeSmallerLetters)
{
    const std::pair<int, const char*> rows[]{{8, "TableNumber"}, {9, "TableNumberSmall"}, {20, "TableNumberTiny"}};
    for (const auto& [columns, style] : rows) {
        const Package package({.title = "t", .blocks = {table_of(columns, "1234.5678")}});
        const auto styles = values(package.xml("word/document.xml"), "//w:tbl//w:pStyle/@w:val");
        EXPECT_EQ(styles.count(style), static_cast<std::size_t>(columns)) << columns;
        EXPECT_TRUE(values(package.xml("word/styles.xml"), "//w:style/@w:styleId").contains(style));
    }
}

TEST(Docx, ColumnsFillTheTextAndKeepTheirLongestWord)
{
    Table table{.title = "t", .columns = {{"Dimensión"}, {"Cita"}, {"Comentario"}, {"Evidencia"}}};
    const std::string sentence = "El expediente se firma en línea y el ciudadano ve en qué oficina está.";
    table.rows = {{"Interoperabilidad", sentence, sentence, sentence}};
    for (const auto& some : {table, table_of(1, "x"), table_of(20, "0.5"), table_of(3, "palabra larga")}) {
        const auto widths = widths_of(Package({.title = "t", .blocks = {some}}).xml("word/document.xml"));
        EXPECT_NEAR(std::accumulate(widths.begin(), widths.end(), 0), 9026, 10);
        for (const auto width : widths) EXPECT_GT(width, 200);
    }
    const auto widths = widths_of(Package({.title = "t", .blocks = {table}}).xml("word/document.xml"));
    EXPECT_GE(widths[0], 9026 * 19 / 90) << "17 letters and the gap, of 90 on a line";
    const auto matrix = [] {
        Table some = table_of(14, "12");
        for (auto& column : some.columns) column.head = "Interoperabilidad";
        some.columns[0] = {"Código"};
        some.rows[0][0] = "Transparencia";
        return some;
    }();
    const auto narrow = widths_of(Package({.title = "t", .blocks = {matrix}}).xml("word/document.xml"));
    EXPECT_GE(narrow[0], 9026 * 15 / 129) << "heads may break before the words of cells do";
    table.columns[1].characters = 20;
    const auto asked = widths_of(Package({.title = "t", .blocks = {table}}).xml("word/document.xml"));
    EXPECT_LT(asked[1], widths[1]);
}
