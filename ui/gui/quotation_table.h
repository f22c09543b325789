#pragma once
#include "here.h"
#include "quotation_rows.h"
#include <array>
#include <wx/panel.h>

class wxButton;
class wxCheckBox;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

class EmptyNote;

/// All quotations as a table in a tab: filters, words, columns to sort by; several can be chosen, coded, taken along.
/// A double click or Enter opens one in its document, Space shows it in its context, F2 names it.
class QuotationTable : public wxPanel, public Here
{
 public:
    /// What a filter asks for, in the order of its buttons.
    enum Facet { by_code, by_document, by_speaker, by_variable, by_coder, facets };

    QuotationTable(wxWindow* parent, Session& session);

    /// Shows the quotations of a code and all below it; nothing: of all codes.
    void show_code(std::optional<coding::CodeId> code);
    /// Asks by type-ahead what a filter shall be.
    void ask(Facet facet);
    void clear_filters();

    wxDataViewCtrl& list() { return *list_; }
    wxTextCtrl& words() { return *words_; }
    wxButton& facet(Facet facet) { return *buttons_[facet]; }
    wxCheckBox& children() { return *children_; }
    const QuotationRows& rows() const { return *rows_; }
    EmptyNote& empty() { return *empty_; }
    wxString note() const;
    std::vector<coding::Quotation> chosen() const;
    void export_shown();
    void SetFocus() override;

    bool rename_here() override;
    bool find_here() override;
    bool copy_here() override;

 private:
    void lay_out();
    wxSizer* make_filters();
    void make_list();
    void fit(int width);
    void listen();
    void refill();
    void note_count();
    void label_filters();
    void choose(Facet facet, std::int64_t id, const std::string& name);
    std::vector<std::pair<std::int64_t, std::string>> choices_of(Facet facet);
    std::string about() const;
    bool press(const wxKeyEvent& event);
    void open(const wxDataViewItem& item);
    void preview();
    void edit(QuotationRows::Column column);
    void menu();

    Session& session_;
    coding::QuotationFilter filter_;
    std::array<std::string, facets> chosen_names_; ///< empty: any
    wxStaticText *title_, *note_;
    wxTextCtrl* words_;
    std::array<wxButton*, facets> buttons_{};
    wxButton* clear_ = nullptr;
    wxCheckBox* children_;
    wxDataViewCtrl* list_;
    wxObjectDataPtr<QuotationRows> rows_;
    EmptyNote* empty_;
    int fitted_ = 0;     ///< the width that the columns were fitted to
    bool stale_ = false; ///< the project changed while nobody looked
    Ear changed_;
};

}
