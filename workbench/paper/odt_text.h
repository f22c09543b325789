#pragma once
#include "outline.h"
#include "paper/blocks.h"
#include "paper/xml.h"
#include "table_setting.h"
#include <map>
#include <string>
#include <vector>

namespace paper
{

/// The inline content of an ODT: spans, links, notes, references; and the text styles they name.
class OdtText
{
 public:
    explicit OdtText(const Outline& outline) : outline_(outline) {}

    void write(XmlWriter& xml, const Inlines& text);
    void run(XmlWriter& xml, const Text& text);
    void plain(XmlWriter& xml, std::string_view text); ///< blanks, breaks and tabs in the format's own elements

    const std::map<std::string, Text>& styles() const { return styles_; }

 private:
    void note(XmlWriter& xml, const Footnote& footnote);
    void reference(XmlWriter& xml, const CrossReference& reference);

    const Outline& outline_;
    std::map<std::string, Text> styles_;
    int notes_ = 0;
};

/// content.xml and styles.xml want the same list of namespaces.
void declare_odt_namespaces(XmlWriter& xml);

/// styles.xml: every style that the body can name, the text styles that it did, the page.
std::string odt_styles(const Document& document, const std::map<std::string, Text>& runs);

/// The name of the paragraph style of a cell.
std::string odt_cell_style(Align align, bool head, Density density);

}
