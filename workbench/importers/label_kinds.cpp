#include "labels.h"
#include "reading.h"
#include "workbench/turns.h"
#include "workbench/words.h"
#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace workbench
{
namespace
{

// All folded: no capitals, no accents.
constexpr std::string_view askers =
    " e entr ent entrev entrevistador entrevistadora ev interviewer int iv interviewers entrevistadores "
    "moderador moderadora moderator mod investigador investigadora researcher facilitador facilitadora "
    "facilitator encuestador encuestadora interrogator preguntador q pregunta question ";
constexpr std::string_view answerers =
    " entrevistado entrevistada participante participant informante informant interviewee respondent "
    "respondiente respuesta answer hablante speaker orador persona sujeto subject voz voice hombre mujer "
    "varon man woman todos todas all varios varias desconocido unknown a p r i m h f s docente estudiante "
    "alumno alumna director directora experto experta observador observadora ";
/// First words of what stands before a colon in any text.
constexpr std::string_view never_speakers =
    " abstract actividad advertencia anexo annex año apendice appendix archivo area articulo article "
    "asunto atencion autor autora author ayuda bibliografia cargo capitulo chapter ciudad codigo "
    "comentario comentarios conclusion conclusiones contexto correo cuadro datos date definicion "
    "descripcion desventajas dia diagnostico dimension direccion distrito documento duracion duration "
    "edad ejemplo ejemplos email entrevista etapa example fase fecha figura figure fin final fuente "
    "fuentes genero grafico grupo guia hora http https idea importante inaudible indicador indicadores "
    "inicio institucion interview introduccion keywords laughs laughter ley llanto location lugar mes "
    "meta metas metodo metodologia municipalidad musica nombre nombres nota notas note notes numero "
    "objetivo objetivos objective observacion observaciones palabras parte participantes participants "
    "paso pausa pause pd periodo problema problemas programa propuesta propuestas proyecto provincia "
    "punto recomendacion recomendaciones referencia referencias region responsable resumen resultado "
    "resultados risa risas ruido seccion section semana sexo sic silencio silence sitio summary tabla "
    "table tel telefono tema temas tiempo time tipo title titulo total transcripcion transcript unidad "
    "url ventajas version ";

/// `words` is a list of words with a blank around each.
bool has(std::string_view words, std::string_view word)
{
    return !word.empty() && words.find(" " + std::string(word) + " ") != std::string_view::npos;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

struct Shape {
    int words = 0, capital_words = 0, letters = 0, small = 0, digits = 0;
};

bool is_link_word(std::string_view word)
{
    return has(" de del la las los y of and the ", word);
}

Shape shape_of(std::string_view name)
{
    Shape shape;
    for (std::size_t from = 0; from < name.size();) {
        const auto to = std::min(name.find(' ', from), name.size());
        const auto word = name.substr(from, to - from);
        from = to + 1;
        if (word.empty()) continue;
        std::int32_t at = 0;
        UChar32 c;
        U8_NEXT(word.data(), at, static_cast<std::int32_t>(word.size()), c);
        ++shape.words;
        shape.capital_words += !u_islower(c) || is_link_word(word);
    }
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(name.size());) {
        UChar32 c;
        U8_NEXT(name.data(), i, static_cast<std::int32_t>(name.size()), c);
        shape.letters += u_isalpha(c) != 0;
        shape.small += u_islower(c) != 0;
        shape.digits += u_isdigit(c) != 0;
    }
    return shape;
}

/// The label folded, without a number behind it and without `(a)`, `/a` or a point: `Entrevistador(a) 1` is
/// `entrevistador`.
std::string word_of(std::string_view label)
{
    auto word = fold(trimmed(label));
    const auto drop = [&](std::string_view tail) {
        if (word.size() > tail.size() && word.ends_with(tail)) word.resize(word.size() - tail.size());
    };
    while (!word.empty() && (is_digit(word.back()) || word.back() == ' ' || word.back() == '#' || word.back() == '-'))
        word.pop_back();
    drop(".");
    drop("(a)");
    drop("/a");
    return word;
}

}

LabelKind kind_of(const Label& label)
{
    const auto word = word_of(label.name);
    const auto first = word.substr(0, word.find_first_of(" ./("));
    const auto shape = shape_of(label.name);
    if (is_interviewer(label.name) || has(answerers, word)) return shape.words > 2 ? LabelKind::name : LabelKind::known;
    if (has(never_speakers, first)) return LabelKind::never;
    const bool one_code = shape.words == 1 && shape.digits > 0 && shape.small == 0 && shape.letters <= 8;
    if (one_code && u_isalpha(static_cast<unsigned char>(label.name[0]))) return LabelKind::code;
    if (shape.small == 0) return LabelKind::capitals;
    return shape.capital_words == shape.words ? LabelKind::name : LabelKind::never;
}

bool is_interviewer(std::string_view label)
{
    const auto word = word_of(label);
    // E asks; E1 and E2 are as often those who answer (entrevistado 1)
    if (word.size() == 1 && word.size() != trimmed(label).size() && is_digit(trimmed(label).back())) return false;
    if (has(askers, word)) return true;
    // "Entrevistadora Ana", "Moderador - Luis": the first word says it
    const auto first = word.substr(0, word.find_first_of(" -/("));
    return first.size() > 5 && first != "pregunta" && first != "question" && has(askers, first);
}

}
