#include "network_shapes.h"
#include "paper/xml.h"
#include <fmt/format.h>

namespace coding
{

namespace
{

std::string dot_string(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n')
            result += "\\n";
        else
            result += c;
    }
    return result + "\"";
}

std::string number(double value)
{
    return fmt::format("{:.2f}", value);
}

void data(paper::XmlWriter& xml, std::string_view key, std::string_view value)
{
    if (!value.empty()) xml.open("data").attribute("key", key).text(value).close();
}

void declare_keys(paper::XmlWriter& xml)
{
    struct Key {
        const char *id, *on, *type;
    };
    for (const auto& key : {Key{"label", "node", "string"},
                            {"kind", "node", "string"},
                            {"ref", "node", "string"},
                            {"color", "node", "string"},
                            {"groundedness", "node", "int"},
                            {"density", "node", "int"},
                            {"x", "node", "double"},
                            {"y", "node", "double"},
                            {"relation", "edge", "string"},
                            {"relation_label", "edge", "string"},
                            {"comment", "edge", "string"}})
        xml.open("key")
            .attribute("id", key.id)
            .attribute("for", key.on)
            .attribute("attr.name", key.id)
            .attribute("attr.type", key.type)
            .close();
}

void write_node(paper::XmlWriter& xml, const NodeBox& box, std::size_t at)
{
    xml.open("node").attribute("id", fmt::format("n{}", at + 1));
    data(xml, "label", box.title);
    data(xml, "kind", box.kind);
    data(xml, "ref", box.ref.starts_with('#') ? "" : box.ref);
    data(xml, "color", paper::hex(box.colour));
    if (box.kind == "code") {
        data(xml, "groundedness", std::to_string(box.groundedness));
        data(xml, "density", std::to_string(box.density));
    }
    data(xml, "x", number(box.box.centre().x));
    data(xml, "y", number(box.box.centre().y));
    xml.close();
}

}

std::string as_dot(const NetworkPicture::Shapes& shapes)
{
    auto dot = fmt::format("digraph {} {{\n  graph [label={}];\n  node [shape=box,style=\"rounded,filled\"];\n",
                           dot_string("network"), dot_string(shapes.title));
    for (std::size_t at = 0; at < shapes.boxes.size(); ++at) {
        const auto& box = shapes.boxes[at];
        const auto words = box.below.empty() ? box.title : box.title + "\n" + box.below;
        const auto centre = box.box.centre();
        dot += fmt::format("  n{} [label={},color={},fillcolor={},pos=\"{},{}!\"];\n", at + 1, dot_string(words),
                           dot_string(paper::hex(box.colour)), dot_string(paper::hex(paper::tint(box.colour, 0.16))),
                           number(centre.x), number(shapes.size.height - centre.y));
    }
    for (const auto& line : shapes.lines)
        dot += fmt::format("  n{} -> n{} [label={}{}];\n", line.from + 1, line.to + 1, dot_string(line.label),
                           line.directed() ? "" : ",dir=none,style=dashed");
    return dot + "}\n";
}

std::string as_graphml(const NetworkPicture::Shapes& shapes)
{
    paper::XmlWriter xml;
    xml.open("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
    declare_keys(xml);
    xml.open("graph").attribute("id", "network").attribute("edgedefault", "directed");
    xml.leaf("desc", shapes.title);
    for (std::size_t at = 0; at < shapes.boxes.size(); ++at) write_node(xml, shapes.boxes[at], at);
    for (std::size_t at = 0; at < shapes.lines.size(); ++at) {
        const auto& line = shapes.lines[at];
        xml.open("edge")
            .attribute("id", fmt::format("e{}", at + 1))
            .attribute("source", fmt::format("n{}", line.from + 1));
        xml.attribute("target", fmt::format("n{}", line.to + 1))
            .attribute("directed", line.directed() ? "true" : "false");
        data(xml, "relation", line.relation);
        data(xml, "relation_label", line.label);
        data(xml, "comment", line.comment);
        xml.close();
    }
    return xml.close().close().finish();
}

}
