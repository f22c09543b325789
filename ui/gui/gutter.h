#pragma once
#include "workbench/text.h"
#include <vector>
#include <wx/panel.h>

namespace gui
{

class TextSurface;

/// The numbers of the paragraphs, left of the text, moving with it.
class Gutter : public wxPanel
{
 public:
    Gutter(wxWindow* parent, TextSurface& text);
    void show(std::vector<workbench::Span> paragraphs);

 private:
    void paint(wxPaintEvent& event);
    TextSurface& text_;
    std::vector<workbench::Span> paragraphs_;
};

/// The number, from 1, of the paragraph in which `position` stands, or of the next; 0 when there is none.
int paragraph_at(const std::vector<workbench::Span>& paragraphs, std::int64_t position);

}
