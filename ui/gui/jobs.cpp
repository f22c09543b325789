#include "jobs.h"

namespace gui
{

Jobs::Jobs(std::function<void(const workbench::Error&)> fail) : fail_(std::move(fail)), timer_(this)
{
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
}

Jobs::~Jobs()
{
    timer_.Stop();
    errand_.reset();
}

void Jobs::start(Work work)
{
    pieces_.push_back(std::make_unique<Piece>(Piece{std::move(work), {}}));
    if (!errand_) begin();
}

void Jobs::begin()
{
    auto* piece = pieces_.front().get();
    errand_ = std::make_unique<Errand>([this, piece](workbench::Progress& progress) {
        try {
            piece->show = piece->work(progress);
        } catch (const workbench::BrokenFile& broken) {
            piece->show = [this, why = broken.error] { fail_(why); };
        }
    });
    timer_.Start(40);
}

void Jobs::look()
{
    if (!errand_ || !errand_->finished()) return;
    errand_.reset();
    timer_.Stop();
    const auto piece = std::move(pieces_.front());
    pieces_.pop_front();
    if (!pieces_.empty()) begin();
    // Last: it may close the project, and this with it.
    if (piece->show) piece->show();
}

void Jobs::cancel()
{
    if (errand_) errand_->cancel();
}

std::optional<Errand::State> Jobs::running() const
{
    return errand_ ? std::optional(errand_->state()) : std::nullopt;
}

}
