#include "walls.h"
#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace house
{
namespace
{

struct Include {
    std::size_t line;
    std::string path;
};

std::vector<Include> includes_of(const SourceFile& file)
{
    static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> found;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::match_results<std::string_view::const_iterator> match;
        if (std::regex_search(lines[i].begin(), lines[i].end(), match, pattern))
            found.push_back({i + 1, match[1].str()});
    }
    return found;
}

/// What each room may include: itself and all before it. `paper` and `numbers` are leaves.
const std::map<std::string, std::set<std::string>>& open_doors()
{
    static const std::map<std::string, std::set<std::string>> doors{
        {"paper", {"paper"}},
        {"numbers", {"numbers"}},
        {"workbench", {"paper", "workbench"}},
        {"search", {"paper", "workbench", "search"}},
        {"coding", {"paper", "workbench", "search", "coding"}},
        {"stats", {"paper", "workbench", "search", "coding", "numbers", "stats"}},
        {"ui", {"paper", "workbench", "search", "coding", "numbers", "stats", "ui"}},
    };
    return doors;
}

/// A library, and where it may be included.
struct Wall {
    const char* include; ///< how its includes begin
    const char* room;    ///< path prefix of the only folder
    const char* tests;   ///< path prefix of the tests that may see it too
};

constexpr Wall walls[] = {
    {"sqlite3", "workbench/", "tests/workbench/"},
    {"unicode/", "workbench/", "tests/workbench/"},
    {"xapian", "search/", "tests/search/"},
    {"wx/", "ui/gui/", "tests/gui/"},
    {"gtk/", "ui/gui/", "tests/gui/"},
    {"hunspell.hxx", "ui/gui/", "tests/gui/"},
    {"poppler", "ui/reader/", "tests/reader/"},
    {"CLI/", "ui/cli/", "ui/cli/"},
};

bool may_include(const SourceFile& file, const Wall& wall)
{
    if (file.path.starts_with(wall.tests)) return true;
    if (is_public_header(file) || room_of(file.path) == "paper") return false;
    return file.path.starts_with(wall.room);
}

/// The line as far as the compiler reads it; a `//` inside a word (an address) begins no comment.
std::string_view without_comment(std::string_view line)
{
    const auto begin = line.find_first_not_of(' ');
    if (begin != line.npos && line.substr(begin).starts_with("//")) return {};
    return line.substr(0, line.find(" //"));
}

bool is_library(const SourceFile& file)
{
    const auto room = room_of(file.path);
    return is_cpp(file) && !file.path.starts_with("tests/") && !room.empty() && room != "ui";
}

bool opens_with_paragraph(const SourceFile& file)
{
    std::size_t length = 0;
    for (const auto line : lines_of(file.text)) {
        if (!line.starts_with("# ")) break;
        length += line.size();
    }
    return length >= 60;
}

}

std::vector<Finding> upward_includes(const SourceFile& file)
{
    const auto room = room_of(file.path);
    if (!is_cpp(file) || room.empty()) return {};
    const auto& allowed = open_doors().at(room);
    std::vector<Finding> found;
    for (const auto& include : includes_of(file)) {
        const auto target = include.path.substr(0, include.path.find('/'));
        if (target == include.path || !open_doors().contains(target) || allowed.contains(target)) continue;
        found.push_back({place(file, include.line), room + " must not include " + include.path +
                                                        ": move what needs both to the room on the right"});
    }
    return found;
}

std::vector<Finding> climbing_includes(const SourceFile& file)
{
    if (!is_cpp(file)) return {};
    std::vector<Finding> found;
    for (const auto& include : includes_of(file))
        if (include.path.find("../") != std::string::npos)
            found.push_back({place(file, include.line), "no ../ in an include: " + include.path});
    return found;
}

std::vector<Finding> leaked_libraries(const SourceFile& file)
{
    if (!is_cpp(file)) return {};
    std::vector<Finding> found;
    for (const auto& include : includes_of(file))
        for (const auto& wall : walls)
            if (include.path.starts_with(wall.include) && !may_include(file, wall))
                found.push_back(
                    {place(file, include.line), include.path + " may be included only in the sources of " + wall.room});
    return found;
}

std::vector<Finding> repeated_options_library(const std::vector<SourceFile>& files)
{
    std::vector<Finding> found;
    std::string first;
    for (const auto& file : files) {
        if (!is_cpp(file)) continue;
        for (const auto& include : includes_of(file)) {
            if (!include.path.starts_with("CLI/")) continue;
            if (!first.empty() && first != file.path)
                found.push_back({place(file, include.line), "CLI11 is compiled in one source only, " + first});
            first = file.path;
        }
    }
    return found;
}

std::vector<Finding> heavy_headers(const SourceFile& file)
{
    if (!is_public_header(file)) return {};
    std::vector<Finding> found;
    for (const auto& include : includes_of(file))
        if (include.path == "nlohmann/json.hpp")
            found.push_back({place(file, include.line), "would nlohmann/json_fwd.hpp do?"});
    return found;
}

std::vector<Finding> talking_libraries(const SourceFile& file)
{
    if (!is_library(file)) return {};
    static const std::regex pattern(R"(std::(cout|cerr|cin|exit|abort)\b|\b(f?printf|puts)\s*\(|fmt::print\b)");
    std::vector<Finding> found;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto code = without_comment(lines[i]);
        if (std::regex_search(code.begin(), code.end(), pattern))
            found.push_back(
                {place(file, i + 1), "no room prints, asks or exits; return a Result and let the face speak"});
    }
    return found;
}

std::vector<Finding> foreign_sentences(const SourceFile& file)
{
    if (!is_cpp(file) || file.path.starts_with("tests/")) return {};
    static const std::regex call(R"(\b(tr|trn|say|say_n)\(\s*"((?:[^"\\]|\\.)*)\")");
    std::vector<Finding> found;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::match_results<std::string_view::const_iterator> match;
        const auto code = without_comment(lines[i]);
        if (!std::regex_search(code.begin(), code.end(), match, call)) continue;
        const auto sentence = match[2].str();
        if (std::any_of(sentence.begin(), sentence.end(), [](unsigned char c) { return c > 126; }))
            found.push_back({place(file, i + 1), "messages are ASCII English in the source: " + sentence});
    }
    return found;
}

std::vector<Finding> unexplained_rooms(const std::vector<SourceFile>& files)
{
    std::vector<Finding> found;
    for (const auto& file : files) {
        if (file.path == "CMakeLists.txt" && lines_of(file.text).size() >= 100)
            found.push_back({file.path, "the root stays under 100 lines; give the rest to a room or to cmake/"});
        const bool room = !room_of(file.path).empty() && !file.path.starts_with("tests/");
        if (room && file.path.ends_with("/CMakeLists.txt") && !opens_with_paragraph(file))
            found.push_back({file.path, "open with a paragraph of comment: what this room is for"});
    }
    return found;
}

std::vector<Finding> outside_folders(const SourceFile& file)
{
    // Written in two parts, so that this file may be read too.
    static const std::string forbidden[] = {std::string("../") + "shared", std::string("/work") + "/"};
    std::vector<Finding> found;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const auto& folder : forbidden)
            if (lines[i].find(folder) != std::string_view::npos)
                found.push_back({place(file, i + 1), "names a folder outside the project: " + folder});
    return found;
}

}
