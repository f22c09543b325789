#pragma once
#include "command.h"
#include <vector>

namespace cli
{

// The rows of the table, by section; each file holds the functions that its rows name.
std::vector<Command> project_commands();
std::vector<Command> history_commands();
std::vector<Command> import_commands();
std::vector<Command> document_commands();
std::vector<Command> text_commands();
std::vector<Command> case_commands();
std::vector<Command> code_commands();
std::vector<Command> quotation_commands();
std::vector<Command> group_commands();
std::vector<Command> memo_commands();
std::vector<Command> link_commands();
std::vector<Command> code_table_commands();
std::vector<Command> network_commands();
std::vector<Command> search_commands();
std::vector<Command> archive_commands();
std::vector<Command> vocabulary_commands();
std::vector<Command> autocode_commands();
std::vector<Command> saved_search_commands();
std::vector<Command> codebook_commands();
std::vector<Command> report_commands();
std::vector<Command> table_commands();
std::vector<Command> evidence_commands();
std::vector<Command> recipe_commands();
std::vector<Command> general_commands();

}
