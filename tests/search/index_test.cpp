#include "search/search.h"
#include "support/corpus.h"
#include "texts.h"
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

using namespace search;
using search_tests::MemoryTexts;
using support::TempFolder;

namespace
{

struct Cached : testing::Test {
    TempFolder cache;
    MemoryTexts texts;
    workbench::Progress progress;

    Index open() { return Index::open(cache.path(), "p"); }
    std::int64_t total(Index& index, std::string_view query)
    {
        return search::search(*parse(query), texts, index, search_tests::resolver_of(texts))->total;
    }
    std::filesystem::path folder() const { return cache.path() / "p" / "search"; }
};

}

TEST_F(Cached, AnIndexThatIsNotThereIsEmptyAndMakesNothing)
{
    auto index = open();
    EXPECT_EQ(index.passages(), 0);
    EXPECT_EQ(index.texts(), 0);
    EXPECT_EQ(index.bytes(), 0);
    EXPECT_FALSE(std::filesystem::exists(cache.path() / "p"));
    EXPECT_EQ(total(index, "uno"), 0);
}

TEST_F(Cached, ItIsBehindByTheDifferenceOfHashes)
{
    texts.add("uno\ndos");
    texts.add("tres");
    texts.add("");
    auto index = open();
    EXPECT_EQ(index.behind(texts.hashes()).missing.size(), 3u);
    const auto added = index.update(texts, progress);
    ASSERT_TRUE(added);
    EXPECT_EQ(added->texts_added, 3);
    EXPECT_EQ(added->passages, 3);
    EXPECT_FALSE(index.behind(texts.hashes()).any());
    EXPECT_GT(index.bytes(), 0);

    const auto reads = texts.reads;
    EXPECT_EQ(index.update(texts, progress)->texts_added, 0);
    EXPECT_EQ(texts.reads, reads) << "nothing is read when nothing has changed";

    const auto dropped = *texts.hashes().find(texts.heads()[1].hash);
    texts.remove(1);
    EXPECT_EQ(index.behind(texts.hashes()).extra, std::vector{dropped});
    EXPECT_EQ(index.update(texts, progress)->texts_dropped, 1);
    EXPECT_EQ(index.passages(), 2);
    EXPECT_EQ(open().passages(), 2) << "it is on the disk";
}

TEST_F(Cached, ACorrectionWritesOnlyThePassagesItChanged)
{
    const auto text = [](std::string_view third) {
        return "uno rojo\nANA: dos rojo\n" + std::string(third) + "\ncuatro rojo\ncinco\nseis\n";
    };
    const auto replace = [&](const std::string& with, const std::string& language = "es") {
        texts.remove(0);
        texts.add(with, language);
    };
    texts.add(text("tres rojo"));
    auto index = open();
    EXPECT_EQ(index.update(texts, progress)->written, 6);
    replace(text("tres azules y largos"));
    const auto corrected = index.update(texts, progress);
    ASSERT_TRUE(corrected);
    EXPECT_EQ(corrected->written, 1);
    EXPECT_EQ(corrected->texts_added, 1);
    EXPECT_EQ(corrected->texts_dropped, 1);
    EXPECT_EQ(corrected->passages, 6);
    EXPECT_FALSE(index.behind(texts.hashes()).any());
    const auto total = [&](const char* query) {
        return search::search(*parse(query), texts, index, search_tests::resolver_of(texts), {0, -1})->total;
    };
    const auto reads = texts.reads;
    EXPECT_EQ(total("rojo"), 3);
    EXPECT_EQ(total("azul"), 1);
    EXPECT_EQ(total("seis"), 1);
    EXPECT_EQ(texts.reads, reads + 3) << "answered by the index, only the page was read";
    replace(text("tres azules"), "en");
    EXPECT_EQ(index.update(texts, progress)->written, 6) << "another language has other stems";
    replace("de más\n" + text("tres azules"), "en");
    EXPECT_EQ(index.update(texts, progress)->written, 7) << "all passages have moved";
    EXPECT_EQ(total("rojo"), 3);
    EXPECT_EQ(open().passages(), 7);
}

TEST_F(Cached, ManyPassagesAreBuiltInBatchesAndKeepTheirPlaces)
{
    for (int i = 0; i < 120; ++i) {
        std::string text;
        for (int k = 0; k < 50; ++k) text += "palabra" + std::to_string(i * 50 + k) + " común\n";
        texts.add(text);
    }
    auto index = open();
    const auto built = index.update(texts, progress);
    ASSERT_TRUE(built) << built.error().detail;
    EXPECT_EQ(built->passages, 6'000);
    EXPECT_EQ(total(index, "común"), 6'000);
    const auto query = *parse("palabra5432");
    const auto hits = *search::search(query, texts, index, search_tests::resolver_of(texts));
    ASSERT_EQ(hits.total, 1);
    EXPECT_EQ(hits.hits[0].text, 108u);
    EXPECT_EQ(hits.hits[0].passage, 32u);

    // many more, added to what is there, while others go
    for (int i = 0; i < 10; ++i) texts.remove(0);
    for (int i = 0; i < 100; ++i) {
        std::string text;
        for (int k = 0; k < 50; ++k) text += "nueva" + std::to_string(i * 50 + k) + " común\n";
        texts.add(text);
    }
    ASSERT_TRUE(index.update(texts, progress));
    EXPECT_EQ(index.passages(), 10'500);
    EXPECT_EQ(total(index, "común"), 10'500);
    EXPECT_EQ(total(index, "palabra3"), 0);
    EXPECT_EQ(total(index, "palabra5432"), 1);
    EXPECT_EQ(total(index, "nueva4999"), 1);
    EXPECT_EQ(total(index, "comun"), 10'500);
}

TEST_F(Cached, AReaderSeesWhatAnotherHasWritten)
{
    texts.add("uno");
    auto reader = open(), writer = open();
    ASSERT_TRUE(writer.update(texts, progress));
    EXPECT_EQ(reader.passages(), 0);
    reader.refresh();
    EXPECT_EQ(reader.passages(), 1);
    for (int i = 0; i < 5; ++i) {
        texts.add("dos " + std::to_string(i));
        ASSERT_TRUE(writer.update(texts, progress));
        EXPECT_EQ(total(reader, "dos"), i + 1);
    }
    ASSERT_TRUE(writer.rebuild(texts, progress));
    EXPECT_EQ(total(reader, "dos"), 5);
    EXPECT_EQ(reader.passages(), 6);
}

TEST_F(Cached, WhoDoesNotGetTheLockDoesNotWait)
{
    texts.add("uno");
    auto index = open();
    ASSERT_TRUE(index.update(texts, progress));
    const int lock = ::open((folder() / "lock").c_str(), O_RDWR);
    ASSERT_GE(lock, 0);
    ASSERT_EQ(::flock(lock, LOCK_EX), 0);
    texts.add("dos");
    const auto refused = index.update(texts, progress);
    ASSERT_TRUE(refused);
    EXPECT_TRUE(refused->busy);
    EXPECT_EQ(refused->passages, 1);
    EXPECT_EQ(total(index, "dos"), 1) << "what is not indexed is scanned";
    ::close(lock);
    EXPECT_FALSE(index.update(texts, progress)->busy);
    EXPECT_EQ(index.passages(), 2);
}

TEST_F(Cached, ACancelledUpdateLeavesTheIndexAsItWas)
{
    texts.add("uno");
    auto index = open();
    ASSERT_TRUE(index.update(texts, progress));
    texts.add("dos");
    workbench::CancelToken token;
    token.cancel();
    workbench::Progress stopped({}, token);
    const auto answer = index.update(texts, stopped);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, workbench::ErrorCode::cancelled);
    EXPECT_EQ(index.passages(), 1);
    const auto again = index.rebuild(texts, stopped);
    ASSERT_FALSE(again);
    EXPECT_EQ(open().passages(), 1);
}

TEST_F(Cached, ASourceThatGivesWayLeavesTheIndexAsItWas)
{
    struct Broken : MemoryTexts {
        std::vector<PassageText> read(std::size_t i) const override
        {
            if (i == 60) throw workbench::BrokenFile{{workbench::ErrorCode::broken_file, "gone", ""}};
            return MemoryTexts::read(i);
        }
    };
    Broken broken;
    for (int i = 0; i < 70; ++i) {
        std::string text;
        for (int k = 0; k < 100; ++k) text += "uno " + std::to_string(i) + "\n";
        broken.add(text);
    }
    auto index = open();
    EXPECT_THROW((void)index.update(broken, progress), workbench::BrokenFile);
    EXPECT_EQ(index.passages(), 0);
    texts.add("uno");
    ASSERT_TRUE(index.update(texts, progress));
    EXPECT_EQ(index.passages(), 1);
}

TEST_F(Cached, AFolderThatCannotBeMadeIsAnErrorAndSearchingGoesOn)
{
    texts.add("uno");
    support::write_file(cache / "file", "not a folder");
    auto index = Index::open(cache / "file", "p");
    const auto answer = index.update(texts, progress);
    ASSERT_FALSE(answer);
    EXPECT_EQ(total(index, "uno"), 1);
}

TEST_F(Cached, NothingIsLeftBesideTheDatabaseInForce)
{
    for (int i = 0; i < 3; ++i) {
        texts.add("uno " + std::to_string(i));
        auto index = open();
        ASSERT_TRUE(index.rebuild(texts, progress));
    }
    int folders = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder())) folders += entry.is_directory();
    EXPECT_EQ(folders, 1);
}

TEST_F(Cached, ShardsAnswerAsOneDoesAndFollowTheWriter)
{
    const auto add = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            std::string text;
            for (int k = 0; k < 40; ++k)
                text += "rojo" + std::string(static_cast<std::size_t>((i * 7 + k) % 5), '!') + " palabra" +
                        std::to_string((i * 40 + k) % 97) + " azul\n";
            texts.add(text);
        }
    };
    const auto answer = [&](Index& index, const char* query) {
        return *search::search(*parse(query), texts, index, search_tests::resolver_of(texts), {0, -1});
    };
    add(0, 20);
    auto one = open(), four = open();
    one.share({1, 1});
    four.share({4, 1});
    ASSERT_TRUE(one.update(texts, progress));
    for (int round = 0; round < 4; ++round) {
        for (const auto* query : {"rojo", "\"rojo palabra3\"", "NOT palabra5", "palabra* doc:3", "rojo NEAR/2 azul"}) {
            const auto expected = answer(one, query), found = answer(four, query);
            ASSERT_EQ(found.total, expected.total) << query;
            EXPECT_GT(found.total, 0) << query;
            for (std::size_t i = 0; i < found.hits.size(); ++i) {
                ASSERT_EQ(found.hits[i].score, expected.hits[i].score) << query;
                ASSERT_EQ(std::pair(found.hits[i].text, found.hits[i].passage),
                          std::pair(expected.hits[i].text, expected.hits[i].passage))
                    << query;
            }
        }
        texts.remove(0);
        add(20 + round, 21 + round);
        const auto written = one.update(texts, progress);
        ASSERT_TRUE(written);
        EXPECT_EQ(written->written, 40) << "only what was added";
    }
    ASSERT_TRUE(one.rebuild(texts, progress));
    EXPECT_EQ(answer(four, "rojo").total, 800);
    EXPECT_EQ(four.passages(), 800) << "no answer of a shard was doubted";
}

TEST_F(Cached, AShardThatCannotBeReadCostsOnlyTime)
{
    for (int i = 0; i < 5; ++i) texts.add("rojo azul " + std::to_string(i) + "\nrojo verde\n");
    auto index = open();
    ASSERT_TRUE(index.update(texts, progress));
    index.share({2, 1});
    std::filesystem::rename(folder(), cache / "elsewhere"); // what is open stays readable, a second object is not
    std::filesystem::create_directories(folder());
    std::filesystem::copy_file(cache / "elsewhere" / "current", folder() / "current");
    EXPECT_EQ(total(index, "rojo"), 10);
}
