#pragma once
#include "here.h"
#include "session.h"
#include "stats/saved_analysis.h"
#include <wx/dataview.h>
#include <wx/panel.h>

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace gui
{

class EmptyNote;
class ResultCanvas;
class SectionHead;

/// A saved analysis as a tab: its result as a table with the chart beside it, what it was computed from, and what
/// stands on it: evidence, claims, findings. One that is out of date says so and is run again here.
class AnalysisView : public wxPanel, public Here
{
 public:
    AnalysisView(wxWindow* parent, Session& session, stats::AnalysisId analysis);

    stats::AnalysisId analysis() const { return analysis_; }
    ResultCanvas& result() { return *result_; }
    wxDataViewListCtrl& supported() { return *supported_; } ///< what stands on it
    wxStaticText& state() { return *state_; }
    wxTextCtrl& source() { return *source_; }
    wxButton& rerun_button() { return *rerun_; }
    wxButton& link_button() { return *link_; }
    wxButton& claim_button() { return *claim_; }
    wxButton& export_button() { return *export_; }

    void rerun();
    void rename();
    void link();
    void claim();
    void copy();
    void ask_export();
    /// Writes the chart (.svg .png .pdf) or the result (.docx .odt .html .pdf .md .xlsx); true when it was done.
    bool write_picture(const std::filesystem::path& file);
    bool write_result(const std::filesystem::path& file);
    bool copy_here() override;
    bool rename_here() override;
    void SetFocus() override;

 private:
    /// A row of what stands on it.
    struct Support {
        enum Kind { evidence, claim, finding } kind;
        std::int64_t id;
        std::string sign, words;
    };
    wxPanel* make_head();
    wxPanel* make_side();
    void read();
    void read_source(const stats::SavedAnalysis& saved);
    void read_supports();
    const Support* chosen() const;
    void open(const Support& support);
    void remove(const Support& support);
    void menu();

    Session& session_;
    stats::AnalysisId analysis_;
    std::optional<stats::SavedAnalysis> saved_;
    wxStaticText *title_, *about_, *state_;
    wxButton *rerun_, *link_, *claim_, *copy_, *export_;
    ResultCanvas* result_;
    SectionHead* supports_head_;
    EmptyNote* empty_;
    wxDataViewListCtrl* supported_;
    wxTextCtrl* source_;
    std::vector<Support> supports_;
    Ear changed_;
};

}
