#include "docx_package.h"
#include <fmt/format.h>

namespace paper
{

namespace
{

void level(XmlWriter& xml, int number, const char* format, const std::string& text, int indent, int hanging,
           const std::string& style = {})
{
    const auto value = [&](const char* tag, std::string_view v) { xml.open(tag).attribute("w:val", v).close(); };
    xml.open("w:lvl").attribute("w:ilvl", std::to_string(number));
    value("w:start", "1"), value("w:numFmt", format);
    if (!style.empty()) value("w:pStyle", style);
    value("w:suff", style.empty() ? "tab" : "space");
    value("w:lvlText", text), value("w:lvlJc", "left");
    xml.open("w:pPr").open("w:ind").attribute("w:left", std::to_string(indent));
    xml.attribute("w:hanging", std::to_string(hanging)).close().close().close();
}

void open_abstract(XmlWriter& xml, int id)
{
    xml.open("w:abstractNum").attribute("w:abstractNumId", std::to_string(id));
    xml.open("w:multiLevelType").attribute("w:val", "multilevel").close();
}

void instance(XmlWriter& xml, int id, int abstract, bool restart)
{
    xml.open("w:num").attribute("w:numId", std::to_string(id));
    xml.open("w:abstractNumId").attribute("w:val", std::to_string(abstract)).close();
    if (restart) {
        xml.open("w:lvlOverride").attribute("w:ilvl", "0");
        xml.open("w:startOverride").attribute("w:val", "1").close().close();
    }
    xml.close();
}

}

std::string docx_numbering(int ordered_lists)
{
    XmlWriter xml;
    xml.open("w:numbering");
    declare_namespaces(xml);
    open_abstract(xml, 1);
    std::string number;
    for (int i = 0; i < 6; ++i) {
        number += fmt::format("{}%{}", i ? "." : "", i + 1);
        level(xml, i, "decimal", number + (i == 0 ? "." : ""), 0, 0, fmt::format("Heading{}", i + 1));
    }
    xml.close();
    open_abstract(xml, 2);
    for (int i = 0; i < 3; ++i) level(xml, i, "bullet", i % 2 ? "–" : "•", 720 + 425 * i, 360);
    xml.close();
    open_abstract(xml, 3);
    constexpr const char* formats[]{"decimal", "lowerLetter", "lowerRoman"};
    for (int i = 0; i < 3; ++i) level(xml, i, formats[i], fmt::format("%{}.", i + 1), 720 + 425 * i, 360);
    xml.close();
    instance(xml, heading_list, 1, false);
    instance(xml, bullet_list, 2, false);
    for (int i = 0; i < ordered_lists; ++i) instance(xml, first_ordered_list + i, 3, true);
    xml.close();
    return xml.finish();
}

}
