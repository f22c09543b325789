#include "index_inside.h"
#include "record.h"
#include "words_of_passage.h"
#include "workbench/words.h"

namespace search
{
std::string index_rules()
{
    return "quipu 3; " + workbench::word_rules() + "; Xapian " + Xapian::version_string();
}

std::string written(const TextEntries& entries)
{
    std::string out;
    for (const auto& [hash, entry] : entries) {
        put(out, hash);
        put(out, entry.language);
        put(out, entry.first);
        put(out, static_cast<std::uint64_t>(entry.passages));
        put(out, entry.scanned ? 1 : 0);
    }
    return out;
}

TextEntries entries_from(const std::string& bytes)
{
    TextEntries entries;
    for (Reader reader(bytes); !reader.at_end();) {
        auto& entry = entries[reader.text()];
        entry.language = reader.text();
        entry.first = static_cast<Xapian::docid>(reader.number());
        entry.passages = static_cast<std::int64_t>(reader.number());
        entry.scanned = reader.number() != 0;
    }
    return entries;
}

/// FNV-1a, 64 bits: the same in every build, and only compared with what this program wrote.
Bounds bounds_of(const PassageText& passage)
{
    std::uint64_t fingerprint = 14695981039346656037U;
    for (const char c : words_part(passage))
        fingerprint = (fingerprint ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return {passage.begin, passage.end, fingerprint};
}

std::string written(const std::vector<Bounds>& bounds)
{
    std::string out;
    std::int64_t last = 0;
    for (const auto& [begin, end, fingerprint] : bounds) {
        put(out, static_cast<std::uint64_t>(begin - last));
        put(out, static_cast<std::uint64_t>(end - begin));
        put(out, fingerprint);
        last = end;
    }
    return out;
}

std::vector<Bounds> bounds_from(const std::string& bytes)
{
    std::vector<Bounds> bounds;
    std::int64_t last = 0;
    for (Reader reader(bytes); !reader.at_end();) {
        const auto begin = last + static_cast<std::int64_t>(reader.number());
        last = begin + static_cast<std::int64_t>(reader.number());
        bounds.push_back({begin, last, reader.number()});
    }
    return bounds;
}

}
