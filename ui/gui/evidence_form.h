#pragma once
#include "form_dialog.h"
#include "session.h"
#include "stats/evidence.h"
#include <array>

class wxRadioButton;
class wxTextCtrl;

namespace gui
{

class ChoiceButton;
struct NumberChoices;

/// What words say of numbers: which words, which numbers, what, and why.
class EvidenceForm : public FormDialog
{
 public:
    /// `object` 0: the user chooses. With an id the link is changed, else a new one is made.
    EvidenceForm(wxWindow* parent, Session& session, std::int64_t object, const stats::Numbers& numbers,
                 std::optional<stats::Evidence> changed = {});
    ~EvidenceForm() override;

    ChoiceButton& words() { return *words_; }
    ChoiceButton& numbers() { return *numbers_; }
    wxTextCtrl& row() { return *row_; }
    wxRadioButton& verdict(std::size_t which) { return *verdicts_[which]; } ///< as in stats::verdicts
    wxTextCtrl& reason() { return *reason_; }

 private:
    wxWindow* make_verdicts(std::string_view chosen);
    void follow_numbers();
    std::optional<stats::Numbers> asked_numbers();
    std::string asked_verdict() const;
    bool carry_out() override;

    Session& session_;
    std::optional<stats::Evidence> changed_;
    std::unique_ptr<NumberChoices> all_;
    ChoiceButton *words_, *numbers_;
    wxTextCtrl *row_, *reason_;
    std::array<wxRadioButton*, stats::verdicts.size()> verdicts_{};
    Ear numbers_chosen_;
};

/// Opens the form; whether something was written. `object` 0 and empty numbers are asked for.
bool ask_evidence(wxWindow* window, Session& session, std::int64_t object, const stats::Numbers& numbers = {});
bool change_evidence(wxWindow* window, Session& session, stats::EvidenceId id);
/// Deletes it and offers to undo.
void delete_evidence_link(wxWindow* window, Session& session, stats::EvidenceId id);

}
