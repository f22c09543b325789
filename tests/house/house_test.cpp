// The rules of the house, applied to the project as it stands. What each rule means is in walls.h, tables.h, sizes.h
// and catalogue.h; rules_test.cpp shows that each can fail.
#include "catalogue.h"
#include "sizes.h"
#include "tables.h"
#include "walls.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>

using namespace house;

namespace
{

const std::vector<SourceFile>& tree()
{
    static const auto files = read_tree(QUIPU_SOURCE_DIR);
    return files;
}

/// The file of that path; empty text when it is not there.
SourceFile named(const std::string& path)
{
    const auto found = std::find_if(tree().begin(), tree().end(), [&](const auto& file) { return file.path == path; });
    return found == tree().end() ? SourceFile{path, {}} : *found;
}

template <class Rule>
std::vector<Finding> everywhere(Rule rule)
{
    std::vector<Finding> all;
    for (const auto& file : tree())
        for (auto& finding : rule(file)) all.push_back(std::move(finding));
    return all;
}

}

TEST(House, IsReadAtAll)
{
    EXPECT_FALSE(named("workbench/error.cpp").text.empty());
    EXPECT_FALSE(named("CMakeLists.txt").text.empty());
    EXPECT_FALSE(named("workbench/schema.sql").text.empty());
    EXPECT_FALSE(named("ui/po/es.po").text.empty());
}

TEST(House, RoomsOpenOnlyOntoTheRoomsBeforeThem)
{
    EXPECT_EQ(listed(everywhere(upward_includes)), "");
    EXPECT_EQ(listed(everywhere(climbing_includes)), "");
}

TEST(House, LibrariesStayInTheirRooms)
{
    EXPECT_EQ(listed(everywhere(leaked_libraries)), "");
    EXPECT_EQ(listed(repeated_options_library(tree())), "");
}

TEST(House, OnlyTheFacesTalk)
{
    EXPECT_EQ(listed(everywhere(talking_libraries)), "");
    EXPECT_EQ(listed(everywhere(foreign_sentences)), "");
}

TEST(House, EachTableHasOneWriter)
{
    const auto schema = read_schema(named("workbench/schema.sql"));
    EXPECT_EQ(listed(schema.unsigned_tables), "");
    EXPECT_EQ(listed(everywhere([&](const auto& file) { return foreign_writes(file, schema); })), "");
}

TEST(House, RoomsSayWhatTheyAreFor)
{
    EXPECT_EQ(listed(unexplained_rooms(tree())), "");
}

TEST(House, NamesNoFolderBesideIt)
{
    EXPECT_EQ(listed(everywhere(outside_folders)), "");
}

TEST(House, TheSpanishCatalogueFillsTheSamePlaces)
{
    EXPECT_EQ(listed(broken_places(named("ui/po/es.po"))), "");
}

TEST(House, SizesAreReported)
{
    auto large = everywhere([](const auto& file) { return is_cpp(file) ? oversized(file) : std::vector<Finding>{}; });
    const auto heavy = everywhere(heavy_headers);
    large.insert(large.end(), heavy.begin(), heavy.end());
    std::cout << "Larger than we like: " << large.size() << listed(large) << "\n";
    SUCCEED() << "a size is a reason to look, not to fail";
}
