#include "workbench/encoding.h"
#include "workbench/turns.h"
#include "workbench/words.h"
#include <cstdlib>

// Decodes the bytes, then finds turns and paragraphs: whatever comes out lies in order inside the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto decoded = workbench::decode_text({reinterpret_cast<const char*>(data), size});
    if (!decoded) return 0;
    const auto length = workbench::code_points(decoded->text);
    const auto found = workbench::find_turns(decoded->text, {});
    if (!found) std::abort();
    std::int64_t at = 0;
    for (const auto& turn : found->turns) {
        if (turn.span.begin < at || turn.span.end <= turn.span.begin || turn.label_end > turn.span.end) std::abort();
        at = turn.span.end;
    }
    for (const bool joins : {false, true})
        for (const auto span : workbench::paragraphs_in(decoded->text, joins))
            if (span.begin < 0 || span.end > length || span.end <= span.begin) std::abort();
    return at <= length ? 0 : (std::abort(), 0);
}
