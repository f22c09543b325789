#pragma once
#include <wx/bmpbndl.h>

namespace gui
{

/// A small square of a code's colour, for lists; drawn once for each colour.
wxBitmapBundle swatch(const wxColour& colour);

}
