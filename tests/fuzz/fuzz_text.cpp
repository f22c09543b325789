// Any bytes as a plain text file: decoded to well-formed UTF-8 with LF newlines, or refused; words lie in order within.
#include "workbench/encoding.h"
#include "workbench/words.h"
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto decoded = workbench::decode_text({reinterpret_cast<const char*>(data), size});
    if (!decoded) return 0;
    const auto& text = decoded->text;
    std::size_t replaced = 0;
    if (workbench::with_valid_utf8(text, replaced) != text || replaced != 0) std::abort();
    if (text.find('\r') != std::string::npos) std::abort();

    const auto length = workbench::code_points(text);
    std::int64_t end = 0;
    for (const auto& word : workbench::words_of(text, "es")) {
        if (word.begin < end || word.end <= word.begin || word.end > length) std::abort();
        end = word.end;
        const auto folded = workbench::fold(workbench::slice(text, word));
        if (workbench::fold(folded) != folded) std::abort();
    }
    return 0;
}
