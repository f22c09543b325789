#pragma once
#include "margin_signs.h"
#include "workbench/text.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxGraphicsContext;

namespace gui
{

class TextSurface;

/// What was said when, where the text itself does not say it.
struct TimeNote {
    std::int64_t at;
    std::string time; ///< "1:02:03"
};
/// Of turns with a time that their label does not show. `text` gives a stretch of the document.
std::vector<TimeNote> time_notes(const std::vector<workbench::Turn>& turns,
                                 const std::function<std::string(workbench::Span)>& text);

/// Left of the text, moving with it: the numbers of the paragraphs, the times of the turns, and a sign where something
/// is written about a quotation. The pointer over a sign reads it, a click opens it.
class Gutter : public wxPanel
{
 public:
    Gutter(wxWindow* parent, TextSurface& text);
    void show(std::vector<workbench::Span> paragraphs);
    void show_times(std::vector<TimeNote> times);
    void show_signs(std::vector<MarginSign> signs);
    int wanted_width() const;

    const std::vector<MarginSign>& signs() const { return signs_; }
    const std::vector<TimeNote>& times() const { return times_; }
    /// The middle of the sign of a quotation, when it is in view.
    std::optional<wxPoint> point_of(coding::QuotationId quotation) const;
    /// Called with all that the sign under a click stands for.
    void on_sign(std::function<void(const std::vector<MarginSign>&)> hear) { open_ = std::move(hear); }

 private:
    /// Signs of one line are drawn as one.
    struct Drawn {
        wxRect place;
        std::size_t first, last; ///< of signs_, half-open
    };
    void paint(wxPaintEvent& event);
    void draw_numbers(wxDC& dc) const;
    void draw_times(wxDC& dc) const;
    void draw_signs(wxGraphicsContext& context);
    std::vector<MarginSign> at(wxPoint point) const;
    void hint(wxPoint point);

    TextSurface& text_;
    std::vector<workbench::Span> paragraphs_;
    std::vector<TimeNote> times_;
    std::vector<MarginSign> signs_;
    std::vector<Drawn> drawn_;
    std::function<void(const std::vector<MarginSign>&)> open_;
};

/// The number, from 1, of the paragraph in which `position` stands, or of the next; 0 when there is none.
int paragraph_at(const std::vector<workbench::Span>& paragraphs, std::int64_t position);

}
