#include "workbench/error.h"
#include <array>

namespace workbench
{

std::string_view name_of(ErrorCode code)
{
    static constexpr std::array names{
        std::string_view{"usage"},       std::string_view{"not_found"},       std::string_view{"ambiguous"},
        std::string_view{"exists"},      std::string_view{"out_of_range"},    std::string_view{"bad_value"},
        std::string_view{"bad_file"},    std::string_view{"unsupported"},     std::string_view{"encrypted"},
        std::string_view{"too_large"},   std::string_view{"not_a_project"},   std::string_view{"newer_version"},
        std::string_view{"read_only"},   std::string_view{"disk_full"},       std::string_view{"busy"},
        std::string_view{"conflict"},    std::string_view{"nothing_to_undo"}, std::string_view{"nothing_to_redo"},
        std::string_view{"broken_file"}, std::string_view{"cancelled"},       std::string_view{"external_tool"}};
    static_assert(names.size() == static_cast<std::size_t>(ErrorCode::external_tool) + 1);
    return names[static_cast<std::size_t>(code)];
}

}
