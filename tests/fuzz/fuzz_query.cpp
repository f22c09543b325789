// Any text as a query, and as a stated number: understood, or refused with a sentence.
#include "search/query.h"
#include "stats/expectation.h"
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto query = search::parse(text);
    if (query ? search::describe(*query).empty() : query.error().detail.empty()) std::abort();
    const auto expected = stats::expectations_in(text, '.');
    if (expected ? expected->empty() : expected.error().detail.empty()) std::abort();
    return 0;
}
