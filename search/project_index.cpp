#include "search/project_index.h"
#include <chrono>
#include <cstdlib>

namespace search
{
using namespace workbench;

std::filesystem::path cache_folder()
{
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache && *cache)
        return std::filesystem::path(cache) / "quipu";
    if (const char* home = std::getenv("HOME"); home && *home) return std::filesystem::path(home) / ".cache" / "quipu";
    return std::filesystem::temp_directory_path() / "quipu-cache";
}

ProjectIndex::ProjectIndex(const Project& project, const std::filesystem::path& cache)
    : project_(project), index_(Index::open(cache, project.guid()))
{
}

Result<ProjectHits> ProjectIndex::search(std::string_view text, Page page, const LaterFields& later)
{
    const auto query = parse(text);
    if (!query) return fail(query.error());
    const auto& texts = this->texts();
    auto hits = search::search(*query, texts, index_, fields_of(texts, later), page);
    if (!hits) return fail(hits.error());
    ProjectHits out{hits->total, hits->total_is_exact, {}};
    for (auto& hit : hits->hits)
        out.rows.push_back({texts.document(hit.text), static_cast<int>(hit.passage) + 1, std::move(hit)});
    return out;
}

// Hashing the places of all turns costs more than many a search.
const ProjectTexts& ProjectIndex::texts()
{
    if (!texts_ || seen_ != state()) texts_.emplace(project_);
    seen_ = state();
    return *texts_;
}

std::int64_t ProjectIndex::state() const
{
    return project_.row<std::int64_t>("SELECT ifnull(max(seq), 0) FROM history").value_or(0);
}

bool ProjectIndex::is_behind()
{
    index_.refresh();
    return index_.behind(ProjectTexts(project_).hashes()).any();
}

Result<IndexUpdate> ProjectIndex::update(Progress& progress)
{
    return index_.update(ProjectTexts(project_), progress);
}
Result<IndexUpdate> ProjectIndex::rebuild(Progress& progress)
{
    return index_.rebuild(ProjectTexts(project_), progress);
}

Result<IndexReport> bring_up_to_date(const Project& project, Progress& progress, bool rebuild)
{
    const auto start = std::chrono::steady_clock::now();
    ProjectIndex index(project);
    const auto update = rebuild ? index.rebuild(progress) : index.update(progress);
    if (!update) return fail(update.error());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return IndexReport{update->passages, index.bytes(), seconds.count(), update->busy};
}

Result<ProjectHits> search_project(const Project& project, std::string_view query, Page page, const LaterFields& later)
{
    return ProjectIndex(project).search(query, page, later);
}

}
