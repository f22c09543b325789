#pragma once
#include "message_bar.h"
#include "workbench/result.h"
#include <optional>
#include <type_traits>

namespace gui
{

/// So long after the last key what was written is kept.
inline constexpr int writing_pause_ms = 1200;

/// Shows an error in the message bar nearest to `window`.
void show_error(wxWindow* window, const workbench::Error& error);
/// Takes a message away that a new gesture has made old.
void clear_message(wxWindow* window);

/// Runs a verb and returns what it gives; what goes wrong is shown, in one style, and nothing is returned. The caller
/// redraws nothing: the subscription does. `verb`: Result<T>(); a Result<void> gives a bool.
template <class Verb>
auto run(wxWindow* window, Verb&& verb)
{
    using Value = typename std::invoke_result_t<Verb>::value_type;
    clear_message(window);
    auto result = verb();
    if (!result) show_error(window, result.error());
    if constexpr (std::is_void_v<Value>)
        return result.has_value();
    else
        return result ? std::optional<Value>(std::move(*result)) : std::nullopt;
}

}
