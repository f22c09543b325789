#include "swatch.h"
#include <map>
#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/graphics.h>
#include <wx/image.h>

namespace gui
{
namespace
{

wxBitmap drawn(const wxColour& colour, int size)
{
    wxImage image(size, size);
    image.InitAlpha();
    std::fill_n(image.GetAlpha(), size * size, 0);
    wxBitmap bitmap(image, 32);
    wxMemoryDC dc(bitmap);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    context->SetPen(*wxTRANSPARENT_PEN);
    context->SetBrush(wxBrush(colour));
    context->DrawRoundedRectangle(size / 12.0, size / 12.0, size * 10 / 12.0, size * 10 / 12.0, size / 6.0);
    return bitmap;
}

}

wxBitmapBundle swatch(const wxColour& colour)
{
    static std::map<wxUint32, wxBitmapBundle> made;
    const auto [known, is_new] = made.try_emplace(colour.GetRGB());
    if (is_new) known->second = wxBitmapBundle::FromBitmaps(drawn(colour, 12), drawn(colour, 24));
    return known->second;
}

}
