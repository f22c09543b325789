#pragma once
#include "form_dialog.h"
#include "session.h"
#include "stats/claim.h"
#include "stats/evidence.h"

class wxTextCtrl;

namespace gui
{

class ChoiceButton;
struct NumberChoices;

/// The sentence of a claim: a quotation, or a passage that becomes one with the claim.
struct ClaimSentence {
    std::optional<coding::QuotationId> quotation = {};
    std::optional<Place> passage = {}; ///< with its span
};

/// A sentence that states numbers, bound to what recomputes them. While one types it says what the verdict will be. A
/// claim on a column keeps the analysis that describes that column beside it.
class ClaimForm : public FormDialog
{
 public:
    ClaimForm(wxWindow* parent, Session& session, ClaimSentence sentence, const stats::Numbers& numbers,
              std::optional<stats::Claim> changed = {});
    ~ClaimForm() override;

    ChoiceButton& sentence() { return *sentence_; }
    ChoiceButton& numbers() { return *numbers_; }
    wxTextCtrl& states() { return *states_; }
    wxTextCtrl& tolerance() { return *tolerance_; }
    std::string preview() const; ///< the verdict with its sign and word, and why

 private:
    /// What recomputes the claim: a saved analysis, or what will be kept for a column.
    struct Bound {
        std::optional<stats::AnalysisId> analysis;
        std::string statistic, table, column, name;
        nlohmann::ordered_json outcome;
    };
    void bind_numbers();
    workbench::Result<Bound> bound_to(const stats::Numbers& numbers) const;
    void judge();
    std::optional<std::optional<double>> asked_tolerance();
    workbench::Result<void> write(const Bound& bound, std::optional<double> tolerance);
    bool carry_out() override;

    Session& session_;
    std::optional<stats::Claim> changed_;
    std::optional<Place> passage_;
    std::unique_ptr<NumberChoices> all_;
    std::optional<Bound> bound_;
    ChoiceButton *sentence_, *numbers_;
    wxTextCtrl *states_, *tolerance_, *preview_;
    wxStaticText* known_;
    Ear numbers_chosen_;
};

bool ask_claim(wxWindow* window, Session& session, const ClaimSentence& sentence, const stats::Numbers& numbers = {});
bool change_claim(wxWindow* window, Session& session, stats::ClaimId id);
/// Deletes it and offers to undo.
void delete_claim_of(wxWindow* window, Session& session, stats::ClaimId id);

}
