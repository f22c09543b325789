#pragma once
#include "coding/ids.h"
#include "search/project_index.h"

namespace coding
{

/// Answers the fields of a query that look at what was made of the text: `code:PATH` names what codings with this code
/// cover (whole documents too), `code:PATH/*` with it or a code below it, `code:*` with any code; `memo:TEXT` what the
/// quotations cover on which a memo hangs that has this text in its title or body; case and accents do not count there.
/// Errors: not_found and ambiguous, of the code. `reading` must outlive it.
search::LaterFields search_fields(const Reading& reading);

}
