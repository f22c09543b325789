#include "paper/xml.h"
#include "utf8.h"
#include <cstring>
#include <fmt/format.h>
#include <optional>

namespace paper
{

namespace
{

bool is_valid(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto step = utf8_step(text, at);
        if (!step.valid) return false;
        at += step.length;
    }
    return true;
}

/// Character references can spell half a surrogate pair, which pugixml copies as it stands.
void mend_text(pugi::xml_node node)
{
    if (!is_valid(node.value())) node.set_value(valid_utf8(node.value()).c_str());
    for (auto attribute : node.attributes())
        if (!is_valid(attribute.value())) attribute.set_value(valid_utf8(attribute.value()).c_str());
}

std::optional<Problem> inspect_doctype(pugi::xml_node node)
{
    if (!std::strstr(node.value(), "<!ENTITY")) return std::nullopt;
    return Problem{ProblemKind::bad_file, "the XML declares entities of its own"};
}

/// Walks without recursion, for the depth is what is in doubt.
std::optional<Problem> inspect(pugi::xml_document& tree, const XmlLimits& limits, bool mend)
{
    int depth = 0;
    for (pugi::xml_node node = tree.first_child(); node;) {
        if (node.type() == pugi::node_doctype)
            if (auto trouble = inspect_doctype(node)) return trouble;
        if (mend) mend_text(node);
        if (auto child = node.first_child()) {
            if (++depth >= limits.depth)
                return Problem{ProblemKind::too_large, fmt::format("the XML is nested deeper than {}", limits.depth)};
            node = child;
            continue;
        }
        while (node && !node.next_sibling()) node = node.parent(), --depth;
        node = node.next_sibling();
    }
    return std::nullopt;
}

void drop_doctype(pugi::xml_document& tree)
{
    for (pugi::xml_node node = tree.first_child(); node;) {
        const auto next = node.next_sibling();
        if (node.type() == pugi::node_doctype) tree.remove_child(node);
        node = next;
    }
}

}

Result<pugi::xml_document> parse_xml(std::string_view bytes, XmlLimits limits)
{
    if (bytes.size() > limits.bytes)
        return problem(ProblemKind::too_large, fmt::format("the XML has {} bytes", bytes.size()));
    constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
    pugi::xml_document tree;
    auto outcome = tree.load_buffer(bytes.data(), bytes.size(), options);
    if (outcome.encoding == pugi::encoding_utf8 && !is_valid(bytes)) {
        const auto mended = valid_utf8(bytes);
        outcome = tree.load_buffer(mended.data(), mended.size(), options, pugi::encoding_utf8);
    }
    if (!outcome)
        return problem(ProblemKind::bad_file,
                       fmt::format("not well-formed XML at byte {}: {}", outcome.offset, outcome.description()));
    const bool has_references = bytes.find("&#") != bytes.npos || outcome.encoding != pugi::encoding_utf8;
    if (auto trouble = inspect(tree, limits, has_references)) return tl::unexpected(std::move(*trouble));
    drop_doctype(tree);
    return tree;
}

std::string text_of(pugi::xml_node node)
{
    struct Collector : pugi::xml_tree_walker {
        std::string text;
        bool for_each(pugi::xml_node& part) override
        {
            if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
            return true;
        }
    };
    Collector collector;
    node.traverse(collector);
    return std::move(collector.text);
}

std::string_view local_name(const char* name)
{
    const std::string_view whole = name;
    return whole.substr(whole.find(':') + 1); // npos + 1 is 0
}

std::string valid_utf8(std::string_view text)
{
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto step = utf8_step(text, at);
        if (step.valid)
            valid.append(text, at, step.length);
        else
            append_utf8(valid, step.point);
        at += step.length;
    }
    return valid;
}

}
