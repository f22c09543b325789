#include "preferences.h"
#include "shown.h"
#include <algorithm>
#include <wx/fileconf.h>
#include <wx/log.h>
#include <wx/utils.h>

namespace gui
{
namespace
{

std::filesystem::path file()
{
    wxString folder;
    if (!wxGetEnv("XDG_CONFIG_HOME", &folder) || folder.empty()) folder = wxGetHomeDir() + "/.config";
    return std::filesystem::path(utf8(folder)) / "quipu" / "desktop.ini";
}

constexpr std::size_t most_recent = 8;
/// Of what is kept about panels: raised when that can no longer be read, and what is older is then thrown away.
constexpr auto layouts_now = "layout-1";

std::map<std::string, std::string> read_layouts(wxFileConfig& config)
{
    std::map<std::string, std::string> found;
    config.SetPath(wxString("/") + layouts_now);
    wxString area;
    long at = 0;
    for (bool more = config.GetFirstEntry(area, at); more; more = config.GetNextEntry(area, at))
        found[utf8(area)] = utf8(config.Read(area, ""));
    config.SetPath("/");
    return found;
}

std::map<std::string, std::pair<int, int>> read_sizes(wxFileConfig& config)
{
    std::map<std::string, std::pair<int, int>> found;
    config.SetPath("/dialog");
    wxString id;
    long at = 0;
    for (bool more = config.GetFirstEntry(id, at); more; more = config.GetNextEntry(id, at)) {
        const auto size = config.Read(id, "");
        long width = 0, height = 0;
        if (size.BeforeFirst('x').ToLong(&width) && size.AfterFirst('x').ToLong(&height))
            found[utf8(id)] = {std::clamp(static_cast<int>(width), 320, 4000),
                               std::clamp(static_cast<int>(height), 200, 4000)};
    }
    config.SetPath("/");
    return found;
}

void forget_old_layouts(wxFileConfig& config)
{
    std::vector<wxString> groups;
    wxString group;
    long at = 0;
    for (bool more = config.GetFirstGroup(group, at); more; more = config.GetNextGroup(group, at))
        if (group.StartsWith("layout-")) groups.push_back(group);
    for (const auto& old : groups) config.DeleteGroup(old);
}

Preferences read()
{
    const wxLogNull quiet;
    wxFileConfig config({}, {}, shown(file().string()), {}, wxCONFIG_USE_LOCAL_FILE);
    Preferences found;
    found.language = utf8(config.Read("language", ""));
    found.coder = utf8(config.Read("coder", ""));
    found.reading_points = std::clamp(static_cast<int>(config.ReadLong("reading_points", 12)), 8, 28);
    found.reading_face = utf8(config.Read("reading_face", ""));
    found.theme = utf8(config.Read("theme", ""));
    found.backup_folder = utf8(config.Read("backup_folder", ""));
    found.dialog_sizes = read_sizes(config);
    found.area = utf8(config.Read("area", ""));
    found.layouts = read_layouts(config);
    found.document_columns = utf8(config.Read("document_columns", shown(found.document_columns)));
    found.document_order = utf8(config.Read("document_order", shown(found.document_order)));
    for (std::size_t i = 0; i < most_recent; ++i)
        if (const auto path = config.Read(wxString::Format("recent/%zu", i), ""); !path.empty())
            found.recent.emplace_back(utf8(path));
    return found;
}

}

void Preferences::forget(const std::filesystem::path& project)
{
    std::error_code ignored;
    std::erase(recent, std::filesystem::absolute(project, ignored));
}

void Preferences::opened(const std::filesystem::path& project)
{
    std::error_code ignored;
    const auto path = std::filesystem::absolute(project, ignored);
    forget(path);
    recent.insert(recent.begin(), path);
    if (recent.size() > most_recent) recent.resize(most_recent);
}

Preferences& preferences()
{
    static Preferences instance = read();
    return instance;
}

void use_backup_folder()
{
    static const bool by_environment = wxGetEnv("QUIPU_BACKUPS", nullptr);
    if (by_environment) return;
    if (const auto& folder = preferences().backup_folder; folder.empty())
        wxUnsetEnv("QUIPU_BACKUPS");
    else
        wxSetEnv("QUIPU_BACKUPS", shown(folder));
}

void load_preferences()
{
    preferences() = read();
}

void save_preferences()
{
    const wxLogNull quiet;
    std::error_code ignored;
    std::filesystem::create_directories(file().parent_path(), ignored);
    wxFileConfig config({}, {}, shown(file().string()), {}, wxCONFIG_USE_LOCAL_FILE);
    const auto& now = preferences();
    config.Write("language", shown(now.language));
    config.Write("coder", shown(now.coder));
    config.Write("reading_points", now.reading_points);
    config.Write("reading_face", shown(now.reading_face));
    config.Write("theme", shown(now.theme));
    config.Write("backup_folder", shown(now.backup_folder));
    for (const auto& [id, size] : now.dialog_sizes)
        config.Write("/dialog/" + shown(id), wxString::Format("%dx%d", size.first, size.second));
    config.Write("area", shown(now.area));
    forget_old_layouts(config);
    for (const auto& [area, layout] : now.layouts)
        config.Write(wxString("/") + layouts_now + "/" + shown(area), shown(layout));
    config.Write("document_columns", shown(now.document_columns));
    config.Write("document_order", shown(now.document_order));
    config.DeleteGroup("recent");
    for (std::size_t i = 0; i < now.recent.size(); ++i)
        config.Write(wxString::Format("recent/%zu", i), shown(now.recent[i].string()));
    config.Flush();
}

}
