#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

class wxWindow;

namespace gui
{

class Session;

/// A backup as it lies in its folder.
struct Backup {
    std::filesystem::path file;
    std::string time; ///< of this machine, "2026-11-21 13:05"
    std::uintmax_t bytes = 0;
};
/// Those of the project, the newest first.
std::vector<Backup> backups_of(Session& session);

/// Lists them, says where they lie, makes one now, opens one as a copy with a name of its own.
void ask_backups(wxWindow* window, Session& session);

}
