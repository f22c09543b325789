#include "session.h"
#include "coding/quotation_list.h"
#include "jobs.h"
#include <algorithm>
#include <wx/app.h>

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

bool touches(const workbench::ChangeSet& changes, std::initializer_list<std::string_view> tables)
{
    return std::any_of(changes.tables.begin(), changes.tables.end(), [&](const std::string& table) {
        return std::find(tables.begin(), tables.end(), table) != tables.end();
    });
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
    // What was written is told in this thread, unless the window has gone meanwhile.
    writer_ = std::make_unique<Writer>(project_.path(), [this, alive = std::weak_ptr<int>(alive_)] {
        wxTheApp->CallAfter([this, alive] {
            if (!alive.expired()) writer_->deliver();
        });
    });
    jobs_ = std::make_unique<Jobs>([this](const workbench::Error& error) { not_written(error); });
    subscription_ = project_.subscribe([this](const workbench::ChangeSet& changes) {
        follow(changes);
        changed(changes);
    });
}

Session::~Session()
{
    subscription_ = {};
}

workbench::Project& Session::project()
{
    finish();
    return project_;
}

void Session::write_later(std::vector<Provisional> shown, Writer::Verb verb, std::function<void()> done)
{
    const auto number = ++gestures_;
    for (auto& one : shown) {
        one.number = number;
        provisional_.push_back(std::move(one));
    }
    writer_->write(project_.coder(), std::move(verb),
                   [this, number, done = std::move(done)](const auto& error) { written(number, error, done); });
    shown_first();
}

// What is written is read before the provisional picture of it goes, so that nothing flickers.
void Session::written(std::int64_t number, const std::optional<workbench::Error>& error,
                      const std::function<void()>& done)
{
    if (!error) project_.poll();
    std::erase_if(provisional_, [&](const Provisional& one) { return one.number == number; });
    shown_first();
    if (error) {
        ++failed_;
        not_written(*error);
    } else {
        done();
    }
}

bool Session::finish()
{
    if (!writer_->busy()) return true;
    const auto before = failed_;
    writer_->finish();
    writer_->deliver();
    return failed_ == before;
}

void Session::poll()
{
    writer_->deliver();
    project_.poll();
}

void Session::follow(const workbench::ChangeSet& changes)
{
    const bool texts = touches(changes, {"document", "document_alias"}) || !changes.documents.empty();
    if (texts) documents_.reset();
    if (index_) texts ? index_->texts_changed() : index_->texts_stayed();
    if (codings_) codings_->follow(project_, changes);
    forget_codes(changes);
    forget_counts(changes);
}

void Session::forget_codes(const workbench::ChangeSet& changes)
{
    const bool counted_anew = touches(changes, {"coding", "quotation", "quotation_anchor", "document"}) ||
                              !changes.quoted.empty() || !changes.documents.empty();
    if (touches(changes, {"code"}))
        codes_.reset();
    else if (codes_ && counted_anew)
        coding::count_again(*codes_, codings());
    if (counted_anew || !codes_) uses_.reset();
}

void Session::forget_counts(const workbench::ChangeSet& changes)
{
    if (!changes.quoted.empty() || !changes.documents.empty()) quotations_.reset();
    if (!quotation_counts_) return;
    if (touches(changes, {"document"})) return quotation_counts_.reset();
    for (const auto id : changes.quoted)
        (*quotation_counts_)[workbench::DocumentId{id}] = coding::quotation_count(project_, workbench::DocumentId{id});
}

const std::vector<workbench::Document>& Session::documents()
{
    if (documents_) return *documents_;
    documents_ = workbench::documents(project_);
    document_places_.clear();
    for (std::size_t i = 0; i < documents_->size(); ++i) document_places_.emplace((*documents_)[i].id, i);
    return *documents_;
}

const std::vector<coding::Code>& Session::codes()
{
    if (codes_) return *codes_;
    codes_ = coding::codes(project_, codings());
    code_places_.clear();
    for (std::size_t i = 0; i < codes_->size(); ++i) code_places_.emplace((*codes_)[i].id, i);
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

const std::map<workbench::DocumentId, std::int64_t>& Session::quotation_counts()
{
    if (!quotation_counts_) quotation_counts_ = coding::quotation_counts(project_);
    return *quotation_counts_;
}

std::int64_t Session::quotation_count(workbench::DocumentId document)
{
    const auto& counts = quotation_counts();
    const auto found = counts.find(document);
    return found == counts.end() ? 0 : found->second;
}

std::int64_t Session::quotation_count()
{
    std::int64_t all = 0;
    for (const auto& [document, count] : quotation_counts()) all += count;
    return all;
}

search::ProjectIndex& Session::index()
{
    if (!index_) index_.emplace(project_);
    return *index_;
}

const coding::Code* Session::code(coding::CodeId id)
{
    const auto& all = codes();
    const auto found = code_places_.find(id);
    return found == code_places_.end() ? nullptr : &all[found->second];
}

const workbench::Document* Session::document(workbench::DocumentId id)
{
    const auto& all = documents();
    const auto found = document_places_.find(id);
    return found == document_places_.end() ? nullptr : &all[found->second];
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
