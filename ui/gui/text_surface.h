#pragma once
#include "text_lines.h"
#include "text_part.h"
#include "workbench/text.h"
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>
#include <wx/colour.h>
#include <wx/textctrl.h>

namespace gui
{

/// How a stretch of text differs from the rest; what is not set stays as it is.
struct TextLook {
    std::optional<wxColour> ink = {}, paper = {}, underline = {};
    bool bold = false;
    bool plain = false; ///< in the family of the interface, not that of the text
    double scale = 1;
    bool tight = false; ///< no air above and below the line
    enum class Layer { below, middle, above } layer = Layer::middle;
};

/// Text to be read and marked, not typed: a text control (which screen readers know) with what it does not offer by
/// itself: air between the lines, looks by name, where a character stands on the screen, and what is in view.
/// Positions are Unicode code points; places are pixels of the control, y downwards.
///
/// A text of more than two megabytes is shown in parts, for laying it out as a whole would hold the window for seconds.
/// Positions stay those of the whole text; what is outside of the part on the screen wears nothing and is not in view.
class TextSurface : public wxTextCtrl
{
 public:
    TextSurface(wxWindow* parent, const wxString& accessible_name);
    ~TextSurface() override;

    /// Shows a text; looks put on the old one go with it.
    void show(const std::string& utf8);
    /// Makes the text shown into another by replacing what differs; looks, caret and view stay on the rest.
    void turn_into(const std::string& utf8);
    /// While one of these two is at work.
    bool showing() const { return showing_; }
    void set_type(const wxFont& font, double line_height);

    const TextParts& parts() const { return parts_; }
    std::size_t part() const { return part_; } ///< from 0
    /// The stretch of the text that is on the screen, or can be scrolled to.
    workbench::Span here() const { return parts_[part_].span; }
    void show_part(std::size_t part);
    /// Asked before another part is shown; false keeps this one.
    void on_leave(std::function<bool()> may) { may_leave_ = std::move(may); }
    /// What `hear` is called for: another part is on the screen, and wears nothing yet.
    void on_part(std::function<void()> hear) { other_part_ = std::move(hear); }
    /// Places in the text control itself, which holds one part.
    int offset_of(std::int64_t position) const; ///< kept inside of the part
    std::int64_t position_of(int offset) const { return here().begin + offset; }

    /// Within a layer later definitions lie over earlier ones; defining twice changes the colours.
    void define(const std::string& name, const TextLook& look);
    void put(const std::string& name, workbench::Span span);
    void take_off(const std::string& name, workbench::Span span);
    void clear(const std::string& name);
    /// The names of the looks on a character, the lowest first.
    std::vector<std::string> looks_at(std::int64_t position) const;

    workbench::Span selected() const;
    void select(workbench::Span span);
    /// Brings a stretch into view, its begin in the upper third when it was not in view.
    void reveal(workbench::Span span);

    workbench::Span in_view() const;
    int top_of(std::int64_t position) const { return line_of(position).top; }
    int bottom_of(std::int64_t position) const { return line_of(position).bottom; }
    using Line = TextLines::Line;
    /// Of the line that the character stands on.
    Line line_of(std::int64_t position) const;
    wxPoint point_of(std::int64_t position) const;
    std::int64_t position_at(wxPoint point) const;

    /// Calls `act` once the toolkit has done what it is at, before it draws. What is heard of moves may come while the
    /// text is laid out, when another look on a character would end the program.
    void before_drawing(std::function<void()> act);
    /// What `hear` is called for: something else is in view, by scrolling, by another size or another text.
    void on_moved(std::function<void()> hear) { moved_ = std::move(hear); }
    /// What `hear` is called for: the text became longer or shorter where it is not in view. A long text is laid out
    /// bit by bit.
    void on_length(std::function<void()> hear) { length_ = std::move(hear); }
    void scroll_by(double pixels);

    struct Scroll {
        double value = 0, page = 0, upper = 0;
    };
    Scroll scroll() const;
    void scroll_to(double value);

 private:
    /// What one sees; as long as it is the same, nothing has moved.
    struct Sight {
        workbench::Span span;
        int top = 0, bottom = 0;
        bool operator==(const Sight&) const = default;
    };
    Sight sight() const;
    void moved();
    void laid_out_anew();
    void fill();
    void turn_here_into(const std::string& utf8);
    bool leave_part(int by);
    void turn_by_key(wxKeyEvent& event);
    void turn_by_wheel(wxMouseEvent& event);
    void hear_typing();
    static void hear_text(void* buffer, void* self);
    static void hear_adjustment(void* adjustment, void* self);
    static void hear_style(void* view, void* self);
    static int hear_draw(void* view, void* cairo, void* self);
    static int act_now(void* self);
    bool follow_sight();
    bool sees(workbench::Span span) const;
    void scroll_to_begin_of(workbench::Span span);
    void seek_on();

    std::function<void()> moved_, length_, other_part_, act_;
    unsigned waiting_ = 0; ///< the source that will call act_
    std::function<bool()> may_leave_;
    std::vector<std::string> above_; ///< looks that lie over all others
    bool showing_ = false;
    std::set<std::string> shaping_; ///< looks that give characters another place
    TextLines lines_;
    Sight seen_;
    /// What reveal() looks for: the lines above it may still take their place for a moment and push it out of view.
    std::optional<workbench::Span> sought_;
    std::chrono::steady_clock::time_point sought_until_;
    std::string whole_; ///< what was shown; empty when it is one part
    TextParts parts_{{{0, 0}, 0, 0}};
    std::size_t part_ = 0;
};

}
