#pragma once
#include "paper/problem.h"
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace paper
{

struct XmlLimits {
    std::size_t bytes = std::size_t{512} << 20;
    int depth = 256; ///< elements within elements
};

/// Parses a document that nobody vouches for. White space between tags is kept (a blank between two runs is text).
/// Nothing outside is ever fetched. The text of the tree is always valid UTF-8: what is not, in a document that does
/// not say another encoding, becomes U+FFFD. The doctype is not part of the tree.
/// bad_file: not well-formed, or it declares entities of its own (the stuff of entity bombs). too_large: see limits.
Result<pugi::xml_document> parse_xml(std::string_view bytes, XmlLimits limits = {});

/// All text below `node`, in order, markup taken away; empty when there is none.
std::string text_of(pugi::xml_node node);

/// The part of a tag's or attribute's name after the colon: `w:p` is `p`. Views into `name`.
std::string_view local_name(const char* name);

/// `text` with valid UTF-8 untouched and each invalid byte replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

/// `text` as it stands between tags or within a quoted attribute. Bytes that are not UTF-8 and characters that XML
/// forbids (most controls) become U+FFFD. Tab, line feed and carriage return survive, as references where a reader
/// would otherwise change them.
std::string escape_xml(std::string_view text);
std::string escape_xml_attribute(std::string_view text);

/// Writes well-formed XML as one line: what is opened is closed in order, values are escaped.
///
///     XmlWriter xml;
///     xml.open("w:p").open("w:r").attribute("w:rsid", "1").text("A & B").close().close();
///     std::string bytes = xml.finish();
class XmlWriter
{
 public:
    XmlWriter(); ///< begins with the UTF-8 declaration
    XmlWriter& open(std::string_view name);
    XmlWriter& attribute(std::string_view name, std::string_view value); ///< of the tag just opened
    XmlWriter& text(std::string_view text);
    XmlWriter& close();                                                 ///< the innermost open tag
    XmlWriter& leaf(std::string_view name, std::string_view text = {}); ///< open, text, close
    XmlWriter& raw(std::string_view xml);                               ///< well-formed XML, taken as it is
    std::string finish();                                               ///< the document; everything must be closed

 private:
    void end_tag();
    std::string xml_;
    std::vector<std::string> open_;
    bool in_tag_ = false;
};

}
