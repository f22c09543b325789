#pragma once
#include "workbench/result.h"
#include "workbench/spoken.h"
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace cli
{

using Json = nlohmann::ordered_json;

/// What a command has to say: one JSON value, and how people read it. `plain` is asked only when it is needed.
struct Answer {
    Json json;
    std::function<std::string(const Json&)> plain;
    int exit_code = 0;
    bool only_a_sentence = false;                       ///< --quiet leaves it out
    std::function<workbench::Result<void>()> stay = {}; ///< what goes on, once this is said, until the user ends it
};

/// 3: done, and there is something to look at.
inline constexpr int something_to_look_at = 3;

/// A column of a listing, or a line of a record: a key of the JSON, and what it is called.
struct Column {
    std::string_view key;
    const char* title;
    std::optional<workbench::Words> words = {}; ///< its values are words of such a list; people read them translated
};

/// `json` is an array of objects, shown as an aligned table; `empty` is said when it has no rows.
Answer listing(Json json, std::vector<Column> columns, std::string empty);
/// `json` is an object, shown as lines "title  value".
Answer record(Json json, std::vector<Column> lines);
/// `sentence` is what people read.
Answer said(Json json, std::string sentence);

/// A table of cells in text: the first row is the head; columns in which all cells are numbers are right-aligned.
std::string aligned(const std::vector<std::vector<std::string>>& rows);
/// The same without a head, the column `right` pushed to the right, so that what follows it stands in line.
std::string aligned_at(const std::vector<std::vector<std::string>>& rows, std::size_t right);

/// A value as people read it: lists with commas, null as a dash, a number without its binary dust.
std::string cell(const Json& value);

}
