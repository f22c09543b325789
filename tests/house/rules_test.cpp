// Each rule of the house on a small bad example: a rule that cannot fail guards nothing.
#include "catalogue.h"
#include "sizes.h"
#include "tables.h"
#include "walls.h"
#include <gtest/gtest.h>

using namespace house;

namespace
{

SourceFile file(std::string path, std::string text)
{
    return {std::move(path), std::move(text)};
}

std::vector<std::string> texts(const std::vector<Literal>& literals)
{
    std::vector<std::string> found;
    for (const auto& literal : literals) found.push_back(literal.text);
    return found;
}

const auto schema = file("workbench/schema.sql", "-- writer: coding\n"
                                                 "CREATE TABLE code (id INTEGER PRIMARY KEY) STRICT;\n"
                                                 "-- writer: workbench\n"
                                                 "CREATE TABLE document (id INTEGER PRIMARY KEY) STRICT;\n");

}

TEST(Rooms, APathKnowsItsRoom)
{
    EXPECT_EQ(room_of("workbench/text.cpp"), "workbench");
    EXPECT_EQ(room_of("workbench/paper/zip.cpp"), "paper");
    EXPECT_EQ(room_of("stats/numbers/include/numbers/t.h"), "numbers");
    EXPECT_EQ(room_of("tests/numbers/t_test.cpp"), "numbers");
    EXPECT_EQ(room_of("tests/gui/window_test.cpp"), "ui");
    EXPECT_EQ(room_of("tests/bench/text_bench.cpp"), "");
    EXPECT_EQ(room_of("paper/zip.cpp"), "") << "a folder of that name elsewhere is no room";
}

TEST(Includes, NothingPointsRight)
{
    EXPECT_EQ(upward_includes(file("search/index.cpp", "#include <string>\n#include \"coding/code.h\"\n")),
              (std::vector<Finding>{
                  {"search/index.cpp:2",
                   "search must not include coding/code.h: move what needs both to the room on the right"}}));
    EXPECT_EQ(upward_includes(file("stats/numbers/t.cpp", "#include \"workbench/text.h\"\n")).size(), 1u);
    EXPECT_EQ(upward_includes(file("workbench/paper/zip.cpp", "#include \"workbench/result.h\"\n")).size(), 1u);
    EXPECT_EQ(upward_includes(file("tests/search/x_test.cpp", "# include <coding/code.h>\n")).size(), 1u);
    EXPECT_EQ(upward_includes(file("coding/code.cpp", "#include \"numbers/t.h\"\n")).size(), 1u);
}

TEST(Includes, LeftwardAndPrivateOnesAreFine)
{
    EXPECT_TRUE(upward_includes(file("stats/report.cpp", "#include \"coding/code.h\"\n#include \"numbers/t.h\"\n"
                                                         "#include \"paper/block.h\"\n#include \"report_parts.h\"\n"))
                    .empty());
    EXPECT_TRUE(upward_includes(file("tests/bench/x_bench.cpp", "#include \"stats/report.h\"\n")).empty());
    EXPECT_TRUE(upward_includes(file("search/x.cpp", "// #include \"coding/code.h\" is what we may not do\n")).empty());
}

TEST(Includes, NoneClimbs)
{
    EXPECT_EQ(climbing_includes(file("coding/a.cpp", "\n#include \"../search/b.h\"\n")),
              (std::vector<Finding>{{"coding/a.cpp:2", "no ../ in an include: ../search/b.h"}}));
    EXPECT_TRUE(climbing_includes(file("coding/a.cpp", "#include \"search/b.h\"\n")).empty());
}

TEST(Includes, HiddenLibrariesStayHidden)
{
    const auto leaks = [](const std::string& path, const std::string& header) {
        return !leaked_libraries(file(path, "#include <" + header + ">\n")).empty();
    };
    EXPECT_TRUE(leaks("search/index.cpp", "sqlite3.h"));
    EXPECT_TRUE(leaks("workbench/include/workbench/rows.h", "sqlite3.h"));
    EXPECT_TRUE(leaks("coding/code.cpp", "unicode/unistr.h"));
    EXPECT_TRUE(leaks("workbench/paper/text.cpp", "unicode/unistr.h"));
    EXPECT_TRUE(leaks("search/include/search/index.h", "xapian.h"));
    EXPECT_TRUE(leaks("stats/report.cpp", "xapian.h"));
    EXPECT_TRUE(leaks("ui/cli/main.cpp", "wx/wx.h"));
    EXPECT_TRUE(leaks("workbench/importers/pdf.cpp", "poppler-document.h"));
    EXPECT_TRUE(leaks("workbench/importers/pdf.cpp", "poppler/cpp/poppler-document.h"));
    EXPECT_TRUE(leaks("ui/gui/main.cpp", "CLI/CLI.hpp"));
    EXPECT_TRUE(leaks("tests/coding/code_test.cpp", "sqlite3.h"));

    EXPECT_FALSE(leaks("workbench/database.cpp", "sqlite3.h"));
    EXPECT_FALSE(leaks("workbench/importers/text.cpp", "unicode/ucsdet.h"));
    EXPECT_FALSE(leaks("search/index.cpp", "xapian.h"));
    EXPECT_FALSE(leaks("ui/gui/code_panel.h", "wx/panel.h"));
    EXPECT_FALSE(leaks("tests/gui/code_panel_test.cpp", "wx/uiaction.h"));
    EXPECT_FALSE(leaks("ui/reader/pdf.cpp", "poppler-document.h"));
    EXPECT_FALSE(leaks("ui/cli/options.cpp", "CLI/CLI.hpp"));
}

TEST(Includes, HeavyOnesAreFew)
{
    const auto options = [](const std::string& path) { return file(path, "#include <CLI/CLI.hpp>\n"); };
    EXPECT_EQ(repeated_options_library({options("ui/cli/a.cpp"), options("ui/cli/b.cpp")}).size(), 1u);
    EXPECT_TRUE(repeated_options_library({options("ui/cli/a.cpp")}).empty());

    const std::string json = "#include <nlohmann/json.hpp>\n";
    EXPECT_EQ(heavy_headers(file("stats/include/stats/recipe.h", json)).size(), 1u);
    EXPECT_TRUE(heavy_headers(file("stats/recipe.cpp", json)).empty());
    EXPECT_TRUE(heavy_headers(file("stats/include/stats/recipe.h", "#include <nlohmann/json_fwd.hpp>\n")).empty());
}

TEST(Libraries, DoNotTalk)
{
    EXPECT_EQ(talking_libraries(file("coding/a.cpp", "void f() { std::cerr << 1; }\n")).size(), 1u);
    EXPECT_EQ(talking_libraries(file("stats/numbers/a.cpp", "    printf(\"x\");\n")).size(), 1u);
    EXPECT_EQ(talking_libraries(file("search/a.cpp", "\n    std::exit(1);\n")).front().where, "search/a.cpp:2");
    EXPECT_TRUE(talking_libraries(file("ui/cli/a.cpp", "std::cout << 1;\n")).empty());
    EXPECT_TRUE(talking_libraries(file("coding/a.cpp", "// never std::cout\nsnprintf(b, n, \"x\");\n")).empty());
}

TEST(Messages, AreAsciiInTheSource)
{
    EXPECT_EQ(foreign_sentences(file("coding/a.cpp", "say(\"Código {}\", x);\n")).size(), 1u);
    EXPECT_TRUE(
        foreign_sentences(file("coding/a.cpp", "say(\"Code {}\", x); f(\"código\");\n/// `say(\"…\")`\n")).empty());
}

TEST(Build, RoomsSayWhatTheyAreFor)
{
    EXPECT_EQ(unexplained_rooms({file("coding/CMakeLists.txt", "quipu_room(coding)\n")}).size(), 1u);
    EXPECT_EQ(unexplained_rooms({file("coding/CMakeLists.txt", "# Coding.\nquipu_room(coding)\n")}).size(), 1u);
    EXPECT_TRUE(
        unexplained_rooms({file("coding/CMakeLists.txt", "# Coding: what the researcher makes of the text: codes,\n"
                                                         "# quotations, memos and networks.\nquipu_room(coding)\n")})
            .empty());
}

TEST(Build, TheRootStaysShort)
{
    EXPECT_EQ(unexplained_rooms({file("CMakeLists.txt", std::string(100, '\n'))}).size(), 1u);
    EXPECT_TRUE(unexplained_rooms({file("CMakeLists.txt", std::string(99, '\n'))}).empty());
}

TEST(Project, NamesNoFolderBesideIt)
{
    EXPECT_EQ(outside_folders(file("a.md", "see ../" + std::string("shared/cli.md"))).size(), 1u);
    EXPECT_TRUE(outside_folders(file("a.md", "see docs/ and workbench/shared_lock.cpp")).empty());
}

TEST(Literals, AreWhatTheProgramSees)
{
    EXPECT_EQ(texts(literals_of(
                  "f(\"a\" // \"no\"\n  \"b\", \"c\\\"d\"); /* \"no\" */ R\"sql(x \"y\"\n)sql\" '\"' 1'000 \"z\"")),
              (std::vector<std::string>{"ab", "c\\\"d", "x \"y\"\n", "z"}));
    EXPECT_EQ(literals_of("/*\n*/ R\"(\n\n)\" + \"x\"").back().line, 4u);
    EXPECT_TRUE(literals_of("\"unfinished").size() <= 1u);
    EXPECT_TRUE(literals_of("R\"(unfinished").size() <= 1u);
}

TEST(Schema, NamesTheWriterOfEachTable)
{
    const auto read = read_schema(schema);
    EXPECT_EQ(read.writer, (std::map<std::string, std::string>{{"code", "coding"}, {"document", "workbench"}}));
    EXPECT_TRUE(read.unsigned_tables.empty());

    EXPECT_EQ(read_schema(file("s.sql", "CREATE TABLE code (id);\n")).unsigned_tables.size(), 1u);
    EXPECT_EQ(read_schema(file("s.sql", "-- writer: kitchen\nCREATE TABLE code (id);\n")).unsigned_tables.size(), 1u);
    EXPECT_EQ(read_schema(file("s.sql", "-- writer: coding\n\nCREATE TABLE code (id);\n")).unsigned_tables.size(), 1u)
        << "directly above";
}

TEST(Writes, AreFoundInLiterals)
{
    const auto tables = [](const std::string& text) {
        std::vector<std::string> found;
        for (const auto& write : writes_of(file("coding/a.cpp", text))) found.push_back(write.table);
        return found;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(tables(R"x(run("INSERT INTO code VALUES (?)");)x"), Names{"code"});
    EXPECT_EQ(tables(R"x(run("INSERT OR IGNORE INTO " "code VALUES (?)");)x"), Names{"code"});
    EXPECT_EQ(tables(R"x(run("update code set name = ?");)x"), Names{"code"});
    EXPECT_EQ(tables(R"x(run("DELETE FROM \"code\"; REPLACE INTO document VALUES (1)");)x"),
              (Names{"code", "document"}));
    EXPECT_EQ(tables(R"x(run("DELETE FROM " + table);)x"), Names{""});
    EXPECT_EQ(tables(R"x(run(fmt::format("INSERT INTO {} VALUES (?)", table));)x"), Names{""});
    EXPECT_EQ(tables("run(R\"sql(\n    UPDATE code\n       SET name = 1)sql\");"), Names{"code"});
    EXPECT_EQ(tables(R"x(say("Update the code list first."); // INSERT INTO code)x"), Names{});
    EXPECT_EQ(tables(R"x(rows("SELECT * FROM code ON CONFLICT DO UPDATE SET x = 1"))x"), Names{});
}

TEST(Writes, BelongToTheRoomThatTheSchemaNames)
{
    const auto read = read_schema(schema);
    const std::string insert = "c.run(\"INSERT INTO code VALUES (?)\");\n";
    EXPECT_TRUE(foreign_writes(file("coding/code.cpp", insert), read).empty());
    EXPECT_EQ(foreign_writes(file("stats/claim.cpp", "\n" + insert), read),
              (std::vector<Finding>{{"stats/claim.cpp:2", "code is written only by coding; call a verb of it"}}));
    EXPECT_EQ(foreign_writes(file("workbench/merge.cpp", insert), read).size(), 1u);
    EXPECT_EQ(foreign_writes(file("stats/claim.cpp", "c.run(\"DELETE FROM \" + t);\n"), read).size(), 1u);
    EXPECT_TRUE(foreign_writes(file("workbench/merge.cpp", "c.run(\"DELETE FROM \" + t);\n"), read).empty());
    EXPECT_TRUE(
        foreign_writes(file("stats/claim.cpp", "c.run(\"INSERT INTO temp_rank VALUES (1)\");\n"), read).empty());
}

TEST(Sizes, LongFunctionsAndFilesAreSeen)
{
    const auto source =
        file("coding/a.cpp", "namespace coding\n{\nclass A\n{\n    void f() const\n    {\n        g();\n    }\n};\n\n"
                             "int g()\n{\n    if (x)\n    {\n        y();\n    }\n    return 1;\n}\n}\n");
    const auto functions = functions_of(source);
    ASSERT_EQ(functions.size(), 3u) << "f, the block in g that is laid out like a function, g";
    EXPECT_EQ(functions.front().line, 6u);
    EXPECT_EQ(functions.front().lines, 3u);
    EXPECT_EQ(functions.back().lines, 7u);

    EXPECT_EQ(oversized(source, 600, 6), (std::vector<Finding>{{"coding/a.cpp:12", "a function of 7 lines"}}));
    EXPECT_EQ(oversized(source, 18, 60).size(), 1u);
    EXPECT_TRUE(oversized(source).empty());
}

TEST(Catalogue, PlacesToFillInSurviveTranslation)
{
    const auto broken = [](const std::string& entry) {
        return !broken_places(file("ui/po/es.po", "msgid \"\"\nmsgstr \"X: {}\\n\"\n\n" + entry)).empty();
    };
    EXPECT_FALSE(broken("msgid \"{} of {}\"\nmsgstr \"{} de {}\"\n"));
    EXPECT_FALSE(broken("msgid \"{} of {}\"\nmsgstr \"de {1}, {0}\"\n"));
    EXPECT_FALSE(broken("msgid \"{} of {}\"\nmsgstr \"\"\n"));
    EXPECT_FALSE(broken("msgid \"as {{}}\"\nmsgstr \"como {{}}\"\n"));
    EXPECT_FALSE(
        broken("msgid \"{} code\"\nmsgid_plural \"{} codes\"\nmsgstr[0] \"un código\"\nmsgstr[1] \"{} códigos\"\n"));
    EXPECT_FALSE(broken("#~ msgid \"{}\"\n#~ msgstr \"\"\n#~ \"nada\"\n"));
    EXPECT_TRUE(broken("msgid \"{} of {}\"\nmsgstr \"{} de\"\n"));
    EXPECT_TRUE(broken("msgid \"one\"\nmsgstr \"uno {}\"\n"));
    EXPECT_TRUE(broken("msgid \"{} of {}\"\nmsgstr \"{} de {1}\"\n")) << "fmt refuses the mixture";
    EXPECT_TRUE(broken("msgid \"{:.1f} %\"\nmsgstr \"{:d} %\"\n"));
    EXPECT_TRUE(broken("msgid \"\"\n\"{} \"\n\"of\"\nmsgstr \"\"\n\"de\"\n")) << "messages over several lines";
    EXPECT_TRUE(
        broken("msgid \"{} code\"\nmsgid_plural \"{} codes\"\nmsgstr[0] \"un código\"\nmsgstr[1] \"{} {} códigos\"\n"));
}
