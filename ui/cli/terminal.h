#pragma once
#include "workbench/progress.h"

namespace cli
{

/// A Progress that Ctrl+C cancels (pressed again, it ends the program), shown as a bar on standard error when `shown`
/// and standard error is a terminal. The bar is wiped away with `wipe_progress`.
workbench::Progress terminal_progress(bool shown);
void wipe_progress();

}
