#pragma once
#include "database.h"
#include "workbench/id.h"
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

struct ChangeSet;

/// What a change touched, as far as derived tables mind.
struct Touched {
    std::set<std::int64_t> texts;      ///< documents whose pieces, cuts or turns changed
    std::set<std::int64_t> quotations; ///< whose anchors changed
    std::set<std::string> tables;      ///< tables of record with any change
    std::set<std::int64_t> quoted;     ///< documents whose quotations, or the codings on them, changed
    void add(const Connection& connection, std::string_view changeset);
    void add_everything(const Connection& connection);
    /// What subscribers are told.
    ChangeSet as_news(const std::vector<std::int64_t>& seqs) const;
};

/// Brings the derived tables up to the records, inside the current transaction.
/// `done`: documents that are derived already, with their text_key() then.
void derive(const Connection& connection, const Touched& touched, const std::map<std::int64_t, std::size_t>& done = {});
void derive_document(const Connection& connection, std::int64_t document);
/// What derive_document() reads, hashed: while it is the same, nothing has to be derived again.
std::size_t text_key(const Connection& connection, std::int64_t document);
void derive_quotation(const Connection& connection, std::int64_t quotation);

/// Empties and fills all derived tables.
void derive_everything(const Connection& connection);

}
