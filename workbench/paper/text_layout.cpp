#include "text_layout.h"
#include "paper/xml.h"

namespace paper
{

namespace
{

struct FreeFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

PangoAlignment alignment(Side side)
{
    switch (side) {
    case Side::left: return PANGO_ALIGN_LEFT;
    case Side::centre: return PANGO_ALIGN_CENTER;
    case Side::right: return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

void set_font(PangoLayout* layout, const TextStyle& style)
{
    const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), style.family);
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout, font.get());
}

}

LayoutContext layout_context()
{
    LayoutContext context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
    return context;
}

Layout layout_of(PangoContext* context, std::string_view text, const TextStyle& style)
{
    Layout layout(pango_layout_new(context));
    set_font(layout.get(), style);
    const auto valid = valid_utf8(text);
    pango_layout_set_text(layout.get(), valid.data(), static_cast<int>(valid.size()));
    pango_layout_set_alignment(layout.get(), alignment(style.side));
    if (style.wrap > 0) {
        const Attributes attributes(pango_attr_list_new());
        pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE)); // it would put them anywhere
        pango_layout_set_attributes(layout.get(), attributes.get());
        pango_layout_set_width(layout.get(), pango_units(style.wrap));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    if (style.most_lines > 0 && style.wrap > 0) {
        pango_layout_set_height(layout.get(), -style.most_lines);
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    }
    return layout;
}

TextSize size_of(PangoLayout* layout)
{
    int width = 0, height = 0;
    pango_layout_get_size(layout, &width, &height);
    // A wrapped text is as wide as its longest line, not as the room it was given.
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return {points(logical.width), points(height), points(pango_layout_get_baseline(layout)),
            pango_layout_get_line_count(layout)};
}

TextSize measure(std::string_view text, const TextStyle& style)
{
    const auto context = layout_context();
    return size_of(layout_of(context.get(), text, style).get());
}

}
