#pragma once
#include "find_text.h"
#include "workbench/text.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/panel.h>

class wxTextCtrl;
class wxStaticText;

namespace gui
{

/// "Find here": a line above the text. Enter goes to the next place, Shift+Enter to the one before, Escape leaves.
class FindBar : public wxPanel
{
 public:
    struct Found {
        std::vector<workbench::Span> all;
        std::size_t current = 0;
    };
    /// `text` is searched as it is at each key; `show` is told what to highlight (nothing when the bar closes).
    FindBar(wxWindow* parent, std::function<const std::string&()> text, std::function<void(const Found&)> show);

    void open(const wxString& wanted);
    void close();
    const Found& found() const { return found_; }

 private:
    void search();
    const FoldedText& folded();
    void step(int by);
    void tell();

    std::function<const std::string&()> text_;
    std::function<void(const Found&)> show_;
    wxTextCtrl* wanted_;
    wxStaticText* count_;
    Found found_;
    std::optional<FoldedText> folded_; ///< while it is open
    std::size_t folded_of_ = 0;        ///< the text's hash
};

}
