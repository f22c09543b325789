#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <vector>

namespace coding
{

/// Removes documents with all quotations on them, as one change. Returns how many. Errors: as delete_document, for the
/// first that cannot go; none goes then.
workbench::Result<int> delete_documents(Project& project, const std::vector<DocumentId>& documents);

}
