#pragma once
#include "workbench/text.h"
#include <set>
#include <string>
#include <vector>

namespace gui
{

class TextSurface;
struct TextLook;

/// A stretch of text and the name of the look it wears.
struct Dressed {
    workbench::Span span;
    std::string look;
    auto operator<=>(const Dressed&) const = default;
};

/// What has to be taken off and put on, so that a text that wears `old` wears `wanted`. Neither list has stretches that
/// overlap; what stands in both is left alone.
struct Redress {
    std::vector<Dressed> off, on;
};
Redress redress(std::vector<Dressed> old, std::vector<Dressed> wanted);

/// Stretches joined where they overlap or touch, in order.
std::vector<workbench::Span> joined(std::vector<workbench::Span> spans);

/// One layer of looks over a text. A long text is laid out anew wherever a look changes, so only what differs from what
/// it wears is touched.
class Dressing
{
 public:
    explicit Dressing(TextSurface& text) : text_(text) {}

    /// Names a look for this layer; its colours stay what they were when it was named before.
    void define(const std::string& name, const TextLook& look);
    bool defined(const std::string& name) const { return defined_.contains(name); }
    /// Wears these, which do not overlap, and nothing else.
    void wear(std::vector<Dressed> wanted);
    /// Wears nothing, whatever happened to the text meanwhile.
    void undress();

 private:
    TextSurface& text_;
    std::vector<Dressed> worn_;
    std::set<std::string> defined_;
};

}
