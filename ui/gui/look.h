#pragma once
#include <optional>
#include <string>
#include <wx/colour.h>
#include <wx/font.h>

/// Ink, paper and type. Everything follows the system's theme, light or dark; nothing else names a colour or a font.
namespace gui::look
{

bool dark();

wxColour ink();      ///< text
wxColour faint();    ///< text that stands back: numbers of paragraphs, an interviewer's turn; contrast 4.5 with paper
wxColour paper();    ///< what one reads on
wxColour panel();    ///< what lies beside it
wxColour hairline(); ///< one line between two areas
wxColour accent();   ///< the one colour of the interface
wxColour warning();  ///< beside a sign and a word, never alone

/// The colour of a code, "#RRGGBB"; grey when it has none.
wxColour of_code(const std::optional<std::string>& color);
/// `colour` laid over `ground`, strength 0 to 1.
wxColour over(const wxColour& colour, const wxColour& ground, double strength);
/// As near to `colour` as a text on `ground` can be with a contrast of 4.5.
wxColour readable(const wxColour& colour, const wxColour& ground);
/// WCAG 2.1, 1 to 21.
double contrast(const wxColour& a, const wxColour& b);

wxFont interface(double scale = 1, bool bold = false);
/// What one reads in: serif, `points` high.
wxFont reading(int points);

}
