// Every *.test of this folder is a test of its name, and so is every page of the manual with examples. QUIPU_ACCEPT=1
// writes what came into the transcripts and pages instead of failing: read the difference before you commit it.
#include "shell.h"
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <gtest/gtest.h>
#include <sstream>

namespace fs = std::filesystem;
using namespace transcript;

namespace
{

const fs::path root = QUIPU_SOURCE_DIR;

/// Paths relative to the root.
std::vector<std::string> transcripts()
{
    std::vector<std::string> paths;
    for (const auto folder : {"tests/cli", "docs"}) {
        std::error_code absent;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder, absent)) {
            const bool page = entry.path().extension() == ".md";
            if (page ? !examples_of(support::read_file(entry.path())).empty() : entry.path().extension() == ".test")
                paths.push_back(fs::relative(entry.path(), root).generic_string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string test_name(const testing::TestParamInfo<std::string>& info)
{
    const auto path = fs::path(info.param);
    auto name = path.extension() == ".md" ? info.param.substr(0, info.param.size() - 3) : path.stem().string();
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
}

/// The manual is read in Spanish, but for its English pages.
std::string locale_of(const std::string& path)
{
    return path.starts_with("docs/") && !path.starts_with("docs/en/") ? "es_PE.UTF-8" : "C.UTF-8";
}

/// What stands before the first command.
std::string preface(const std::string& text)
{
    return text.starts_with("$ ") ? "" : text.substr(0, text.find("\n$ ") + 1);
}

/// The page with another example in place of the step: what stands from its `$` to the next one or to the end of its
/// block. Prose, which a transcript of a page has as bare `#`, is left out of the example.
std::string with_example(const std::string& page, const Step& step, const std::string& example)
{
    std::istringstream lines(page), shown(example);
    std::string text, line;
    std::size_t number = 0;
    bool inside = false;
    while (std::getline(lines, line)) {
        if (++number == step.line) {
            inside = true;
            for (std::string part; std::getline(shown, part);)
                if (part != "#") text += part + "\n";
        } else if (line.starts_with("$ ") || line.starts_with("```")) {
            inside = false;
        }
        if (!inside) text += line + "\n";
    }
    return text;
}

class Command : public testing::TestWithParam<std::string>
{
};

}

TEST_P(Command, DoesAsItsTranscriptSays)
{
    ASSERT_TRUE(fs::exists(fs::path(QUIPU_BIN_DIR) / "quipu")) << "build the command first: ./dev build";
    const auto file = root / GetParam();
    const bool page = file.extension() == ".md";
    const auto text = page ? examples_of(support::read_file(file)) : support::read_file(file);
    const auto read = parse(text);
    if (const auto* mistake = std::get_if<Mistake>(&read))
        FAIL() << file.string() << ":" << mistake->line << ": " << mistake->what;

    const bool accept = std::getenv("QUIPU_ACCEPT") != nullptr;
    const Shell shell(locale_of(GetParam()));
    auto accepted = preface(text);
    std::vector<std::pair<Step, std::string>> other; // steps of a page that came out in another way
    for (const auto& step : std::get<std::vector<Step>>(read)) {
        const auto outcome = shell.run(step.command);
        const auto now = written(step, outcome);
        accepted += now;
        if (now != step.source) other.emplace_back(step, now);
        const auto found = accept ? std::string{} : difference(step, outcome);
        if (!found.empty())
            ADD_FAILURE() << file.string() << ":" << step.line << ": $ " << step.command << "\n" << found;
    }
    if (!accept) return;
    if (page) {
        accepted = support::read_file(file);
        std::reverse(other.begin(), other.end()); // from the end, so that line numbers hold
        for (const auto& [step, now] : other) accepted = with_example(accepted, step, now);
    }
    support::write_file(file, accepted);
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Command);
INSTANTIATE_TEST_SUITE_P(Transcript, Command, testing::ValuesIn(transcripts()), test_name);
