#pragma once
#include "search/search.h"
#include "workbench/document.h"
#include <map>

namespace search
{

/// The documents of a project as texts to be searched, by document number. Knows the state of the project at the time
/// it was made; must not outlive the project.
class ProjectTexts final : public TextSource
{
 public:
    explicit ProjectTexts(const workbench::Reading& project);

    const std::vector<TextHead>& heads() const override { return heads_; }
    std::vector<PassageText> read(std::size_t i) const override;
    std::optional<PassageText> read_at(std::size_t i, std::int64_t begin, std::int64_t end) const override;

    const workbench::Document& document(std::size_t i) const { return documents_[i]; }
    std::size_t count() const { return documents_.size(); }
    /// The place of a document among the texts; empty for one that is not there.
    std::optional<std::size_t> place_of(workbench::DocumentId document) const;
    std::set<std::string> hashes() const;
    const workbench::Reading& project() const { return project_; }

 private:
    const workbench::Reading& project_;
    std::vector<workbench::Document> documents_;
    std::vector<TextHead> heads_;
    std::map<workbench::DocumentId, std::size_t> places_;
};

}
