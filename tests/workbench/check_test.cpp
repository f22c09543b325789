#include "support/marks.h"
#include "support/temp_project.h"
#include "workbench/check.h"
#include "workbench/dump.h"
#include <gtest/gtest.h>
#include <sqlite3.h>

using namespace workbench;
using support::TempProject;

namespace
{

/// Damages the file behind Quipu's back.
void spoil(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
}

std::vector<Problem> look(Project& project, CheckOptions options = {})
{
    Progress quiet;
    return check(project, options, quiet);
}

struct Damage {
    const char* name;
    const char* sql;
    const char* where; ///< part of the problem's place
    bool mendable;
    bool deep;
};

class Damaged : public testing::TestWithParam<Damage>
{
};

}

INSTANTIATE_TEST_SUITE_P(
    Check, Damaged,
    testing::Values(
        Damage{"text_of_a_document", "UPDATE document_text SET text = 'otra cosa'", "document_text", true, false},
        Damage{"place_of_a_quotation", "UPDATE quotation_place SET begin = begin + 1", "quotation_place", true, false},
        Damage{"facts_are_gone", "DELETE FROM document_facts", "document_facts", true, false},
        Damage{"counter_is_low", "UPDATE replica SET counter = 1", "replica", true, false},
        Damage{"bytes_are_others", "UPDATE content SET bytes = x'00'", "", false, false},
        Damage{"bytes_are_gone", "DELETE FROM content", "d", false, false},
        Damage{"anchor_beyond_its_piece", "UPDATE quotation_anchor SET \"last\" = first_piece || ':999'",
               "quotation_anchor", false, false},
        Damage{"row_points_at_nothing", "UPDATE quotation SET document = 12345", "quotation", false, false},
        Damage{"change_is_missing", "DELETE FROM history WHERE seq = 1", "history", false, false},
        Damage{"change_is_spoilt", "UPDATE history SET authored = x'0102030405060708090a' WHERE seq = 2", "2", false,
               false},
        Damage{"table_is_gone", "ALTER TABLE saved_search RENAME TO saved_serach", "saved_search", false, false},
        Damage{"column_is_gone", "ALTER TABLE coding RENAME COLUMN weight TO wieght", "coding", false, false},
        Damage{"project_is_not_its_history", "UPDATE code SET name = 'otro'", "replay", false, true}),
    [](const auto& info) { return info.param.name; });

TEST_P(Damaged, IsFoundAndMendedWhereNothingIsLost)
{
    const auto& damage = GetParam();
    TempProject project;
    const auto document = project.add("d", "El alcalde lo dijo");
    support::quote(project, document, {3, 10});
    support::code(project, "a");
    const auto sound = dump_of(*project);
    ASSERT_TRUE(look(*project, {false, true}).empty());
    project.close();
    spoil(project.file(), damage.sql);
    std::filesystem::remove_all(project / "state"); // else a counter that went back is taken for a restored backup
    project.reopen();

    const auto problems = look(*project, {false, damage.deep});
    ASSERT_FALSE(problems.empty());
    EXPECT_TRUE(
        std::any_of(problems.begin(), problems.end(),
                    [&](const Problem& problem) { return problem.where.find(damage.where) != std::string::npos; }))
        << problems[0].what << " / " << problems[0].where;
    const auto mended = look(*project, {true, damage.deep});
    EXPECT_EQ(std::all_of(mended.begin(), mended.end(), [](const Problem& problem) { return problem.repaired; }),
              damage.mendable);
    if (!damage.mendable) return;
    EXPECT_TRUE(look(*project, {false, true}).empty());
    EXPECT_EQ(dump_of(*project), sound);
}
