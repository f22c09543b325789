#include "search/passages.h"

namespace search
{
using namespace workbench;

Passages::Passages(const Project& project, std::optional<Numbers> chosen) : texts_(project), chosen_(std::move(chosen))
{
}

Result<Passages> Passages::of(ProjectIndex& index, const std::optional<std::string>& query, const LaterFields& later)
{
    if (!query) return Passages(index.project(), {});
    const auto hits = index.search(*query, {0, -1}, later);
    if (!hits) return fail(hits.error());
    Numbers chosen;
    for (const auto& row : hits->rows) {
        auto& numbers = chosen[row.document.id];
        if (numbers.size() <= row.hit.passage) numbers.resize(row.hit.passage + 1);
        numbers[row.hit.passage] = true;
    }
    return Passages(index.project(), std::move(chosen));
}

bool Passages::hold(DocumentId document, std::size_t number) const
{
    if (!chosen_) return true;
    const auto found = chosen_->find(document);
    return found != chosen_->end() && number < found->second.size() && found->second[number];
}

void Passages::each(const Visit& visit) const
{
    for (std::size_t text = 0; text < texts_.count(); ++text) {
        const auto& document = texts_.document(text);
        if (chosen_ && !chosen_->contains(document.id)) continue;
        const auto passages = texts_.read(text);
        for (std::size_t i = 0; i < passages.size(); ++i)
            if (hold(document.id, i)) visit(document, i, passages[i]);
    }
}

}
