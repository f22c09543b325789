#include "tables.h"
#include <regex>
#include <set>

namespace house
{
namespace
{

using Match = std::match_results<std::string_view::const_iterator>;

bool matches(std::string_view text, Match& match, const std::regex& pattern)
{
    return std::regex_search(text.begin(), text.end(), match, pattern);
}

bool writes_tables(const std::string& room)
{
    static const std::set<std::string> rooms{"workbench", "search", "coding", "stats", "ui"};
    return rooms.contains(room);
}

}

Schema read_schema(const SourceFile& schema)
{
    static const std::regex table(R"(^\s*CREATE\s+(?:VIRTUAL\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+))",
                                  std::regex::icase);
    static const std::regex writer(R"(^\s*--\s*writer:\s*(\w+))");
    Schema read;
    std::string room;
    const auto lines = lines_of(schema.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Match match;
        if (matches(lines[i], match, table)) {
            if (writes_tables(room))
                read.writer[match[1].str()] = room;
            else
                read.unsigned_tables.push_back(
                    {place(schema, i + 1), match[1].str() + " needs a line `-- writer: ROOM` just above it"});
        }
        room = matches(lines[i], match, writer) ? match[1].str() : std::string{};
    }
    return read;
}

std::vector<Write> writes_of(const SourceFile& file)
{
    // An UPDATE is told from the English word by its SET; the others by INTO and FROM.
    static const std::regex statement(
        R"re(\b(?:(?:INSERT(?:\s+OR\s+\w+)?|REPLACE)\s+INTO|DELETE\s+FROM|UPDATE(?:\s+OR\s+\w+)?(?=\s+\S+\s+SET\b))\s*(?:\\?["'\[`])?(\w*))re",
        std::regex::icase);
    std::vector<Write> found;
    for (const auto& literal : literals_of(file.text))
        for (std::sregex_iterator match(literal.text.begin(), literal.text.end(), statement), end; match != end;
             ++match)
            found.push_back({literal.line, (*match)[1].str()});
    return found;
}

std::vector<Finding> foreign_writes(const SourceFile& file, const Schema& schema)
{
    const auto room = room_of(file.path);
    if (!is_cpp(file) || room.empty() || file.path.starts_with("tests/")) return {};
    std::vector<Finding> found;
    for (const auto& write : writes_of(file)) {
        const auto owner = schema.writer.find(write.table);
        if (write.table.empty() && room != "workbench")
            found.push_back({place(file, write.line), "writes to a table whose name cannot be read; spell it out"});
        if (owner != schema.writer.end() && owner->second != room)
            found.push_back({place(file, write.line),
                             write.table + " is written only by " + owner->second + "; call a verb of it"});
    }
    return found;
}

}
