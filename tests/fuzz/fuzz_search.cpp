// Whatever is typed into the search box is read or refused with a reason, and what was read answers a passage.
#include "search/query.h"
#include "search/search.h"
#include <cstdlib>

namespace
{

struct OneText : search::TextSource {
    std::vector<search::TextHead> all{{std::string(64, '0'), "es"}};
    const std::vector<search::TextHead>& heads() const override { return all; }
    std::vector<search::PassageText> read(std::size_t) const override
    {
        return {{0, 41, 3, "E: el gobierno digital de 2019, ¿a~b* ñu?", 1, "E"}};
    }
};

}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto query = search::parse({reinterpret_cast<const char*>(data), size});
    if (!query) {
        if (query.error().detail.empty()) std::abort();
        return 0;
    }
    if (search::describe(*query).empty()) std::abort();
    static auto index = search::Index::open("/nonexistent", "none");
    const auto hits = search::search(*query, OneText{}, index, [](const search::Outside&) {
        return workbench::Result<std::vector<search::Stretch>>(std::vector<search::Stretch>{{0, 5, 9}});
    });
    if (!hits || hits->total > 1) std::abort();
    return 0;
}
