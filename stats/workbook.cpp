#include "workbook.h"
#include "workbench/tr.h"

namespace stats
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Result;
using workbench::say;

tl::unexpected<workbench::Error> workbook_problem(const paper::Problem& problem, const std::string& name)
{
    switch (problem.kind) {
    case paper::ProblemKind::encrypted:
        return fail(ErrorCode::encrypted, say("\"{}\" is locked with a password.", name),
                    say("Open it in its program and save it without a password."));
    case paper::ProblemKind::too_large:
        return fail(ErrorCode::too_large, say("\"{}\" unfolds to more than Quipu takes in.", name),
                    say("Save the sheet that you need as CSV."));
    default:
        return fail(ErrorCode::bad_file, say("\"{}\" is damaged or not a workbook: {}.", name, problem.what),
                    say("Open it in its program and save it again."));
    }
}

Result<paper::ZipReader> open_workbook(std::string bytes, const std::string& name)
{
    auto zip = paper::ZipReader::open(std::move(bytes));
    if (!zip) return workbook_problem(zip.error(), name);
    return std::move(*zip);
}

Result<pugi::xml_document> read_part(const paper::ZipReader& zip, const std::string& part, const std::string& name)
{
    const auto bytes = zip.read(part, paper::NameCase::ignored);
    if (!bytes) return workbook_problem(bytes.error(), name);
    auto xml = paper::parse_xml(*bytes);
    if (!xml) return workbook_problem(xml.error(), name);
    return std::move(*xml);
}

bool is_called(pugi::xml_node node, std::string_view name)
{
    return paper::local_name(node.name()) == name;
}

pugi::xml_node child(pugi::xml_node node, std::string_view name)
{
    for (const auto inner : node.children())
        if (is_called(inner, name)) return inner;
    return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name)
{
    for (const auto attribute : node.attributes())
        if (paper::local_name(attribute.name()) == name) return attribute.value();
    return {};
}

tl::unexpected<workbench::Error> no_such_sheet(const std::string& name, const std::string& sheet,
                                               const std::vector<std::string>& sheets)
{
    std::string names;
    for (const auto& known : sheets) names += (names.empty() ? "" : ", ") + known;
    return fail(ErrorCode::not_found, say("\"{}\" has no sheet \"{}\".", name, sheet),
                say("Its sheets are: {}.", names));
}

}
