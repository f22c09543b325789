#pragma once
#include "chooser.h"
#include "hearing.h"
#include <wx/button.h>

namespace gui
{

/// A button that says what is chosen; pressing it offers the choices, by type-ahead, laid over its window.
class ChoiceButton : public wxButton
{
 public:
    using Offer = std::function<std::vector<Choice>()>;

    /// `question` stands above the choices, `none` on the button while nothing is chosen.
    ChoiceButton(wxWindow* parent, std::string question, std::string none, Offer offer);

    const std::optional<Choice>& chosen() const { return chosen_; }
    void choose(std::optional<Choice> choice);
    void open();

    Signal<> changed; ///< the user has chosen

 private:
    std::string question_, none_;
    Offer offer_;
    std::optional<Choice> chosen_;
};

}
