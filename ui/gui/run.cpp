#include "run.h"

namespace gui
{

void show_error(wxWindow* window, const workbench::Error& error)
{
    if (auto* bar = message_bar_of(window)) bar->show(error);
}

void clear_message(wxWindow* window)
{
    if (auto* bar = message_bar_of(window); bar && !bar->said().empty()) bar->hide();
}

}
