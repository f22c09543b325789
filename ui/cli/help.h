#pragma once
#include "command.h"
#include <string>

namespace cli
{

/// "quipu mark PROJECT DOCUMENT --at B:E | --quote TEXT --code PATH… [--weight N]"
std::string usage_line(const Command& command);
/// How messages call an argument: "PROJECT", or its choices "es/en".
std::string shown(const Argument& argument);
/// "See: quipu help mark"
std::string see_help(const Command& command);

/// The page of one command: what it does, its options, an example.
std::string help_page(const Command& command);
/// All commands, by section.
std::string overview();

}
