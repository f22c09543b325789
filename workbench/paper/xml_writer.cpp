#include "paper/xml.h"
#include "utf8.h"
#include <cassert>

namespace paper
{

namespace
{

enum class Place { between_tags, attribute };

/// XML 1.0, production Char.
bool is_allowed(char32_t point)
{
    return point == 0x9 || point == 0xA || point == 0xD || (point >= 0x20 && point != 0xFFFE && point != 0xFFFF);
}

/// The reference that must stand for `point`; empty when it may stand for itself.
std::string_view reference(char32_t point, Place place)
{
    switch (point) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '\r': return "&#13;";
    case '"': return place == Place::attribute ? "&quot;" : "";
    case '\t': return place == Place::attribute ? "&#9;" : "";
    case '\n': return place == Place::attribute ? "&#10;" : "";
    default: return "";
    }
}

std::string escaped(std::string_view text, Place place)
{
    std::string xml;
    xml.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto step = utf8_step(text, at);
        if (const auto instead = reference(step.point, place); !instead.empty())
            xml += instead;
        else
            append_utf8(xml, is_allowed(step.point) ? step.point : U'\uFFFD');
        at += step.length;
    }
    return xml;
}

}

std::string escape_xml(std::string_view text)
{
    return escaped(text, Place::between_tags);
}

std::string escape_xml_attribute(std::string_view text)
{
    return escaped(text, Place::attribute);
}

XmlWriter::XmlWriter() : xml_(R"(<?xml version="1.0" encoding="UTF-8"?>)")
{
    xml_ += '\n';
}

void XmlWriter::end_tag()
{
    if (in_tag_) xml_ += '>';
    in_tag_ = false;
}

XmlWriter& XmlWriter::open(std::string_view name)
{
    end_tag();
    xml_ += '<';
    xml_ += name;
    open_.emplace_back(name);
    in_tag_ = true;
    return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value)
{
    assert(in_tag_);
    xml_ += ' ';
    xml_ += name;
    xml_ += "=\"";
    xml_ += escape_xml_attribute(value);
    xml_ += '"';
    return *this;
}

XmlWriter& XmlWriter::text(std::string_view text)
{
    if (text.empty()) return *this;
    end_tag();
    xml_ += escape_xml(text);
    return *this;
}

XmlWriter& XmlWriter::close()
{
    assert(!open_.empty());
    if (in_tag_)
        xml_ += "/>";
    else
        xml_.append("</").append(open_.back()).append(">");
    in_tag_ = false;
    open_.pop_back();
    return *this;
}

XmlWriter& XmlWriter::leaf(std::string_view name, std::string_view text)
{
    return open(name).text(text).close();
}

XmlWriter& XmlWriter::raw(std::string_view xml)
{
    if (xml.empty()) return *this;
    end_tag();
    xml_ += xml;
    return *this;
}

std::string XmlWriter::finish()
{
    assert(open_.empty());
    return std::move(xml_);
}

}
