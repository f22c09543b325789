#include "query_help.h"
#include "answer.h"
#include "search/fields.h"
#include "workbench/tr.h"

namespace cli
{
namespace
{

using workbench::tr;
using Rows = std::vector<std::vector<std::string>>;

/// "Y, AND": both spellings, that of the user's language first.
std::string both(std::string_view english, std::string_view spanish)
{
    if (spanish.empty() || spanish == english) return std::string(english);
    const bool in_spanish = workbench::language() == "es";
    return std::string(in_spanish ? spanish : english) + ", " + std::string(in_spanish ? english : spanish);
}

Rows sign_rows()
{
    Rows rows;
    for (const auto& sign : search::signs)
        rows.push_back({"  " + std::string(sign.example), both(sign.english, sign.spanish), tr(sign.meaning)});
    return rows;
}

Rows field_rows()
{
    Rows rows;
    for (const auto& field : search::fields) {
        if (!*field.meaning) continue; // another spelling of the one before
        const auto names = both(field.english, field.spanish);
        rows.push_back({"  " + std::string(field.example), names, tr(field.meaning)});
    }
    return rows;
}

}

std::string query_help()
{
    return std::string(tr("Query language")) + "\n" + aligned(sign_rows()) + "\n" + tr("Fields") + "\n" +
           aligned(field_rows());
}

}
