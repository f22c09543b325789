#pragma once
#include "answer.h"
#include "workbench/document_import.h"
#include "workbench/rows.h"

namespace cli
{

/// What every command that imports documents answers: `{"imported":[…],"refused":[…]}`.
Answer import_answer(const workbench::Reading& reading, const workbench::ImportReport& report);

}
