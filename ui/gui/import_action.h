#pragma once
#include <filesystem>
#include <string>
#include <vector>

class wxWindow;

namespace gui
{

class Session;
class WorkBook;

/// Opens the page of what would come in and reads these files for it; nothing is written until the user says so.
void import_files(WorkBook& book, Session& session, const std::vector<std::filesystem::path>& files);
/// Asks for files, or for a folder, first.
void ask_documents(WorkBook& book, Session& session);
void ask_folder(WorkBook& book, Session& session);
/// The text of the clipboard in the same page; says when there is none.
void paste_document(WorkBook& book, Session& session);

/// Brings a table in beside the window, and opens it.
void import_table_file(wxWindow* window, Session& session, const std::filesystem::path& file);
void ask_table(wxWindow* window, Session& session);

/// Values of cases from a table: asks for the file, reads it beside the window, and says what came.
void ask_cases(wxWindow* window, Session& session);
void import_cases_file(wxWindow* window, Session& session, const std::filesystem::path& file);

}
