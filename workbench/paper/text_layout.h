#pragma once
#include "paper/canvas.h"
#include <memory>
#include <pango/pangocairo.h>
#include <string_view>

namespace paper
{

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;
using LayoutContext = std::unique_ptr<PangoContext, Unref>;

struct FreeAttributes {
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
using Attributes = std::unique_ptr<PangoAttrList, FreeAttributes>;

/// A context without hinting or rounding: text is as wide on paper as on any screen. Its fonts are those of the thread.
LayoutContext layout_context();

/// The text made ready to draw. What is not UTF-8 becomes U+FFFD.
Layout layout_of(PangoContext* context, std::string_view text, const TextStyle& style);

TextSize size_of(PangoLayout* layout);

inline double points(int pango_units)
{
    return static_cast<double>(pango_units) / PANGO_SCALE;
}
inline int pango_units(double points)
{
    return static_cast<int>(points * PANGO_SCALE + (points < 0 ? -0.5 : 0.5));
}

}
