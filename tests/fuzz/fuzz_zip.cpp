// Any bytes as an archive: opened and read in full, or refused. What is opened keeps its promises.
#include "paper/zip.h"
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const paper::ZipLimits limits{.entry = 1 << 20, .total = 4 << 20};
    const auto archive = paper::ZipReader::open(std::string(reinterpret_cast<const char*>(data), size), limits);
    if (!archive) return 0;
    for (const auto& entry : archive->entries()) {
        if (entry.name.empty() || entry.name.front() == '/') std::abort();
        const auto bytes = archive->read(entry.name);
        if (bytes && bytes->size() > limits.entry) std::abort();
    }
    return 0;
}
