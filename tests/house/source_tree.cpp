#include "source_tree.h"
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

namespace fs = std::filesystem;

namespace house
{
namespace
{

bool is_ours(const fs::path& relative)
{
    static const std::array<fs::path, 4> not_ours{"build", "corpora", "tests/data", "tests/fuzz/seeds"};
    for (const auto& folder : not_ours)
        if (relative == folder) return false;
    const auto name = relative.filename().string();
    return name == ".ci" || !name.starts_with('.');
}

bool is_text(const fs::path& file)
{
    static const std::array endings{".cpp", ".h", ".txt", ".cmake", ".md", ".sql", ".po", ".json", ".test", ".in", ""};
    const auto ending = file.extension().string();
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Walks over a source and keeps what stands between quotes.
class LiteralReader
{
 public:
    explicit LiteralReader(std::string_view source) : source_(source) {}

    std::vector<Literal> read()
    {
        while (at_ < source_.size()) step();
        return std::move(found_);
    }

 private:
    bool here(std::string_view what) const { return source_.substr(at_).starts_with(what); }

    void step()
    {
        if (here("//"))
            skip_to("\n", 0);
        else if (here("/*"))
            skip_to("*/", 2);
        else if (here("R\""))
            raw();
        else if (here("\""))
            quoted();
        else if (here("'") && !inside_number())
            character();
        else
            plain();
    }

    /// `1'000` holds no character.
    bool inside_number() const { return at_ > 0 && std::isalnum(static_cast<unsigned char>(source_[at_ - 1])); }

    void plain()
    {
        const char c = source_[at_];
        if (c == '\n') ++line_;
        if (!std::isspace(static_cast<unsigned char>(c))) adjacent_ = false;
        ++at_;
    }

    void skip_to(std::string_view end, std::size_t and_more)
    {
        move_to(std::min(find(end) + and_more, source_.size()));
    }

    void character()
    {
        for (++at_; at_ < source_.size() && source_[at_] != '\''; ++at_)
            if (source_[at_] == '\\') ++at_;
        ++at_;
        adjacent_ = false;
    }

    void quoted()
    {
        const auto begin = ++at_;
        while (at_ < source_.size() && source_[at_] != '"') at_ += source_[at_] == '\\' ? 2 : 1;
        at_ = std::min(at_, source_.size());
        keep(source_.substr(begin, at_ - begin), line_);
        ++at_;
    }

    void raw()
    {
        const auto open = source_.find('(', at_);
        if (open == source_.npos) return move_to(source_.size());
        const auto end = ")" + std::string(source_.substr(at_ + 2, open - at_ - 2)) + "\"";
        const auto line = line_, close = std::min(source_.find(end, open), source_.size());
        keep(source_.substr(open + 1, close - open - 1), line);
        move_to(std::min(close + end.size(), source_.size()));
    }

    void keep(std::string_view text, std::size_t line)
    {
        if (adjacent_)
            found_.back().text += text;
        else
            found_.push_back({line, std::string(text)});
        adjacent_ = true;
    }

    std::size_t find(std::string_view what) const { return std::min(source_.find(what, at_), source_.size()); }

    void move_to(std::size_t to)
    {
        line_ += static_cast<std::size_t>(std::count(source_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                     source_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
        at_ = to;
    }

    std::string_view source_;
    std::vector<Literal> found_;
    std::size_t at_ = 0, line_ = 1;
    bool adjacent_ = false;
};

}

std::vector<SourceFile> read_tree(const fs::path& root)
{
    std::vector<SourceFile> files;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
        const auto relative = fs::relative(entry->path(), root);
        if (!is_ours(relative)) {
            if (entry->is_directory()) entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && is_text(relative)) {
            files.push_back({relative.generic_string(), read(entry->path())});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

bool is_cpp(const SourceFile& file)
{
    return file.path.ends_with(".cpp") || file.path.ends_with(".h");
}

bool is_public_header(const SourceFile& file)
{
    return file.path.ends_with(".h") && file.path.find("/include/") != std::string::npos;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string place(const SourceFile& file, std::size_t line)
{
    return file.path + ":" + std::to_string(line);
}

std::string room_of(std::string_view path)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> rooms{{
        {"workbench/paper/", "paper"},
        {"workbench/", "workbench"},
        {"search/", "search"},
        {"coding/", "coding"},
        {"stats/numbers/", "numbers"},
        {"stats/", "stats"},
        {"ui/", "ui"},
        {"paper/", "paper"},
        {"numbers/", "numbers"},
        {"gui/", "ui"},
        {"cli/", "ui"},
        {"support/", "workbench"},
    }};
    const bool test = path.starts_with("tests/");
    if (test) path.remove_prefix(std::string_view("tests/").size());
    for (std::size_t i = 0; i < rooms.size(); ++i)
        if (path.starts_with(rooms[i].first) && (test || i < 7)) return std::string(rooms[i].second);
    return {};
}

std::vector<Literal> literals_of(std::string_view source)
{
    return LiteralReader(source).read();
}

std::string listed(const std::vector<Finding>& findings)
{
    std::string text;
    for (const auto& finding : findings) text += "\n  " + finding.where + ": " + finding.what;
    return text;
}

}
