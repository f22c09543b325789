#pragma once
#include "index_inside.h"

namespace search
{

/// Makes the index hold exactly `texts`; with `from_nothing` whatever was there is not looked at. A few new passages
/// are added in place; many are written to small databases by all processors and put together, which is faster and
/// takes less memory than one database (measured: perf notes in ARCHITECTURE.md).
workbench::Result<IndexUpdate> write_index(Index::Inside& inside, const TextSource& texts, bool from_nothing,
                                           workbench::Progress& progress);

}
