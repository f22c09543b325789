#pragma once
#include "coding/ids.h"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace coding
{

/// A guid as we keep and write it: capitals, no braces. Nothing when the text is none.
std::optional<std::string> guid_in(std::string_view text);

/// The guid of an object that has none from elsewhere: always the same one for the same object of the same study.
std::string guid_for(const Reading& reading, std::int64_t object);

}
