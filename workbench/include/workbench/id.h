#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace workbench
{

/// The name of an object for ever, in every copy: `replica << 40 | counter`, one counter for all kinds of object.
/// The tag keeps a DocumentId from being taken for a CodeId. Zero names nothing.
template <class Tag>
struct Id {
    std::int64_t value = 0;
    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

using DocumentId = Id<struct DocumentTag>;
using PieceId = Id<struct PieceTag>;
using CoderId = Id<struct CoderTag>;
using CaseId = Id<struct CaseTag>;
using VariableId = Id<struct VariableTag>;
using QuotationId = Id<struct QuotationTag>; // its anchors stand in the text, so the workbench knows it by name

}

template <class Tag>
struct std::hash<workbench::Id<Tag>> {
    std::size_t operator()(workbench::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
