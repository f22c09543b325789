#include "csv.h"

namespace cli
{

std::string csv_field(const Json& value)
{
    if (value.is_null()) return {};
    if (value.is_string()) return value.get<std::string>();
    return value.dump();
}

std::string csv_line(const std::vector<std::string>& fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& field = fields[i];
        line += i ? "," : "";
        if (field.find_first_of(",\"\r\n") == std::string::npos) {
            line += field;
            continue;
        }
        line += '"';
        for (const char letter : field) line += letter == '"' ? std::string("\"\"") : std::string(1, letter);
        line += '"';
    }
    return line + "\r\n";
}

Answer csv_of(Json rows, std::vector<std::string> keys)
{
    const auto plain = [keys = std::move(keys)](const Json& all) {
        auto text = csv_line(keys);
        for (const auto& row : all) {
            std::vector<std::string> fields;
            for (const auto& key : keys) fields.push_back(csv_field(row.value(key, Json())));
            text += csv_line(fields);
        }
        return text;
    };
    return {std::move(rows), plain};
}

}
