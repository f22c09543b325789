#pragma once
#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace stats
{

/// Calls f(i) for each i below `count`, on as many threads as the machine has cores. f must touch nothing that another
/// i touches; the order is not fixed, so that results must not depend on it.
template <class F>
void for_each_index(std::size_t count, F f)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) f(i);
    };
    const auto helpers = std::min<std::size_t>(std::max(1u, std::thread::hardware_concurrency()), count) - (count > 0);
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < helpers; ++i) threads.emplace_back(work);
    work();
}

}
