#include "archive_bytes.h"
#include "paper/zip.h"

namespace
{

std::uint32_t crc32(const std::string& bytes)
{
    std::uint32_t crc = 0xFFFFFFFF;
    for (const unsigned char byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
    }
    return ~crc;
}

void put(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

void put_common(std::string& out, const RawEntry& entry)
{
    put(out, entry.flags, 2), put(out, entry.method, 2), put(out, 0, 2), put(out, 0x21, 2);
    put(out, crc32(entry.bytes) ^ entry.wrong_crc, 4), put(out, entry.bytes.size(), 4);
    put(out, entry.claimed_size ? entry.claimed_size : entry.bytes.size(), 4);
    put(out, entry.name.size(), 2), put(out, 0, 2);
}

}

// APPNOTE.TXT 4.3: local header, data, central directory, end record.
std::string raw_zip(const std::vector<RawEntry>& entries)
{
    std::string zip, directory;
    for (const auto& entry : entries) {
        put(directory, 0x02014b50, 4), put(directory, 20, 2), put(directory, 20, 2);
        put_common(directory, entry);
        put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 4);
        put(directory, zip.size(), 4);
        directory += entry.name;
        put(zip, 0x04034b50, 4), put(zip, 20, 2);
        put_common(zip, entry);
        zip += entry.name + entry.bytes;
    }
    const auto start = zip.size();
    zip += directory;
    put(zip, 0x06054b50, 4), put(zip, 0, 4);
    put(zip, entries.size(), 2), put(zip, entries.size(), 2);
    put(zip, directory.size(), 4), put(zip, start, 4), put(zip, 0, 2);
    return zip;
}

TEST(RawZip, IsReadByTheReader)
{
    const auto zip = paper::ZipReader::open(raw_zip({{"a.txt", "hola"}}));
    ASSERT_TRUE(zip);
    EXPECT_EQ(zip->read("a.txt").value_or(""), "hola");
}
