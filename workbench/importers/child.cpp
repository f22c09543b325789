#include "child.h"
#include "workbench/tr.h"
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace workbench
{
namespace
{

class Descriptor
{
 public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }
    void close()
    {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }
    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

 private:
    int number_;
};

/// A file without a name that holds the bytes: a child that reads as slowly as it likes cannot block us.
Descriptor memory_file(std::string_view bytes)
{
    Descriptor file(memfd_create("quipu", MFD_CLOEXEC));
    while (file && !bytes.empty()) {
        const auto written = write(file.number(), bytes.data(), bytes.size());
        if (written <= 0) return Descriptor();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (file) lseek(file.number(), 0, SEEK_SET);
    return file;
}

auto cannot_start(const std::filesystem::path& program)
{
    return fail(ErrorCode::external_tool, say("The program {} cannot be started.", program.string()),
                say("Install Quipu again, or name the program in the environment variable QUIPU_READER."));
}

std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> list;
    for (auto& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

/// The process id; -1 when it could not be started.
pid_t spawn(const std::filesystem::path& program, const std::vector<std::string>& arguments, int input, int output)
{
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const char* path = std::getenv("PATH");
    std::vector<std::string> variables{"LC_ALL=C.UTF-8", std::string("PATH=") + (path ? path : "/usr/bin:/bin")};

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    const int error =
        posix_spawn(&child, program.c_str(), &actions, nullptr, pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? child : -1;
}

/// Reads until the child closes its end, the time is over or it has said too much.
void listen(int from, double seconds, std::size_t most, ChildEnd& end)
{
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
    std::array<char, 65536> buffer{};
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        pollfd waiting{from, POLLIN, 0};
        const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left, 1 << 30))) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) {
            end.timed_out = true;
            return;
        }
        const auto size = read(from, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return;
        end.output.append(buffer.data(), static_cast<std::size_t>(size));
        end.talked_too_much = end.output.size() > most;
        if (end.talked_too_much) return;
    }
}

}

Result<ChildEnd> run_child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                           std::string_view input, double seconds, std::size_t most_output)
{
    const auto file = memory_file(input);
    std::array<int, 2> ends{-1, -1};
    if (!file || pipe2(ends.data(), O_CLOEXEC) != 0) return cannot_start(program);
    const Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    const pid_t child = spawn(program, arguments, file.number(), to.number());
    to.close();
    if (child < 0) return cannot_start(program);

    ChildEnd end;
    listen(from.number(), seconds, most_output, end);
    if (end.timed_out || end.talked_too_much) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (WIFEXITED(status)) end.exit_code = WEXITSTATUS(status);
    return end;
}

}
