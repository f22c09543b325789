#pragma once
#include "result_canvas.h"
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace gui
{

class Session;

/// What a statistic gave, ready to be shown: its table, how to report it, and for a correlation the picture of the
/// table that `recipe` ({"statistic","data":{"table":…},"input"}) names.
ShownResult shown_result(Session& session, const nlohmann::ordered_json& recipe, const nlohmann::ordered_json& outcome,
                         const std::string& title);

}
