#include "workbench/importer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char*>(data), size);
    const auto second = std::min(input.find('\0'), input.size());
    (void)workbench::read_fodt("<d><automatic-styles>" + (second < input.size() ? input.substr(second + 1) : "") +
                                   "</automatic-styles><body><text>" + input.substr(0, second) + "</text></body></d>",
                               {});
    return 0;
}
