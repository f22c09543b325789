#pragma once
#include "coding/ids.h"
#include "workbench/text.h"
#include <cstdint>
#include <optional>
#include <string>

namespace gui
{

/// A coding that a document shows before it is written, or no longer shows before it is taken away.
struct Provisional {
    workbench::DocumentId document;
    workbench::Span span;
    std::optional<coding::CodeId> code; ///< nothing: a code that is yet to be made
    std::string name;                   ///< of the code
    std::optional<std::string> color = {};
    bool away = false;
    std::int64_t number = 0; ///< given by the session
};

}
