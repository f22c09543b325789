#pragma once
#include <filesystem>
#include <string>

namespace support
{

/// A folder of its own for one test, removed with all that is in it when the test ends.
class TempFolder
{
 public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
    std::filesystem::path path_;
};

/// `corpora/NAME` of the source tree.
std::filesystem::path corpus(const std::string& name);

/// `tests/data/NAME` of the source tree.
std::filesystem::path data(const std::string& name);

/// The whole file as bytes; fails the test when it cannot be read.
std::string read_file(const std::filesystem::path& file);

/// Writes the bytes; fails the test when they cannot be written. Returns the path.
std::filesystem::path write_file(const std::filesystem::path& file, const std::string& bytes);

}
