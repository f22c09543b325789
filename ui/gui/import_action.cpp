#include "import_action.h"
#include "file_question.h"
#include "import_page.h"
#include "run_beside.h"
#include "session.h"
#include "shown.h"
#include "stats/case_import.h"
#include "stats/indicator_table.h"
#include "work_book.h"
#include "workbench/importer.h"
#include "workbench/tr.h"
#include <wx/clipbrd.h>
#include <wx/dirdlg.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

/// The page of what would come in; one for a project, so that files dropped later join those that are there.
ImportPage& page_in(WorkBook& book, Session& session)
{
    const std::string key = "import";
    const auto close = [&book, key] { book.CallAfter([&book, key] { book.close_page(key); }); };
    auto& page = book.show_page(key, shown(tr("Import")),
                                [&](wxWindow* parent) { return new ImportPage(parent, session, close); });
    return dynamic_cast<ImportPage&>(page);
}

/// "Documents (*.docx;*.odt…)|*.docx;*.odt…|All files|*", from the table of importers.
wxString document_filter()
{
    wxString patterns;
    for (const auto& importer : workbench::importers)
        patterns += (patterns.empty() ? "" : ";") + wxString("*") + shown(importer.extension);
    return shown(tr("Documents")) + "|" + patterns + "|" + shown(tr("All files")) + "|*";
}

}

void import_files(WorkBook& book, Session& session, const std::vector<std::filesystem::path>& files)
{
    if (!files.empty()) page_in(book, session).add(files);
}

void ask_documents(WorkBook& book, Session& session)
{
    FileQuestion question(&book, shown(tr("Import documents")), wxString(), document_filter(),
                          wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
    import_files(book, session, question.ask_many());
}

void ask_folder(WorkBook& book, Session& session)
{
    wxDirDialog question(&book, shown(tr("Import a folder")), wxString(), wxDD_DEFAULT_STYLE | wxDD_DIR_MUST_EXIST);
    if (question.ShowModal() == wxID_OK) import_files(book, session, {utf8(question.GetPath())});
}

void paste_document(WorkBook& book, Session& session)
{
    wxTextDataObject text;
    {
        const wxClipboardLocker clipboard;
        wxTheClipboard->GetData(text);
    }
    if (text.GetText().Strip(wxString::both).empty()) {
        show_error(&book, {workbench::ErrorCode::not_found, tr("There is no text on the clipboard."),
                           tr("Copy some in another program first.")});
        return;
    }
    page_in(book, session).add_text(tr("Pasted text"), utf8(text.GetText()));
}

void import_table_file(wxWindow* window, Session& session, const std::filesystem::path& file)
{
    run_beside(
        window, session, workbench::Access::write,
        [file](workbench::Project& project, workbench::Progress& progress) {
            return stats::import_table(project, file, {}, progress);
        },
        [window, &session](const stats::ImportedTable& table) {
            session.open_object(table.table.id.value);
            std::string sentence = say("The table \"{}\" came in.", table.table.name);
            for (const auto& warning : table.warnings) sentence += " " + warning;
            if (auto* bar = message_bar_of(window)) bar->tell(shown(sentence));
        });
}

void import_cases_file(wxWindow* window, Session& session, const std::filesystem::path& file)
{
    run_beside(
        window, session, workbench::Access::write,
        [file](workbench::Project& project, workbench::Progress& progress) {
            progress.start(say("Reading a table"), 0);
            return stats::import_case_values(project, file, {}, progress);
        },
        [window](const stats::CaseImport& done) {
            std::string sentence = say("{} values written; {} new cases, {} new variables.", done.written.values,
                                       done.written.cases, done.new_variables.size());
            for (const auto& warning : done.warnings) sentence += " " + warning;
            if (auto* bar = message_bar_of(window)) bar->tell(shown(sentence));
        });
}

void ask_cases(wxWindow* window, Session& session)
{
    FileQuestion question(window, shown(tr("Import values of cases")), wxString(),
                          shown(tr("Tables")) + "|*.csv;*.tsv;*.xlsx;*.ods;*.json|" + shown(tr("All files")) + "|*",
                          wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (const auto file = question.ask()) import_cases_file(window, session, *file);
}

void ask_table(wxWindow* window, Session& session)
{
    FileQuestion question(window, shown(tr("Import a table")), wxString(),
                          shown(tr("Tables")) + "|*.csv;*.tsv;*.xlsx;*.ods;*.json|" + shown(tr("All files")) + "|*",
                          wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (const auto file = question.ask()) import_table_file(window, session, *file);
}

}
