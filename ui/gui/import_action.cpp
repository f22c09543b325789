#include "import_action.h"
#include "file_question.h"
#include "run.h"
#include "session.h"
#include "shown.h"
#include "shown_progress.h"
#include "stats/indicator_table.h"
#include "workbench/document_import.h"
#include "workbench/importer.h"
#include "workbench/tr.h"
#include <set>
#include <wx/utils.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

/// "Documents (*.docx;*.odt…)|*.docx;*.odt…|All files|*", from the table of importers.
wxString document_filter()
{
    wxString patterns;
    for (const auto& importer : workbench::importers)
        patterns += (patterns.empty() ? "" : ";") + wxString("*") + shown(importer.extension);
    return shown(tr("Documents")) + "|" + patterns + "|" + shown(tr("All files")) + "|*";
}

std::string told(const workbench::ImportReport& report)
{
    const auto count = static_cast<long long>(report.imported.size());
    auto sentence = say_n("{} document came in.", "{} documents came in.", count, count);
    std::set<std::string> warnings;
    for (const auto& document : report.imported) warnings.insert(document.warnings.begin(), document.warnings.end());
    for (const auto& warning : warnings) sentence += " " + warning;
    for (const auto& refused : report.refused) sentence += "\n" + refused.why.detail;
    return sentence;
}

}

void import_files(wxWindow* window, Session& session, const std::vector<std::filesystem::path>& files)
{
    if (files.empty()) return;
    const wxBusyCursor busy;
    ShownProgress shown_progress(window, shown(tr("Importing documents")));
    const auto report = run(
        window, [&] { return workbench::import_documents(session.project(), files, {}, shown_progress.progress()); });
    if (!report) return;
    if (!report->imported.empty()) session.go_to({report->imported.front().id});
    if (auto* bar = message_bar_of(window)) bar->tell(shown(told(*report)));
}

void ask_documents(wxWindow* window, Session& session)
{
    FileQuestion question(window, shown(tr("Import documents")), wxString(), document_filter(),
                          wxFD_OPEN | wxFD_MULTIPLE | wxFD_FILE_MUST_EXIST);
    import_files(window, session, question.ask_many());
}

void import_table_file(wxWindow* window, Session& session, const std::filesystem::path& file)
{
    const wxBusyCursor busy;
    const auto table = run(window, [&] { return stats::import_table(session.project(), file, {}); });
    if (!table) return;
    session.open_object(table->table.id.value);
    std::string sentence = say("The table \"{}\" came in.", table->table.name);
    for (const auto& warning : table->warnings) sentence += " " + warning;
    if (auto* bar = message_bar_of(window)) bar->tell(shown(sentence));
}

void ask_table(wxWindow* window, Session& session)
{
    FileQuestion question(window, shown(tr("Import a table")), wxString(),
                          shown(tr("Tables")) + "|*.csv;*.tsv;*.xlsx;*.ods;*.json|" + shown(tr("All files")) + "|*",
                          wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (const auto file = question.ask()) import_table_file(window, session, *file);
}

}
