#pragma once
#include "docx_text.h"
#include "paper/blocks.h"
#include "paper/xml.h"
#include "table_setting.h"
#include <cmath>
#include <string>

namespace paper
{

/// Twentieths of a point between the margins of an A4 page: 210 mm less twice 25.4.
inline constexpr int text_width_twips = 9026;

/// Instances in word/numbering.xml.
inline constexpr int heading_list = 1, bullet_list = 2, first_ordered_list = 3;

/// English Metric Units, of which a millimetre has 36,000.
inline long emu(double millimetres)
{
    return std::lround(millimetres * 36000);
}

void declare_namespaces(XmlWriter& xml);

/// Field names are letters only: "Cuadro comparativo" becomes "Cuadro_comparativo".
std::string sequence_name(const std::string& word);

/// The paragraph style of a cell: "TableNumber", "TableHeadSmall".
std::string cell_style(Align align, bool head, Density density);

void open_field(XmlWriter& xml, const std::string& code);
void close_field(XmlWriter& xml);

struct DocxPicture {
    std::string id, name, alt;
    long width, height; ///< emu
    bool svg;           ///< whether there is one beside the PNG
};

/// An inline picture: the PNG, with the SVG beside it for the programs that know better.
void draw_picture(XmlWriter& xml, const DocxPicture& picture);

/// word/styles.xml: every style that the body can name, and the character styles that it did.
std::string docx_styles(const Document& document, const DocxText& text);

/// word/numbering.xml: headings 1, 1.1, 1.1.1; bullets; one count per ordered list.
std::string docx_numbering(int ordered_lists);

}
