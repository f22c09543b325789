#pragma once
#include "workbench/tr.h"
#include <array>
#include <string_view>

/// The query language in two tables: its operators and signs, and its fields. The parser, completion, `quipu help
/// search` and the tests of the manual read them. Every example finds something in the sample study.
namespace search
{

// ── operators and signs ──────────────────────────────────────────────────────────────────────────────────────────────

enum class SignKind { word, phrase, and_, or_, not_, xor_, group, plus, near, adjacent, wildcard, fuzzy, exact, regex };

struct Sign {
    SignKind kind;
    std::string_view english, spanish; ///< the word of an operator, in capitals; empty for what is not a word
    std::string_view example;
    const char* meaning; ///< to be translated
};

/// From the simplest to the rarest.
inline constexpr std::array signs{
    Sign{SignKind::word, "", "", "ejecucion",
         workbench::source("the word and its other endings; case and accents do not count")},
    Sign{SignKind::phrase, "", "", "\"cero papel\"",
         workbench::source("the exact phrase; case, accents and the signs between its words do not count")},
    Sign{SignKind::and_, "AND", "Y", "papel Y firma", workbench::source("both; the same without an operator")},
    Sign{SignKind::or_, "OR", "O", "papel O expediente", workbench::source("one of the two, or both")},
    Sign{SignKind::not_, "NOT", "NO", "papel NO firma",
         workbench::source("the first without the second; the same is papel -firma; NO papel alone is all the rest")},
    Sign{SignKind::xor_, "XOR", "", "papel XOR firma", workbench::source("one of the two, but not both")},
    Sign{SignKind::group, "", "", "(papel O firma) archivo", workbench::source("parentheses hold together")},
    Sign{SignKind::plus, "", "", "+papel firma", workbench::source("the first; the second only raises the rank")},
    Sign{SignKind::near, "NEAR", "", "firma NEAR/5 digital",
         workbench::source("at most five words apart, in either order; NEAR alone: ten")},
    Sign{SignKind::adjacent, "ADJ", "", "mesa ADJ/2 partes", workbench::source("the same, in this order")},
    Sign{SignKind::wildcard, "", "", "digital*", workbench::source("* stands for any letters, also within a word")},
    Sign{SignKind::fuzzy, "", "", "espediente~",
         workbench::source("one letter more, less or other; ~2 allows for two")},
    Sign{SignKind::exact, "", "", "=gesti\u00F3n",
         workbench::source("the word as it is written: its accents count, no other endings")},
    Sign{SignKind::regex, "", "", "/\\w+ por ciento/",
         workbench::source("a regular expression; case counts when it holds (?-i)")},
};

// ── fields ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The fields of a query look at something else than the words of a passage. The caller's resolver says which places a
/// value names; `variable` stands for every name that is not in the table.
enum class FieldKind { document, speaker, role, case_, code, kind, language, memo, variable };

struct Field {
    FieldKind kind;
    std::string_view english, spanish; ///< as written before the colon; case and accents do not count
    std::string_view example;
    const char* meaning; ///< to be translated; empty for another spelling of the field before it
};

inline constexpr std::array fields{
    Field{FieldKind::document, "doc", "documento", "doc:DMPP5", workbench::source("a document, by its name or number")},
    Field{FieldKind::document, "document", "documento", "documento:\"informe_brechas\"", ""},
    Field{FieldKind::speaker, "speaker", "hablante", "hablante:DMPP5", workbench::source("who speaks")},
    Field{FieldKind::role, "role", "rol", "rol:participante",
          workbench::source("interviewer or participant: who asks, or who answers")},
    Field{FieldKind::case_, "case", "caso", "caso:DMPP5", workbench::source("what belongs to a case")},
    Field{
        FieldKind::code, "code", "codigo", "codigo:\"Motivaciones/Cero papel\"",
        workbench::source("what is coded so; codigo:Motivaciones/* also with the codes below, codigo:* with any code")},
    Field{FieldKind::kind, "kind", "tipo", "tipo:entrevista", workbench::source("the kind of document")},
    Field{FieldKind::language, "lang", "idioma", "idioma:es", workbench::source("the language of the document")},
    Field{FieldKind::memo, "memo", "memo", "memo:brecha",
          workbench::source("what a memo hangs on that has these words")},
    Field{FieldKind::variable, "", "", "nivel:local",
          workbench::source("a variable of the cases or documents, by its name")},
};

/// Values of a field that have one name in the file and others among people; case and accents do not count.
struct ValueName {
    FieldKind field;
    std::string_view value, english, spanish;
};

inline constexpr std::array value_names{
    ValueName{FieldKind::kind, "interview", "interview", "entrevista"},
    ValueName{FieldKind::kind, "focus_group", "focus group", "grupo focal"},
    ValueName{FieldKind::kind, "field_notes", "field notes", "notas de campo"},
    ValueName{FieldKind::kind, "report", "report", "informe"},
    ValueName{FieldKind::kind, "survey", "survey", "encuesta"},
    ValueName{FieldKind::kind, "literature", "literature", "literatura"},
    ValueName{FieldKind::kind, "other", "other document", "otro documento"},
    ValueName{FieldKind::kind, "other", "other", "otro"},
    ValueName{FieldKind::language, "es", "spanish", "castellano"},
    ValueName{FieldKind::language, "es", "spanish", "espa\u00F1ol"},
    ValueName{FieldKind::language, "en", "english", "ingles"},
    ValueName{FieldKind::language, "pt", "portuguese", "portugues"},
    ValueName{FieldKind::language, "qu", "quechua", "quechua"},
    ValueName{FieldKind::language, "ay", "aymara", "aimara"},
    ValueName{FieldKind::role, "interviewer", "interviewer", "entrevistador"},
    ValueName{FieldKind::role, "interviewer", "interviewer", "entrevistadora"},
    ValueName{FieldKind::role, "participant", "participant", "participante"},
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
constexpr bool operators_once()
{
    for (const auto& a : signs)
        for (const auto& b : signs)
            if (a.kind != b.kind && !a.english.empty() && (a.english == b.english || a.english == b.spanish))
                return false;
    return true;
}
}
static_assert(detail::names_one_kind_each(), "one name would mean two fields");
static_assert(detail::names_once(), "a field is listed twice");
static_assert(detail::operators_once(), "one word would be two operators");

}
