#pragma once
#include <cstdint>
#include <string>
#include <vector>
#include <wx/event.h>
#include <wx/timer.h>

class wxTextCtrl;

namespace gui
{

class ContextMenu;
class Spelling;

/// Underlines misspelt words in a text of several lines, a moment after typing; a right click on one offers what it
/// could be. Does nothing where this machine has no dictionary of the language.
class SpellMarks : public wxEvtHandler
{
 public:
    /// `text` must outlive it.
    explicit SpellMarks(wxTextCtrl& text);
    ~SpellMarks() override;

    /// What is underlined, for whoever cannot see it.
    std::vector<std::string> misspelt() const;
    /// Looks through the whole text now.
    void look();
    /// Puts `word` in the place of the misspelt one at that character.
    void replace(std::int64_t position, const std::string& word);

 private:
    struct Mark {
        std::int64_t begin, end;
        std::string word;
    };
    const Mark* at(std::int64_t position) const;
    void typed(wxCommandEvent& event);
    void menu(wxContextMenuEvent& event);
    void underline();

    wxTextCtrl& text_;
    Spelling* spelling_;
    std::vector<Mark> marks_;
    wxTimer pause_;
};

}
