#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

class Hunspell;

namespace gui
{

/// Says which words are spelt right, by the dictionary of a language and by the words one has taught it. Those are kept
/// beside the preferences, one a line.
class Spelling
{
 public:
    /// That of "es" or "en", read once; null when this machine has no dictionary for it. Dictionaries lie in hunspell/
    /// below $XDG_DATA_HOME, and where the system keeps them; one of Peru goes before others of Spanish.
    static Spelling* of(const std::string& language);
    /// Forgets what was read, for tests that bring dictionaries of their own.
    static void forget();

    ~Spelling();
    bool knows(const std::string& word);
    /// At most `most`, the likeliest first.
    std::vector<std::string> suggestions(const std::string& word, std::size_t most = 6);
    void learn(const std::string& word);

 private:
    Spelling(const std::filesystem::path& rules, const std::filesystem::path& words);
    std::unique_ptr<Hunspell> dictionary_;
    std::unordered_map<std::string, bool> known_; ///< what was asked before
    std::unordered_set<std::string> learnt_;
};

}
