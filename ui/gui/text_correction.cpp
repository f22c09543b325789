#include "text_correction.h"
#include "run.h"
#include "text_surface.h"
#include "transcript.h"
#include "workbench/tr.h"
#include <algorithm>
#include <utility>

namespace gui
{
namespace
{

using workbench::tr;

}

TextCorrection::TextCorrection(wxWindow& window, Session& session, workbench::DocumentId document,
                               Transcript& transcript, std::function<void()> told)
    : window_(window),
      session_(session),
      document_(document),
      transcript_(transcript),
      told_(std::move(told)),
      pause_(this)
{
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { save(); });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet& changes) { follow(changes); });
}

TextCorrection::~TextCorrection()
{
    told_ = {};
    save();
}

bool TextCorrection::begin()
{
    clear_message(&window_);
    if (session_.reading().read_only()) {
        show_error(&window_, {workbench::ErrorCode::read_only, tr("This project can only be read."),
                              tr("Make a copy of it in a folder of your own, and correct that.")});
        return false;
    }
    if (active_) return true;
    active_ = true;
    touched_.clear();
    typing_ = std::make_unique<TextTyping>(
        transcript_.text(), [this](auto at, auto removed, auto inserted) { hear(at, removed, inserted); });
    transcript_.text().SetEditable(true);
    told_();
    return true;
}

void TextCorrection::end()
{
    if (!active_ || !save()) return;
    active_ = false;
    typing_.reset();
    transcript_.text().SetEditable(false);
    told_();
}

void TextCorrection::hear(std::int64_t at, std::int64_t removed, std::int64_t inserted)
{
    if (typed_ && !touches(*typed_, at, removed)) save();
    typed_ =
        typed_ && touches(*typed_, at, removed) ? joined(*typed_, at, removed, inserted) : Typed{at, removed, inserted};
    transcript_.hold_text(true);
    pause_.StartOnce(writing_pause_ms);
}

// The places of what was typed are those of the text shown; the project's may be another by now.
bool TextCorrection::save()
{
    pause_.Stop();
    if (!typed_) return true;
    const auto typed = *std::exchange(typed_, std::nullopt);
    const auto text = typing_->typed({typed.begin, typed.begin + typed.length});
    const auto now = workbench::text_of(session_.reading(), document_);
    const auto there = moved(typed, difference(transcript_.content(), now));
    const auto done = run(&window_, [&] {
        return workbench::correct(session_.project(), document_, {there.begin, there.begin + there.removed}, text);
    });
    if (!done) {
        typed_ = typed;
        return false;
    }
    transcript_.hold_text(false);
    for (const auto quotation : done->touched)
        if (const auto label = coding::label_of(session_.reading(), quotation);
            std::find(touched_.begin(), touched_.end(), label) == touched_.end())
            touched_.push_back(label);
    if (told_) told_();
    return true;
}

// When somebody else changes the text meanwhile, the two are brought together at once.
void TextCorrection::follow(const workbench::ChangeSet& changes)
{
    const auto& touched = changes.documents;
    if (typed_ && std::find(touched.begin(), touched.end(), document_.value) != touched.end())
        CallAfter([this] { save(); });
}

}
