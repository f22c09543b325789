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
class PartBar;
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
    PartBar& part_bar() { return *part_bar_; }
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
    void highlight(std::vector<workbench::Span> marks);
    void set_points(int points);
    /// While one types, what is on the screen is ahead of the project and is not read anew.
    void hold_text(bool held);

    Signal<> moved; ///< another part of the text is in view

 private:
    void read_text();
    void read_codings();
    void define_looks();
    void dress_turns();
    void dress_part();
    void dress();
    void tint();
    std::string tint_of(const Stripe& stripe, int depth);
    void tint_looked();
    void tint_asked();
    void tint_found();
    void arrange();
    void follow();
    void follow_length();
    void follow_part();

    Session& session_;
    workbench::DocumentId document_;
    TextSurface* text_;
    Gutter* gutter_;
    StripePanel* stripes_;
    wxScrollBar* bar_;
    PartBar* part_bar_;
    std::string content_;
    std::vector<workbench::Span> paragraphs_;
    std::vector<workbench::Turn> turns_;
    std::vector<Shade> shades_;
    std::vector<workbench::Span> marks_; ///< highlighted, in order
    workbench::Span dressed_{0, 0};      ///< wears its colours: what is in view, and a little around it
    std::unique_ptr<Dressing> tints_, looked_tints_, asked_, found_;
    int points_;
    bool held_ = false, stale_ = false; ///< stale: there is something to be read when it is held no longer
    Ear changed_, looked_, shown_first_;
};

}
