#pragma once
#include "coding/quotation_list.h"
#include "here.h"
#include "session.h"
#include <wx/dataview.h>
#include <wx/panel.h>

namespace gui
{

class EmptyNote;
class SectionHead;

/// Quotations as a virtual list: a row is read when it is drawn, so that a hundred thousand open at once.
class QuotationModel : public wxDataViewVirtualListModel
{
 public:
    explicit QuotationModel(Session& session) : session_(session) {}
    void show(std::vector<coding::Quotation> quotations, unsigned characters);
    const std::vector<coding::Quotation>& quotations() const { return quotations_; }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override;
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

 private:
    Session& session_;
    std::vector<coding::Quotation> quotations_;
    unsigned characters_ = 90; ///< of the text, as many as two lines hold
    mutable std::unique_ptr<coding::QuotationReader> reader_;
};

/// The quotations of the code looked at, of the document where none is, or all. One that is chosen is shown in the
/// text; a double click or Enter goes there, Space shows it in its context, F2 comments on it, Del deletes (and undo
/// brings back).
class QuotationPanel : public wxPanel, public Here
{
 public:
    QuotationPanel(wxWindow* parent, Session& session);
    wxDataViewCtrl& list() { return *list_; }
    const QuotationModel& model() const { return *model_; }
    wxString note() const;
    EmptyNote& empty() { return *empty_; }
    /// Those chosen; several may be.
    std::vector<coding::Quotation> chosen() const;

    Signal<> open_table; ///< to see them with columns and filters
    Signal<> read_on;    ///< after going to one: the text is to have the keyboard's focus
    bool rename_here() override;
    bool copy_here() override;

 private:
    void refill();
    void look();
    void follow_chosen();
    void open(const wxDataViewItem& item);
    bool press(const wxKeyEvent& event);
    void menu();
    void fit();

    Session& session_;
    SectionHead* head_;
    wxDataViewCtrl* list_;
    wxObjectDataPtr<QuotationModel> model_;
    EmptyNote* empty_;
    int wrap_ = 0;
    std::optional<coding::CodeId> code_; ///< whose quotations are listed
    Ear changed_, looked_;
};

}
