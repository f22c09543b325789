#pragma once
#include "session.h"

class wxWindow;

namespace gui
{

/// Asks for a file and writes the document with its codes in the margin; errors and success show at `window`.
void export_document(wxWindow* window, Session& session, workbench::DocumentId document);

}
