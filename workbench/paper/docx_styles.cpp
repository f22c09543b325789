#include "docx_package.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace paper
{

namespace
{

/// One paragraph style. `paragraph` and `run` are the inner XML of w:pPr and w:rPr, in the order of the schema.
struct Style {
    const char *id, *name, *based_on, *next, *paragraph, *run;
};

// Sizes are half points, lengths twentieths of a point, lines 240ths.
constexpr std::array styles{
    Style{"BodyText", "Body Text", "Normal", "BodyText",
          R"(<w:spacing w:after="160" w:line="360" w:lineRule="auto"/><w:jc w:val="both"/>)", ""},
    Style{"Title", "Title", "Normal", "BodyText",
          R"(<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>)",
          R"(<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>)"},
    Style{"Subtitle", "Subtitle", "Normal", "BodyText",
          R"(<w:keepNext/><w:spacing w:after="120"/><w:jc w:val="center"/>)",
          R"(<w:sz w:val="28"/><w:szCs w:val="28"/>)"},
    Style{"Author", "Author", "Normal", "BodyText", R"(<w:spacing w:after="480"/><w:jc w:val="center"/>)", ""},
    Style{"Quote", "Quote", "Normal", "BodyText",
          R"(<w:spacing w:after="160" w:line="320" w:lineRule="auto"/><w:ind w:left="720" w:right="360"/>)", ""},
    Style{"ListBullet", "List Bullet", "Normal", "", R"(<w:spacing w:after="60" w:line="320" w:lineRule="auto"/>)", ""},
    Style{"ListNumber", "List Number", "Normal", "", R"(<w:spacing w:after="60" w:line="320" w:lineRule="auto"/>)", ""},
    Style{"Caption", "caption", "Normal", "BodyText", "", ""},
    Style{"TableCaption", "Table Caption", "Caption", "BodyText",
          R"(<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="100" w:line="300" w:lineRule="auto"/>)",
          "<w:i/><w:iCs/>"},
    Style{"TableText", "Table Text", "Normal", "", R"(<w:spacing w:before="40" w:after="40"/>)",
          R"(<w:sz w:val="21"/><w:szCs w:val="21"/>)"},
    Style{"TableCentred", "Table Centred", "TableText", "", R"(<w:jc w:val="center"/>)", ""},
    Style{"TableNumber", "Table Number", "TableText", "", R"(<w:jc w:val="right"/>)", ""},
    Style{"TableHead", "Table Head", "TableText", "", R"(<w:keepNext/>)", ""},
    Style{"TableHeadCentred", "Table Head Centred", "TableHead", "", R"(<w:jc w:val="center"/>)", ""},
    Style{"TableHeadNumber", "Table Head Number", "TableHead", "", R"(<w:jc w:val="right"/>)", ""},
    Style{"NotedParagraph", "Noted Paragraph", "Normal", "",
          R"(<w:spacing w:before="60" w:after="60" w:line="300" w:lineRule="auto"/>)",
          R"(<w:sz w:val="22"/><w:szCs w:val="22"/>)"},
    Style{"NotedNumber", "Noted Number", "NotedParagraph", "", R"(<w:jc w:val="right"/>)",
          R"(<w:color w:val="676D76"/><w:sz w:val="17"/><w:szCs w:val="17"/>)"},
    Style{"MarginNote", "Margin Note", "NotedParagraph", "", "", R"(<w:sz w:val="17"/><w:szCs w:val="17"/>)"},
    Style{"TableNote", "Table Note", "Normal", "BodyText", R"(<w:spacing w:before="80" w:after="320"/>)",
          R"(<w:sz w:val="20"/><w:szCs w:val="20"/>)"},
    Style{"Figure", "Figure", "Normal", "FigureCaption",
          R"(<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:jc w:val="center"/>)", ""},
    Style{"FigureCaption", "Figure Caption", "Caption", "BodyText", R"(<w:keepLines/><w:spacing w:after="40"/>)", ""},
    Style{"FigureSource", "Figure Source", "Normal", "BodyText", R"(<w:spacing w:after="280"/>)",
          R"(<w:sz w:val="20"/><w:szCs w:val="20"/>)"},
    Style{"ContentsHeading", "TOC Heading", "Normal", "BodyText",
          R"(<w:keepNext/><w:spacing w:before="320" w:after="160"/>)",
          R"(<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>)"},
    Style{"TableofFigures", "table of figures", "Normal", "BodyText",
          R"(<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9026"/></w:tabs><w:spacing w:after="60"/>)"
          R"(<w:ind w:left="425" w:hanging="425"/>)",
          ""},
    Style{"FootnoteText", "footnote text", "Normal", "", R"(<w:spacing w:after="40"/>)",
          R"(<w:sz w:val="20"/><w:szCs w:val="20"/>)"},
    Style{"Footer", "footer", "Normal", "", R"(<w:jc w:val="right"/>)", R"(<w:sz w:val="20"/><w:szCs w:val="20"/>)"},
};

constexpr auto fonts = R"(<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" )"
                       R"(w:cs="Times New Roman"/>)";

void value(XmlWriter& xml, const char* tag, std::string_view value)
{
    xml.open(tag).attribute("w:val", value).close();
}

void open_style(XmlWriter& xml, const char* type, const std::string& id, const std::string& name,
                const std::string& based_on)
{
    xml.open("w:style").attribute("w:type", type);
    if (id == "Normal" || id == "DefaultParagraphFont" || id == "TableNormal") xml.attribute("w:default", "1");
    xml.attribute("w:styleId", id);
    value(xml, "w:name", name);
    if (!based_on.empty()) value(xml, "w:basedOn", based_on);
}

void properties(XmlWriter& xml, std::string_view paragraph, std::string_view run)
{
    if (!paragraph.empty()) xml.open("w:pPr").raw(paragraph).close();
    if (!run.empty()) xml.open("w:rPr").raw(run).close();
}

void defaults(XmlWriter& xml, const std::string& language)
{
    xml.open("w:docDefaults").open("w:rPrDefault").open("w:rPr").raw(fonts);
    value(xml, "w:sz", "24"), value(xml, "w:szCs", "24");
    xml.open("w:lang").attribute("w:val", language).attribute("w:eastAsia", language).attribute("w:bidi", "ar-SA");
    xml.close().close().close().open("w:pPrDefault").open("w:pPr");
    xml.raw(R"(<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>)").close().close().close();
}

void heading_styles(XmlWriter& xml)
{
    constexpr std::array sizes{32, 28, 26, 24, 24, 24};
    for (int level = 1; level <= 6; ++level) {
        open_style(xml, "paragraph", fmt::format("Heading{}", level), fmt::format("heading {}", level), "Normal");
        value(xml, "w:next", "BodyText");
        xml.leaf("w:qFormat");
        properties(
            xml,
            fmt::format(R"(<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>)"
                        R"(<w:spacing w:before="{}" w:after="120"/><w:outlineLvl w:val="{}"/>)",
                        level - 1, heading_list, level == 1 ? 400 : 280, level - 1),
            fmt::format(R"(<w:b/><w:bCs/>{}<w:sz w:val="{}"/><w:szCs w:val="{}"/>)", level > 3 ? "<w:i/><w:iCs/>" : "",
                        sizes[level - 1], sizes[level - 1]));
        xml.close();
    }
}

void contents_styles(XmlWriter& xml)
{
    for (int level = 1; level <= 6; ++level) {
        open_style(xml, "paragraph", fmt::format("TOC{}", level), fmt::format("toc {}", level), "Normal");
        properties(xml,
                   fmt::format(R"(<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9026"/></w:tabs>)"
                               R"(<w:spacing w:after="60"/><w:ind w:left="{}"/>)",
                               240 * (level - 1)),
                   "");
        xml.close();
    }
}

void paragraph_styles(XmlWriter& xml)
{
    open_style(xml, "paragraph", "Normal", "Normal", "");
    xml.leaf("w:qFormat").close();
    for (const auto& style : styles) {
        open_style(xml, "paragraph", style.id, style.name, style.based_on);
        if (*style.next) value(xml, "w:next", style.next);
        xml.leaf("w:qFormat");
        properties(xml, style.paragraph, style.run);
        xml.close();
    }
}

const char* density_name(Density density)
{
    return density == Density::normal ? "" : density == Density::small ? "Small" : "Tiny";
}

/// The styles of cells once more, in smaller letters.
void dense_styles(XmlWriter& xml)
{
    constexpr double normal = 21;
    for (const auto& style : styles) {
        const std::string id = style.id;
        if (!id.starts_with("Table") || id == "TableCaption" || id == "TableNote" || id == "TableofFigures") continue;
        for (const auto density : {Density::small, Density::tiny}) {
            const auto size = std::lround(cell_size(density, normal));
            open_style(xml, "paragraph", id + density_name(density),
                       fmt::format("{} {}", style.name, density_name(density)), id);
            properties(xml, R"(<w:spacing w:before="30" w:after="30"/>)",
                       fmt::format(R"(<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>)", size));
            xml.close();
        }
    }
}

/// The names that Word knows, so that its own menus show them; ours for the rest.
std::string display_name(const std::string& id)
{
    if (id == "Strong" || id == "Emphasis" || id == "Hyperlink") return id;
    std::string name;
    for (const char c : id) {
        if (c >= 'A' && c <= 'Z' && !name.empty()) name += ' ';
        name += c;
    }
    return name == "Code" ? "Code Text" : name;
}

std::string run_looks(const Text& text)
{
    std::string xml;
    if (text.code) xml += R"(<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>)";
    if (text.bold) xml += "<w:b/><w:bCs/>";
    if (text.italic) xml += "<w:i/><w:iCs/>";
    if (const auto ink = hex_digits(text.ink); !ink.empty())
        xml += fmt::format(R"(<w:color w:val="{}"/>)", ink);
    else if (is_safe_link(text.link))
        xml += R"(<w:color w:val="0B5394"/>)";
    if (text.code) xml += R"(<w:sz w:val="21"/><w:szCs w:val="21"/>)";
    if (is_safe_link(text.link)) xml += R"(<w:u w:val="single"/>)";
    if (const auto ground = hex_digits(text.ground); !ground.empty())
        xml += fmt::format(R"(<w:shd w:val="clear" w:color="auto" w:fill="{}"/>)", ground);
    if (text.script == Script::subscript) xml += R"(<w:vertAlign w:val="subscript"/>)";
    if (text.script == Script::superscript) xml += R"(<w:vertAlign w:val="superscript"/>)";
    return xml;
}

void character_styles(XmlWriter& xml, const DocxText& text)
{
    open_style(xml, "character", "DefaultParagraphFont", "Default Paragraph Font", "");
    xml.close();
    open_style(xml, "character", "CaptionLabel", "Caption Label", "DefaultParagraphFont");
    properties(xml, "", R"(<w:b/><w:bCs/><w:i w:val="0"/><w:iCs w:val="0"/>)");
    xml.close();
    open_style(xml, "character", "FootnoteReference", "footnote reference", "DefaultParagraphFont");
    properties(xml, "", R"(<w:vertAlign w:val="superscript"/>)");
    xml.close();
    for (const auto& [id, looks] : text.styles()) {
        open_style(xml, "character", id, display_name(id), "DefaultParagraphFont");
        properties(xml, "", run_looks(looks));
        xml.close();
    }
}

/// Three rules: above the heads, below them, below the last row.
void table_styles(XmlWriter& xml)
{
    constexpr auto rule = R"(w:val="single" w:sz="8" w:space="0" w:color="000000")";
    open_style(xml, "table", "TableNormal", "Normal Table", "");
    xml.raw(R"(<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>)"
            R"(<w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>)"
            R"(</w:tblCellMar></w:tblPr>)");
    xml.close();
    open_style(xml, "table", "NotedText", "Noted Text", "TableNormal");
    xml.close();
    open_style(xml, "table", "ApaTable", "APA Table", "TableNormal");
    xml.raw(fmt::format(R"(<w:tblPr><w:tblBorders><w:top {0}/><w:bottom {0}/></w:tblBorders></w:tblPr>)"
                        R"(<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:top {0}/><w:bottom {0}/>)"
                        R"(</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>)",
                        rule));
    xml.close();
}

}

std::string cell_style(Align align, bool head, Density density)
{
    std::string style = head ? "TableHead" : align == Align::left ? "TableText" : "Table";
    if (align != Align::left) style += align == Align::centre ? "Centred" : "Number";
    return style + density_name(density);
}

std::string docx_styles(const Document& document, const DocxText& text)
{
    XmlWriter xml;
    xml.open("w:styles");
    declare_namespaces(xml);
    defaults(xml, document.language);
    paragraph_styles(xml);
    dense_styles(xml);
    heading_styles(xml);
    contents_styles(xml);
    character_styles(xml, text);
    table_styles(xml);
    xml.close();
    return xml.finish();
}

}
