#include "search/archive_server.h"
#include "workbench/tr.h"
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace search
{
using namespace workbench;
using namespace std::chrono_literals;
namespace
{

constexpr std::chrono::milliseconds longest_start = 15s, longest_end = 5s, pause = 20ms;

class Socket
{
 public:
    explicit Socket(int number) : number_(number) {}
    ~Socket()
    {
        if (number_ >= 0) ::close(number_);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    int number() const { return number_; }

 private:
    int number_;
};

/// An address of the system for a place to listen at.
struct GiveBack {
    void operator()(addrinfo* addresses) const { freeaddrinfo(addresses); }
};
using Addresses = std::unique_ptr<addrinfo, GiveBack>;

Addresses addresses_of(const Host& where)
{
    addrinfo wanted{};
    wanted.ai_family = AF_UNSPEC;
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const auto port = std::to_string(where.port);
    const int error = getaddrinfo(where.name.c_str(), port.c_str(), &wanted, &found);
    return Addresses(error == 0 ? found : nullptr);
}

tl::unexpected<Error> cannot_listen(const Host& where, int why)
{
    if (why == EADDRINUSE)
        return fail(ErrorCode::busy, say("Port {} of {} is in use by another program.", where.port, where.name),
                    tr("Choose another one with --port, or --port 0 for any that is free."));
    if (why == EACCES)
        return fail(ErrorCode::bad_value, say("Port {} is kept for the system.", where.port),
                    tr("Choose one above 1023 with --port."));
    return fail(ErrorCode::bad_value, say("{} is no address of this machine.", where.name),
                tr("127.0.0.1 is this machine alone, 0.0.0.0 all of its networks."));
}

/// Tries to listen, and fills in a port that is free when none was asked for; xapian-tcpsrv would say why it cannot
/// in words of its own.
Result<void> try_to_listen(Host& where)
{
    const auto addresses = addresses_of(where);
    if (!addresses) return cannot_listen(where, EADDRNOTAVAIL);
    const Socket probe(socket(addresses->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int yes = 1;
    setsockopt(probe.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(probe.number(), addresses->ai_addr, addresses->ai_addrlen) != 0 || listen(probe.number(), 1) != 0)
        return cannot_listen(where, errno);
    if (where.port != 0) return {};
    sockaddr_storage got{};
    socklen_t size = sizeof got;
    getsockname(probe.number(), reinterpret_cast<sockaddr*>(&got), &size);
    where.port = ntohs(got.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(got).sin6_port
                                                 : reinterpret_cast<sockaddr_in&>(got).sin_port);
    return {};
}

bool answers(const Host& where)
{
    const auto addresses = addresses_of(where);
    if (!addresses) return false;
    const Socket caller(socket(addresses->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return connect(caller.number(), addresses->ai_addr, addresses->ai_addrlen) == 0;
}

/// What the child does before it becomes xapian-tcpsrv; only calls that are safe after a fork. It gets a session of
/// its own, because xapian-tcpsrv passes a SIGTERM on to its whole group.
[[noreturn]] void become(char* const* words, int complaint, pid_t parent)
{
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGINT, SIGTERM, SIGPIPE, SIGCHLD}) std::signal(number, SIG_DFL);
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, standard);
    execvp(words[0], words);
    const int why = errno;
    (void)!write(complaint, &why, sizeof why);
    _exit(127);
}

tl::unexpected<Error> did_not_start()
{
    return fail(ErrorCode::external_tool, tr("The program xapian-tcpsrv, which serves the archive, does not start."),
                tr("Install the package xapian-tools."));
}

/// The process; -1 when the program cannot be run.
pid_t spawn(std::vector<std::string> words)
{
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return -1;
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) become(pointers.data(), ends[1], parent);
    close(ends[1]);
    int why = 0;
    const bool failed = child > 0 && read(ends[0], &why, sizeof why) > 0; // closed by a successful exec
    close(ends[0]);
    if (failed) waitpid(child, nullptr, 0);
    return failed ? -1 : child;
}

}

struct ArchiveServer::Inside {
    ArchiveFolder folder;
    Host where;
    pid_t child = -1;

    Inside(ArchiveFolder what, Host place) : folder(std::move(what)), where(std::move(place)) {}
    ~Inside() { end(); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    bool runs()
    {
        if (child > 0 && waitpid(child, nullptr, WNOHANG) != 0) {
            kill(-child, SIGTERM); // those who answer a caller at the moment
            child = -1;
        }
        return child > 0;
    }
    void end()
    {
        if (!runs()) return;
        kill(-child, SIGTERM);
        const auto until = std::chrono::steady_clock::now() + longest_end;
        while (runs() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(pause);
        if (child <= 0) return;
        kill(-child, SIGKILL);
        waitpid(child, nullptr, 0);
        child = -1;
    }
};

Result<ArchiveServer> ArchiveServer::start(ArchiveFolder folder, Host where)
{
    if (const auto possible = try_to_listen(where); !possible) return fail(possible.error());
    auto inside = std::make_unique<Inside>(std::move(folder), where);
    inside->child = spawn({"xapian-tcpsrv", "--quiet", "--interface", where.name, "--port", std::to_string(where.port),
                           inside->folder.path().string()});
    if (inside->child < 0) return did_not_start();
    const auto until = std::chrono::steady_clock::now() + longest_start;
    while (!answers(where)) {
        if (!inside->runs()) { // somebody may have taken the port in between
            const auto possible = try_to_listen(where);
            if (!possible) return fail(possible.error());
            return did_not_start();
        }
        if (std::chrono::steady_clock::now() > until) return did_not_start();
        std::this_thread::sleep_for(pause);
    }
    return ArchiveServer(std::move(inside));
}

ArchiveServer::ArchiveServer(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ArchiveServer::ArchiveServer(ArchiveServer&&) noexcept = default;
ArchiveServer::~ArchiveServer() = default;

const Host& ArchiveServer::where() const
{
    return inside_->where;
}

const ArchiveFolder& ArchiveServer::folder() const
{
    return inside_->folder;
}

bool ArchiveServer::is_private() const
{
    const auto& name = inside_->where.name;
    return name == "localhost" || name == "::1" || name.starts_with("127.");
}

bool ArchiveServer::runs()
{
    return inside_->runs();
}

}
