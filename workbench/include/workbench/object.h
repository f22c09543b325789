#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace workbench
{

class Reading;

/// The kinds of thing that can be pointed at.
enum class ObjectKind {
    document,
    quotation,
    code,
    code_group,
    memo,
    study_case,
    variable,
    relation,
    link,
    network,
    table,
    analysis,
    evidence,
    claim,
    finding,
    coding,
    search,
};

/// The word used in files, in REFs and in JSON: ObjectKind::study_case is "case".
std::string_view name_of(ObjectKind kind);
std::optional<ObjectKind> object_kind_named(std::string_view word);
/// What people call it, translated: "case", "group of codes".
std::string noun_of(ObjectKind kind);
/// By the word of files or by its noun, where case and accents do not count: "quotation", and "Cita" in Spanish.
std::optional<ObjectKind> object_kind_called(std::string_view word);

/// The kind of the object with this id; nothing when there is none.
std::optional<ObjectKind> kind_of(const Reading& reading, std::int64_t id);

/// `#ID` as a number: "#123" → 123. Nothing when it is not of that form.
std::optional<std::int64_t> id_in(std::string_view ref);

}
