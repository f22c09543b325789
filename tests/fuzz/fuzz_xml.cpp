// Any bytes as XML: parsed or refused. The text of what was parsed is UTF-8, and survives being written again.
#include "paper/xml.h"
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto document = paper::parse_xml({reinterpret_cast<const char*>(data), size});
    if (!document) return 0;
    const auto text = paper::text_of(*document);
    if (paper::valid_utf8(text) != text) std::abort();
    const auto again = paper::parse_xml("<a>" + paper::escape_xml(text) + "</a>");
    if (!again) std::abort();
    return 0;
}
