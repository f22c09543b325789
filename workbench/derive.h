#pragma once
#include "database.h"
#include "workbench/id.h"
#include <cstdint>
#include <set>
#include <string_view>

namespace workbench
{

/// What a change touched, as far as derived tables mind.
struct Touched {
    std::set<std::int64_t> texts;      ///< documents whose pieces, cuts or turns changed
    std::set<std::int64_t> quotations; ///< whose anchors changed
    std::set<std::string> tables;      ///< tables of record with any change
    void add(const Connection& connection, std::string_view changeset);
};

/// Brings the derived tables up to the records, inside the current transaction.
void derive(const Connection& connection, const Touched& touched);
void derive_document(const Connection& connection, std::int64_t document);
void derive_quotation(const Connection& connection, std::int64_t quotation);

/// Empties and fills all derived tables.
void derive_everything(const Connection& connection);

}
