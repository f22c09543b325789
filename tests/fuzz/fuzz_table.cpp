// Any bytes as a table; the first byte chooses the format. Columns of a table that was read have one length, and each
// cell has a value or is missing.
#include "stats/table_reader.h"
#include <cmath>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static constexpr const char* names[] = {"a.csv", "a.tsv", "a.json", "a.xlsx", "a.ods"};
    if (size == 0) return 0;
    const auto read =
        stats::read_table_bytes(std::string(reinterpret_cast<const char*>(data) + 1, size - 1), names[data[0] % 5]);
    if (!read) return 0;
    for (const auto& column : read->table.columns()) {
        if (column.size() != read->table.rows()) std::abort();
        const auto values = column.values();
        for (std::size_t row = 0; row < values.size(); ++row)
            if (!column.is_missing(row) && !std::isfinite(values[row])) std::abort();
    }
    return 0;
}
