#pragma once
#include "coding/code.h"
#include "coding/coding_table.h"
#include "coding/quotation.h"
#include "hearing.h"
#include "search/project_index.h"
#include "workbench/document.h"
#include "workbench/project.h"
#include <optional>
#include <unordered_map>
#include <vector>

namespace gui
{

/// Somewhere to go in a document: what is shown, and what is highlighted there until one leaves it.
struct Place {
    workbench::DocumentId document;
    std::optional<workbench::Span> span = {};
    std::vector<workbench::Span> marks = {};
};

/// How often a code is used, itself and all below it: quotations and documents, each once.
struct CodeUse {
    std::int64_t quotations = 0, documents = 0;
};

/// What the panels of one window share: the project, what was read from it since the last change, and what is looked
/// at. Panels ask and listen; they do not know each other.
class Session
{
 public:
    explicit Session(workbench::Project project);

    workbench::Project& project() { return project_; }
    const workbench::Project& reading() const { return project_; }

    /// Read once after each change.
    const std::vector<workbench::Document>& documents();
    const std::vector<coding::Code>& codes();
    const std::vector<coding::Quotation>& quotations();
    const coding::CodingTable& codings();
    const std::unordered_map<coding::CodeId, CodeUse>& uses();

    /// The search index; a cache that is made anew for another state of the project by itself.
    search::ProjectIndex& index();

    /// The code of that id among codes(); null when it is gone.
    const coding::Code* code(coding::CodeId id);
    const workbench::Document* document(workbench::DocumentId id);

    /// What is looked at; each tells `looked` when it changes.
    std::optional<coding::CodeId> looked_code() const { return code_; }
    std::optional<workbench::DocumentId> looked_document() const { return document_; }
    void look_at(std::optional<coding::CodeId> code);
    void look_at(std::optional<workbench::DocumentId> document);

    /// Codes used last in this window, the newest first, at most `most` that still exist.
    std::vector<coding::CodeId> recent_codes(std::size_t most);
    void used(coding::CodeId code);

    Signal<const workbench::ChangeSet&> changed; ///< after every commit; what was read before is out of date by then
    Signal<> looked;
    Signal<const Place&> go_to;
    Signal<std::int64_t> open_object;    ///< a network, a memo, a table: opened as a tab
    Signal<std::int64_t> write_memo;     ///< a new one on that object; 0: on nothing
    Signal<const std::string&> find_all; ///< everywhere

    /// Hears of what other processes did.
    void poll() { project_.poll(); }

 private:
    void forget();
    workbench::Project project_;
    std::optional<std::vector<workbench::Document>> documents_;
    std::optional<std::vector<coding::Code>> codes_;
    std::optional<std::vector<coding::Quotation>> quotations_;
    std::optional<coding::CodingTable> codings_;
    std::optional<std::unordered_map<coding::CodeId, CodeUse>> uses_;
    std::optional<search::ProjectIndex> index_;
    std::optional<coding::CodeId> code_;
    std::optional<workbench::DocumentId> document_;
    std::vector<coding::CodeId> recent_;
    workbench::Subscription subscription_;
};

}
