#include "choice_palette.h"
#include "find_text.h"
#include "gtk_widgets.h"
#include "look.h"
#include "shown.h"
#include "swatch.h"
#include "workbench/tr.h"
#include <wx/dataview.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::tr;

constexpr std::size_t most = 300; ///< rows at once: nobody reads more, and typing one letter more finds the rest

}

ChoicePalette::ChoicePalette(wxWindow* parent)
    : TypeAhead(parent, wxSize(420, 320), 170, shown(tr("Enter chooses, Escape leaves")))
{
    set_accessible_name(&list(), shown(tr("What fits")));
}

void ChoicePalette::ask(wxPoint at, wxWindow* back, Question question)
{
    question_ = std::move(question);
    back_ = back;
    set_accessible_name(this, question_.what);
    set_accessible_name(&entry(), question_.what);
    set_title(question_.what);
    open_at(at);
}

void ChoicePalette::close()
{
    if (!IsShown()) return;
    Hide();
    if (back_) back_->SetFocus();
}

void ChoicePalette::add(const Row& row)
{
    listed_.push_back(row);
    add_row(one_line(row.name, 90), swatch(row.color.value_or(look::panel())), shown(row.note));
}

void ChoicePalette::fill()
{
    listed_.clear();
    clear_rows();
    const auto words = typed();
    bool known = false;
    std::vector<const Row*> later; // found by their other words only
    for (const auto& row : question_.rows) {
        known = known || row.name == words;
        if (listed_.size() >= most) break;
        if (passes(row.name, words))
            add(row);
        else if (passes(row.name + " " + row.note + " " + row.also, words))
            later.push_back(&row);
    }
    for (const auto* row : later)
        if (listed_.size() < most) add(*row);
    if (!words.empty() && !known && question_.offers)
        for (const auto& row : question_.offers(words)) add(row);
}

void ChoicePalette::confirm()
{
    const auto at = chosen_row();
    if (!at || *at >= listed_.size()) return;
    const auto row = listed_[*at];
    const auto words = typed();
    const auto chosen = question_.chosen; // it may ask the next question
    close();
    chosen(row, words);
}

}
