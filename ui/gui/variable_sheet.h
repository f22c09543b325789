#pragma once
#include "form_dialog.h"
#include "session.h"
#include "workbench/study_case.h"
#include <optional>

class wxChoice;
class wxTextCtrl;

namespace gui
{

/// A variable: name, type and the values it may have. Enter saves, Escape leaves.
class VariableSheet : public FormDialog
{
 public:
    /// Without a variable it makes one.
    VariableSheet(wxWindow* parent, Session& session, std::optional<workbench::Variable> variable);
    wxTextCtrl& name() { return *name_; }
    wxChoice& type() { return *type_; }
    wxTextCtrl& values() { return *values_; }
    wxString problem() const;

 private:
    void follow_type();
    bool carry_out() override;
    Session& session_;
    std::optional<workbench::Variable> variable_;
    wxTextCtrl *name_, *values_;
    wxChoice* type_;
};

}
