#include "spelling.h"
#include "shown.h"
#include <algorithm>
#include <fstream>
#include <hunspell.hxx>
#include <map>
#include <wx/utils.h>

namespace gui
{
namespace
{

namespace fs = std::filesystem;

fs::path home_folder(const char* variable, const char* otherwise)
{
    wxString folder;
    if (!wxGetEnv(variable, &folder) || folder.empty()) folder = wxGetHomeDir() + otherwise;
    return fs::path(utf8(folder));
}

fs::path learnt_words()
{
    return home_folder("XDG_CONFIG_HOME", "/.config") / "quipu" / "words.txt";
}

/// Dictionaries of a language: "es_PE.aff". Those of this country first, then by name.
fs::path rules_of(const std::string& language)
{
    const std::string first = language == "es" ? "es_PE" : "en_GB";
    for (const auto& folder : {home_folder("XDG_DATA_HOME", "/.local/share") / "hunspell",
                               fs::path("/usr/share/hunspell"), fs::path("/usr/share/myspell/dicts")}) {
        std::vector<fs::path> found;
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder, ignored)) {
            const auto name = entry.path().stem().string();
            const bool fits = name == language || name.starts_with(language + "_");
            if (fits && entry.path().extension() == ".aff" &&
                fs::exists(fs::path(entry.path()).replace_extension(".dic"), ignored))
                found.push_back(entry.path());
        }
        std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
            return std::pair(a.stem() != first, a) < std::pair(b.stem() != first, b);
        });
        if (!found.empty()) return found.front();
    }
    return {};
}

std::map<std::string, std::unique_ptr<Spelling>>& loaded()
{
    static std::map<std::string, std::unique_ptr<Spelling>> by_language;
    return by_language;
}

}

Spelling* Spelling::of(const std::string& language)
{
    auto& all = loaded();
    const auto found = all.find(language);
    if (found != all.end()) return found->second.get();
    auto& made = all[language];
    if (const auto rules = rules_of(language); !rules.empty())
        made.reset(new Spelling(rules, fs::path(rules).replace_extension(".dic")));
    // A dictionary in an old encoding would call every accent wrong: it is as if there were none.
    if (made && made->dictionary_->get_dict_encoding() != "UTF-8") made.reset();
    return made.get();
}

void Spelling::forget()
{
    loaded().clear();
}

Spelling::Spelling(const fs::path& rules, const fs::path& words)
    : dictionary_(std::make_unique<Hunspell>(rules.c_str(), words.c_str()))
{
    std::ifstream file(learnt_words());
    for (std::string word; std::getline(file, word);)
        if (!word.empty()) learnt_.insert(word);
}

Spelling::~Spelling() = default;

// A number, or a word with one in it (DMPP5), is nobody's to judge.
bool Spelling::knows(const std::string& word)
{
    if (std::any_of(word.begin(), word.end(), [](unsigned char c) { return c >= '0' && c <= '9'; })) return true;
    if (learnt_.contains(word)) return true;
    const auto [found, is_new] = known_.try_emplace(word, false);
    if (is_new) found->second = dictionary_->spell(word);
    return found->second;
}

std::vector<std::string> Spelling::suggestions(const std::string& word, std::size_t most)
{
    auto found = dictionary_->suggest(word);
    if (found.size() > most) found.resize(most);
    return found;
}

void Spelling::learn(const std::string& word)
{
    if (!learnt_.insert(word).second) return;
    std::error_code ignored; // a folder that cannot be written: the word is known until the end of this run
    fs::create_directories(learnt_words().parent_path(), ignored);
    std::ofstream(learnt_words(), std::ios::app) << word << '\n';
}

}
