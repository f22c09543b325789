#pragma once
#include "dressing.h"
#include "session.h"
#include "stripe.h"
#include <wx/panel.h>

class wxScrollBar;

namespace gui
{

class TextSurface;
class Gutter;
class StripePanel;

/// A document to be read and coded: its text in a measure that is easy to read, numbers of paragraphs on the left, the
/// codings on the right. What is chosen elsewhere shows here: the code looked at colours its quotations.
class Transcript : public wxPanel
{
 public:
    Transcript(wxWindow* parent, Session& session, workbench::DocumentId document);
    ~Transcript() override;

    TextSurface& text() { return *text_; }
    StripePanel& stripes() { return *stripes_; }
    Gutter& gutter() { return *gutter_; }
    const std::vector<workbench::Span>& paragraphs() const { return paragraphs_; }
    const std::vector<workbench::Turn>& turns() const { return turns_; }
    const std::string& content() const { return content_; }

    /// The selection without the white space at its ends and without a speaker's label at its begin; empty when there
    /// is none.
    workbench::Span selected() const;
    /// Any stretch without these.
    workbench::Span tidy(workbench::Span span) const;
    void reveal(workbench::Span span);
    /// Highlights these, taking away those of before.
    void highlight(const std::vector<workbench::Span>& marks);
    void set_points(int points);
    /// While one types, what is on the screen is ahead of the project and is not read anew.
    void hold_text(bool held);

    Signal<> moved; ///< another part of the text is in view

 private:
    void read_text();
    void read_codings();
    void define_looks();
    void dress_turns();
    void tint();
    std::string tint_of(const Stripe& stripe, int depth);
    void tint_looked();
    void arrange();
    void follow();

    Session& session_;
    workbench::DocumentId document_;
    TextSurface* text_;
    Gutter* gutter_;
    StripePanel* stripes_;
    wxScrollBar* bar_;
    std::string content_;
    std::vector<workbench::Span> paragraphs_;
    std::vector<workbench::Turn> turns_;
    std::vector<Shade> shades_;
    std::unique_ptr<Dressing> tints_, looked_tints_;
    int points_;
    bool held_ = false, stale_ = false; ///< stale: there is something to be read when it is held no longer
    Ear changed_, looked_, shown_first_;
};

}
