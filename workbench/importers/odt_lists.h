#pragma once
#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace workbench
{

/// How OpenDocument numbers the items of its lists and its headings: ODF 1.3 part 3, 16.30 to 16.34 and 19.880.
class OdtLists
{
 public:
    /// Takes in the list styles below `node` (of the content and of the styles; the content comes last and counts).
    void read_styles(pugi::xml_node node);

    /// A list begins. Its style may be named nowhere: then it is that of the list around it.
    void begin(pugi::xml_node list);
    void end();
    /// What stands before the item: `3.`, `b)`, `2.1`, `-`. Counts it.
    std::string item(pugi::xml_node item);
    /// The same for a heading of the outline; empty for the usual heading without number.
    std::string heading(pugi::xml_node heading);

 private:
    static constexpr int most_levels = 10;
    struct Level {
        char form = 0; ///< 0: no number
        bool bullet = true;
        std::string prefix, suffix, pattern; ///< pattern: `%1%.%2%`, which LibreOffice writes beside the other two
        int start = 1, shown = 1;
    };
    using Levels = std::array<Level, most_levels>;
    using Counters = std::array<std::optional<int>, most_levels>;
    struct Open {
        std::string style;
        int level = 0;
        Counters counters;
    };

    static void read_level(pugi::xml_node node, Levels& levels);
    static std::string shown(const Levels& levels, const Counters& counters, int level);
    const Levels& levels_of(const std::string& style) const;

    std::map<std::string, Levels> styles_;
    Levels outline_;
    Counters headings_;
    std::vector<Open> open_;
    std::map<std::string, Counters> finished_;       ///< by style: where `continue-numbering` goes on
    std::map<std::string, Counters> finished_lists_; ///< by id: where `continue-list` goes on
    std::vector<std::string> ids_;
};

}
