#include "document_export.h"
#include "file_question.h"
#include "run.h"
#include "shown.h"
#include "stats/coded_document.h"
#include "workbench/tr.h"
#include <wx/filedlg.h>
#include <wx/utils.h>

namespace gui
{

using workbench::say;
using workbench::tr;

void export_document(wxWindow* window, Session& session, workbench::DocumentId document)
{
    const auto* known = session.document(document);
    if (!known) return;
    FileQuestion question(window, shown(tr("Export with its codes")), shown(known->name) + ".pdf",
                          "PDF (*.pdf)|*.pdf|Word (*.docx)|*.docx|OpenDocument (*.odt)|*.odt|HTML (*.html)|*.html",
                          wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    const auto file = question.ask();
    if (!file) return;
    const wxBusyCursor busy;
    if (!run(window, [&] { return stats::write_coded_document(session.reading(), document, *file, true); })) return;
    if (auto* bar = message_bar_of(window)) bar->tell(shown(say("Written to {}.", file->string())));
}

}
