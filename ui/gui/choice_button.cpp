#include "choice_button.h"
#include "gtk_widgets.h"
#include "shown.h"
#include "workbench/tr.h"

namespace gui
{

using workbench::say;

ChoiceButton::ChoiceButton(wxWindow* parent, std::string question, std::string none, Offer offer)
    : wxButton(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_LEFT),
      question_(std::move(question)),
      none_(std::move(none)),
      offer_(std::move(offer))
{
    add_style_class(this, "quipu-tool");
    SetMinSize(wxSize(120, 32));
    choose({});
    Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open(); });
}

void ChoiceButton::choose(std::optional<Choice> choice)
{
    chosen_ = std::move(choice);
    const auto words = chosen_ ? one_line(chosen_->name, 70) : shown(none_);
    SetLabel(wxControl::EscapeMnemonics(words));
    SetToolTip(chosen_ ? shown(chosen_->name) : wxString());
    set_accessible_name(this, shown(say("{}: {}", question_, utf8(words))));
}

void ChoiceButton::open()
{
    Question question;
    question.title = question_;
    question.choices = offer_();
    question.done = [this](const Chosen& taken) {
        if (taken.ids.empty()) return;
        for (auto& choice : offer_())
            if (choice.id == taken.ids.front()) {
                choose(std::move(choice));
                break;
            }
        changed();
    };
    Chooser::ask(this, std::move(question));
}

}
