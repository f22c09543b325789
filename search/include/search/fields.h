#pragma once
#include <array>
#include <string_view>

namespace search
{

/// The fields of a query that look at something else than the words of a passage. The caller's resolver says which
/// places a value names; `variable` stands for every name that is not in the table.
enum class FieldKind { document, speaker, case_, code, kind, language, memo, variable };

struct Field {
    FieldKind kind;
    std::string_view english, spanish; ///< as written before the colon; case and accents do not count
    std::string_view example;
};

/// The one table that the parser, the help and the manual read. `doc` and `documento` are the same field.
inline constexpr std::array fields{
    Field{FieldKind::document, "doc", "documento", "doc:e1"},
    Field{FieldKind::document, "document", "documento", "documento:\"Entrevista 1\""},
    Field{FieldKind::speaker, "speaker", "hablante", "hablante:DMPP5"},
    Field{FieldKind::case_, "case", "caso", "caso:DMPP5"},
    Field{FieldKind::code, "code", "codigo", "codigo:\"Motivaciones/Cero papel\""},
    Field{FieldKind::kind, "kind", "tipo", "tipo:interview"},
    Field{FieldKind::language, "lang", "idioma", "idioma:es"},
    Field{FieldKind::memo, "memo", "memo", "memo:\"por revisar\""},
};

namespace detail
{
constexpr bool names_one_kind_each()
{
    for (const auto& a : fields)
        for (const auto& b : fields)
            if (a.kind != b.kind && (a.english == b.english || a.spanish == b.spanish || a.english == b.spanish))
                return false;
    return true;
}
constexpr bool names_once()
{
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (std::size_t j = i + 1; j < fields.size(); ++j)
            if (fields[i].english == fields[j].english) return false;
    return true;
}
}
static_assert(detail::names_one_kind_each(), "one name would mean two fields");
static_assert(detail::names_once(), "a field is listed twice");

}
