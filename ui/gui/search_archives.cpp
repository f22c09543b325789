// What a search finds in the archives that the settings name: asked beside the project, listed below it, imported.
#include "context_menu.h"
#include "run.h"
#include "search_panel.h"
#include "shown.h"
#include "workbench/document_import.h"
#include "workbench/settings.h"
#include "workbench/tr.h"
#include <algorithm>
#include <set>
#include <wx/dataview.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

constexpr std::int64_t most_of_each = 50;

FoundPassage passage_of(const search::ArchiveAnswer& answer, search::ArchiveHit hit)
{
    FoundPassage passage;
    passage.name = std::move(hit.document);
    passage.span = {hit.where.begin, hit.where.end};
    passage.paragraph = hit.paragraph;
    passage.speaker = hit.where.speaker;
    for (const auto& mark : hit.marks) passage.marks.push_back({mark.begin, mark.end});
    passage.text_begin = hit.where.words_begin;
    passage.text = without_label(hit.where);
    passage.archive = FoundPassage::Archive{answer.archive, answer.project, hit.label};
    return passage;
}

}

void SearchPanel::ask_archives()
{
    const auto archives = workbench::hosts_in(workbench::settings(session_.reading()).at("archives"));
    if (archives && !archives->empty()) return archives_.ask(asked_, *archives, most_of_each);
    elsewhere_ = {};
}

void SearchPanel::take_archives(const std::string& query, std::vector<search::ArchiveAnswer> answers)
{
    if (query != asked_) return;
    elsewhere_ = {};
    elsewhere_.query = query;
    std::string hint; // one for all: they say the same
    for (auto& answer : answers) {
        elsewhere_.total += answer.total;
        for (auto& hit : answer.hits) elsewhere_.list.push_back(passage_of(answer, std::move(hit)));
        if (!answer.trouble) continue;
        elsewhere_.trouble += (elsewhere_.trouble.empty() ? "" : " ") + answer.trouble->detail;
        hint = answer.trouble->hint;
    }
    if (!hint.empty()) elsewhere_.trouble += " " + hint;
    if (answered_ == query) refill();
}

/// The documents of archives among the chosen rows, each once.
std::vector<FoundPassage::Archive> SearchPanel::chosen_in_archives() const
{
    wxDataViewItemArray rows;
    list_->GetSelections(rows);
    std::set<std::size_t> numbers;
    for (const auto& row : rows) {
        if (const auto at = model_->passage_of(row)) numbers.insert(*at);
        for (const auto at : model_->passages_below(row)) numbers.insert(at);
    }
    std::vector<FoundPassage::Archive> documents;
    for (const auto at : numbers)
        if (at < found_.list.size())
            if (const auto& archive = found_.list[at].archive;
                archive && std::ranges::find(documents, *archive) == documents.end())
                documents.push_back(*archive);
    return documents;
}

void SearchPanel::menu_in_list()
{
    const auto documents = chosen_in_archives();
    if (documents.empty()) return;
    ContextMenu menu;
    const auto count = static_cast<long long>(documents.size());
    menu.add(shown(say_n("Import this document into the project", "Import these {} documents into the project", count,
                         count)),
             [this] { import_chosen(); });
    menu.ask(*list_);
}

void SearchPanel::import_chosen()
{
    for (const auto& document : chosen_in_archives()) archives_.fetch(document.host, document.label);
}

void SearchPanel::take_document(workbench::Result<workbench::Draft> draft)
{
    if (!draft) return show_error(this, draft.error());
    std::vector<workbench::Draft> drafts;
    drafts.push_back(std::move(*draft));
    workbench::Progress progress;
    const auto report =
        run(this, [&] { return workbench::import_drafts(session_.project(), std::move(drafts), progress); });
    if (!report || report->imported.empty()) return;
    const auto document = workbench::document(session_.reading(), report->imported.front().id);
    if (auto* bar = message_bar_of(this); bar && document)
        bar->offer_undo(shown(say("{} is now a document of this project.", document->name)));
}

void SearchPanel::say_that_it_is_elsewhere(const FoundPassage::Archive& archive)
{
    if (auto* bar = message_bar_of(this))
        bar->tell(
            shown(say("This passage stands in the archive \"{}\" ({}). Import its document to read on and to code "
                      "it.",
                      archive.project, archive.host.text())));
}

}
