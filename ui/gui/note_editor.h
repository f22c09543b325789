#pragma once
#include "overlay.h"
#include <functional>
#include <memory>
#include <string>

class wxTextCtrl;

namespace gui
{

class SpellMarks;

/// Asks for a text of several lines: Ctrl+Enter keeps it, Escape leaves it as it was.
class NoteEditor : public Overlay
{
 public:
    using Keep = std::function<void(const std::string&)>;
    static NoteEditor& ask(wxWindow* near, const std::string& title, const std::string& text, Keep keep);
    ~NoteEditor() override;
    wxTextCtrl& text() { return *text_; }

 private:
    NoteEditor(wxWindow* near, const std::string& title, const std::string& text, Keep keep);
    void confirm();
    wxWeakRef<wxWindow> near_;
    Keep keep_;
    wxTextCtrl* text_;
    std::unique_ptr<SpellMarks> spelling_;
};

}
