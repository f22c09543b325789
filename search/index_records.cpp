#include "index_inside.h"
#include "words_of_passage.h"
#include "workbench/words.h"

namespace search
{
namespace
{

void put(std::string& out, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
    out += static_cast<char>(number);
}

void put(std::string& out, const std::string& text)
{
    put(out, text.size());
    out += text;
}

/// Reads what put() wrote; a record that ends too early is the sign of a damaged index.
class Reader
{
 public:
    explicit Reader(const std::string& bytes) : bytes_(bytes) {}
    bool at_end() const { return at_ == bytes_.size(); }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(next());
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        throw Xapian::DatabaseCorruptError("a number without an end");
    }
    std::string text()
    {
        const auto size = number();
        if (size > bytes_.size() - at_) throw Xapian::DatabaseCorruptError("a record that is too short");
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }

 private:
    char next()
    {
        if (at_end()) throw Xapian::DatabaseCorruptError("a record that is too short");
        return bytes_[at_++];
    }
    const std::string& bytes_;
    std::size_t at_ = 0;
};

}

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
