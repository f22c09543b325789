#pragma once
#include "code_model.h"
#include "session.h"
#include <wx/panel.h>

class wxTextCtrl;
class wxStaticText;

namespace gui
{

class SectionHead;

/// The tree of codes: a filter, swatches, counts. A click looks at a code, a double click codes the selection with it,
/// F2 renames, Del removes (and undo brings back).
class CodePanel : public wxPanel
{
 public:
    CodePanel(wxWindow* parent, Session& session);

    wxDataViewCtrl& tree() { return *tree_; }
    wxTextCtrl& filter() { return *filter_; }
    const CodeModel& model() const { return *model_; }

    Signal<coding::CodeId> chosen; ///< to code the selection with

    void add_code();
    void rename_code();
    void delete_code();

 private:
    void refill();
    void restore(bool same);
    void menu();
    void set_origin(coding::CodeId code, coding::Origin origin);
    std::optional<coding::CodeId> at_selection() const;

    Session& session_;
    SectionHead* head_;
    wxTextCtrl* filter_;
    wxDataViewCtrl* tree_;
    wxObjectDataPtr<CodeModel> model_;
    wxStaticText* empty_;
    Ear changed_, looked_;
};

}
