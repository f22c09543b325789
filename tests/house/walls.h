#pragma once
#include "source_tree.h"

namespace house
{

/// Rooms include only themselves and the rooms before them; leaves only themselves.
std::vector<Finding> upward_includes(const SourceFile& file);

/// No `../` in an include: one path too wide is an open door.
std::vector<Finding> climbing_includes(const SourceFile& file);

/// A library that a room hides is included in that room alone, and not in its public headers. The window's library is
/// also seen by the window's tests.
std::vector<Finding> leaked_libraries(const SourceFile& file);

/// CLI11 takes long to compile and is compiled once.
std::vector<Finding> repeated_options_library(const std::vector<SourceFile>& files);

/// Public headers that include all of nlohmann/json.hpp: most can do with json_fwd.hpp, those that hold a value cannot.
std::vector<Finding> heavy_headers(const SourceFile& file);

/// No library prints, asks or exits: that is for the faces.
std::vector<Finding> talking_libraries(const SourceFile& file);

/// Sentences for the user are ASCII English in the source; the catalogue has the rest.
std::vector<Finding> foreign_sentences(const SourceFile& file);

/// The root's CMakeLists.txt is short; that of each room opens with a paragraph: what the room is for.
std::vector<Finding> unexplained_rooms(const std::vector<SourceFile>& files);

/// The project stands on its own: it names no folder beside it.
std::vector<Finding> outside_folders(const SourceFile& file);

}
