#include "workbench/settings.h"
#include "workbench/host.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>

namespace workbench
{
namespace
{

struct Setting {
    const char* key;
    const char* read;
    const char* write;
    bool (*accepts)(const std::string&);
    const char* wants; ///< English source of what it may be
};

bool not_empty(const std::string& value)
{
    return !value.empty();
}
bool anything(const std::string&)
{
    return true;
}
bool is_language(const std::string& value)
{
    return value == "es" || value == "en";
}
bool is_locale(const std::string& value)
{
    return value.size() == 5 && value[2] == '_' && std::islower(static_cast<unsigned char>(value[0])) &&
           std::islower(static_cast<unsigned char>(value[1])) && std::isupper(static_cast<unsigned char>(value[3])) &&
           std::isupper(static_cast<unsigned char>(value[4]));
}
bool is_list_of_hosts(const std::string& value)
{
    return hosts_in(value).has_value();
}

constexpr std::array all{
    Setting{"title", "SELECT title FROM project", "UPDATE project SET title = ?", not_empty, source("some text")},
    Setting{"language", "SELECT language FROM project", "UPDATE project SET language = ?", is_language,
            source("es or en")},
    Setting{"numbers", "SELECT numbers FROM project", "UPDATE project SET numbers = ?", is_locale,
            source("a language and a country, such as es_PE or es_ES")},
    Setting{"comment", "SELECT ifnull(comment, '') FROM project", "UPDATE project SET comment = ?", anything,
            source("any text")},
    Setting{"archives", "SELECT ifnull(archives, '') FROM project", "UPDATE project SET archives = ?", is_list_of_hosts,
            source("names and ports of machines, such as lab.local:33100, 127.0.0.1:33101")},
};

}

std::map<std::string, std::string> settings(const Reading& reading)
{
    std::map<std::string, std::string> values;
    for (const auto& setting : all) values[setting.key] = reading.row<std::string>(setting.read).value_or("");
    return values;
}

Result<int> set_settings(Project& project, const std::map<std::string, std::string>& values)
{
    const auto old = settings(project);
    for (const auto& [key, value] : values) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Setting& s) { return s.key == key; });
        if (found == all.end())
            return fail(ErrorCode::bad_value, say("There is no setting \"{}\".", key),
                        say("The settings are title, language, numbers, comment and archives."));
        if (!found->accepts(value))
            return fail(ErrorCode::bad_value,
                        say("The setting {} cannot be \"{}\"; it wants {}.", key, value, tr(found->wants)));
    }
    return project.change(Op::settings, [&](Change& change) -> Result<int> {
        int changed = 0;
        std::string subject;
        for (const auto& setting : all) {
            const auto wanted = values.find(setting.key);
            if (wanted == values.end() || wanted->second == old.at(setting.key)) continue;
            change.run(setting.write, wanted->second);
            subject += (subject.empty() ? "" : ", ") + wanted->first + " = " + wanted->second;
            ++changed;
        }
        change.about(subject);
        return changed;
    });
}

}
