#pragma once
#include "type_ahead.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>
#include <wx/colour.h>

namespace gui
{

/// Type-ahead over anything that can be chosen: what is typed filters, arrows choose, Enter takes, Escape leaves. Laid
/// over its parent.
class ChoicePalette : public TypeAhead
{
 public:
    struct Row {
        std::int64_t id;
        std::string name, note = {};        ///< the note stands at the right: what kind of thing it is
        std::string also = {};              ///< other words that find it
        std::optional<wxColour> color = {}; ///< a swatch before the name
    };
    struct Question {
        wxString what;         ///< "Add to the network": its accessible name and the hint of the entry
        std::vector<Row> rows; ///< in the order in which they are offered
        std::function<void(const Row& row, const std::string& typed)> chosen;
        /// What is offered besides for a text that no row has as its name; may be empty.
        std::function<std::vector<Row>(const std::string& typed)> offers = {};
    };

    explicit ChoicePalette(wxWindow* parent);
    /// Opens at a point of the parent, inside of it. `back` gets the focus when it closes.
    void ask(wxPoint at, wxWindow* back, Question question);
    void close() override;
    /// What is listed now, for whoever cannot see it.
    const std::vector<Row>& listed() const { return listed_; }

 private:
    void fill() override;
    void confirm() override;
    void add(const Row& row);

    wxWindow* back_ = nullptr;
    Question question_;
    std::vector<Row> listed_;
};

}
