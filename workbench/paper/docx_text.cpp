#include "docx_text.h"
#include <algorithm>
#include <fmt/format.h>

namespace paper
{

namespace
{

/// `<w:t>` keeps neither line feeds nor tabs: they are elements of their own.
void characters(XmlWriter& xml, std::string_view text)
{
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\n\t"), text.size());
        if (end > 0) xml.open("w:t").attribute("xml:space", "preserve").text(text.substr(0, end)).close();
        if (end < text.size()) xml.leaf(text[end] == '\n' ? "w:br" : "w:tab");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void style_of(XmlWriter& xml, const std::string& style)
{
    if (!style.empty()) xml.open("w:rPr").open("w:rStyle").attribute("w:val", style).close().close();
}

void field_mark(XmlWriter& xml, const char* type, const std::string& style)
{
    xml.open("w:r");
    style_of(xml, style);
    xml.open("w:fldChar").attribute("w:fldCharType", type).close().close();
}

}

std::string character_style(const Text& text)
{
    std::string name;
    if (!text.link.empty() && is_safe_link(text.link)) name += "Hyperlink";
    if (text.bold) name += "Strong";
    if (text.italic) name += "Emphasis";
    if (text.code) name += "Code";
    if (text.script == Script::subscript) name += "Subscript";
    if (text.script == Script::superscript) name += "Superscript";
    if (const auto ink = hex_digits(text.ink); !ink.empty()) name += "Ink" + ink;
    if (const auto ground = hex_digits(text.ground); !ground.empty()) name += "Ground" + ground;
    return name;
}

void DocxText::run(XmlWriter& xml, const std::string& text, const std::string& style)
{
    if (text.empty()) return;
    xml.open("w:r");
    style_of(xml, style);
    characters(xml, text);
    xml.close();
}

void DocxText::run(XmlWriter& xml, const Text& text)
{
    const auto style = character_style(text);
    if (!style.empty()) styles_.emplace(style, text);
    const bool linked = !text.link.empty() && is_safe_link(text.link);
    if (linked) {
        addresses_.push_back(text.link);
        xml.open("w:hyperlink").attribute("r:id", fmt::format("link{}", addresses_.size()));
    }
    run(xml, text.text, style);
    if (linked) xml.close();
}

void DocxText::field(XmlWriter& xml, const std::string& code, const std::string& result, const std::string& style)
{
    // Every run of it carries the style: LibreOffice looks at the first, Word at the result.
    field_mark(xml, "begin", style);
    xml.open("w:r");
    style_of(xml, style);
    xml.open("w:instrText").attribute("xml:space", "preserve").text(" " + code + " ").close().close();
    field_mark(xml, "separate", style);
    run(xml, result, style);
    field_mark(xml, "end", style);
}

void DocxText::reference(XmlWriter& xml, const CrossReference& reference)
{
    const auto& mark = outline_.named(reference.label);
    const bool by_number = mark.kind == Mark::Kind::heading && !mark.number.empty();
    field(xml, fmt::format("REF {} {}\\h", mark.anchor, by_number ? "\\r " : ""), mark.name);
}

void DocxText::note(XmlWriter& xml, const Footnote& footnote)
{
    const auto id = first_footnote + static_cast<int>(footnotes_.size());
    footnotes_.push_back(footnote);
    xml.open("w:r");
    style_of(xml, "FootnoteReference");
    xml.open("w:footnoteReference").attribute("w:id", std::to_string(id)).close().close();
}

void DocxText::write(XmlWriter& xml, const Inlines& text)
{
    for (const auto& part : text.parts)
        std::visit(Overloaded{[&](const Text& some) { run(xml, some); }, [&](const Footnote& some) { note(xml, some); },
                              [&](const CrossReference& some) { reference(xml, some); }},
                   part);
}

}
