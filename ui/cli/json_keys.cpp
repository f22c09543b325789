#include "json_keys.h"
#include "workbench/tr.h"
#include <algorithm>
#include <fstream>

namespace cli
{

void put_document(Json& row, const workbench::Document& document)
{
    row["document"] = document.name;
    row["document_number"] = document.number;
    row["copy"] = copy_json(document.copy);
}

void put_label(Json& row, const std::string& label)
{
    const auto digits = std::min(label.find_first_not_of("0123456789"), label.size());
    row["document_number"] = digits > 0 ? Json(std::stoll(label.substr(0, digits))) : Json();
    row["copy"] = copy_json(label.substr(digits));
}

workbench::Result<Json> read_json(const std::string& file)
{
    using workbench::ErrorCode;
    using workbench::say;
    std::ifstream in(file, std::ios::binary);
    if (!in) return workbench::fail(ErrorCode::not_found, say("There is no file {} that can be read.", file));
    try {
        return Json::parse(in);
    } catch (const Json::parse_error& error) {
        return workbench::fail(ErrorCode::bad_file,
                               say("{} is not JSON: the mistake is at byte {}.", file, error.byte));
    }
}

workbench::Result<std::map<std::string, std::string>> pairs_in(const std::vector<std::string>& words)
{
    std::map<std::string, std::string> pairs;
    for (const auto& word : words) {
        const auto equals = word.find('=');
        if (equals == std::string::npos || equals == 0)
            return usage(workbench::say("\"{}\" should be KEY=VALUE.", word));
        pairs[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return pairs;
}

Outcome changed(const workbench::Result<int>& count)
{
    if (!count) return workbench::fail(count.error());
    const auto sentence = *count == 0 ? workbench::say("Nothing had to be changed.")
                                      : workbench::say_n("{} thing changed.", "{} things changed.", *count, *count);
    return said({{"changed", *count}}, sentence);
}

}
