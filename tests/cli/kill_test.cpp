// Power fails at any moment: whatever the command has acknowledged is there, whatever it has not is there whole or not
// at all, and the project is sound.
#include "process.h"
#include "support/corpus.h"
#include <chrono>
#include <csignal>
#include <functional>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

using nlohmann::json;
using support::TempFolder;
using Clock = std::chrono::steady_clock;

namespace
{

/// A project that is killed at, and a copy of it that is merged into it.
class Victim
{
 public:
    Victim()
    {
        std::filesystem::create_directory(folder_ / "home");
        must({"new", file_, "--lang", "es"});
        must({"import", file_, interview(1), interview(2)});
        must({"code", "add", file_, "A/B"});
        must({"copy", file_, copy_});
    }

    json must(const std::vector<std::string>& words)
    {
        auto all = words;
        all.emplace_back("--json");
        const auto outcome = process::quipu(all, home());
        EXPECT_TRUE(outcome.exit_code == 0 || outcome.exit_code == 3) << words.front() << ": " << outcome.errors;
        return json::parse(outcome.output, nullptr, false);
    }

    /// The words of the `round`-th gesture; makes what it needs first.
    std::vector<std::string> gesture(int round)
    {
        const auto at = std::to_string(200 + 3 * round), end = std::to_string(210 + 3 * round);
        switch (round % 7) {
        case 0: return {"quipu", "import", file_, fresh_interview(round), "--json"};
        case 1: return {"quipu", "mark", file_, "1", "--at", at + ":" + end, "--code", "A/B", "--json"};
        case 2: return {"quipu", "edit", file_, "1", "--at", at + ":" + end, "--with", "corregido", "--json"};
        case 3: // of this change, so that the ones that the others stand on stay
            must({"edit", file_, "2", "--at", at + ":" + end, "--with", "para deshacer " + at});
            return {"quipu", "undo", file_, "--json"};
        case 4:
            must({"mark", copy_, "2", "--at", at + ":" + end, "--code", "A/B", "--coder", "Luis"});
            return {"quipu", "merge", file_, copy_, "--json"};
        case 5: // what came in since the last time is not indexed yet
            return {"quipu", "index", file_, "--json"};
        default: // empties the -wal, as a checkpoint does, and writes every page anew
            return {"quipu", "compact", file_, "--json"};
        }
    }

    /// Whether a search finds the same with the index, brought up to date, and by reading all texts.
    bool index_catches_up()
    {
        must({"index", file_});
        const std::vector<std::string> words{"quipu", "search", file_, "expediente O ronda O corregido", "--json"};
        const auto indexed = process::quipu({words.begin() + 1, words.end()}, home());
        std::filesystem::remove_all(folder_ / "home" / "cache");
        const auto scanned = process::quipu({words.begin() + 1, words.end()}, home());
        return indexed.exit_code == 0 && indexed.output == scanned.output;
    }

    json log() { return must({"log", file_}); }
    bool sound() { return must({"check", file_, "--deep"}) == json{{"ok", true}, {"problems", json::array()}}; }
    std::string home() const { return (folder_ / "home").string(); }

 private:
    static std::string interview(int number)
    {
        return support::corpus("puno/interviews/DMPP" + std::to_string(number) + ".txt").string();
    }
    std::string fresh_interview(int round)
    {
        const auto file = folder_ / ("e" + std::to_string(round) + ".txt");
        const auto text = support::read_file(interview(3 + round % 7));
        return support::write_file(file, text + "\n\nRonda " + std::to_string(round) + "\n").string();
    }

    TempFolder folder_;
    std::string file_ = (folder_ / "p.quipu").string(), copy_ = (folder_ / "q.quipu").string();
};

/// True when the rows of `before` are the first of `after`: the log only grows.
bool begins_with(const json& after, const json& before)
{
    return after.size() >= before.size() && std::equal(before.begin(), before.end(), after.begin());
}

/// Kills the gesture after a random part of the time that its kind took before; learns that time.
process::Outcome killed(const std::vector<std::string>& words, const std::string& home, std::mt19937& random,
                        std::chrono::microseconds& usual)
{
    const auto begin = Clock::now();
    process::Process under_way(words, home);
    std::uniform_int_distribution<long> moment(0, usual.count() * 5 / 4);
    std::this_thread::sleep_for(std::chrono::microseconds(moment(random)));
    under_way.send(SIGKILL);
    auto outcome = under_way.wait();
    if (outcome.exit_code == 0) usual = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    return outcome;
}

void kill_at_random(int rounds, unsigned seed)
{
    std::mt19937 random(seed);
    Victim victim;
    std::map<std::string, std::chrono::microseconds> usual;
    int died = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto words = victim.gesture(round);
        const auto before = victim.log();
        auto& time = usual.try_emplace(words[1], std::chrono::milliseconds(40)).first->second;
        const auto outcome = killed(words, victim.home(), random, time);
        died += outcome.exit_code == 128 + SIGKILL;
        const auto after = victim.log();
        ASSERT_TRUE(begins_with(after, before)) << "round " << round << ", " << words[1];
        const bool changes = words[1] != "index" && words[1] != "compact";
        if (changes && !outcome.output.empty()) {
            ASSERT_GT(after.size(), before.size())
                << words[1] << " was acknowledged and is not there: " << outcome.output;
        }
        ASSERT_TRUE(outcome.exit_code == 0 || outcome.exit_code == 3 || outcome.exit_code == 128 + SIGKILL)
            << words[1] << ": " << outcome.errors;
        ASSERT_TRUE(victim.sound()) << "round " << round << ", " << words[1];
        if (round % 7 == 5) {
            ASSERT_TRUE(victim.index_catches_up()) << "round " << round;
        }
    }
    EXPECT_GT(died, rounds / 10) << "the test must kill, or it shows nothing";
}

}

TEST(Kill, AtTwentyRandomMomentsNothingIsLostOrHalved)
{
    kill_at_random(20, 7);
}

TEST(SlowKill, AtTwoHundredRandomMomentsNothingIsLostOrHalved)
{
    kill_at_random(200, 11);
}
