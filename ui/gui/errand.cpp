#include "errand.h"

namespace gui
{

Errand::Errand(Work work)
    : thread_([this, work = std::move(work)] {
          workbench::Progress progress(
              [this](const std::string& what, std::int64_t done, std::int64_t total) {
                  const std::lock_guard lock(mutex_);
                  state_ = {what, done, total};
              },
              token_);
          work(progress);
          finished_ = true;
      })
{
}

Errand::~Errand()
{
    token_.cancel();
    thread_.join();
}

Errand::State Errand::state() const
{
    const std::lock_guard lock(mutex_);
    return state_;
}

}
