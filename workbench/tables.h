#pragma once
#include <array>

namespace workbench
{

/// The tables whose rows go into the history, parents before children. A test holds this list against schema.sql.
inline constexpr std::array record_tables{"project",        "object",          "document",
                                          "document_alias", "piece",           "cut",
                                          "turn_list",      "sync_point",      "study_case",
                                          "case_member",    "variable",        "variable_level",
                                          "variable_value", "quotation",       "quotation_anchor",
                                          "code",           "code_group",      "code_group_member",
                                          "coding",         "saved_search",    "memo",
                                          "memo_target",    "relation_type",   "link",
                                          "link_quotation", "network",         "network_node",
                                          "import_residue", "indicator_table", "table_column",
                                          "analysis",       "analysis_table",  "evidence",
                                          "claim",          "finding",         "finding_support"};

inline constexpr std::array derived_tables{"document_text", "document_facts", "quotation_place", "turn_place"};
inline constexpr std::array grown_tables{"content", "coder"};
inline constexpr std::array local_tables{"replica", "quotation_counter", "history", "base"};

}
