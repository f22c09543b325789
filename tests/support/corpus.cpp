#include "support/corpus.h"
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace support
{

TempFolder::TempFolder()
{
    auto pattern = (std::filesystem::temp_directory_path() / "quipu-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) std::abort();
    path_ = pattern;
}

TempFolder::~TempFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path corpus(const std::string& name)
{
    return std::filesystem::path(QUIPU_SOURCE_DIR) / "corpora" / name;
}

std::filesystem::path data(const std::string& name)
{
    return std::filesystem::path(QUIPU_SOURCE_DIR) / "tests" / "data" / name;
}

std::string read_file(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << "cannot read " << file;
    return {std::istreambuf_iterator<char>(in), {}};
}

std::filesystem::path write_file(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    EXPECT_TRUE(out.flush()) << "cannot write " << file;
    return file;
}

}
