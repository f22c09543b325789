#include "pdf_text.h"
#include "paper/xml.h"
#include <algorithm>

namespace paper
{

namespace
{

constexpr Colour link_colour{11, 83, 148};

struct Span {
    unsigned begin, end; ///< bytes
    std::string target;
    bool outside;
};

struct NoteCall {
    unsigned at;
    int number;
};

/// Text with its looks, ready for a layout.
class Composition
{
 public:
    Composition(const Outline& outline, std::vector<Footnote>& footnotes) : outline_(outline), footnotes_(footnotes) {}

    void add(const Inlines& text)
    {
        for (const auto& part : text.parts) std::visit([&](const auto& some) { add(some); }, part);
    }

    std::string text;
    Attributes attributes{pango_attr_list_new()};
    std::vector<Span> links;
    std::vector<NoteCall> calls;

 private:
    void add(const Text& run)
    {
        const auto begin = static_cast<unsigned>(text.size());
        text += valid_utf8(run.text);
        if (run.bold) put(begin, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
        if (run.italic) put(begin, pango_attr_style_new(PANGO_STYLE_ITALIC));
        if (run.code) put(begin, pango_attr_family_new("Noto Sans Mono, DejaVu Sans Mono, Liberation Mono, monospace"));
        if (run.code) put(begin, pango_attr_scale_new(0.9));
        if (run.script != Script::normal) raise(begin, run.script == Script::superscript ? 0.35 : -0.15);
        if (is_safe_link(run.link)) add_link(begin, run.link, true);
        if (const auto ink = colour_from_hex(run.ink))
            put(begin, pango_attr_foreground_new(ink->red * 257, ink->green * 257, ink->blue * 257));
        if (const auto ground = colour_from_hex(run.ground))
            put(begin, pango_attr_background_new(ground->red * 257, ground->green * 257, ground->blue * 257));
    }

    void add(const Footnote& note)
    {
        footnotes_.push_back(note);
        const auto begin = static_cast<unsigned>(text.size());
        text += std::to_string(footnotes_.size());
        raise(begin, 0.35);
        calls.push_back({begin, static_cast<int>(footnotes_.size())});
    }

    void add(const CrossReference& reference)
    {
        const auto& mark = outline_.named(reference.label);
        const auto begin = static_cast<unsigned>(text.size());
        text += valid_utf8(mark.kind == Mark::Kind::heading ? mark.name : unbroken(mark.name));
        add_link(begin, mark.anchor, false);
    }

    void add_link(unsigned begin, const std::string& target, bool outside)
    {
        links.push_back({begin, static_cast<unsigned>(text.size()), target, outside});
        if (!outside) return; // references within the text stay black
        put(begin, pango_attr_foreground_new(link_colour.red * 257, link_colour.green * 257, link_colour.blue * 257));
    }

    /// Script characters are two thirds as large and stand `part` of a line of 11 points higher.
    void raise(unsigned begin, double part)
    {
        put(begin, pango_attr_scale_new(0.66));
        put(begin, pango_attr_rise_new(pango_units(part * 11)));
    }

    void put(unsigned begin, PangoAttribute* attribute)
    {
        attribute->start_index = begin;
        attribute->end_index = static_cast<unsigned>(text.size());
        pango_attr_list_insert(attributes.get(), attribute);
    }

    const Outline& outline_;
    std::vector<Footnote>& footnotes_;
};

std::vector<LinkArea> links_on(PangoLayoutLine* line, const std::vector<Span>& spans)
{
    std::vector<LinkArea> areas;
    const auto begin = static_cast<unsigned>(line->start_index), end = begin + static_cast<unsigned>(line->length);
    for (const auto& span : spans) {
        if (span.begin >= end || span.end <= begin) continue;
        int* ranges = nullptr;
        int count = 0;
        pango_layout_line_get_x_ranges(line, static_cast<int>(std::max(span.begin, begin)),
                                       static_cast<int>(std::min(span.end, end)), &ranges, &count);
        for (int i = 0; i < count; ++i)
            areas.push_back(
                {points(ranges[2 * i]), points(ranges[2 * i + 1] - ranges[2 * i]), span.target, span.outside});
        g_free(ranges);
    }
    return areas;
}

std::vector<int> notes_on(PangoLayoutLine* line, const std::vector<NoteCall>& calls)
{
    std::vector<int> numbers;
    for (const auto& call : calls)
        if (call.at >= static_cast<unsigned>(line->start_index) &&
            call.at < static_cast<unsigned>(line->start_index + line->length))
            numbers.push_back(call.number);
    return numbers;
}

struct FreeIterator {
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};

std::shared_ptr<PangoLayout> compose(PangoContext* context, const Composition& composition, double width,
                                     const PageStyle& style)
{
    const TextStyle looks{.size = style.size,
                          .bold = style.bold,
                          .italic = style.italic,
                          .side = style.side,
                          .wrap = width,
                          .family = serif};
    auto layout = layout_of(context, composition.text, looks);
    // A word that must be broken is broken as it is: Pango would put hyphens anywhere.
    pango_attr_list_insert(composition.attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout.get(), composition.attributes.get());
    pango_layout_set_justify(layout.get(), style.justified);
    return {layout.release(), Unref{}};
}

}

PageTypesetter::PageTypesetter(const Outline& outline, const std::string& language)
    : context_(layout_context()), outline_(outline)
{
    pango_context_set_language(context_.get(), pango_language_from_string(language.c_str()));
}

std::vector<TextLine> PageTypesetter::lines(const Inlines& text, double width, const PageStyle& style)
{
    Composition composition(outline_, footnotes_);
    composition.add(text);
    const auto layout = compose(context_.get(), composition, width, style);
    // One baseline for all lines of a style, whatever scripts a line holds.
    const auto usual = measure("Hg", {.size = style.size, .bold = style.bold, .italic = style.italic, .family = serif});
    const double baseline = (style.line - usual.height) / 2 + usual.baseline;

    std::vector<TextLine> lines;
    const std::unique_ptr<PangoLayoutIter, FreeIterator> iterator(pango_layout_get_iter(layout.get()));
    do {
        auto* line = pango_layout_iter_get_line_readonly(iterator.get());
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iterator.get(), nullptr, &logical);
        lines.push_back({layout, static_cast<int>(lines.size()), points(logical.x), baseline, points(logical.width),
                         links_on(line, composition.links), notes_on(line, composition.calls)});
    } while (pango_layout_iter_next_line(iterator.get()));
    return lines;
}

}
