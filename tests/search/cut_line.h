#pragma once
#include "workbench/host.h"
#include <functional>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace search_tests
{

/// A line to a server on this machine that goes wrong after the server has said `bytes` bytes: `then` is called in
/// their midst, and the line is cut, or left open without a further word.
class CutLine
{
 public:
    enum class How { cut, silence };
    CutLine(
        int server, std::size_t bytes, How how, std::function<void()> then = [] {})
        : server_(server), bytes_(bytes), how_(how), then_(std::move(then)), listener_(socket(AF_INET, SOCK_STREAM, 0))
    {
        auto any = address(0);
        (void)bind(listener_, reinterpret_cast<sockaddr*>(&any), sizeof any);
        (void)listen(listener_, 4);
        socklen_t size = sizeof any;
        getsockname(listener_, reinterpret_cast<sockaddr*>(&any), &size);
        port_ = ntohs(any.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~CutLine()
    {
        shutdown(listener_, SHUT_RDWR);
        thread_.join();
        close(listener_);
        for (const int number : open_) close(number);
    }
    CutLine(const CutLine&) = delete;
    CutLine& operator=(const CutLine&) = delete;

    workbench::Host where() const { return {"127.0.0.1", port_}; }

 private:
    static sockaddr_in address(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        return address;
    }

    /// One caller after the other.
    void serve()
    {
        for (;;) {
            const int caller = accept(listener_, nullptr, nullptr);
            if (caller < 0) return;
            const int callee = socket(AF_INET, SOCK_STREAM, 0);
            auto to = address(server_);
            open_.insert(open_.end(), {caller, callee});
            if (connect(callee, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0) carry(caller, callee);
            if (how_ == How::cut || !broken_) shutdown(caller, SHUT_RDWR);
            shutdown(callee, SHUT_RDWR);
        }
    }

    void carry(int caller, int callee)
    {
        std::size_t said = 0;
        for (;;) {
            pollfd both[] = {{caller, POLLIN, 0}, {callee, POLLIN, 0}, {listener_, 0, 0}};
            if (poll(both, 3, -1) < 0 || (both[2].revents & POLLHUP)) return;
            for (int from = 0; from < 2; ++from) {
                if (!both[from].revents) continue;
                char buffer[512];
                const auto size = read(both[from].fd, buffer, sizeof buffer);
                if (size <= 0) return;
                if (from == 1 && (said += static_cast<std::size_t>(size)) > bytes_) {
                    broken_ = true;
                    return then_();
                }
                (void)send(both[1 - from].fd, buffer, static_cast<std::size_t>(size), MSG_NOSIGNAL);
            }
        }
    }

    int server_;
    std::size_t bytes_;
    How how_;
    std::function<void()> then_;
    int listener_, port_ = 0;
    bool broken_ = false;
    std::vector<int> open_;
    std::thread thread_;
};

}
