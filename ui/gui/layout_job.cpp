#include "layout_job.h"

namespace gui
{

LayoutJob::~LayoutJob()
{
    join();
}

void LayoutJob::join()
{
    token_.cancel();
    if (thread_.joinable()) thread_.join();
}

void LayoutJob::start(coding::NetworkPicture picture, coding::NetworkLayout layout, Done done)
{
    join();
    token_ = {};
    picture_ = std::move(picture);
    why_not_.reset();
    running_ = true;
    const int run = ++run_;
    thread_ = std::thread([this, run, layout, token = token_, done = std::move(done)] {
        const workbench::Progress progress({}, token);
        if (const auto laid = picture_->lay_out(layout, progress); !laid) why_not_ = laid.error();
        window_.CallAfter([this, run, done] { finish(run, done); });
    });
}

// An event of a run that was replaced may still come; the picture is no longer its own.
void LayoutJob::finish(int run, const Done& done)
{
    if (run != run_ || !picture_) return;
    if (thread_.joinable()) thread_.join();
    running_ = false;
    auto picture = std::move(*picture_);
    picture_.reset();
    done(std::move(picture), std::exchange(why_not_, std::nullopt));
}

}
