#include "spell_marks.h"
#include "context_menu.h"
#include "shown.h"
#include "spelling.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <gtk/gtk.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

constexpr int look_pause_ms = 500;
constexpr const char* tag_name = "quipu-misspelt";

GtkTextBuffer* buffer_of(const wxTextCtrl& text)
{
    auto* widget = static_cast<GtkWidget*>(text.GetHandle());
    if (GTK_IS_SCROLLED_WINDOW(widget)) widget = gtk_bin_get_child(GTK_BIN(widget));
    return GTK_IS_TEXT_VIEW(widget) ? gtk_text_view_get_buffer(GTK_TEXT_VIEW(widget)) : nullptr;
}

void clear(GtkTextBuffer* buffer)
{
    GtkTextIter begin, end;
    gtk_text_buffer_get_bounds(buffer, &begin, &end);
    if (gtk_text_tag_table_lookup(gtk_text_buffer_get_tag_table(buffer), tag_name))
        gtk_text_buffer_remove_tag_by_name(buffer, tag_name, &begin, &end);
    else
        gtk_text_buffer_create_tag(buffer, tag_name, "underline", PANGO_UNDERLINE_ERROR, nullptr);
}

}

SpellMarks::SpellMarks(wxTextCtrl& text)
    : text_(text), spelling_(Spelling::of(std::string(workbench::language()))), pause_(this)
{
    if (!spelling_) return;
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
    text_.Bind(wxEVT_TEXT, &SpellMarks::typed, this);
    text_.Bind(wxEVT_CONTEXT_MENU, &SpellMarks::menu, this);
}

SpellMarks::~SpellMarks()
{
    pause_.Stop();
    if (!spelling_) return;
    text_.Unbind(wxEVT_TEXT, &SpellMarks::typed, this);
    text_.Unbind(wxEVT_CONTEXT_MENU, &SpellMarks::menu, this);
}

void SpellMarks::typed(wxCommandEvent& event)
{
    pause_.StartOnce(look_pause_ms);
    event.Skip();
}

// The word that is being typed is not wrong yet.
void SpellMarks::look()
{
    if (!spelling_) return;
    marks_.clear();
    const auto text = utf8(text_.GetValue());
    const auto caret = text_.HasFocus() ? text_.GetInsertionPoint() : -1;
    for (const auto& word : workbench::words_of(text, workbench::language())) {
        if (word.end == caret) continue;
        auto spelt = std::string(workbench::slice(text, word));
        if (!spelling_->knows(spelt)) marks_.push_back({word.begin, word.end, std::move(spelt)});
    }
    underline();
}

void SpellMarks::underline()
{
    auto* buffer = buffer_of(text_);
    if (!buffer) return;
    clear(buffer);
    for (const auto& mark : marks_) {
        GtkTextIter begin, end;
        gtk_text_buffer_get_iter_at_offset(buffer, &begin, static_cast<gint>(mark.begin));
        gtk_text_buffer_get_iter_at_offset(buffer, &end, static_cast<gint>(mark.end));
        gtk_text_buffer_apply_tag_by_name(buffer, tag_name, &begin, &end);
    }
}

std::vector<std::string> SpellMarks::misspelt() const
{
    std::vector<std::string> words;
    for (const auto& mark : marks_) words.push_back(mark.word);
    return words;
}

const SpellMarks::Mark* SpellMarks::at(std::int64_t position) const
{
    const auto found = std::find_if(marks_.begin(), marks_.end(),
                                    [&](const Mark& mark) { return mark.begin <= position && position <= mark.end; });
    return found == marks_.end() ? nullptr : &*found;
}

void SpellMarks::replace(std::int64_t position, const std::string& word)
{
    const auto* mark = at(position);
    if (!mark) return;
    text_.Replace(mark->begin, mark->end, shown(word));
    look();
}

// Elsewhere the text has its own menu.
void SpellMarks::menu(wxContextMenuEvent& event)
{
    long position = text_.GetInsertionPoint();
    if (event.GetPosition() != wxDefaultPosition) text_.HitTest(text_.ScreenToClient(event.GetPosition()), &position);
    const auto* found = at(position);
    if (!found) {
        event.Skip();
        return;
    }
    const auto mark = *found;
    ContextMenu menu;
    for (const auto& word : spelling_->suggestions(mark.word))
        menu.add(shown(word), [this, mark, word] { replace(mark.begin, word); });
    if (menu.menu().GetMenuItemCount() > 0) menu.line();
    menu.add(shown(say("\"{}\" is right", mark.word)), [this, mark] {
        spelling_->learn(mark.word);
        look();
    });
    menu.ask(text_);
}

}
