#pragma once
#include "outline.h"
#include "paper/blocks.h"
#include "paper/xml.h"
#include <map>
#include <string>
#include <vector>

namespace paper
{

/// Looks of a run as the name of a character style: "Strong", "EmphasisSubscript". Empty for plain text.
std::string character_style(const Text& text);

/// The runs of a DOCX, and what they leave to be written elsewhere: notes, addresses, the styles they use.
class DocxText
{
 public:
    explicit DocxText(const Outline& outline) : outline_(outline) {}

    void write(XmlWriter& xml, const Inlines& text);
    void run(XmlWriter& xml, const Text& text);
    void run(XmlWriter& xml, const std::string& text, const std::string& style = {});

    /// A field with its result filled in, so that nobody needs to update anything.
    void field(XmlWriter& xml, const std::string& code, const std::string& result, const std::string& style = {});

    const std::vector<Footnote>& footnotes() const { return footnotes_; }
    const std::map<std::string, Text>& styles() const { return styles_; }    ///< character styles in use
    const std::vector<std::string>& addresses() const { return addresses_; } ///< the i-th is relation `link(i+1)`

    /// Notes are numbered from here; 0 and 1 are the separators.
    static constexpr int first_footnote = 2;

 private:
    void reference(XmlWriter& xml, const CrossReference& reference);
    void note(XmlWriter& xml, const Footnote& footnote);

    const Outline& outline_;
    std::vector<Footnote> footnotes_;
    std::map<std::string, Text> styles_;
    std::vector<std::string> addresses_;
};

}
