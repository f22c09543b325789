#pragma once
#include "chosen_quotation.h"
#include "code_palette.h"
#include "find_bar.h"
#include "margin_signs.h"
#include "session.h"
#include "text_correction.h"
#include "transcript.h"
#include <memory>
#include <wx/panel.h>

class wxStaticText;

namespace gui
{

class CommentBox;
class CorrectionBar;
class SelectionBar;

/// A document's tab: what it is, its text, and what one does to a selection.
class DocumentView : public wxPanel
{
 public:
    DocumentView(wxWindow* parent, Session& session, workbench::DocumentId document);
    ~DocumentView() override;

    workbench::DocumentId document() const { return document_; }
    Transcript& transcript() { return *transcript_; }
    CodePalette& palette() { return *palette_; }
    FindBar& find_bar() { return *find_; }
    SelectionBar& selection_bar() { return *bar_; }
    ChosenQuotation& chosen() { return *chosen_; }
    CommentBox& comment_box() { return *comment_; }
    CorrectionBar& correction_bar() { return *correcting_; }
    TextCorrection& correction() { return *correction_; }

    void go(const Place& place);
    void find();
    void set_points(int points);

    /// What one does to the selection, or without one to the chosen quotation; each says so when there is neither.
    void choose_code();
    void code_in_vivo();
    void code_again();
    void code_with(coding::CodeId code);
    void quote(); ///< a quotation without codes
    /// Takes the coder's codings away from the quotations at the selection or the caret.
    void unmark();
    void write_memo();
    void comment();
    /// Puts a code that one chooses in place of this one on the chosen quotation.
    void change_code(coding::CodeId code);
    /// Selects the next turn of a participant in which nothing is coded.
    void next_uncoded_turn();
    /// Begins to correct the text, or ends that.
    void correct();
    /// Saves what was typed into the text so far.
    void save_typing();
    /// The text selected, for a search; empty when there is none.
    std::string selected_text();

    void SetFocus() override;

 private:
    wxPanel* make_head();
    void fill_head();
    void choose_size();
    void read_signs();
    std::optional<workbench::Span> selection();
    void follow_selection();
    using Making =
        std::function<workbench::Result<coding::CodeId>(workbench::Project&, workbench::DocumentId, workbench::Span)>;
    void write_new_code(workbench::Span span, const std::string& name, const Making& make);
    coding::CodeId code_at(const Stripe& stripe) const;
    void make_acts();
    void hear_keys(wxKeyEvent& event);
    void hear_stripes();
    bool choose(const Stripe& stripe);
    void follow_correction();
    void text_menu(wxPoint at);
    void open_sign(const MarginSign& sign);
    void choose_sign(const std::vector<MarginSign>& signs);
    void light(const Stripe* stripe);
    void open_palette(workbench::Span beside, CodePalette::Choose choose, CodePalette::Make make);
    const Stripe* stripe_at(std::int64_t position);
    wxPoint below(workbench::Span span);

    Session& session_;
    workbench::DocumentId document_;
    wxStaticText *name_, *about_, *paragraph_;
    Transcript* transcript_;
    FindBar* find_;
    CodePalette* palette_;
    SelectionBar* bar_;
    CommentBox* comment_;
    CorrectionBar* correcting_;
    std::unique_ptr<ChosenQuotation> chosen_;
    std::unique_ptr<TextCorrection> correction_;
    Ear changed_, moved_;
};

}
