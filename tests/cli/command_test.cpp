// Every *.test of this folder is a test of its name. QUIPU_ACCEPT=1 writes what came into the transcript instead of
// failing: read the difference before you commit it.
#include "shell.h"
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <gtest/gtest.h>

namespace fs = std::filesystem;
using namespace transcript;

namespace
{

std::vector<std::string> transcripts()
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(TRANSCRIPT_DIR))
        if (entry.path().extension() == ".test") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& info)
{
    auto name = info.param;
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
}

/// What stands before the first command.
std::string preface(const std::string& text)
{
    return text.starts_with("$ ") ? "" : text.substr(0, text.find("\n$ ") + 1);
}

class Command : public testing::TestWithParam<std::string>
{
};

}

TEST_P(Command, DoesAsItsTranscriptSays)
{
    ASSERT_TRUE(fs::exists(fs::path(QUIPU_BIN_DIR) / "quipu")) << "build the command first: ./dev build";
    const auto file = fs::path(TRANSCRIPT_DIR) / (GetParam() + ".test");
    const auto text = support::read_file(file);
    const auto read = parse(text);
    if (const auto* mistake = std::get_if<Mistake>(&read))
        FAIL() << file.string() << ":" << mistake->line << ": " << mistake->what;

    const bool accept = std::getenv("QUIPU_ACCEPT") != nullptr;
    const Shell shell;
    auto accepted = preface(text);
    for (const auto& step : std::get<std::vector<Step>>(read)) {
        const auto outcome = shell.run(step.command);
        accepted += written(step, outcome);
        const auto found = accept ? std::string{} : difference(step, outcome);
        EXPECT_EQ(found, "") << file.string() << ":" << step.line << ": $ " << step.command << "\n" << found;
    }
    if (accept) support::write_file(file, accepted);
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Command);
INSTANTIATE_TEST_SUITE_P(Transcript, Command, testing::ValuesIn(transcripts()), test_name);
