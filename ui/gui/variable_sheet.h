#pragma once
#include "session.h"
#include "workbench/study_case.h"
#include <optional>
#include <wx/dialog.h>

class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

/// A variable: name, type and the values it may have. Enter saves, Escape leaves.
class VariableSheet : public wxDialog
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
    void save();
    Session& session_;
    std::optional<workbench::Variable> variable_;
    wxTextCtrl *name_, *values_;
    wxChoice* type_;
    wxStaticText* problem_;
};

}
