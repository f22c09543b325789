#pragma once
#include "choice_button.h"
#include "desk.h"
#include <wx/choice.h>

namespace gui_test
{

/// Somebody who does a whole study at the window, in Spanish, with mouse and keys only, and takes pictures on the way.
/// QUIPU_PICTURES names the folder for them (else they go with the test), QUIPU_WIDTH says how wide
/// the window is.
class Traveller : public Desk
{
 protected:
    void SetUp() override;
    void TearDown() override;

    /// Leaves a picture of the screen, NN-name.png.
    void picture(const std::string& name);
    /// The same while a dialog is open, which goes on with the keyboard afterwards.
    void picture_with(wxWindow& dialog, const std::string& name);
    /// The same as name.png, of `area` alone.
    void picture_of(const wxWindow& area, const std::string& name);
    const std::filesystem::path& pictures() const { return pictures_; }

    /// A text that keys alone cannot write comes from the clipboard.
    void write(const std::string& text);
    /// Answers the question for a file that `ask` opens, by typing its path.
    void choose_file(const std::function<void()>& ask, const std::filesystem::path& file);
    void open_document(const std::string& name);
    /// Draws the mouse over a quote of the document in front.
    void draw_over(const std::string& quote);
    /// The row of a code in the tree, on the screen.
    wxPoint row_of(const std::string& path);
    /// Whether what a key asked for is in front: a menu's item comes with the next events.
    template <class View>
    bool comes_to_front()
    {
        return wait_for([&] { return dynamic_cast<View*>(work().book().GetCurrentPage()) != nullptr; });
    }
    /// Goes down a choice with the arrows to the first answer that begins so.
    void choose_by_arrows(wxChoice& choice, const std::string& begin);
    /// Opens the choices of a button and takes the first one that the letters find.
    void choose(gui::ChoiceButton& button, const std::string& letters);
    /// Clicks into a field and writes.
    void write_in(wxWindow& field, const std::string& text);
    workbench::Span place_of(const std::string& quote);

 private:
    void be_still();
    std::filesystem::path pictures_;
    int taken_ = 0;
};

}
