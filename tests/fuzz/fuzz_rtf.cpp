#include "workbench/importer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes = "{\\rtf1\\ansi " + std::string(reinterpret_cast<const char*>(data), size);
    (void)workbench::read_rtf(bytes, {});
    return 0;
}
