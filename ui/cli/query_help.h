#pragma once
#include <string>

namespace cli
{

/// The query language for the page of help: its operators and signs, then its fields, each with an example.
std::string query_help();

}
