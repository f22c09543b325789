#pragma once
#include "session.h"
#include "workbench/text.h"
#include <wx/dataview.h>
#include <wx/panel.h>

class wxButton;
class wxStaticText;

namespace gui
{

/// Who speaks from where to where in a document, as a tab where a wrong guess is set right.
class TurnGrid : public wxPanel
{
 public:
    TurnGrid(wxWindow* parent, Session& session, workbench::DocumentId document);
    void SetFocus() override;
    wxDataViewCtrl& list() { return *list_; }
    const std::vector<workbench::Turn>& turns() const { return turns_; }
    void choose(std::size_t row);

    /// The chosen turn goes on the one before it.
    void join();
    /// Opens the speaker of the chosen turn for typing; the name holds for all its turns.
    void rename();
    /// The chosen label is none: all its turns go on the ones before.
    void drop();

 private:
    class Model;
    void refill();
    void fit();
    void follow_choice();
    const workbench::Turn* chosen() const;
    bool rename_to(std::size_t row, const std::string& name);
    void offer_undo(const std::string& sentence);

    Session& session_;
    workbench::DocumentId document_;
    std::vector<workbench::Turn> turns_;
    std::vector<std::string> beginnings_; ///< the first words of each
    wxStaticText *head_, *about_;
    wxButton *join_, *rename_, *drop_;
    wxDataViewCtrl* list_;
    wxObjectDataPtr<Model> model_;
    Ear changed_;
};

}
