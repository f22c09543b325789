#pragma once
#include "search/project_index.h"
#include <functional>

namespace search
{

/// The passages that a count looks at: all of a project, or those that a query finds (`rol:participante`,
/// `codigo:Motivaciones/* nivel:local`). Knows the state of the project at the time it was made; must not outlive the
/// project.
class Passages
{
 public:
    /// Errors: those of ProjectIndex::search.
    static workbench::Result<Passages> of(ProjectIndex& index, const std::optional<std::string>& query,
                                          const LaterFields& later);

    /// Whether the passage `number` (from 0) of the document is looked at.
    bool hold(workbench::DocumentId document, std::size_t number) const;

    /// `visit(document, number, passage)` for each of them, by document number, then position.
    using Visit = std::function<void(const workbench::Document&, std::size_t, const PassageText&)>;
    void each(const Visit& visit) const;

 private:
    using Numbers = std::map<workbench::DocumentId, std::vector<bool>>;
    Passages(const workbench::Project& project, std::optional<Numbers> chosen);

    ProjectTexts texts_;
    std::optional<Numbers> chosen_; ///< empty: all
};

}
