#pragma once
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace workbench
{

/// Chooses the language of all messages: "es" or "en". Looks for `LANG/LC_MESSAGES/quipu.mo` in the folders given,
/// then beside the program and in the system's share folder. Without a catalogue messages stay English.
/// Returns whether a catalogue is in use (always true for "en", whose catalogue is the source).
bool set_language(std::string_view language, const std::string& folder = {});

/// The language chosen: "es" or "en".
std::string_view language();

/// The message in the user's language; the message itself when it is not translated. Wrap every sentence a user may
/// see. ASCII English in the source.
const char* tr(const char* message);

/// Marks a message for translation where tr() cannot stand, as in a table; tr() is then called where it is shown.
constexpr const char* source(const char* message)
{
    return message;
}

/// Singular or plural by `n`, both forms English in the source.
const char* trn(const char* one, const char* many, long long n);

/// `say("No document is called “{}”.", name)`: translated, then filled in.
template <class... Args>
std::string say(const char* message, const Args&... args)
{
    return fmt::format(fmt::runtime(tr(message)), args...);
}

/// Plural: `say_n("{} quotation", "{} quotations", n, n)`.
template <class... Args>
std::string say_n(const char* one, const char* many, long long n, const Args&... args)
{
    return fmt::format(fmt::runtime(trn(one, many, n)), args...);
}

}
