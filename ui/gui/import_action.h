#pragma once
#include <filesystem>
#include <vector>
#include <wx/window.h>

namespace gui
{

class Session;

/// Brings files into the project as documents, shows the first of them, and says what came in and what was refused and
/// why.
void import_files(wxWindow* window, Session& session, const std::vector<std::filesystem::path>& files);
/// Asks for the files first.
void ask_documents(wxWindow* window, Session& session);
/// Asks for a file with a table, brings it in and opens it.
void ask_table(wxWindow* window, Session& session);
void import_table_file(wxWindow* window, Session& session, const std::filesystem::path& file);

}
