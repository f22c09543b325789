#include "here.h"
#include <wx/window.h>

namespace gui
{

Here* Here::focused()
{
    for (auto* window = wxWindow::FindFocus(); window; window = window->GetParent())
        if (auto* here = dynamic_cast<Here*>(window)) return here;
    return nullptr;
}

}
