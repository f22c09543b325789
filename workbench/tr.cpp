#include "workbench/tr.h"
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unordered_map>
#include <vector>

// gettext() answers in English where the locale es_PE is not generated, which is the fresh Debian; so the .mo file is
// read here. Format: GNU gettext manual, section "The Format of GNU MO Files".
namespace workbench
{
namespace
{

struct Catalogue {
    std::string language = "en";
    std::unordered_map<std::string, std::vector<std::string>> messages; // msgid → forms
};

Catalogue& catalogue()
{
    static Catalogue instance;
    return instance;
}

std::uint32_t number_at(const std::string& bytes, std::size_t at)
{
    std::uint32_t value = 0;
    if (at + 4 <= bytes.size()) std::memcpy(&value, bytes.data() + at, 4);
    return value;
}

std::vector<std::string> split_forms(std::string_view text)
{
    std::vector<std::string> forms;
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find('\0', from), text.size());
        forms.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return forms;
}

/// Empty when the file is absent or is no catalogue of this machine's byte order.
std::unordered_map<std::string, std::vector<std::string>> read_mo(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    constexpr std::uint32_t magic = 0x950412de;
    if (bytes.size() < 20 || number_at(bytes, 0) != magic) return {};

    std::unordered_map<std::string, std::vector<std::string>> messages;
    const auto count = number_at(bytes, 8), ids = number_at(bytes, 12), texts = number_at(bytes, 16);
    const auto slice = [&](std::size_t table, std::uint32_t i) -> std::string_view {
        const std::size_t length = number_at(bytes, table + 8ul * i), at = number_at(bytes, table + 8ul * i + 4);
        return at + length <= bytes.size() ? std::string_view(bytes).substr(at, length) : std::string_view{};
    };
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto id = slice(ids, i);
        if (id.empty()) continue; // the header
        messages.emplace(std::string(id.substr(0, id.find('\0'))), split_forms(slice(texts, i)));
    }
    return messages;
}

std::vector<std::filesystem::path> places(const std::string& folder)
{
    std::vector<std::filesystem::path> found;
    if (!folder.empty()) found.emplace_back(folder);
    std::error_code ignored;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", ignored);
    if (!ignored) {
        found.push_back(self.parent_path() / "locale");
        found.push_back(self.parent_path().parent_path() / "share/locale");
    }
    found.emplace_back("/usr/share/locale");
    return found;
}

}

bool set_language(std::string_view language, const std::string& folder)
{
    auto& chosen = catalogue();
    chosen.language = language;
    chosen.messages.clear();
    if (language == "en") return true;
    for (const auto& place : places(folder)) {
        chosen.messages = read_mo(place / chosen.language / "LC_MESSAGES" / "quipu.mo");
        if (!chosen.messages.empty()) return true;
    }
    return false;
}

std::string_view language()
{
    return catalogue().language;
}

const char* tr(const char* message)
{
    const auto& messages = catalogue().messages;
    const auto found = messages.find(message);
    if (found == messages.end() || found->second.empty() || found->second[0].empty()) return message;
    return found->second[0].c_str();
}

// Spanish and English share one rule: everything but 1 is plural.
const char* trn(const char* one, const char* many, long long n)
{
    const auto& messages = catalogue().messages;
    const auto found = messages.find(one);
    const std::size_t form = n == 1 ? 0 : 1;
    if (found == messages.end() || found->second.size() <= form || found->second[form].empty())
        return n == 1 ? one : many;
    return found->second[form].c_str();
}

}
