#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace workbench
{

/// The label at the beginning of one line. Positions are bytes of the line.
struct Label {
    std::string name;
    std::size_t begin = 0, end = 0;
    std::optional<double> seconds;
    bool in_brackets = false; ///< `[NAME]` without a colon
};

/// What has the form of a label, be it one or not (`Nota:` has the form).
std::optional<Label> label_in(std::string_view line);

/// A time such as `00:01:02`, `1:02.5`, `[00:01:02]`, `(01:02)`, `#00:01:02-3#` at `at`: its seconds, and `at` moved
/// behind it.
std::optional<double> time_stamp(std::string_view line, std::size_t& at);

/// How likely a label is that of a speaker, by its words alone.
enum class LabelKind {
    known,    ///< E, Entrevistador, Moderadora, Participante 3, Speaker 1
    code,     ///< DMPP5, P1, GF2-M3
    capitals, ///< ANA QUISPE
    name,     ///< Ana Quispe
    never,    ///< Nota, Tabla 3, [risas], and phrases
};
LabelKind kind_of(const Label& label);

}
