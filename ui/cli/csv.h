#pragma once
#include "answer.h"
#include <vector>

namespace cli
{

/// Rows of objects as comma-separated values (RFC 4180) with a head; null is an empty field.
Answer csv_of(Json rows, std::vector<std::string> keys);
/// One record: fields that need it stand in quotes.
std::string csv_line(const std::vector<std::string>& fields);
/// The field of a value: a text as it is, a number so that it reads back, null empty.
std::string csv_field(const Json& value);

}
