#pragma once
#include "workbench/text.h"
#include <functional>
#include <optional>
#include <wx/event.h>
#include <wx/gdicmn.h>

using cairo_t = struct _cairo;

namespace gui
{

class TextSurface;

/// The chosen quotation over its text: a light ground and a handle at each end. Dragging a handle shows how far the
/// quotation would reach; letting it go tells so; cancel() leaves it as it was.
class QuotationEnds : public wxEvtHandler
{
 public:
    explicit QuotationEnds(TextSurface& text);
    ~QuotationEnds() override;

    /// Nothing takes the handles away.
    void show(std::optional<workbench::Span> span);
    /// What they enclose; while one is dragged, what they would enclose.
    std::optional<workbench::Span> span() const { return span_; }

    /// Whether a press there takes a handle.
    bool over_handle(wxPoint point) const { return handle_at(point) != Held::none; }
    bool dragging() const { return held_ != Held::none; }
    void cancel();
    void on_dropped(std::function<void(workbench::Span)> hear) { dropped_ = std::move(hear); }

    /// Where a handle can be taken, in pixels of the text; empty when there are none.
    wxRect begin_handle() const;
    wxRect end_handle() const;

 private:
    enum class Held { none, begin, end };

    void press(wxMouseEvent& event);
    void move(wxMouseEvent& event);
    void release(wxMouseEvent& event);
    Held handle_at(wxPoint point) const;
    void reach(wxPoint point);
    void put_on(std::optional<workbench::Span> span);
    void draw(cairo_t* cairo) const;
    static int hear_draw(void* widget, cairo_t* cairo, void* self);

    TextSurface& text_;
    std::optional<workbench::Span> span_, before_;
    Held held_ = Held::none;
    bool over_ = false; ///< the pointer shows that a handle can be taken
    std::function<void(workbench::Span)> dropped_;
};

}
