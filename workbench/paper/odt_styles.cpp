#include "odt_text.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace paper
{

namespace
{

struct Style {
    const char *name, *display, *parent, *paragraph, *text; ///< attributes of the two property elements
};

constexpr std::array styles{
    Style{"Text_20_body", "Text body", "Standard",
          R"(fo:margin-bottom="0.28cm" fo:line-height="150%" fo:text-align="justify")", ""},
    Style{"Title", "Title", "Standard",
          R"(fo:margin-top="0.42cm" fo:margin-bottom="0.21cm" fo:text-align="center" fo:keep-with-next="always")",
          R"(fo:font-size="18pt" fo:font-weight="bold")"},
    Style{"Subtitle", "Subtitle", "Standard", R"(fo:margin-bottom="0.21cm" fo:text-align="center")",
          R"(fo:font-size="14pt")"},
    Style{"Author", "Author", "Standard", R"(fo:margin-bottom="0.85cm" fo:text-align="center")", ""},
    Style{"Quotations", "Quotations", "Standard",
          R"(fo:margin-left="1.27cm" fo:margin-right="0.64cm" fo:margin-bottom="0.28cm" fo:line-height="133%")", ""},
    Style{"List", "List", "Standard", R"(fo:margin-bottom="0.1cm" fo:line-height="133%")", ""},
    Style{"Caption", "Caption", "Standard", "", ""},
    Style{"Table_20_Caption", "Table Caption", "Caption",
          R"(fo:margin-top="0.5cm" fo:margin-bottom="0.18cm" fo:keep-with-next="always" fo:line-height="125%")",
          R"(fo:font-style="italic")"},
    Style{"Table_20_Contents", "Table Contents", "Standard", R"(fo:margin-top="0.07cm" fo:margin-bottom="0.07cm")",
          R"(fo:font-size="10.5pt")"},
    Style{"Table_20_Centred", "Table Centred", "Table_20_Contents", R"(fo:text-align="center")", ""},
    Style{"Table_20_Number", "Table Number", "Table_20_Contents", R"(fo:text-align="end")", ""},
    Style{"Table_20_Heading", "Table Heading", "Table_20_Contents", R"(fo:keep-with-next="always")", ""},
    Style{"Table_20_Heading_20_Centred", "Table Heading Centred", "Table_20_Heading", R"(fo:text-align="center")", ""},
    Style{"Table_20_Heading_20_Number", "Table Heading Number", "Table_20_Heading", R"(fo:text-align="end")", ""},
    Style{"Noted_20_Paragraph", "Noted Paragraph", "Standard",
          R"(fo:margin-top="0.1cm" fo:margin-bottom="0.1cm" fo:line-height="125%")", R"(fo:font-size="11pt")"},
    Style{"Noted_20_Number", "Noted Number", "Noted_20_Paragraph", R"(fo:text-align="end")",
          R"(fo:font-size="8.5pt" fo:color="#676d76")"},
    Style{"Margin_20_Note", "Margin Note", "Noted_20_Paragraph", "", R"(fo:font-size="8.5pt")"},
    Style{"Table_20_Note", "Table Note", "Standard", R"(fo:margin-top="0.14cm" fo:margin-bottom="0.56cm")",
          R"(fo:font-size="10pt")"},
    Style{"Figure", "Figure", "Standard",
          R"(fo:margin-top="0.42cm" fo:margin-bottom="0.14cm" fo:text-align="center" fo:keep-with-next="always")", ""},
    Style{"Figure_20_Caption", "Figure Caption", "Caption", R"(fo:margin-bottom="0.07cm")", ""},
    Style{"Figure_20_Source", "Figure Source", "Standard", R"(fo:margin-bottom="0.5cm")", R"(fo:font-size="10pt")"},
    Style{"Contents_20_Heading", "Contents Heading", "Standard",
          R"(fo:margin-top="0.56cm" fo:margin-bottom="0.28cm" fo:keep-with-next="always")",
          R"(fo:font-size="14pt" fo:font-weight="bold")"},
    Style{"Footnote", "Footnote", "Standard", "", R"(fo:font-size="10pt")"},
    Style{"Footer", "Footer", "Standard", R"(fo:text-align="end")", R"(fo:font-size="10pt")"},
    Style{"Page_20_Break", "Page Break", "Standard", R"(fo:break-after="page")", R"(fo:font-size="2pt")"},
};

void paragraph_style(XmlWriter& xml, const std::string& name, const std::string& display, const std::string& parent,
                     std::string_view paragraph, std::string_view text, std::string_view tabs = {})
{
    xml.open("style:style").attribute("style:name", name).attribute("style:display-name", display);
    xml.attribute("style:family", "paragraph");
    if (!parent.empty()) xml.attribute("style:parent-style-name", parent);
    xml.raw(fmt::format("<style:paragraph-properties {}>{}</style:paragraph-properties>", paragraph, tabs));
    if (!text.empty()) xml.raw(fmt::format("<style:text-properties {}/>", text));
    xml.close();
}

const char* density_name(Density density)
{
    return density == Density::normal ? "" : density == Density::small ? "_20_Small" : "_20_Tiny";
}

/// The styles of cells once more, in smaller letters.
void dense_styles(XmlWriter& xml)
{
    for (const auto& style : styles) {
        const std::string name = style.name;
        if (!name.starts_with("Table_20_") || name == "Table_20_Caption" || name == "Table_20_Note") continue;
        for (const auto density : {Density::small, Density::tiny})
            paragraph_style(xml, name + density_name(density),
                            fmt::format("{} {}", style.display, density == Density::small ? "Small" : "Tiny"), name, "",
                            fmt::format(R"(fo:font-size="{:.1f}pt")", cell_size(density, 10.5)));
    }
}

void heading_styles(XmlWriter& xml)
{
    constexpr std::array sizes{16, 14, 13, 12, 12, 12};
    for (int level = 1; level <= 6; ++level) {
        xml.open("style:style").attribute("style:name", fmt::format("Heading_20_{}", level));
        xml.attribute("style:display-name", fmt::format("Heading {}", level)).attribute("style:family", "paragraph");
        xml.attribute("style:parent-style-name", "Standard")
            .attribute("style:default-outline-level", std::to_string(level));
        xml.raw(fmt::format(R"(<style:paragraph-properties fo:margin-top="{}" fo:margin-bottom="0.21cm" )"
                            R"(fo:keep-with-next="always"/><style:text-properties fo:font-size="{}pt" )"
                            R"(fo:font-weight="bold"{}/>)",
                            level == 1 ? "0.7cm" : "0.5cm", sizes[static_cast<std::size_t>(level) - 1],
                            level > 3 ? R"( fo:font-style="italic")" : ""));
        xml.close();
    }
}

void contents_styles(XmlWriter& xml)
{
    constexpr auto tab = R"(<style:tab-stops><style:tab-stop style:position="{:.2f}cm" style:type="right" )"
                         R"(style:leader-style="dotted" style:leader-text="."/></style:tab-stops>)";
    for (int level = 1; level <= 6; ++level) {
        const double indent = 0.42 * (level - 1);
        paragraph_style(xml, fmt::format("Contents_20_{}", level), fmt::format("Contents {}", level), "Standard",
                        fmt::format(R"(fo:margin-left="{:.2f}cm" fo:margin-bottom="0.1cm")", indent), "",
                        fmt::format(tab, 15.92 - indent));
    }
    paragraph_style(xml, "Figure_20_Index_20_1", "Figure Index 1", "Standard", R"(fo:margin-bottom="0.1cm")", "",
                    fmt::format(tab, 15.92));
}

std::string run_looks(const Text& text)
{
    std::string looks;
    if (text.bold) looks += R"( fo:font-weight="bold")";
    if (text.italic) looks += R"( fo:font-style="italic")";
    if (text.code) looks += R"( style:font-name="Courier New" fo:font-size="10.5pt")";
    if (text.script == Script::subscript) looks += R"( style:text-position="sub 66%")";
    if (text.script == Script::superscript) looks += R"( style:text-position="super 66%")";
    if (is_safe_link(text.link)) looks += R"( style:text-underline-style="solid" style:text-underline-width="auto")";
    if (const auto ink = hex_digits(text.ink); !ink.empty())
        looks += fmt::format(R"( fo:color="#{}")", ink);
    else if (is_safe_link(text.link))
        looks += R"( fo:color="#0b5394")";
    if (const auto ground = hex_digits(text.ground); !ground.empty())
        looks += fmt::format(R"( fo:background-color="#{}")", ground);
    return looks;
}

void text_styles(XmlWriter& xml, const std::map<std::string, Text>& runs)
{
    const auto style = [&](const std::string& name, const std::string& looks) {
        xml.open("style:style").attribute("style:name", name).attribute("style:family", "text");
        xml.raw(fmt::format("<style:text-properties{}/>", looks)).close();
    };
    style("CaptionLabel", R"( fo:font-weight="bold" fo:font-style="normal")");
    style("IndexLink", R"( fo:color="#000000" style:text-underline-style="none")");
    style("FootnoteSymbol", R"( style:text-position="super 66%")");
    for (const auto& [name, text] : runs) style(name, run_looks(text));
}

void numbering_styles(XmlWriter& xml)
{
    xml.open("text:outline-style").attribute("style:name", "Outline");
    for (int level = 1; level <= 6; ++level) {
        xml.open("text:outline-level-style").attribute("text:level", std::to_string(level));
        xml.attribute("style:num-format", "1").attribute("text:display-levels", std::to_string(level));
        if (level == 1) xml.attribute("style:num-suffix", ".");
        xml.raw(R"(<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">)"
                R"(<style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties>)");
        xml.close();
    }
    xml.close();
    const auto indent = [&](int level) {
        xml.raw(fmt::format(
            R"(<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">)"
            R"(<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.63cm" )"
            R"(fo:margin-left="{:.2f}cm"/></style:list-level-properties>)",
            1.27 + 0.75 * level));
    };
    xml.open("text:list-style").attribute("style:name", "Bullets");
    for (int level = 0; level < 3; ++level) {
        xml.open("text:list-level-style-bullet").attribute("text:level", std::to_string(level + 1));
        xml.attribute("text:bullet-char", level % 2 ? "–" : "•");
        indent(level);
        xml.close();
    }
    xml.close().open("text:list-style").attribute("style:name", "Numbers");
    constexpr std::array formats{"1", "a", "i"};
    for (int level = 0; level < 3; ++level) {
        xml.open("text:list-level-style-number").attribute("text:level", std::to_string(level + 1));
        xml.attribute("style:num-format", formats[static_cast<std::size_t>(level)]).attribute("style:num-suffix", ".");
        indent(level);
        xml.close();
    }
    xml.close();
    xml.raw(R"(<text:notes-configuration text:note-class="footnote" style:num-format="1" )"
            R"(style:num-suffix=" " text:start-numbering-at="document" text:footnotes-position="page" )"
            R"(text:citation-body-style-name="FootnoteSymbol" text:citation-style-name="FootnoteSymbol"/>)");
}

/// "es-PE" is language es, country PE.
void default_style(XmlWriter& xml, const std::string& language)
{
    const auto dash = language.find('-');
    xml.open("style:default-style").attribute("style:family", "paragraph").leaf("style:paragraph-properties");
    xml.open("style:text-properties").attribute("style:font-name", "Times New Roman").attribute("fo:font-size", "12pt");
    xml.attribute("fo:language", language.substr(0, dash));
    xml.attribute("fo:country", dash == language.npos ? "none" : language.substr(dash + 1)).close().close();
    xml.raw(R"(<style:default-style style:family="graphic"><style:graphic-properties/></style:default-style>)");
    paragraph_style(xml, "Standard", "Standard", "", R"(fo:margin-bottom="0cm" fo:orphans="2" fo:widows="2")", "");
}

void page(XmlWriter& xml)
{
    xml.raw(R"(<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties )"
            R"(fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.54cm" fo:margin-bottom="1.27cm" )"
            R"(fo:margin-left="2.54cm" fo:margin-right="2.54cm"/><style:header-style/><style:footer-style>)"
            R"(<style:header-footer-properties fo:min-height="1.27cm" fo:margin-top="0.6cm"/></style:footer-style>)"
            R"(</style:page-layout></office:automatic-styles><office:master-styles><style:master-page )"
            R"(style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer">)"
            R"(<text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>)"
            R"(</style:master-page></office:master-styles>)");
}

}

std::string odt_cell_style(Align align, bool head, Density density)
{
    std::string style = head ? "Table_20_Heading" : align == Align::left ? "Table_20_Contents" : "Table";
    if (align != Align::left) style += align == Align::centre ? "_20_Centred" : "_20_Number";
    return style + density_name(density);
}

std::string odt_styles(const Document& document, const std::map<std::string, Text>& runs)
{
    XmlWriter xml;
    xml.open("office:document-styles");
    declare_odt_namespaces(xml);
    xml.raw(R"(<office:font-face-decls><style:font-face style:name="Times New Roman" )"
            R"(svg:font-family="'Times New Roman', 'Liberation Serif'" style:font-family-generic="roman"/>)"
            R"(<style:font-face style:name="Courier New" svg:font-family="'Courier New', 'Liberation Mono'" )"
            R"(style:font-family-generic="modern"/></office:font-face-decls>)");
    xml.open("office:styles");
    default_style(xml, document.language);
    for (const auto& style : styles)
        paragraph_style(xml, style.name, style.display, style.parent, style.paragraph, style.text);
    dense_styles(xml);
    heading_styles(xml);
    contents_styles(xml);
    text_styles(xml, runs);
    numbering_styles(xml);
    xml.close();
    page(xml);
    xml.close();
    return xml.finish();
}

}
