#include "session.h"
#include "coding/quotation_list.h"
#include <algorithm>

namespace gui
{
namespace
{

/// Where a code was counted last: rows come by document and place, so that what is equal stands together.
struct Last {
    coding::PlacedCoding row{};
    bool any = false;
};

void count(CodeUse& use, Last& last, const coding::PlacedCoding& row)
{
    if (!last.any || last.row.document != row.document) ++use.documents;
    if (!row.is_whole_document() && (!last.any || !last.row.same_place(row))) ++use.quotations;
    last = {row, true};
}

std::unordered_map<coding::CodeId, CodeUse> uses_in(const coding::CodingTable& table)
{
    const auto& nodes = table.codes().nodes();
    std::vector<std::optional<std::size_t>> parents(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].parent) parents[i] = table.codes().index_of(*nodes[i].parent);

    std::vector<CodeUse> uses(nodes.size());
    std::vector<Last> last(nodes.size());
    for (const auto& row : table.rows())
        for (std::optional<std::size_t> at = row.code; at; at = parents[*at]) count(uses[*at], last[*at], row);

    std::unordered_map<coding::CodeId, CodeUse> found;
    for (std::size_t i = 0; i < nodes.size(); ++i) found.emplace(nodes[i].id, uses[i]);
    return found;
}

}

Session::Session(workbench::Project project) : project_(std::move(project))
{
    subscription_ = project_.subscribe([this](const workbench::ChangeSet& changes) {
        forget();
        changed(changes);
    });
}

void Session::forget()
{
    documents_.reset();
    codes_.reset();
    quotations_.reset();
    codings_.reset();
    uses_.reset();
}

const std::vector<workbench::Document>& Session::documents()
{
    if (!documents_) documents_ = workbench::documents(project_);
    return *documents_;
}

const std::vector<coding::Code>& Session::codes()
{
    if (!codes_) codes_ = coding::codes(project_);
    return *codes_;
}

const std::vector<coding::Quotation>& Session::quotations()
{
    if (!quotations_) quotations_ = coding::quotations(project_);
    return *quotations_;
}

const coding::CodingTable& Session::codings()
{
    if (!codings_) codings_.emplace(project_);
    return *codings_;
}

const std::unordered_map<coding::CodeId, CodeUse>& Session::uses()
{
    if (!uses_) uses_ = uses_in(codings());
    return *uses_;
}

search::ProjectIndex& Session::index()
{
    if (!index_) index_.emplace(project_);
    return *index_;
}

const coding::Code* Session::code(coding::CodeId id)
{
    const auto& all = codes();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& code) { return code.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const workbench::Document* Session::document(workbench::DocumentId id)
{
    const auto& all = documents();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& document) { return document.id == id; });
    return found == all.end() ? nullptr : &*found;
}

void Session::look_at(std::optional<coding::CodeId> code)
{
    if (code_ == code) return;
    code_ = code;
    looked();
}

void Session::look_at(std::optional<workbench::DocumentId> document)
{
    if (document_ == document) return;
    document_ = document;
    looked();
}

std::vector<coding::CodeId> Session::recent_codes(std::size_t most)
{
    std::vector<coding::CodeId> found;
    for (const auto id : recent_)
        if (found.size() < most && code(id)) found.push_back(id);
    return found;
}

void Session::used(coding::CodeId code)
{
    std::erase(recent_, code);
    recent_.insert(recent_.begin(), code);
}

}
