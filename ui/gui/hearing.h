#pragma once
#include <functional>
#include <list>
#include <memory>

namespace gui
{

/// Keeps a hearer listening; ends with its destruction. May outlive the signal.
using Ear = std::shared_ptr<void>;

/// Tells all who listen, in the order in which they began. A hearer may go, and others may come, while it is told.
template <class... Args>
class Signal
{
 public:
    using Hear = std::function<void(Args...)>;

    [[nodiscard]] Ear listen(Hear hear)
    {
        auto ear = std::make_shared<Hear>(std::move(hear));
        hearers_.emplace_back(ear);
        return ear;
    }

    void operator()(Args... args)
    {
        hearers_.remove_if([](const auto& hearer) { return hearer.expired(); });
        const auto told = hearers_;
        for (const auto& hearer : told)
            if (const auto alive = hearer.lock()) (*alive)(args...);
    }

 private:
    std::list<std::weak_ptr<Hear>> hearers_;
};

}
