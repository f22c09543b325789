#pragma once
#include "code_palette.h"
#include "find_bar.h"
#include "session.h"
#include "transcript.h"
#include <wx/panel.h>

class wxStaticText;

namespace gui
{

class SelectionBar;

/// A document's tab: what it is, its text, and what one does to a selection.
class DocumentView : public wxPanel
{
 public:
    DocumentView(wxWindow* parent, Session& session, workbench::DocumentId document);

    workbench::DocumentId document() const { return document_; }
    Transcript& transcript() { return *transcript_; }
    CodePalette& palette() { return *palette_; }
    FindBar& find_bar() { return *find_; }
    SelectionBar& selection_bar() { return *bar_; }

    void go(const Place& place);
    void find();
    void set_points(int points);

    /// What one does to the selection; each says so when nothing is selected.
    void choose_code();
    void code_in_vivo();
    void code_again();
    void code_with(coding::CodeId code);
    void quote(); ///< a quotation without codes
    /// Takes the coder's codings away from the quotations at the selection or the caret.
    void unmark();
    void write_memo();
    /// The text selected, for a search; empty when there is none.
    std::string selected_text();

    void SetFocus() override;

 private:
    wxPanel* make_head();
    void fill_head();
    std::optional<workbench::Span> selection();
    void follow_selection();
    void stripe_menu(Stripe stripe);
    void unmark(Stripe stripe);
    using Making =
        std::function<workbench::Result<coding::CodeId>(workbench::Project&, workbench::DocumentId, workbench::Span)>;
    void write_new_code(workbench::Span span, const std::string& name, const Making& make);
    coding::CodeId code_at(const Stripe& stripe) const;

    Session& session_;
    workbench::DocumentId document_;
    wxStaticText *name_, *about_, *paragraph_;
    Transcript* transcript_;
    FindBar* find_;
    CodePalette* palette_;
    SelectionBar* bar_;
    Ear changed_, moved_;
};

}
