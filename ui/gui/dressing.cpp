#include "dressing.h"
#include "text_surface.h"
#include <algorithm>
#include <iterator>

namespace gui
{

using workbench::Span;

Redress redress(std::vector<Dressed> old, std::vector<Dressed> wanted)
{
    std::sort(old.begin(), old.end());
    std::sort(wanted.begin(), wanted.end());
    Redress difference;
    std::set_difference(old.begin(), old.end(), wanted.begin(), wanted.end(), std::back_inserter(difference.off));
    std::set_difference(wanted.begin(), wanted.end(), old.begin(), old.end(), std::back_inserter(difference.on));
    return difference;
}

std::vector<Span> joined(std::vector<Span> spans)
{
    std::sort(spans.begin(), spans.end());
    std::vector<Span> result;
    for (const auto& span : spans) {
        if (!result.empty() && span.begin <= result.back().end)
            result.back().end = std::max(result.back().end, span.end);
        else
            result.push_back(span);
    }
    return result;
}

void Dressing::define(const std::string& name, const TextLook& look)
{
    if (defined_.insert(name).second) text_.define(name, look);
}

void Dressing::undress()
{
    for (const auto& name : defined_) text_.clear(name);
    worn_.clear();
}

void Dressing::wear(std::vector<Dressed> wanted)
{
    const auto difference = redress(worn_, wanted);
    for (const auto& one : difference.off) text_.take_off(one.look, one.span);
    for (const auto& one : difference.on) text_.put(one.look, one.span);
    worn_ = std::move(wanted);
}

}
