#include "docx_package.h"
#include <fmt/format.h>

namespace paper
{

void declare_namespaces(XmlWriter& xml)
{
    xml.attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    xml.attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    xml.attribute("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
    xml.attribute("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
    xml.attribute("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");
    xml.attribute("xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main");
}

namespace
{

void extent(XmlWriter& xml, const char* tag, const DocxPicture& picture)
{
    xml.open(tag)
        .attribute("cx", std::to_string(picture.width))
        .attribute("cy", std::to_string(picture.height))
        .close();
}

void blip(XmlWriter& xml, const DocxPicture& picture)
{
    xml.open("pic:blipFill").open("a:blip").attribute("r:embed", "png" + picture.id);
    if (picture.svg) {
        xml.open("a:extLst").open("a:ext").attribute("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}");
        xml.open("asvg:svgBlip").attribute("r:embed", "svg" + picture.id).close().close().close();
    }
    xml.close().open("a:stretch").leaf("a:fillRect").close().close();
}

void shape(XmlWriter& xml, const DocxPicture& picture)
{
    xml.open("pic:spPr").open("a:xfrm").open("a:off").attribute("x", "0").attribute("y", "0").close();
    extent(xml, "a:ext", picture);
    xml.close().open("a:prstGeom").attribute("prst", "rect").leaf("a:avLst").close().close();
}

}

void draw_picture(XmlWriter& xml, const DocxPicture& picture)
{
    constexpr auto picture_uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    xml.open("w:r").open("w:drawing").open("wp:inline");
    for (const auto side : {"distT", "distB", "distL", "distR"}) xml.attribute(side, "0");
    extent(xml, "wp:extent", picture);
    xml.open("wp:docPr").attribute("id", picture.id).attribute("name", picture.name);
    xml.attribute("descr", picture.alt).close();
    xml.open("wp:cNvGraphicFramePr").open("a:graphicFrameLocks").attribute("noChangeAspect", "1").close().close();
    xml.open("a:graphic").open("a:graphicData").attribute("uri", picture_uri).open("pic:pic");
    xml.open("pic:nvPicPr").open("pic:cNvPr").attribute("id", picture.id).attribute("name", picture.name);
    xml.attribute("descr", picture.alt).close().leaf("pic:cNvPicPr").close();
    blip(xml, picture);
    shape(xml, picture);
    xml.close().close().close().close().close().close();
}

}
