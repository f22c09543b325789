#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gui
{

/// What a user has chosen for the window, on this machine: $XDG_CONFIG_HOME/quipu/desktop.ini.
struct Preferences {
    std::string language;                                    ///< "es" or "en"; empty: that of the system
    std::string coder;                                       ///< empty: the system's user name
    std::string asked_coder;                                 ///< by --coder, for this run only; goes before `coder`
    int reading_points = 12;                                 ///< of the text that is read
    std::string reading_face;                                ///< its font; empty: the serif that Quipu chooses
    std::string theme;                                       ///< "light" or "dark"; empty: that of the system
    std::string backup_folder;                               ///< empty: in the user's state folder
    std::map<std::string, std::pair<int, int>> dialog_sizes; ///< width and height, for each dialog
    std::string area;                                        ///< the work area that was open last
    std::map<std::string, std::string> layouts;              ///< how the panels stand, for each work area
    std::string document_columns = "quotations";             ///< beside the names in the list of documents
    std::string document_order = "number";
    std::vector<std::filesystem::path> recent; ///< projects, the newest first

    void opened(const std::filesystem::path& project); ///< puts it first in `recent`
    void forget(const std::filesystem::path& project); ///< takes it out of `recent`
};

/// Those of this program; read on first use.
Preferences& preferences();
/// Writes them; a folder that cannot be written is no reason to complain.
void save_preferences();
/// Tells the rooms where backups go; a folder named by the environment goes before it.
void use_backup_folder();
/// Reads them again, for tests that have another folder.
void load_preferences();

}
