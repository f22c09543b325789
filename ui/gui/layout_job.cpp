#include "layout_job.h"
#include <utility>

namespace gui
{

void LayoutJob::start(coding::NetworkPicture picture, coding::NetworkLayout layout, Done done)
{
    errand_.reset();
    picture_ = std::move(picture);
    why_not_.reset();
    running_ = true;
    const int run = ++run_;
    errand_ = std::make_unique<Errand>([this, run, layout, done = std::move(done)](workbench::Progress& progress) {
        if (const auto laid = picture_->lay_out(layout, progress); !laid) why_not_ = laid.error();
        window_.CallAfter([this, run, done] { finish(run, done); });
    });
}

// An event of a run that was replaced may still come; the picture is no longer its own.
void LayoutJob::finish(int run, const Done& done)
{
    if (run != run_ || !picture_) return;
    errand_.reset();
    running_ = false;
    auto picture = std::move(*picture_);
    picture_.reset();
    done(std::move(picture), std::exchange(why_not_, std::nullopt));
}

}
