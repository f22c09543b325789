#include "analysis_view.h"
#include "claim_form.h"
#include "coding/object_ref.h"
#include "context_menu.h"
#include "empty_note.h"
#include "evidence_form.h"
#include "file_question.h"
#include "finding_form.h"
#include "gtk_widgets.h"
#include "look.h"
#include "result_canvas.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "statistic_name.h"
#include "statistic_result.h"
#include "stats/analysis_file.h"
#include "stats/indicator_table.h"
#include "verdict_words.h"
#include "workbench/tr.h"
#include <algorithm>
#include <utility>
#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/textdlg.h>
#include <wx/wrapsizer.h>

namespace gui
{

using nlohmann::ordered_json;
using workbench::say;
using workbench::tr;

namespace
{

constexpr int side_width = 300;

std::string table_of(const ordered_json& recipe)
{
    const auto data = recipe.value("data", ordered_json::object());
    return data.is_object() ? data.value("table", "") : std::string();
}

/// "Spearman's rank correlation · brechas: need, attended"
std::string about_of(const stats::SavedAnalysis& saved)
{
    auto words = statistic_name(saved.statistic) + " \u00B7 " + table_of(saved.recipe);
    const char* between = ": ";
    const auto input = saved.recipe.value("input", ordered_json::object());
    for (const auto& [key, value] : input.items()) {
        if (!value.is_string() || key == "missing") continue;
        words += between + value.get<std::string>();
        between = ", ";
    }
    return words;
}

std::string file_name(const std::string& name)
{
    auto plain = name;
    std::ranges::replace(plain, '/', '-');
    return plain;
}

}

AnalysisView::AnalysisView(wxWindow* parent, Session& session, stats::AnalysisId analysis)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      session_(session),
      analysis_(analysis)
{
    SetBackgroundColour(look::paper());
    auto* head = make_head();
    result_ = new ResultCanvas(this);
    auto* side = make_side();
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(result_, wxSizerFlags(1).Expand());
    line->Add(hairline(this), wxSizerFlags().Expand());
    line->Add(side, wxSizerFlags().Expand());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(line, wxSizerFlags(1).Expand());
    SetSizer(column);
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { read(); });
    read();
}

wxPanel* AnalysisView::make_head()
{
    auto* head = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL);
    head->SetBackgroundColour(look::paper());
    const auto words = [&] {
        return new wxStaticText(head, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    };
    title_ = words();
    title_->SetFont(look::interface(1.2, true));
    about_ = words();
    about_->SetForegroundColour(look::faint());
    state_ = words();
    state_->SetForegroundColour(look::readable(look::warning(), look::paper()));
    auto* buttons = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto button = [&](const char* label, std::function<void()> act) {
        auto* made = tool_button(head, shown(label), std::move(act));
        buttons->Add(made, wxSizerFlags().Border(wxRIGHT | wxTOP, 6));
        return made;
    };
    rerun_ = button(tr("Run it again"), [this] { rerun(); });
    link_ = button(tr("Link to a code..."), [this] { link(); });
    claim_ = button(tr("Make a claim of it..."), [this] { claim(); });
    copy_ = button(tr("Copy"), [this] { copy(); });
    export_ = button(tr("Export..."), [this] { ask_export(); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(title_, wxSizerFlags().Expand());
    column->Add(about_, wxSizerFlags().Expand().Border(wxTOP, 2));
    column->Add(state_, wxSizerFlags().Expand().Border(wxTOP, 4));
    column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, 4));
    auto* air = new wxBoxSizer(wxVERTICAL);
    air->Add(column, wxSizerFlags().Expand().Border(wxALL, 16));
    head->SetSizer(air);
    // Lines of buttons know how high they are only when they have their width.
    head->Bind(wxEVT_SIZE, [this, known = 0](wxSizeEvent& event) mutable {
        event.Skip();
        if (event.GetSize().x == std::exchange(known, event.GetSize().x)) return;
        CallAfter([this] { Layout(); });
    });
    return head;
}

wxPanel* AnalysisView::make_side()
{
    auto* side = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxSize(side_width, -1), wxTAB_TRAVERSAL);
    side->SetMinSize(wxSize(side_width, -1));
    side->SetBackgroundColour(look::panel());
    supports_head_ = new SectionHead(side, shown(tr("What stands on it")));
    empty_ = new EmptyNote(side);
    empty_->say(shown(tr("No words are linked to it yet, no claim and no finding rests on it.")));
    supported_ = new wxDataViewListCtrl(side, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                        wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(supported_, shown(tr("What stands on it")));
    add_style_class(supported_, "quipu-panel");
    supported_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, 120);
    supported_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, side_width - 136)
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_END);
    auto* source_head = new SectionHead(side, shown(tr("Computed from")));
    source_ = new wxTextCtrl(side, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxTE_MULTILINE | wxTE_READONLY | wxBORDER_NONE);
    source_->SetBackgroundColour(look::panel());
    set_margins(*source_, 8, 0);
    set_accessible_name(source_, shown(tr("Computed from")));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(supports_head_, wxSizerFlags().Expand());
    column->Add(empty_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 12));
    column->Add(supported_, wxSizerFlags(1).Expand().Border(wxLEFT, 8));
    column->Add(hairline(side), wxSizerFlags().Expand());
    column->Add(source_head, wxSizerFlags().Expand());
    column->Add(source_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 10));
    side->SetSizer(column);
    supported_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const auto* one = chosen()) open(Support(*one));
    });
    supported_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { menu(); });
    supported_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const auto* one = chosen();
        if (event.GetKeyCode() == WXK_DELETE && one)
            remove(Support(*one));
        else
            event.Skip();
    });
    return side;
}

void AnalysisView::read()
{
    auto found = stats::find_saved_analysis(session_.reading(), "#" + std::to_string(analysis_.value));
    for (auto* button : {rerun_, link_, claim_, copy_, export_}) button->Enable(found.has_value());
    if (!found) return saved_.reset(); // its tab closes
    const bool other = !saved_ || saved_->outcome != found->outcome || saved_->name != found->name;
    saved_ = std::move(*found);
    title_->SetLabel(shown(saved_->name));
    about_->SetLabel(shown(about_of(*saved_)));
    state_->SetLabel(shown(out_of_date() + ": " + tr("the table has changed since it was computed.")));
    state_->Show(saved_->stale);
    rerun_->Show(saved_->stale);
    if (other) result_->show(shown_result(session_, saved_->recipe, saved_->outcome, saved_->name));
    read_source(*saved_);
    read_supports();
    GetSizer()->Layout();
    Layout();
}

void AnalysisView::read_source(const stats::SavedAnalysis& saved)
{
    auto words = say("Table: {}", table_of(saved.recipe));
    if (const auto table = stats::find_table(session_.reading(), table_of(saved.recipe)))
        if (table->citation) words += "\n" + say("Source: {}", *table->citation);
    if (saved.comment) words += "\n" + *saved.comment;
    const auto notes = saved.outcome.value("notes", ordered_json::array());
    for (const auto& note : notes)
        if (note.is_string()) words += "\n\u25B2 " + note.get<std::string>();
    if (const auto method = saved.outcome.value("method", ordered_json()); method.is_string())
        words += "\n\n" + method.get<std::string>();
    words += "\n\n" + say("Data: SHA-256 {}", saved.data_sha256.substr(0, 16));
    if (utf8(source_->GetValue()) != words) source_->ChangeValue(shown(words));
}

void AnalysisView::read_supports()
{
    supports_.clear();
    for (const auto& one : stats::evidence_of(session_.reading()))
        if (one.numbers.analysis == analysis_)
            supports_.push_back({Support::evidence, one.id.value, relation_in_words(one.verdict),
                                 coding::title_of(session_.reading(), one.object) + ": " + one.reason});
    for (const auto& one : stats::claims(session_.reading())) {
        if (one.analysis != analysis_) continue;
        const auto judged = stats::judged(session_.reading(), analysis_, one.expect, one.tolerance);
        supports_.push_back({Support::claim, one.id.value,
                             stats::in_words(judged ? judged->verdict : stats::Verdict::no_evidence),
                             coding::label_of(session_.reading(), one.quotation) + "  " + one.expect});
    }
    for (const auto& one : stats::findings(session_.reading()))
        if (std::ranges::find(one.analyses, analysis_) != one.analyses.end())
            supports_.push_back({Support::finding, one.id.value, tr("finding"), one.title});
    const int before = supported_->GetSelectedRow();
    supported_->DeleteAllItems();
    int width = 60;
    for (const auto& one : supports_) {
        wxVector<wxVariant> cells;
        cells.push_back(shown(one.sign));
        cells.push_back(one_line(one.words, 200));
        supported_->AppendItem(cells);
        width = std::max(width, supported_->GetTextExtent(shown(one.sign)).x + 16);
    }
    supported_->GetColumn(0)->SetWidth(width);
    supported_->GetColumn(1)->SetWidth(std::max(100, side_width - width - 20));
    if (before >= 0 && before < static_cast<int>(supports_.size()))
        choose_item(*supported_, supported_->RowToItem(before));
    supports_head_->set_note(grouped(std::ssize(supports_)));
    empty_->Show(supports_.empty());
    supported_->GetParent()->Layout();
}

const AnalysisView::Support* AnalysisView::chosen() const
{
    const int row = supported_->GetSelectedRow();
    return row < 0 || row >= static_cast<int>(supports_.size()) ? nullptr : &supports_[static_cast<std::size_t>(row)];
}

void AnalysisView::open(const Support& support)
{
    switch (support.kind) {
    case Support::evidence: change_evidence(this, session_, {support.id}); break;
    case Support::claim: change_claim(this, session_, {support.id}); break;
    case Support::finding: change_finding(this, session_, {support.id}); break;
    }
}

void AnalysisView::remove(const Support& support)
{
    switch (support.kind) {
    case Support::evidence: delete_evidence_link(this, session_, {support.id}); break;
    case Support::claim: delete_claim_of(this, session_, {support.id}); break;
    case Support::finding: delete_finding_of(this, session_, {support.id}); break;
    }
}

void AnalysisView::menu()
{
    const auto* one = chosen();
    if (!one) return;
    ContextMenu menu;
    menu.add(
        shown(tr("Change...")), [this, support = *one] { open(support); }, "Enter");
    menu.add(
        shown(tr("Delete")), [this, support = *one] { remove(support); }, "Del");
    menu.ask(*supported_);
}

void AnalysisView::rerun()
{
    run(this, [&] { return stats::rerun_analyses(session_.project(), analysis_); });
}

void AnalysisView::rename()
{
    if (!saved_) return;
    wxTextEntryDialog question(this, shown(tr("Name of the analysis")), shown(tr("Rename")), shown(saved_->name));
    if (question.ShowModal() != wxID_OK) return;
    const auto name = utf8(question.GetValue().Strip(wxString::both));
    run(this, [&] { return stats::set_analysis(session_.project(), analysis_, {.name = name}); });
}

void AnalysisView::link()
{
    ask_evidence(this, session_, 0, {.analysis = analysis_});
}

void AnalysisView::claim()
{
    ask_claim(this, session_, {}, {.analysis = analysis_});
}

void AnalysisView::copy()
{
    const wxClipboardLocker clipboard;
    wxTheClipboard->SetData(new wxTextDataObject(shown(result_->as_text())));
    if (auto* bar = message_bar_of(this)) bar->tell(shown(tr("The result is on the clipboard, with tabs.")));
}

bool AnalysisView::copy_here()
{
    if (source_->HasFocus()) return false;
    copy();
    return true;
}

bool AnalysisView::rename_here()
{
    rename();
    return true;
}

void AnalysisView::SetFocus()
{
    (rerun_->IsShown() ? rerun_ : link_)->SetFocus();
}

void AnalysisView::ask_export()
{
    if (!saved_) return;
    const bool picture = result_->result().chart != nullptr;
    wxString filter = "Word (*.docx)|*.docx|OpenDocument (*.odt)|*.odt|HTML (*.html)|*.html|PDF (*.pdf)|*.pdf|"
                      "Excel (*.xlsx)|*.xlsx|Markdown (*.md)|*.md";
    if (picture)
        filter += "|" + shown(tr("The chart alone: PNG (*.png)")) + "|*.png|" +
                  shown(tr("The chart alone: SVG (*.svg)")) + "|*.svg|" + shown(tr("The chart alone: PDF (*.pdf)")) +
                  "|*.pdf";
    FileQuestion question(this, shown(tr("Export the analysis")), shown(file_name(saved_->name)) + ".docx", filter,
                          wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    const auto file = question.ask();
    if (!file) return;
    const auto suffix = file->extension();
    constexpr int first_of_chart = 6; // among the formats above
    const bool alone = picture && question.GetFilterIndex() >= first_of_chart;
    if (suffix == ".png" || suffix == ".svg" || (suffix == ".pdf" && alone))
        write_picture(*file);
    else
        write_result(*file);
}

bool AnalysisView::write_picture(const std::filesystem::path& file)
{
    const auto done =
        saved_ ? run(this, [&] { return stats::write_chart(session_.reading(), *saved_, file); }) : std::nullopt;
    if (done)
        if (auto* bar = message_bar_of(this)) bar->tell(shown(say("Written to {}.", file.string())));
    return done.has_value();
}

bool AnalysisView::write_result(const std::filesystem::path& file)
{
    const auto done =
        saved_ ? run(this, [&] { return stats::write_analysis(session_.reading(), *saved_, file); }) : std::nullopt;
    if (done)
        if (auto* bar = message_bar_of(this)) bar->tell(shown(say("Written to {}.", file.string())));
    return done.has_value();
}

}
