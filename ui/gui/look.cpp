#include "look.h"
#include "preferences.h"
#include "shown.h"
#include <algorithm>
#include <cmath>
#include <wx/settings.h>

namespace gui::look
{
namespace
{

double linear(unsigned char channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const wxColour& colour)
{
    return 0.2126 * linear(colour.Red()) + 0.7152 * linear(colour.Green()) + 0.0722 * linear(colour.Blue());
}

unsigned char mixed(unsigned char over, unsigned char ground, double strength)
{
    return static_cast<unsigned char>(std::lround(ground + (over - ground) * strength));
}

}

bool dark()
{
    return luminance(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW)) < 0.2;
}

wxColour ink()
{
    return dark() ? wxColour(0xE6, 0xE8, 0xEB) : wxColour(0x1B, 0x1E, 0x23);
}

wxColour faint()
{
    return dark() ? wxColour(0x9B, 0xA3, 0xAD) : wxColour(0x67, 0x6D, 0x76);
}

wxColour paper()
{
    return dark() ? wxColour(0x1E, 0x20, 0x23) : wxColour(0xFF, 0xFF, 0xFF);
}

wxColour panel()
{
    return dark() ? wxColour(0x28, 0x2B, 0x2F) : wxColour(0xF6, 0xF7, 0xF9);
}

wxColour hairline()
{
    return dark() ? wxColour(0x3D, 0x41, 0x47) : wxColour(0xDA, 0xDD, 0xE2);
}

wxColour accent()
{
    return dark() ? wxColour(0x78, 0xAE, 0xF0) : wxColour(0x1F, 0x66, 0xD0);
}

wxColour warning()
{
    return dark() ? wxColour(0xF0, 0xA0, 0x60) : wxColour(0xA8, 0x48, 0x00);
}

wxColour of_code(const std::optional<std::string>& color)
{
    const wxColour known(color ? wxString::FromUTF8(*color) : wxString());
    return known.IsOk() ? known : wxColour(0x9A, 0x9A, 0x9A);
}

wxColour over(const wxColour& colour, const wxColour& ground, double strength)
{
    return {mixed(colour.Red(), ground.Red(), strength), mixed(colour.Green(), ground.Green(), strength),
            mixed(colour.Blue(), ground.Blue(), strength)};
}

double contrast(const wxColour& a, const wxColour& b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

wxColour readable(const wxColour& colour, const wxColour& ground)
{
    const wxColour goal = luminance(ground) > 0.2 ? wxColour(0, 0, 0) : wxColour(255, 255, 255);
    for (double strength = 0; strength < 1; strength += 0.05) {
        const auto tried = over(goal, colour, strength);
        if (contrast(tried, ground) >= 4.5) return tried;
    }
    return goal;
}

wxFont interface(double scale, bool bold)
{
    auto font = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    if (scale != 1) font.SetFractionalPointSize(font.GetFractionalPointSize() * scale);
    if (bold) font.MakeBold();
    return font;
}

wxFont reading(int points)
{
    if (const auto& chosen = preferences().reading_face; !chosen.empty()) {
        const wxFont font(wxFontInfo(points).FaceName(shown(chosen)));
        if (font.IsOk()) return font;
    }
    for (const auto* face : {"Noto Serif", "Source Serif 4", "Liberation Serif", "DejaVu Serif"}) {
        const wxFont font(wxFontInfo(points).FaceName(face));
        if (font.IsOk() && font.GetFaceName() == face) return font;
    }
    return wxFont(wxFontInfo(points).Family(wxFONTFAMILY_ROMAN));
}

}
