#include "workbench/importer.h"
#include "workbench/words.h"
#include <cstdlib>

// Times must rise and lie inside the text, whatever the file holds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    for (const auto& source : {workbench::read_srt(bytes, {}), workbench::read_vtt(bytes, {})}) {
        if (!source) continue;
        std::int64_t last = -1;
        for (const auto& mark : source->times) {
            if (static_cast<std::int64_t>(mark.at) <= last) std::abort();
            last = static_cast<std::int64_t>(mark.at);
        }
        if (last >= workbench::code_points(source->text)) std::abort();
    }
    return 0;
}
