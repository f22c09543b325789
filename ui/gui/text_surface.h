#pragma once
#include "workbench/text.h"
#include <functional>
#include <map>
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
    int top_of(std::int64_t position) const;
    int bottom_of(std::int64_t position) const; ///< of the line that the character stands on
    struct Line {
        int top = 0, bottom = 0;
    };
    /// Both. Kept until something moves, for laying a paragraph out costs; fastest asked for in the order of the text.
    Line line_of(std::int64_t position) const;
    wxPoint point_of(std::int64_t position) const;
    std::int64_t position_at(wxPoint point) const;

    /// What `hear` is called for: scrolling by any means, another size, another text.
    void on_moved(std::function<void()> hear) { moved_ = std::move(hear); }
    void scroll_by(double pixels);

    struct Scroll {
        double value = 0, page = 0, upper = 0;
    };
    Scroll scroll() const;
    void scroll_to(double value);

 private:
    void moved() const
    {
        lines_.clear();
        if (moved_) moved_();
    }
    std::function<void()> moved_;
    std::vector<std::string> above_; ///< looks that lie over all others
    bool showing_ = false;
    std::set<std::string> shaping_; ///< looks that give characters another place
    mutable std::map<std::int64_t, Line> lines_;
    static void hear_text(void* buffer, void* self);
    static void hear_adjustment(void* adjustment, void* self);
};

}
