#include "odt_text.h"
#include "docx_text.h"
#include <algorithm>
#include <fmt/format.h>

namespace paper
{

void declare_odt_namespaces(XmlWriter& xml)
{
    const std::string base = "urn:oasis:names:tc:opendocument:xmlns:";
    for (const auto& [prefix, name] : {std::pair{"office", "office:1.0"},
                                       {"text", "text:1.0"},
                                       {"table", "table:1.0"},
                                       {"style", "style:1.0"},
                                       {"draw", "drawing:1.0"},
                                       {"fo", "xsl-fo-compatible:1.0"},
                                       {"svg", "svg-compatible:1.0"},
                                       {"meta", "meta:1.0"}})
        xml.attribute(fmt::format("xmlns:{}", prefix), base + name);
    xml.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink")
        .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml.attribute("office:version", "1.3");
}

/// The format folds blanks as HTML does: a second blank, and one that leads, must be said.
void OdtText::plain(XmlWriter& xml, std::string_view text)
{
    std::string words;
    char before = '\n';
    for (const char c : text) {
        const char* element = c == '\n' ? "text:line-break" : c == '\t' ? "text:tab" : nullptr;
        if (c == ' ' && (before == ' ' || before == '\n' || before == '\t')) element = "text:s";
        if (element) {
            xml.text(words).leaf(element);
            words.clear();
        } else {
            words += c;
        }
        before = c;
    }
    xml.text(words);
}

void OdtText::run(XmlWriter& xml, const Text& text)
{
    if (text.text.empty()) return;
    const auto style = character_style(text);
    const bool linked = is_safe_link(text.link);
    if (linked) xml.open("text:a").attribute("xlink:type", "simple").attribute("xlink:href", text.link);
    if (!style.empty()) {
        styles_.emplace(style, text);
        xml.open("text:span").attribute("text:style-name", style);
    }
    // A run after another: its leading blank is text, and only the first of a paragraph could be lost.
    if (text.text.front() == ' ') {
        xml.leaf("text:s");
        plain(xml, std::string_view(text.text).substr(1));
    } else {
        plain(xml, text.text);
    }
    if (!style.empty()) xml.close();
    if (linked) xml.close();
}

void OdtText::note(XmlWriter& xml, const Footnote& footnote)
{
    const auto number = std::to_string(++notes_);
    xml.open("text:note").attribute("text:id", "note" + number).attribute("text:note-class", "footnote");
    xml.leaf("text:note-citation", number);
    xml.open("text:note-body").open("text:p").attribute("text:style-name", "Footnote");
    for (const auto& part : footnote.text) run(xml, part);
    xml.close().close().close();
}

void OdtText::reference(XmlWriter& xml, const CrossReference& reference)
{
    const auto& mark = outline_.named(reference.label);
    const bool numbered = mark.kind == Mark::Kind::heading && !mark.number.empty();
    xml.open("text:bookmark-ref").attribute("text:reference-format", numbered ? "number" : "text");
    xml.attribute("text:ref-name", mark.anchor).text(mark.name).close();
}

void OdtText::write(XmlWriter& xml, const Inlines& text)
{
    for (const auto& part : text.parts)
        std::visit(Overloaded{[&](const Text& some) { run(xml, some); }, [&](const Footnote& some) { note(xml, some); },
                              [&](const CrossReference& some) { reference(xml, some); }},
                   part);
}

}
