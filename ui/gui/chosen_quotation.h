#pragma once
#include "quotation_ends.h"
#include "reading_steps.h"
#include "session.h"

class wxWindow;

namespace gui
{

class Transcript;

/// The quotation that is chosen in a document, with its handles, and what one does to it. It stays chosen while it
/// stands in the project, wherever it moves.
class ChosenQuotation
{
 public:
    /// `window` is where errors show.
    ChosenQuotation(wxWindow& window, Session& session, workbench::DocumentId document, Transcript& transcript);

    const std::optional<coding::Quotation>& quotation() const { return quotation_; }
    /// The code of the stripe by which it was chosen.
    std::optional<coding::CodeId> code() const { return code_; }
    QuotationEnds& ends() { return ends_; }

    void choose(coding::QuotationId quotation, std::optional<coding::CodeId> code = {});
    /// The quotation of exactly this passage, when there is one.
    bool choose_at(workbench::Span span, std::optional<coding::CodeId> code = {});
    void leave();
    /// Takes the handles away for a while, or brings them back: over a text that is being typed they would lie.
    void show_ends(bool shown);

    /// To the next quotation, or back to the one before; says so when there is none.
    void step(bool back);
    void move_end(End end, bool forward);
    void resize(workbench::Span span);
    /// Takes the coding away by which it was chosen; without one, all codings of the coder on it, and when it has no
    /// codings at all the quotation itself.
    void remove();
    void remove_quotation();

 private:
    bool need();
    void read();
    void remove_shown_first(const coding::Code& code);
    void remove_codings(const std::vector<coding::CodeId>& codes);

    wxWindow& window_;
    Session& session_;
    workbench::DocumentId document_;
    Transcript& transcript_;
    QuotationEnds ends_;
    std::optional<coding::Quotation> quotation_;
    std::optional<coding::CodeId> code_;
    bool ends_shown_ = true;
    Ear changed_;
};

}
