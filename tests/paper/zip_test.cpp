#include "archive_bytes.h"
#include "paper/zip.h"
#include <rapidcheck.h>

using namespace paper;
using namespace std::string_literals;

namespace
{

std::string archive_of(const std::vector<std::pair<std::string, std::string>>& parts)
{
    ZipWriter writer;
    for (const auto& [name, bytes] : parts) writer.add(name, bytes);
    return writer.finish().value();
}

ProblemKind refused(std::string bytes, ZipLimits limits = {})
{
    const auto zip = ZipReader::open(std::move(bytes), limits);
    EXPECT_FALSE(zip);
    return zip ? ProblemKind::cannot_write : zip.error().kind;
}

}

TEST(Zip, WhatIsWrittenIsRead)
{
    const auto zip =
        ZipReader::open(archive_of({{"word/document.xml", "<w/>"}, {"ñandú.txt", "á\0b"s}, {"empty", ""}}));
    ASSERT_TRUE(zip);
    ASSERT_EQ(zip->entries().size(), 3u);
    EXPECT_EQ(zip->entries()[1].name, "ñandú.txt");
    EXPECT_EQ(zip->read("word/document.xml").value_or("?"), "<w/>");
    EXPECT_EQ(zip->read("ñandú.txt").value_or("?"), "á\0b"s);
    EXPECT_EQ(zip->read("empty").value_or("?"), "");
}

TEST(Zip, SameEntriesGiveSameBytes)
{
    const auto once = archive_of({{"a", "1"}, {"b", std::string(5000, 'x')}});
    EXPECT_EQ(once, archive_of({{"a", "1"}, {"b", std::string(5000, 'x')}}));
    EXPECT_EQ(once.substr(10, 4), "\0\0\x21\0"s) << "1980-01-01, midnight";
}

TEST(Zip, StoredMimetypeStandsWhereReadersSniffIt)
{
    ZipWriter writer;
    writer.add("mimetype", "application/vnd.oasis.opendocument.text", Packing::stored);
    writer.add("content.xml", std::string(1000, ' '));
    const auto bytes = writer.finish().value();
    EXPECT_EQ(bytes.substr(30, 47), "mimetypeapplication/vnd.oasis.opendocument.text");
}

TEST(Zip, WriterWithoutEntriesCannotFinish)
{
    const auto bytes = ZipWriter{}.finish();
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().kind, ProblemKind::cannot_write);
}

TEST(Zip, CaseIsIgnoredOnlyWhenAsked)
{
    const auto zip =
        ZipReader::open(archive_of({{"Word/Document.xml", "upper"}, {"word/document.xml", "lower"}})).value();
    EXPECT_FALSE(zip.has("WORD/document.xml"));
    EXPECT_TRUE(zip.has("WORD/document.xml", NameCase::ignored));
    EXPECT_EQ(zip.read("word/document.xml", NameCase::ignored).value_or("?"), "lower") << "the exact one first";
}

TEST(Zip, MissingEntryIsNamed)
{
    const auto zip = ZipReader::open(archive_of({{"a", "1"}})).value();
    const auto missing = zip.read("content.xml");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ProblemKind::bad_file);
    EXPECT_THAT(missing.error().what, testing::HasSubstr("content.xml"));
}

TEST(Zip, ReaderMayMove)
{
    auto zip = ZipReader::open(archive_of({{"a", "1"}})).value();
    const auto moved = std::move(zip);
    EXPECT_EQ(moved.read("a").value_or("?"), "1");
}

TEST(Zip, WhatIsNoArchiveIsRefused)
{
    for (const auto& bytes :
         {""s, "PK"s, "hola"s, "PK\x03\x04"s, std::string(100, '\0'), "PK\x05\x06"s + std::string(18, '\0')})
        EXPECT_EQ(refused(bytes), ProblemKind::bad_file) << bytes.size();
}

TEST(Zip, EveryTruncationIsRefused)
{
    const auto whole = archive_of({{"a.xml", "<a/>"}, {"b.xml", std::string(300, 'b')}});
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_EQ(refused(whole.substr(0, length)), ProblemKind::bad_file) << length;
}

TEST(Zip, DangerousNamesAreRefused)
{
    for (const auto& name :
         {"../a", "a/../../b", "a/..", "/etc/passwd", "C:/x", "c:x", "..\\a", "\\a", "a\nb", "a\x7f"})
        EXPECT_EQ(refused(raw_zip({{"fine", "1"}, {name, "2"}})), ProblemKind::bad_file) << name;
}

TEST(Zip, HarmlessNamesAreRead)
{
    for (const auto& name : {"a..b", "...", "a/.hidden", "..a/b"})
        EXPECT_TRUE(ZipReader::open(raw_zip({{name, "2"}}))) << name;
}

TEST(Zip, BackslashesMeanSlashesAndFoldersAreNoEntries)
{
    const auto zip = ZipReader::open(raw_zip({{"word/", ""}, {"word\\document.xml", "1"}})).value();
    ASSERT_EQ(zip.entries().size(), 1u);
    EXPECT_EQ(zip.read("word/document.xml").value_or("?"), "1");
}

TEST(Zip, LockedEntriesAreToldApart)
{
    EXPECT_EQ(refused(raw_zip({{"a", "123456789012345", 1}})), ProblemKind::encrypted);
    const auto container = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(512, '\0');
    EXPECT_EQ(refused(container), ProblemKind::bad_file);
    EXPECT_EQ(refused(container + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s), ProblemKind::encrypted);
}

TEST(Zip, BombsAreRefusedBeforeTheyUnfold)
{
    const auto swollen = archive_of({{"a", std::string(20 << 20, '\0')}});
    EXPECT_LT(swollen.size(), 100'000u);
    EXPECT_EQ(refused(swollen), ProblemKind::too_large) << "a thousand to one";
    EXPECT_EQ(refused(raw_zip({{"a", "x", 0, 8, 0xFFFFFFF0}})), ProblemKind::too_large) << "claims four gigabytes";
    const auto two = archive_of({{"a", std::string(600, 'a')}, {"b", std::string(600, 'b')}});
    EXPECT_EQ(refused(two, {.entry = 599}), ProblemKind::too_large);
    EXPECT_EQ(refused(two, {.total = 1199}), ProblemKind::too_large);
    EXPECT_EQ(refused(two, {.entries = 1}), ProblemKind::too_large);
    EXPECT_TRUE(ZipReader::open(two, {.entry = 600, .total = 1200, .entries = 2}));
}

TEST(Zip, FalseSizesAndSumsAreFoundOut)
{
    for (const auto& entry : {RawEntry{"a", "0123456789", 0, 0, 20}, RawEntry{"a", "0123456789", 0, 0, 0, 0x10}}) {
        const auto zip = ZipReader::open(raw_zip({entry}));
        if (!zip) continue; // refused even sooner
        const auto bytes = zip->read("a");
        ASSERT_FALSE(bytes);
        EXPECT_EQ(bytes.error().kind, ProblemKind::bad_file);
    }
}

TEST(Zip, EveryBitFlipIsAProblemOrHarmless)
{
    const auto whole = archive_of({{"a.xml", "<a>texto</a>"}, {"b.xml", std::string(50, 'b')}});
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        auto bytes = whole;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        const auto zip = ZipReader::open(bytes);
        if (!zip) continue;
        for (const auto& entry : zip->entries())
            if (const auto text = zip->read(entry.name)) {
                EXPECT_TRUE(*text == "<a>texto</a>" || *text == std::string(50, 'b')) << bit;
            }
    }
}

TEST(Zip, AnyBytesSurviveTheRoundTrip)
{
    EXPECT_TRUE(rc::check("zip round trip", [](const std::vector<std::string>& contents) {
        RC_PRE(!contents.empty());
        ZipWriter writer;
        for (std::size_t i = 0; i < contents.size(); ++i)
            writer.add("part/" + std::to_string(i), contents[i], i % 2 ? Packing::stored : Packing::deflated);
        const auto zip = ZipReader::open(writer.finish().value()).value();
        RC_ASSERT(zip.entries().size() == contents.size());
        for (std::size_t i = 0; i < contents.size(); ++i)
            RC_ASSERT(zip.read("part/" + std::to_string(i)).value() == contents[i]);
    }));
}
