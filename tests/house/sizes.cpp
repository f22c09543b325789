#include "sizes.h"
#include <map>

namespace house
{
namespace
{

/// The column of a brace that stands alone, or npos.
std::size_t lone(std::string_view line, char brace)
{
    const auto column = line.find_first_not_of(' ');
    const auto rest = column == line.npos ? std::string_view{} : line.substr(column);
    return rest == std::string_view(&brace, 1) ? column : line.npos;
}

/// Whether a lone brace after this line opens a type or a namespace, not a function.
bool opens_scope(std::string_view line)
{
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    for (const auto word : {"namespace", "class ", "struct ", "enum ", "union ", "template", ": public", "extern \""})
        if (line.starts_with(word)) return true;
    return line.ends_with("=") || line.ends_with(",") || line.ends_with("{") || line.ends_with(";") ||
           line.ends_with("}");
}

}

std::vector<Function> functions_of(const SourceFile& file)
{
    std::vector<Function> found;
    std::map<std::size_t, std::size_t> open; // column → line of the brace
    const auto lines = lines_of(file.text);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (const auto column = lone(lines[i], '{'); column != std::string_view::npos) {
            if (!lines[i - 1].empty() && !opens_scope(lines[i - 1])) open[column] = i + 1;
        } else if (const auto end = lone(lines[i], '}'); end != std::string_view::npos && open.contains(end)) {
            found.push_back({open[end], i + 2 - open[end]});
            open.erase(end);
        }
    }
    return found;
}

std::vector<Finding> oversized(const SourceFile& file, std::size_t most_lines, std::size_t most_function_lines)
{
    std::vector<Finding> found;
    const auto lines = lines_of(file.text).size();
    if (lines > most_lines) found.push_back({file.path, std::to_string(lines) + " lines: is a noun hiding in there?"});
    for (const auto& function : functions_of(file))
        if (function.lines > most_function_lines)
            found.push_back({place(file, function.line), "a function of " + std::to_string(function.lines) + " lines"});
    return found;
}

}
