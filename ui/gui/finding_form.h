#pragma once
#include "form_dialog.h"
#include "session.h"
#include "stats/finding.h"

class wxTextCtrl;

namespace gui
{

class SupportList;

/// A statement with the quotations and the numbers that it stands on.
class FindingForm : public FormDialog
{
 public:
    /// With an id the finding is changed, else `start` is what a new one begins with.
    FindingForm(wxWindow* parent, Session& session, const stats::NewFinding& start,
                std::optional<stats::FindingId> changed = {});

    wxTextCtrl& title() { return *title_; }
    wxTextCtrl& text() { return *text_; }
    SupportList& quotations() { return *quotations_; }
    SupportList& analyses() { return *analyses_; }

 private:
    bool carry_out() override;

    Session& session_;
    std::optional<stats::FindingId> changed_;
    wxTextCtrl *title_, *text_;
    SupportList *quotations_, *analyses_;
};

bool ask_finding(wxWindow* window, Session& session, const stats::NewFinding& start = {});
bool change_finding(wxWindow* window, Session& session, stats::FindingId id);
/// Deletes it and offers to undo.
void delete_finding_of(wxWindow* window, Session& session, stats::FindingId id);
/// Up or down in the order of the report.
void step_finding(wxWindow* window, Session& session, stats::FindingId id, int by);

}
