#include "workbench/importer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    (void)workbench::read_html({reinterpret_cast<const char*>(data), size}, {});
    return 0;
}
