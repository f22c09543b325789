#pragma once
#include "workbench/text.h"
#include <functional>
#include <string>

using GtkTextBuffer = struct _GtkTextBuffer;
using GtkTextIter = struct _GtkTextIter;

namespace gui
{

class TextSurface;

/// Hears what a user types into a text, each edit just before it is done; what the program shows there is no typing.
class TextTyping
{
 public:
    /// At `at`, `removed` characters go or `inserted` come.
    using Hear = std::function<void(std::int64_t at, std::int64_t removed, std::int64_t inserted)>;

    TextTyping(TextSurface& text, Hear hear);
    ~TextTyping();
    TextTyping(const TextTyping&) = delete;
    TextTyping& operator=(const TextTyping&) = delete;

    /// What stands on the screen there.
    std::string typed(workbench::Span span) const;

 private:
    static void insertion(GtkTextBuffer* buffer, GtkTextIter* at, const char* text, int length, void* self);
    static void deletion(GtkTextBuffer* buffer, GtkTextIter* begin, GtkTextIter* end, void* self);

    TextSurface& text_;
    Hear hear_;
};

}
