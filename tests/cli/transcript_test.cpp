// The reader of transcripts on small examples: what it accepts, and above all what it refuses.
#include "shell.h"
#include <gtest/gtest.h>

using namespace transcript;

namespace
{

std::vector<Step> steps(std::string_view text)
{
    auto read = parse(text);
    if (const auto* mistake = std::get_if<Mistake>(&read)) {
        ADD_FAILURE() << "line " << mistake->line << ": " << mistake->what;
        return {};
    }
    return std::get<std::vector<Step>>(std::move(read));
}

/// Whether a step with this expectation accepts this outcome.
bool accepts(const std::string& expectation, const Outcome& outcome)
{
    const auto read = steps("$ x\n" + expectation);
    return read.size() == 1 && difference(read.front(), outcome).empty();
}

}

TEST(Pattern, AnEllipsisStandsForAnything)
{
    struct Row {
        const char *pattern, *text;
        bool fits;
    };
    const Row rows[] = {
        {"", "", true},          {"", "a", false},
        {"a", "", false},        {"a", "a", true},
        {"…", "", true},         {"…", "abc", true},
        {"a…", "abc", true},     {"a…", "ba", false},
        {"…c", "abc", true},     {"…c", "acb", false},
        {"a…c", "abc", true},    {"a…c", "ac", true},
        {"a…a", "a", false},     {"a…b…c", "a.b.c", true},
        {"a…b…c", "a.c", false}, {"…b…", "abc", true},
        {"…b…b…", "abc", false}, {"…ab", "aab", true},
        {"…a…a", "aXa", true},   {"{\"id\":\"…\"}", "{\"id\":\"\"}", true},
    };
    for (const auto& row : rows)
        EXPECT_EQ(fits(row.pattern, row.text), row.fits) << row.pattern << " against " << row.text;
}

TEST(Parse, ReadsTheWholeLanguage)
{
    const auto read = steps("# what this shows\n\n$ first\none\n\ntwo\n\n\n$ second <<END\n> word\n>\n> END\n# "
                            "aside\n! no such\n@ /a 1\n? 3\n");
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[0].line, 3u);
    EXPECT_EQ(read[0].command, "first");
    EXPECT_EQ(read[0].output, (std::vector<std::string>{"one", "", "two"}));
    EXPECT_EQ(read[0].exit_code, 0);
    EXPECT_EQ(read[1].command, "second <<END\nword\n\nEND");
    EXPECT_TRUE(read[1].output.empty());
    EXPECT_EQ(read[1].errors, std::vector<std::string>{"no such"});
    EXPECT_EQ(read[1].values, std::vector<std::string>{"/a 1"});
    EXPECT_EQ(read[1].exit_code, 3);
}

TEST(Parse, SaysWhichLineIsWrong)
{
    const auto line_of_mistake = [](std::string_view text) -> std::size_t {
        const auto read = parse(text);
        const auto* mistake = std::get_if<Mistake>(&read);
        return mistake ? mistake->line : 999;
    };
    EXPECT_EQ(line_of_mistake(""), 0u);
    EXPECT_EQ(line_of_mistake("# only this\n"), 1u);
    EXPECT_EQ(line_of_mistake("\nstray\n$ x\n"), 2u);
    EXPECT_EQ(line_of_mistake("$ x\n? three\n"), 2u);
    EXPECT_EQ(line_of_mistake("$ x\n?\n"), 2u);
}

TEST(Examples, AreTheConsoleBlocksOfAPage)
{
    const auto text =
        examples_of("# Title\n\n```console\n$ x\nout\n```\nprose\n```sh\n$ not run\n```\n```console\n$ y\n```\n");
    const auto read = steps(text);
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[0].command, "x");
    EXPECT_EQ(read[0].line, 4u);
    EXPECT_EQ(read[0].output, std::vector<std::string>{"out"});
    EXPECT_EQ(read[1].command, "y");
    EXPECT_EQ(read[1].line, 12u);
    EXPECT_EQ(examples_of("# Title\n```\n$ x\n```\n"), "");
}

TEST(Difference, OutputIsComparedLineByLine)
{
    EXPECT_TRUE(accepts("one\ntwo\n", {"one\ntwo\n", "", 0}));
    EXPECT_TRUE(accepts("one\n", {"one", "", 0})) << "a last line without its end";
    EXPECT_TRUE(accepts("", {"", "", 0}));
    EXPECT_TRUE(accepts("one\n\n", {"one\n\n\n", "", 0})) << "blank lines at the end do not count";
    EXPECT_FALSE(accepts("", {"one\n", "", 0}));
    EXPECT_FALSE(accepts("one\n", {"", "", 0}));
    EXPECT_FALSE(accepts("one\n", {"one\ntwo\n", "", 0}));
    EXPECT_FALSE(accepts("one\n", {"\none\n", "", 0}));
    EXPECT_FALSE(accepts("one\n", {"one \n", "", 0}));
}

TEST(Difference, AnEllipsisAloneIsAnyNumberOfLines)
{
    EXPECT_TRUE(accepts("…\n", {"", "", 0}));
    EXPECT_TRUE(accepts("a\n…\nz\n", {"a\nz\n", "", 0}));
    EXPECT_TRUE(accepts("a\n…\nz\n", {"a\nb\nz\nc\nz\n", "", 0}));
    EXPECT_TRUE(accepts("a… z\n", {"abc z\n", "", 0}));
    EXPECT_FALSE(accepts("a\n…\nz\n", {"a\nz\nb\n", "", 0}));
    EXPECT_FALSE(accepts("…\nz\n", {"a\n", "", 0}));
}

TEST(Difference, ABackslashTakesALineAsItIs)
{
    EXPECT_TRUE(accepts("\\$ 5\n\\# title\n\\…\n\\\\x\n", {"$ 5\n# title\n…\n\\x\n", "", 0}));
    EXPECT_FALSE(accepts("\\…\n", {"anything\n", "", 0}));
}

TEST(Difference, TheExitCodeCounts)
{
    EXPECT_TRUE(accepts("? 3\n", {"", "", 3}));
    EXPECT_FALSE(accepts("? 3\n", {"", "", 0}));
    EXPECT_FALSE(accepts("", {"", "", 3}));
}

TEST(Difference, StandardErrorCounts)
{
    EXPECT_TRUE(accepts("! no such file\n? 1\n", {"", "Error: no such file, try another\n", 1}));
    EXPECT_TRUE(accepts("! no … file\n? 1\n", {"", "no such\nother file", 1}));
    EXPECT_TRUE(accepts("? 1\n", {"", "said something\n", 1})) << "a failure may speak";
    EXPECT_FALSE(accepts("! no such file\n? 1\n", {"", "other\n", 1}));
    EXPECT_FALSE(accepts("! one\n! two\n? 1\n", {"", "one\n", 1})) << "each must be there";
    EXPECT_FALSE(accepts("", {"", "a warning\n", 0})) << "success is silent";
}

TEST(Difference, ValuesAreReadFromJson)
{
    const Outcome outcome{R"({"n":3,"p":0.25,"name":"Cero papel","list":[1,{"a":null}],"empty":[]})", "", 0};
    for (const auto check : {"/n 3", "/n 3.0", "/p 0.25", "/p 0.2…", "/name \"Cero papel\"", "/name \"Cero…\"",
                             "/list #2", "/list/0 1", "/list/1/a null", "/empty []", "/empty #0", "/other absent",
                             "/list/7 absent", "/ #5", "/list [1,{\"a\":null}]"})
        EXPECT_TRUE(accepts("@ " + std::string(check) + "\n", outcome)) << check;
    for (const auto check :
         {"/n 4", "/n \"3\"", "/n", "/name \"Cero\"", "/list #1", "/other 1", "/n absent", "n 3", "/n #1"})
        EXPECT_FALSE(accepts("@ " + std::string(check) + "\n", outcome)) << check;
    EXPECT_FALSE(accepts("@ /n 3\n", {"{\"n\":3}{}", "", 0})) << "exactly one value";
    EXPECT_FALSE(accepts("@ /n 3\n", {"", "", 0}));
}

TEST(Difference, SaysWhatCame)
{
    const auto text = difference(steps("$ x\nwanted\n? 2\n").front(), {"came\n", "because\n", 1});
    for (const auto part : {"exit code 1, not 2", "wanted", "came", "because"})
        EXPECT_NE(text.find(part), text.npos) << part;
}

TEST(Written, IsATranscriptThatFits)
{
    const Outcome outcome{"# a\n$ b\n…\n\nplain\n", "bad luck\n", 1};
    const auto step = steps("$ x\n> y\n# why\nold\n! luck\n\n$ next\n").front();
    const auto text = written(step, outcome);
    EXPECT_EQ(text, "$ x\n> y\n\\# a\n\\$ b\n\\…\n\nplain\n! luck\n? 1\n# why\n\n");
    EXPECT_EQ(difference(steps(text).front(), outcome), "");
}

TEST(Written, AStepThatFitsStaysAsItIs)
{
    const std::string text = "$ x\n# why\na…\n! x\n";
    EXPECT_EQ(written(steps(text).front(), {"abc\n", "x\n", 0}), text);
}

TEST(Shell, RunsInAFolderOfItsOwn)
{
    const Shell shell;
    EXPECT_EQ(shell.run("echo out; echo err >&2; exit 3").output, "out\n");
    EXPECT_EQ(shell.run("echo out; echo err >&2; exit 3").errors, "err\n");
    EXPECT_EQ(shell.run("echo out; echo err >&2; exit 3").exit_code, 3);
    EXPECT_EQ(shell.run("echo kept > file").exit_code, 0);
    EXPECT_EQ(shell.run("cat file; ls -A | wc -l").output, "kept\n1\n") << "and nothing else lies in it";
    EXPECT_EQ(shell.run("kill -9 $$").exit_code, 128 + 9);
}

TEST(Shell, IsThatOfANewUser)
{
    const Shell shell;
    EXPECT_EQ(shell.run("ls \"$HOME/cache\" \"$HOME/state\"").exit_code, 2) << "no cache, no state";
    EXPECT_EQ(shell.run("test -n \"$DATA\" && test -n \"$CORPORA\" && echo \"$LC_ALL $TZ\"").output, "C.UTF-8 UTC\n");
    EXPECT_EQ(Shell("es_PE.UTF-8").run("echo \"$LC_ALL\"").output, "es_PE.UTF-8\n");
    EXPECT_EQ(shell.run("wc -c").output, "0\n") << "nothing to read on standard input";
}
