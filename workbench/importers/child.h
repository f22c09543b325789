#pragma once
#include "workbench/result.h"
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

/// How a child program ended.
struct ChildEnd {
    int exit_code = -1; ///< -1: killed by a signal
    bool timed_out = false, talked_too_much = false;
    std::string output;
};

/// Runs a program with `input` as its standard input and waits. It is killed after `seconds`, or when it has written
/// more than `most_output` bytes. Its errors are not shown; it inherits no open file and no environment but PATH.
/// Fails with external_tool when it cannot be started.
Result<ChildEnd> run_child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                           std::string_view input, double seconds, std::size_t most_output);

}
