#pragma once
#include "answer.h"
#include "command.h"
#include "workbench/document.h"
#include "workbench/id.h"
#include <map>
#include <optional>
#include <string>

namespace cli
{

/// Ids are strings: they pass 2^53.
template <class Tag>
Json id_json(workbench::Id<Tag> id)
{
    return std::to_string(id.value);
}

template <class T>
Json or_null(const std::optional<T>& value)
{
    return value ? Json(*value) : Json();
}

/// The letter of a copy; null in the first.
inline Json copy_json(const std::string& copy)
{
    return copy.empty() ? Json() : Json(copy);
}

/// What every row says about its document: "document", "document_number", "copy".
void put_document(Json& row, const workbench::Document& document);

/// The same of a document elsewhere, of which the label is known: "12b".
void put_label(Json& row, const std::string& label);

/// What the file holds. Errors: not_found, bad_file (no JSON; says where).
workbench::Result<Json> read_json(const std::string& file);

/// KEY=VALUE words as a map. Error: usage.
workbench::Result<std::map<std::string, std::string>> pairs_in(const std::vector<std::string>& words);

/// `{"changed": n}`, or why not.
Outcome changed(const workbench::Result<int>& count);

}
