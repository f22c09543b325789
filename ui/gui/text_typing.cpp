#include "text_typing.h"
#include "text_surface.h"
#include <gtk/gtk.h>

namespace gui
{
namespace
{

GtkTextBuffer* buffer_of(const TextSurface& text)
{
    return gtk_text_view_get_buffer(GTK_TEXT_VIEW(gtk_bin_get_child(GTK_BIN(text.GetHandle()))));
}

}

TextTyping::TextTyping(TextSurface& text, Hear hear) : text_(text), hear_(std::move(hear))
{
    g_signal_connect(buffer_of(text_), "insert-text", G_CALLBACK(insertion), this);
    g_signal_connect(buffer_of(text_), "delete-range", G_CALLBACK(deletion), this);
}

TextTyping::~TextTyping()
{
    g_signal_handlers_disconnect_by_data(buffer_of(text_), this);
}

std::string TextTyping::typed(workbench::Span span) const
{
    GtkTextIter begin, end;
    gtk_text_buffer_get_iter_at_offset(buffer_of(text_), &begin, text_.offset_of(span.begin));
    gtk_text_buffer_get_iter_at_offset(buffer_of(text_), &end, text_.offset_of(span.end));
    auto* text = gtk_text_buffer_get_text(buffer_of(text_), &begin, &end, TRUE);
    std::string copy(text);
    g_free(text);
    return copy;
}

// Whoever hears may put other looks on the text, or other text into it; the places are found again afterwards.
void TextTyping::insertion(GtkTextBuffer* buffer, GtkTextIter* at, const char* text, int length, void* self)
{
    const auto* typing = static_cast<const TextTyping*>(self);
    if (typing->text_.showing()) return;
    const auto offset = gtk_text_iter_get_offset(at);
    typing->hear_(typing->text_.position_of(offset), 0, g_utf8_strlen(text, length));
    gtk_text_buffer_get_iter_at_offset(buffer, at, offset);
}

void TextTyping::deletion(GtkTextBuffer* buffer, GtkTextIter* begin, GtkTextIter* end, void* self)
{
    const auto* typing = static_cast<const TextTyping*>(self);
    if (typing->text_.showing()) return;
    const auto from = gtk_text_iter_get_offset(begin), to = gtk_text_iter_get_offset(end);
    typing->hear_(typing->text_.position_of(std::min(from, to)), std::abs(to - from), 0);
    gtk_text_buffer_get_iter_at_offset(buffer, begin, from);
    gtk_text_buffer_get_iter_at_offset(buffer, end, to);
}

}
