#pragma once
#include "session.h"
#include "text_difference.h"
#include "text_typing.h"
#include <memory>
#include <wx/event.h>
#include <wx/timer.h>

class wxWindow;

namespace gui
{

class Transcript;

/// Correcting a transcript where it stands: the text can be typed in, and what was typed at one place is saved as one
/// correction after a moment without typing, when one goes on elsewhere in the text, and when one leaves. Codings keep
/// their words.
class TextCorrection : public wxEvtHandler
{
 public:
    /// `window` is where errors show; `told` hears when it begins, saves or ends.
    TextCorrection(wxWindow& window, Session& session, workbench::DocumentId document, Transcript& transcript,
                   std::function<void()> told);
    ~TextCorrection() override;

    bool active() const { return active_; }
    /// False, with a message, when the project cannot be written.
    bool begin();
    void end();
    /// Saves what was typed. Whoever asks for places in the text does so after this. False when it could not be saved:
    /// it then stays on the screen and is tried again.
    bool save();

    /// Labels of the quotations whose words changed since begin(), each once.
    const std::vector<std::string>& touched() const { return touched_; }

 private:
    void hear(std::int64_t at, std::int64_t removed, std::int64_t inserted);
    void follow(const workbench::ChangeSet& changes);

    wxWindow& window_;
    Session& session_;
    workbench::DocumentId document_;
    Transcript& transcript_;
    std::function<void()> told_;
    std::unique_ptr<TextTyping> typing_;
    std::optional<Typed> typed_;
    std::vector<std::string> touched_;
    wxTimer pause_;
    bool active_ = false;
    Ear changed_;
};

}
