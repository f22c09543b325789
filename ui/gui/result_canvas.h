#pragma once
#include "paper/blocks.h"
#include "stats/chart.h"
#include <string>
#include <vector>
#include <wx/scrolwin.h>

namespace paper
{
class Canvas;
struct Size;
}

namespace gui
{

/// What a statistic answers, ready to be shown.
struct ShownResult {
    std::vector<paper::Table> tables;
    stats::ChartPointer chart; ///< null where there is nothing to draw
    std::string sentence;      ///< as one would write it in a text; may be empty
};

/// Result tables drawn on the page: title in italics, three rules, numbers at the right, the note below, then how to
/// report it. All of it can be had as text, and is read to screen readers as such.
class ResultCanvas : public wxScrolledCanvas
{
 public:
    explicit ResultCanvas(wxWindow* parent);
    void show(ShownResult result);
    const ShownResult& result() const { return result_; }
    /// Tables with tabs between cells, and the sentence.
    std::string as_text() const;

 private:
    void paint(wxPaintEvent& event);
    /// Draws, or only measures when there is no canvas; returns the height.
    double draw(paper::Canvas* canvas, double width) const;
    double tables_width(double apart) const; ///< with so much between two columns
    paper::Size chart_size() const;
    bool chart_beside(double width) const; ///< else it stands below
    double draw_table(paper::Canvas* canvas, const paper::Table& table, double top, double width) const;
    double draw_words(paper::Canvas* canvas, double top, double width) const;
    ShownResult result_;
};

}
