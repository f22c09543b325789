#pragma once
#include "workbench/text.h"
#include <string>
#include <string_view>

namespace gui
{

/// Where two texts differ: the one stretch that, replaced, makes the one into the other. In code points.
struct Difference {
    std::int64_t at = 0, removed = 0;
    std::string_view inserted = {}; ///< a part of the new text
    bool none() const { return removed == 0 && inserted.empty(); }
};
/// What they have in common at the begin, then at the end, is left out. Both are UTF-8.
Difference difference(std::string_view from, std::string_view into);

/// What is typed at one place before it is saved: `removed` characters of the saved text at `begin` became `length`
/// others.
struct Typed {
    std::int64_t begin = 0, removed = 0, length = 0;
    bool operator==(const Typed&) const = default;
};

/// Whether an edit of [at, at + removed) in the text as it stands touches what was typed.
bool touches(const Typed& typed, std::int64_t at, std::int64_t removed);
/// What was typed together with one more edit that touches it.
Typed joined(const Typed& typed, std::int64_t at, std::int64_t removed, std::int64_t inserted);
/// The same after somebody else changed the saved text; where both changed the same stretch, what was typed replaces
/// the whole of it.
Typed moved(const Typed& typed, const Difference& elsewhere);

}
