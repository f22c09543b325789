#pragma once
#include "paper/problem.h"
#include "paper/xml.h"
#include "paper/zip.h"
#include "workbench/result.h"
#include <string>
#include <string_view>

/// What the readers of workbooks share: a zip archive with XML in it that nobody vouches for.
namespace stats
{

/// A Problem of paper as a sentence about the file.
tl::unexpected<workbench::Error> workbook_problem(const paper::Problem& problem, const std::string& name);

/// The archive in `bytes`.
workbench::Result<paper::ZipReader> open_workbook(std::string bytes, const std::string& name);

/// A part of it, parsed.
workbench::Result<pugi::xml_document> read_part(const paper::ZipReader& zip, const std::string& part,
                                                const std::string& name);

/// Children and attributes by the name after the colon, whatever prefix the program that wrote them chose.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
std::string_view attribute(pugi::xml_node node, std::string_view name);
bool is_called(pugi::xml_node node, std::string_view name);

/// The sheet that was asked for was not found among these.
tl::unexpected<workbench::Error> no_such_sheet(const std::string& name, const std::string& sheet,
                                               const std::vector<std::string>& sheets);

}
