// Passages of a project served to others by the command, from the first line it says to its end.
#include "process.h"
#include "support/corpus.h"
#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using nlohmann::json;
using support::TempFolder;

namespace
{

/// `quipu serve-index`, at a port that the system chooses.
class Server
{
 public:
    Server(const std::string& project, const TempFolder& folder)
        : said_(folder / (std::filesystem::path(project).stem().string() + ".said")),
          process_({"quipu", "serve-index", project, "--port", "0", "--json"}, (folder / "home").string(), said_)
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while (answer_.is_discarded() && std::chrono::steady_clock::now() < until) {
            answer_ = json::parse(support::read_file(said_), nullptr, false);
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    const json& answer() const { return answer_; }
    std::string where() const { return answer_.value("archive", ""); }
    process::Outcome end(int signal)
    {
        process_.send(signal);
        return process_.wait();
    }

 private:
    std::filesystem::path said_;
    process::Process process_;
    json answer_ = json::parse("", nullptr, false);
};

bool is_free(int port)
{
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const bool refused = connect(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0;
    close(probe);
    return refused;
}

struct ServeIndex : testing::Test {
    TempFolder folder;
    std::string home, mine;

    void SetUp() override
    {
        home = (folder / "home").string();
        std::filesystem::create_directory(home);
        mine = make("mine", "Mi tesis", {1});
    }
    std::string make(const std::string& name, const std::string& title, const std::vector<int>& interviews)
    {
        const auto file = (folder / (name + ".quipu")).string();
        must({"new", file, "--title", title});
        for (const int number : interviews)
            must({"import", file, support::corpus("puno/interviews/DMPP" + std::to_string(number) + ".txt").string()});
        return file;
    }
    json must(std::vector<std::string> words) const
    {
        words.emplace_back("--json");
        const auto outcome = process::quipu(words, home);
        EXPECT_EQ(outcome.exit_code, 0) << words.front() << ": " << outcome.errors;
        return json::parse(outcome.output, nullptr, false);
    }
};

}

TEST_F(ServeIndex, ThreeArchivesAreAskedAndOneThatIsKilledIsSaid)
{
    std::vector<std::unique_ptr<Server>> servers;
    std::string list;
    for (const int number : {2, 3, 4}) {
        const auto name = std::to_string(number);
        servers.push_back(std::make_unique<Server>(make("other" + name, "Archivo " + name, {number}), folder));
        ASSERT_FALSE(servers.back()->answer().is_discarded());
        EXPECT_EQ(servers.back()->answer()["address"], "127.0.0.1");
        list += (list.empty() ? "" : ", ") + servers.back()->where();
    }
    must({"settings", mine, "archives=" + list});
    const auto alone = must({"search", mine, "papel", "--no-archives"});
    EXPECT_FALSE(alone.contains("archives"));
    auto found = must({"search", mine, "papel"});
    EXPECT_EQ(found["hits"], alone["hits"]) << "what is found here is as it was";
    ASSERT_EQ(found["archives"].size(), 3u);
    for (const auto& archive : found["archives"]) {
        EXPECT_TRUE(archive["trouble"].is_null()) << archive;
        ASSERT_GT(archive["hits"].size(), 0u);
        EXPECT_EQ(archive["hits"][0]["project"], archive["project"]);
        EXPECT_NE(archive["hits"][0]["text"].get<std::string>().find("papel"), std::string::npos);
        EXPECT_TRUE(archive["hits"][0]["document_number"].is_number_integer());
    }
    std::size_t longest = 0;
    const auto second = must({"search", mine, "papel", "--limit", "2", "--offset", "1"});
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& whole = found["archives"][i];
        const auto& page = second["archives"][i];
        EXPECT_EQ(page["total"], whole["total"]);
        auto expected = json::array();
        for (std::size_t at = 1; at < std::min<std::size_t>(3, whole["hits"].size()); ++at)
            expected.push_back(whole["hits"][at]);
        EXPECT_EQ(page["hits"], expected);
        longest = std::max(longest, expected.size());
    }
    EXPECT_EQ(longest, 2u) << "some archive has a whole page";
    EXPECT_EQ(servers[1]->end(SIGKILL).exit_code, 128 + SIGKILL);
    // The program that serves goes with the command, but not in the same moment.
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!is_free(servers[1]->answer()["port"]) && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    found = must({"search", mine, "papel"});
    EXPECT_EQ(found["hits"], alone["hits"]);
    EXPECT_NE(found["archives"][1]["trouble"].get<std::string>().find(servers[1]->where()), std::string::npos);
    for (const int i : {0, 2}) EXPECT_GT(found["archives"][i]["hits"].size(), 0u);
    const auto archives = must({"archive", "list", mine});
    EXPECT_EQ(archives[0]["project"], "Archivo 2");
    EXPECT_EQ(archives[0]["documents"][0]["document"], "DMPP2");
    EXPECT_FALSE(archives[1]["trouble"].is_null());

    const auto imported = must({"archive", "import", mine, servers[2]->where(), "DMPP4"});
    EXPECT_EQ(imported["imported"][0]["document"], "DMPP4");
    const auto documents = must({"documents", mine});
    ASSERT_EQ(documents.size(), 2u);
    EXPECT_EQ(documents[1]["kind"], "interview");
    EXPECT_GT(documents[1]["turns"], 2);
    EXPECT_EQ(must({"archive", "import", mine, "Archivo 2", "1"})["imported"][0]["document"], "DMPP2");
    must({"undo", mine});
    EXPECT_EQ(must({"documents", mine}).size(), 2u);
}

TEST_F(ServeIndex, ItEndsInGoodOrderAndLeavesNothing)
{
    for (const int signal : {SIGTERM, SIGINT}) {
        Server server(mine, folder);
        ASSERT_FALSE(server.answer().is_discarded());
        const int port = server.answer()["port"];
        EXPECT_FALSE(is_free(port));
        const auto again = process::quipu({"serve-index", mine, "--port", std::to_string(port), "--json"}, home);
        EXPECT_EQ(again.exit_code, 1);
        EXPECT_EQ(again.output, "");
        EXPECT_EQ(json::parse(again.errors)["error"]["code"], "busy");
        const auto outcome = server.end(signal);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
        EXPECT_TRUE(is_free(port));
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "home"))
            EXPECT_FALSE(entry.path().filename().string().starts_with("archive-")) << entry.path();
    }
}

TEST_F(ServeIndex, WhatCannotBeServedIsRefusedInOneSentence)
{
    const auto refused = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "serve-index");
        words.emplace_back("--json");
        const auto outcome = process::quipu(words, home);
        EXPECT_EQ(outcome.exit_code, 1) << outcome.output;
        const auto error = json::parse(outcome.errors, nullptr, false);
        return error.is_discarded() ? outcome.errors : error["error"]["code"].get<std::string>();
    };
    EXPECT_EQ(refused({make("empty", "Vacío", {})}), "bad_value");
    EXPECT_EQ(refused({mine, "--port", "70000"}), "bad_value");
    EXPECT_EQ(refused({mine, "--address", "192.0.2.1", "--port", "0"}), "bad_value");
    EXPECT_EQ(refused({(folder / "gone.quipu").string()}), "not_found");
    const auto strange = process::quipu({"settings", mine, "archives=lab", "--json"}, home);
    EXPECT_EQ(strange.exit_code, 1);
    EXPECT_EQ(json::parse(strange.errors)["error"]["code"], "bad_value");
}
