#include "voices.h"
#include "workbench/study_case.h"
#include <algorithm>

namespace coding
{

std::optional<std::string> Voices::speaker(DocumentId document, std::int64_t position)
{
    if (document_ != document) {
        turns_ = workbench::turns_of(reading_, document);
        document_ = document;
    }
    const auto after = std::ranges::upper_bound(turns_, position, {}, [](const auto& turn) { return turn.span.begin; });
    if (after == turns_.begin()) return std::nullopt;
    return position < std::prev(after)->span.end ? std::prev(after)->speaker : std::nullopt;
}

std::optional<CaseId> Voices::study_case(DocumentId document, const std::optional<std::string>& speaker)
{
    const auto [known, is_new] = cases_.try_emplace({document, speaker});
    if (is_new) known->second = workbench::case_of(reading_, document, speaker);
    return known->second;
}

}
