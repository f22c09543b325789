#pragma once
#include "desk.h"
#include "message_bar.h"

namespace gui_test
{

/// Takes the offer of the message bar. Its buttons belong to GTK, which tells the bar of a click by this event.
inline void take_back(gui::MainFrame& frame)
{
    ASSERT_TRUE(frame.messages().offers_undo());
    wxCommandEvent event(wxEVT_BUTTON, wxID_UNDO);
    event.SetEventObject(&frame.messages());
    frame.messages().HandleWindowEvent(event);
    settle();
}

}
