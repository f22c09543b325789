#pragma once
#include <filesystem>
#include <optional>

namespace gui
{

/// A page written when the program dies: versions, the signal's cause and the stack. It names no project and holds
/// nothing that a user wrote. In $XDG_STATE_HOME/quipu/crashes.
std::filesystem::path crash_folder();

/// Looks where a report will go and what its head will say, so that nothing need be asked for when the program dies.
void prepare_crash_report();
/// Writes it; for the handler of a fatal signal or exception, so it allocates as little as it can.
void write_crash_report(const char* cause);

/// The newest report that nobody was told of yet.
std::optional<std::filesystem::path> untold_crash_report();
/// Nobody is told of it, nor of older ones, again.
void told_crash_reports();

}
