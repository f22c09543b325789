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

void Preferences::opened(const std::filesystem::path& project)
{
    std::error_code ignored;
    const auto path = std::filesystem::absolute(project, ignored);
    std::erase(recent, path);
    recent.insert(recent.begin(), path);
    if (recent.size() > most_recent) recent.resize(most_recent);
}

Preferences& preferences()
{
    static Preferences instance = read();
    return instance;
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
