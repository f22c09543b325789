#include "process.h"
#include "support/corpus.h"
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

namespace process
{
namespace
{

std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> found;
    for (auto& word : words) found.push_back(word.data());
    found.push_back(nullptr);
    return found;
}

std::vector<std::string> environment(const std::string& home)
{
    return {"LC_ALL=C.UTF-8",
            "TZ=UTC",
            "PATH=/usr/bin:/bin",
            "HOME=" + home,
            "XDG_CACHE_HOME=" + home + "/cache",
            "XDG_CONFIG_HOME=" + home + "/config",
            "XDG_STATE_HOME=" + home + "/state",
            "XDG_DATA_HOME=" + home + "/data"};
}

int status_code(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}

Process::Process(const std::vector<std::string>& words, const std::string& home, const std::string& said)
{
    static std::atomic<int> count = 0;
    const auto name = (std::filesystem::path(home) / std::to_string(++count)).string();
    output_ = said.empty() ? name + ".out" : said;
    errors_ = name + ".err";
    auto arguments = words;
    arguments.front() = std::filesystem::path(QUIPU_BIN_DIR) / words.front();
    auto variables = environment(home);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, output_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&files, 2, errors_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const auto failed = posix_spawn(&pid_, arguments.front().c_str(), &files, nullptr, pointers(arguments).data(),
                                    pointers(variables).data());
    posix_spawn_file_actions_destroy(&files);
    EXPECT_EQ(failed, 0) << "cannot run " << arguments.front();
    if (failed) pid_ = -1;
}

Process::~Process()
{
    if (pid_ < 0) return;
    send(SIGKILL);
    (void)wait();
}

void Process::send(int signal) const
{
    if (pid_ > 0) kill(pid_, signal);
}

Outcome Process::wait()
{
    int status = 0;
    if (pid_ > 0) waitpid(pid_, &status, 0);
    pid_ = -1;
    Outcome outcome{support::read_file(output_), support::read_file(errors_), status_code(status)};
    std::filesystem::remove(output_);
    std::filesystem::remove(errors_);
    return outcome;
}

Outcome quipu(const std::vector<std::string>& words, const std::string& home)
{
    std::vector<std::string> all{"quipu"};
    all.insert(all.end(), words.begin(), words.end());
    return Process(all, home).wait();
}

}
