#pragma once
#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

namespace workbench
{

/// A paragraph's place in a list of Word. `list` 0 is no list.
struct WordItem {
    int list = 0, level = 0;
    bool operator==(const WordItem&) const = default;
};

/// The numbers of Word's lists as Word shows them: ECMA-376 part 1, 17.9.
class WordNumbering
{
 public:
    /// `word/numbering.xml` and `word/styles.xml`; both may be empty nodes.
    WordNumbering(pugi::xml_node numbering, pugi::xml_node styles);

    /// The item that the paragraph's properties (`w:pPr`, may be empty) or its style make it.
    WordItem item_of(pugi::xml_node properties) const;

    /// Counts the item and returns what stands before it: `3.`, `b)`, `2.1`, `-`. Empty when nothing does.
    std::string next(const WordItem& item);

 private:
    static constexpr int most_levels = 9;
    struct Level {
        std::string form = "decimal", text;
        int start = 1;
        int restart = -1; ///< the level that sets this one back; 0 is none, -1 any above
        bool legal = false;
    };
    using Levels = std::array<Level, most_levels>;
    struct List {
        int abstract = 0;
        Levels levels;
        std::map<int, int> starts; ///< level → where this list begins anew
    };
    struct Style {
        std::string based_on;
        std::optional<WordItem> item;
        bool has_level = false;
    };

    void read_styles(pugi::xml_node styles);
    void read_lists(pugi::xml_node numbering);
    static void read_level(pugi::xml_node node, Level& level);
    std::optional<WordItem> item_of_style(const std::string& id) const;
    std::string number(const Level& level, int n) const;

    std::map<int, List> lists_;
    std::map<std::string, Style> styles_;
    std::map<std::pair<int, std::string>, int> level_of_style_; ///< (list, style) → level
    std::string default_style_;
    std::map<int, std::array<std::optional<int>, most_levels>> counters_; ///< by abstract list
    std::map<int, bool> begun_;                                           ///< lists met so far
};

}
