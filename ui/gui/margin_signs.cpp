#include "margin_signs.h"
#include <algorithm>
#include <map>

namespace gui
{

std::vector<MarginSign> margin_signs(const std::vector<coding::Quotation>& quotations,
                                     const std::vector<coding::Memo>& memos, workbench::DocumentId document)
{
    std::multimap<std::int64_t, const coding::Memo*> on;
    for (const auto& memo : memos)
        for (const auto object : memo.on) on.emplace(object, &memo);

    std::vector<MarginSign> signs;
    for (const auto& quotation : quotations) {
        if (quotation.document != document || !quotation.span) continue;
        const auto [first, last] = on.equal_range(quotation.id.value);
        if (first == last && quotation.comment.value_or("").empty()) continue;
        MarginSign sign{quotation.id, quotation.label(), quotation.span->begin, quotation.comment.value_or(""), {}};
        for (auto memo = first; memo != last; ++memo) sign.memos.push_back(*memo->second);
        signs.push_back(std::move(sign));
    }
    std::stable_sort(signs.begin(), signs.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return signs;
}

}
