#pragma once
#include "coding/code_tree.h"
#include "coding/ids.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace workbench
{
struct ChangeSet;
}

namespace coding
{

/// One coding in 20 bytes. `document`, `code` and `coder` are places in the lists of the table that holds it.
struct PlacedCoding {
    std::uint32_t document;
    std::uint32_t begin, end; ///< code points; see is_text()
    std::uint32_t code, coder;

    /// In `begin`: it has no place in the text. `end` then tells such quotations apart, or is this too for a coding of
    /// a whole document.
    static constexpr std::uint32_t nowhere = UINT32_MAX;

    bool is_text() const { return begin != nowhere; }
    bool is_whole_document() const { return begin == nowhere && end == nowhere; }
    bool same_place(const PlacedCoding& other) const
    {
        return document == other.document && begin == other.begin && end == other.end;
    }
};
static_assert(sizeof(PlacedCoding) == 20);

/// A document or a coder as a table names it.
struct TableLabel {
    std::int64_t id;
    std::string name;
};

/// All codings of a project in memory, read once in two passes: every table of counts is then a sweep of milliseconds.
/// Good until the next change, and after follow() again.
class CodingTable
{
 public:
    explicit CodingTable(const Reading& reading);

    /// Becomes what a new table would be now, by reading again only what the change touched: the codings of some
    /// documents, the tree of codes, or, when documents came or went, everything.
    void follow(const Reading& reading, const workbench::ChangeSet& change);

    /// By document, begin, end, code, coder; those without a place in the text come last in their document.
    const std::vector<PlacedCoding>& rows() const { return rows_; }
    const CodeTree& codes() const { return tree_; }
    /// By number, then copy letter.
    const std::vector<TableLabel>& documents() const { return documents_; }
    /// By name.
    const std::vector<TableLabel>& coders() const { return coders_; }
    /// Where the rows of a document begin; one more entry than documents.
    const std::vector<std::size_t>& document_rows() const { return document_rows_; }
    std::optional<std::uint32_t> coder_index(CoderId coder) const;
    std::optional<std::uint32_t> document_index(DocumentId document) const;

 private:
    void take_codes(CodeTree tree);
    bool reread(const Reading& reading, std::uint32_t document);

    CodeTree tree_;
    std::vector<TableLabel> documents_, coders_;
    std::vector<PlacedCoding> rows_;
    std::vector<std::size_t> document_rows_;
};

}
