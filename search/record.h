#pragma once
#include <cstdint>
#include <string>
#include <xapian.h>

// Numbers and texts one after the other, as the index keeps them in its metadata and an archive in its documents.
namespace search
{

inline void put(std::string& out, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
    out += static_cast<char>(number);
}

inline void put(std::string& out, const std::string& text)
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
