#pragma once
#include "desk.h"
#include <wx/dialog.h>
#include <wx/timer.h>

namespace gui_test
{

/// Opens a dialog by `open` and works in it by `act`; a dialog that is still there afterwards is a failure, and closed.
template <class Dialog>
void with_dialog(const std::function<void()>& open, const std::function<void(Dialog&)>& act)
{
    class Visitor : public wxTimer
    {
     public:
        explicit Visitor(const std::function<void(Dialog&)>& act) : act_(act) {}
        void Notify() override
        {
            for (auto* window : wxTopLevelWindows) {
                auto* dialog = dynamic_cast<Dialog*>(window);
                if (!dialog || !dialog->IsModal() || !dialog->IsShownOnScreen()) continue;
                Stop();
                met = true;
                // Keys go to the window below the pointer.
                wxUIActionSimulator().MouseMove(dialog->ClientToScreen(wxPoint(dialog->GetClientSize().x / 2, 6)));
                settle();
                act_(*dialog);
                if (wait_for([&] { return !dialog->IsModal(); })) return;
                ADD_FAILURE() << "the dialog is still open";
                dialog->EndModal(wxID_CANCEL);
                return;
            }
        }
        bool met = false;

     private:
        const std::function<void(Dialog&)>& act_;
    };
    Visitor visitor(act);
    visitor.Start(30);
    open();
    (void)wait_for([&] { return visitor.met; });
    EXPECT_TRUE(visitor.met) << "the dialog did not open";
    settle();
}

}
