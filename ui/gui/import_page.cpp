#include "import_page.h"
#include "coding/document_intake.h"
#include "first_page.h"
#include "gtk_widgets.h"
#include "import_sheet.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <mutex>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

namespace gui
{

using workbench::Draft;
using workbench::fail;
using workbench::Result;
using workbench::say;
using workbench::say_n;
using workbench::source;
using workbench::tr;

namespace
{

constexpr int sheet_width = 410; ///< of what one sets for the chosen files

enum Column { wanted_column, name_column, format_column, paragraphs_column, turns_column, note_column };

/// The formats whose names are words; the others are names everywhere.
wxString format_name(const std::string& format)
{
    for (const char* known : {source("Plain text"), source("Subtitles")})
        if (format == known) return shown(tr(known));
    return shown(format);
}

}

struct ImportPage::Read {
    std::mutex mutex;
    std::vector<Draft> drafts;
    std::vector<workbench::RefusedFile> refused;
};

struct ImportPage::Written {
    Result<coding::Intake> intake = fail(workbench::ErrorCode::cancelled, {});
};

ImportPage::ImportPage(wxWindow* parent, Session& session, std::function<void()> close)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, parent->GetClientSize()),
      session_(session),
      close_(std::move(close)),
      timer_(this)
{
    SetBackgroundColour(look::panel());
    lay_out();
    listen();
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) {
        for (auto& item : items_) item.compared = false;
        if (!written_) show_items();
    });
    show_items();
}

ImportPage::~ImportPage()
{
    timer_.Stop();
    errand_.reset();
}

// A panel would give it to its first button.
void ImportPage::SetFocus()
{
    list_->SetFocus();
}

void ImportPage::lay_out()
{
    head_ = new wxStaticText(this, wxID_ANY, wxString());
    head_->SetFont(look::interface(1.2, true));
    progress_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(220, -1), wxST_ELLIPSIZE_END);
    progress_->SetForegroundColour(look::faint());
    gauge_ = new wxGauge(this, wxID_ANY, 100, wxDefaultPosition, wxSize(140, 8), wxGA_HORIZONTAL);
    stop_ = tool_button(this, shown(tr("Stop")), [this] {
        waiting_.clear();
        if (errand_) errand_->cancel();
    });
    // Parts begin at about their size: of the toolkit's own 20 pixels a scroll bar would have none left.
    const auto room = GetClientSize();
    auto* halves = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, room, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    halves->SetMinimumPaneSize(160);
    auto* below = new wxSplitterWindow(halves, wxID_ANY, wxDefaultPosition, wxSize(room.x, room.y * 72 / 100),
                                       wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    below->SetMinimumPaneSize(120);
    list_ = new wxDataViewListCtrl(halves, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_MULTIPLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Files to import")));
    list_->AppendToggleColumn(wxString(), wxDATAVIEW_CELL_ACTIVATABLE, 34);
    const auto column = [&](const char* title, int width, wxAlignment align = wxALIGN_LEFT) {
        list_->AppendTextColumn(shown(title), wxDATAVIEW_CELL_INERT, width, align, wxDATAVIEW_COL_RESIZABLE)
            ->GetRenderer()
            ->EnableEllipsize(wxELLIPSIZE_MIDDLE);
    };
    column(tr("Document"), 170);
    column(tr("Format"), 120);
    column(tr("Paragraphs"), 84, wxALIGN_RIGHT);
    column(tr("Turns"), 120, wxALIGN_RIGHT);
    column(tr("Speakers, or what to know"), 300);
    sheet_ = new ImportSheet(
        below, [this] { show_items(); },
        [this] {
            list_->UnselectAll();
            show_chosen();
        });
    text_ = new FirstPage(below);
    below->SplitVertically(text_, sheet_, -sheet_width);
    below->SetSashGravity(1.0);
    below->Bind(wxEVT_SIZE, [this, below](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this, below] { split_by_width(*below); });
    });
    halves->SplitHorizontally(list_, below, 190);
    halves->SetSashGravity(0.3);
    // Its height is known only when it is shown; the text and its settings get the larger part.
    halves->Bind(wxEVT_SIZE, [halves, done = false](wxSizeEvent& event) mutable {
        event.Skip();
        if (done || event.GetSize().y < 300) return;
        done = true;
        halves->CallAfter([halves] { halves->SetSashPosition(halves->GetSize().y * 28 / 100); });
    });
    remarks_ = new wxCheckBox(this, wxID_ANY, shown(tr("Make quotations of Word's comments and highlights")));
    remarks_->Hide();
    summary_ = new wxStaticText(this, wxID_ANY, wxString());
    summary_->SetForegroundColour(look::faint());
    cancel_ = tool_button(this, shown(tr("Cancel")), [this] { close_(); });
    import_ = tool_button(this, shown(tr("Import")), [this] { import_all(); });

    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(head_, wxSizerFlags(1).CenterVertical());
    for (wxWindow* one :
         {static_cast<wxWindow*>(progress_), static_cast<wxWindow*>(gauge_), static_cast<wxWindow*>(stop_)})
        top->Add(one, wxSizerFlags().CenterVertical().Border(wxLEFT, 12));
    auto* bottom = new wxBoxSizer(wxHORIZONTAL);
    bottom->Add(summary_, wxSizerFlags(1).CenterVertical());
    bottom->Add(remarks_, wxSizerFlags().CenterVertical().Border(wxRIGHT, 16));
    bottom->Add(cancel_, wxSizerFlags().CenterVertical().Border(wxRIGHT, 8));
    bottom->Add(import_, wxSizerFlags().CenterVertical());
    auto* whole = new wxBoxSizer(wxVERTICAL);
    whole->Add(top, wxSizerFlags().Expand().Border(wxALL, 12));
    whole->Add(hairline(this), wxSizerFlags().Expand());
    whole->Add(halves, wxSizerFlags(1).Expand());
    whole->Add(hairline(this), wxSizerFlags().Expand());
    whole->Add(bottom, wxSizerFlags().Expand().Border(wxALL, 12));
    SetSizer(whole);
}

// Where both do not stand beside each other, the text stands above what one sets for it.
void ImportPage::split_by_width(wxSplitterWindow& below)
{
    const bool narrow = below.GetSize().x < sheet_width + 240;
    if (narrow == (below.GetSplitMode() == wxSPLIT_HORIZONTAL)) return;
    below.Unsplit();
    if (narrow)
        below.SplitHorizontally(text_, sheet_, below.GetSize().y * 2 / 5);
    else
        below.SplitVertically(text_, sheet_, -sheet_width);
    below.SetSashGravity(narrow ? 0.4 : 1.0);
}

void ImportPage::listen()
{
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (!filling_) show_chosen();
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_VALUE_CHANGED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (filling_ || row == wxNOT_FOUND || event.GetColumn() != wanted_column) return;
        items_[static_cast<std::size_t>(row)].wanted = list_->GetToggleValue(static_cast<unsigned>(row), wanted_column);
        CallAfter([this] { show_items(); });
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const auto* focus = FindFocus();
        const bool in_list = focus && (focus == list_ || focus->GetParent() == list_);
        if (event.GetKeyCode() == WXK_ESCAPE)
            close_();
        else if (in_list && event.GetKeyCode() == WXK_DELETE)
            leave_out(false);
        else if (in_list && event.GetKeyCode() == WXK_INSERT)
            leave_out(true);
        else
            event.Skip();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
}

void ImportPage::add(const std::vector<std::filesystem::path>& paths)
{
    if (paths.empty() || written_) return;
    waiting_.push_back(paths);
    if (!errand_) read_next();
}

void ImportPage::read_next()
{
    const auto paths = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    read_ = std::make_shared<Read>();
    errand_ = std::make_unique<Errand>([paths, read = read_](workbench::Progress& progress) {
        const auto found = workbench::files_to_read(paths);
        {
            const std::lock_guard lock(read->mutex);
            read->refused = found.refused;
        }
        progress.start(say("Reading documents"), static_cast<std::int64_t>(found.files.size()));
        for (const auto& file : found.files) {
            if (progress.cancelled()) return;
            auto draft = workbench::read_draft(file, {});
            const std::lock_guard lock(read->mutex);
            if (draft)
                read->drafts.push_back(std::move(*draft));
            else
                read->refused.push_back({file, draft.error()});
            progress.step();
        }
    });
    timer_.Start(60);
    show_progress();
}

void ImportPage::add_text(const std::string& name, const std::string& text)
{
    auto draft = run(this, [&] { return workbench::draft_of_text(name, text, {}); });
    if (!draft) return;
    items_.push_back({std::move(*draft), {}, true});
    show_items();
}

// Asked by the timer: what came, how far it is, whether it is at its end.
void ImportPage::look()
{
    const bool done = errand_ && errand_->finished();
    if (read_) take_read();
    show_progress();
    if (!done) return;
    errand_.reset();
    if (written_) {
        timer_.Stop();
        finish();
        return;
    }
    read_.reset();
    if (!waiting_.empty()) {
        read_next();
        return;
    }
    timer_.Stop();
    show_progress();
    import_->Enable(!wanted().empty());
    // Enter imports, unless one has begun to set something.
    auto* focus = FindFocus();
    if (import_->IsEnabled() && !(focus && sheet_->IsDescendant(focus))) import_->SetFocus();
}

void ImportPage::take_read()
{
    std::vector<Draft> drafts;
    std::vector<workbench::RefusedFile> refused;
    {
        const std::lock_guard lock(read_->mutex);
        drafts.swap(read_->drafts);
        refused.swap(read_->refused);
    }
    if (drafts.empty() && refused.empty()) return;
    for (auto& draft : drafts) items_.push_back({std::move(draft), {}, true});
    for (auto& file : refused) items_.push_back({{}, std::move(file), false});
    show_items();
}

std::vector<ImportPage::Item*> ImportPage::wanted()
{
    std::vector<Item*> found;
    for (auto& item : items_)
        if (item.draft && item.wanted) found.push_back(&item);
    return found;
}

// The project belongs to the window's thread, so the writer opens it for itself; what it did is heard by poll().
void ImportPage::import_all()
{
    if (at_work() || wanted().empty() || session_.reading().read_only()) return;
    std::vector<Draft> drafts;
    for (const auto* item : wanted()) drafts.push_back(*item->draft);
    written_ = std::make_shared<Written>();
    const bool quote = remarks_->IsShown() && remarks_->IsChecked();
    errand_ = std::make_unique<Errand>([file = session_.project().path(), coder = session_.project().coder(),
                                        drafts = std::move(drafts), quote,
                                        written = written_](workbench::Progress& progress) mutable {
        try {
            auto project = workbench::Project::open(file);
            if (!project) {
                written->intake = fail(project.error());
                return;
            }
            project->set_coder(coder);
            if (quote) {
                written->intake = coding::import_with_remarks(*project, std::move(drafts), progress);
            } else if (auto report = workbench::import_drafts(*project, std::move(drafts), progress)) {
                written->intake = coding::Intake{std::move(*report), 0};
            } else {
                written->intake = fail(report.error());
            }
        } catch (const workbench::BrokenFile& broken) {
            written->intake = fail(broken.error);
        }
    });
    set_open(false);
    timer_.Start(40);
    show_progress();
}

// While it writes, only stopping makes sense.
void ImportPage::set_open(bool open)
{
    for (wxWindow* one :
         {static_cast<wxWindow*>(list_), static_cast<wxWindow*>(sheet_), static_cast<wxWindow*>(import_),
          static_cast<wxWindow*>(cancel_), static_cast<wxWindow*>(remarks_)})
        one->Enable(open);
}

// The page goes with what it brought; what failed leaves it as it was.
void ImportPage::finish()
{
    const auto written = std::exchange(written_, nullptr);
    set_open(true);
    session_.poll();
    auto& intake = written->intake;
    if (!intake) {
        show_progress();
        show_items();
        show_error(this, intake.error());
        return;
    }
    const auto count = static_cast<long long>(intake->report.imported.size());
    auto sentence = say_n("{} document came in.", "{} documents came in.", count, count);
    if (intake->quotations > 0)
        sentence +=
            " " + say_n("{} quotation was made.", "{} quotations were made.", intake->quotations, intake->quotations);
    for (const auto& refused : intake->report.refused) sentence += "\n" + refused.why.detail;
    if (auto* bar = message_bar_of(this)) bar->tell(shown(sentence));
    close_();
    session_.go_to({intake->report.imported.front().id});
}

std::vector<std::size_t> ImportPage::chosen() const
{
    std::vector<std::size_t> rows;
    wxDataViewItemArray selected;
    list_->GetSelections(selected);
    for (const auto& item : selected)
        if (const int row = list_->ItemToRow(item); row != wxNOT_FOUND) rows.push_back(static_cast<std::size_t>(row));
    return rows;
}

void ImportPage::leave_out(bool wanted)
{
    for (const auto at : chosen())
        if (items_[at].draft) items_[at].wanted = wanted;
    show_items();
}

std::string ImportPage::note_of(const Item& item) const
{
    if (!item.draft) return "\u2715 " + say("refused: {}", item.refused.why.detail);
    if (item.twin) return "\u25B2 " + say("{} has the same text", *item.twin);
    const auto& draft = *item.draft;
    if (!draft.source.warnings.empty()) return "\u25B2 " + draft.source.warnings.front();
    if (draft.looks_broken() && !draft.how.join_broken_lines)
        return std::string("\u25B2 ") + tr("the lines look broken");
    std::string speakers;
    for (const auto& speaker : draft.found.speakers) speakers += (speakers.empty() ? "" : ", ") + speaker;
    return speakers;
}

void ImportPage::show_items()
{
    std::vector<const Draft*> drafts;
    for (const auto* item : wanted()) drafts.push_back(&*item->draft);
    const auto names = workbench::names_of(session_.reading(), drafts);
    std::size_t next = 0, turns = 0, refused = 0;
    bool remarks = false;
    std::vector<std::string> cases;
    for (auto& item : items_) {
        item.name = !item.draft   ? item.refused.file.filename().string()
                    : item.wanted ? names[next++]
                                  : item.draft->name;
        refused += !item.draft;
        if (!item.draft) continue;
        if (!std::exchange(item.compared, true)) item.twin = workbench::twin_of(session_.reading(), *item.draft);
        if (!item.wanted) continue;
        turns += item.draft->found.turns.size();
        remarks = remarks || !item.draft->source.remarks.empty();
        for (const auto& name : workbench::cases_of(*item.draft, item.name))
            if (std::find(cases.begin(), cases.end(), name) == cases.end()) cases.push_back(name);
    }
    filling_ = true;
    for (std::size_t i = 0; i < items_.size(); ++i) show_row(i);
    filling_ = false;
    const auto count = static_cast<long long>(names.size());
    head_->SetLabel(shown(tr("What would come in")));
    const auto said = static_cast<long long>(turns), met = static_cast<long long>(cases.size()),
               out = static_cast<long long>(refused);
    auto sum = say_n("{} turn", "{} turns", said, utf8(grouped(said))) + " \u00B7 " +
               say_n("{} case", "{} cases", met, utf8(grouped(met)));
    if (out > 0) sum += " \u00B7 " + say_n("{} file is refused", "{} files are refused", out, out);
    summary_->SetLabel(shown(sum));
    const auto label = shown(say_n("Import {} document", "Import {} documents", count, count));
    import_->SetLabel(label);
    set_accessible_name(import_, label);
    fit_button(*import_, label);
    import_->Enable(count > 0 && !at_work());
    remarks_->Show(remarks);
    show_chosen();
    Layout();
}

void ImportPage::show_row(std::size_t at)
{
    const auto& item = items_[at];
    const auto number = [&](std::size_t n) { return item.draft ? grouped(static_cast<std::int64_t>(n)) : wxString(); };
    wxVector<wxVariant> cells;
    cells.push_back(item.wanted);
    cells.push_back(shown(item.name));
    cells.push_back(item.draft ? format_name(item.draft->format) : shown(item.refused.file.extension().string()));
    cells.push_back(number(item.draft ? static_cast<std::size_t>(item.draft->paragraphs()) : 0));
    cells.push_back(number(item.draft ? item.draft->found.turns.size() : 0));
    cells.push_back(one_line(note_of(item), 200));
    const auto row = static_cast<unsigned>(at);
    if (at == static_cast<std::size_t>(list_->GetItemCount())) {
        list_->AppendItem(cells);
        return;
    }
    for (unsigned column = 0; column < cells.size(); ++column) {
        wxVariant old;
        list_->GetValue(old, row, column);
        if (old != cells[column]) list_->SetValue(cells[column], row, column);
    }
}

// Without a choice what is set is set for all.
void ImportPage::show_chosen()
{
    auto rows = chosen();
    std::erase_if(rows, [&](std::size_t at) { return !items_[at].draft; });
    const bool whole = rows.empty();
    if (whole)
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (items_[i].draft && items_[i].wanted) rows.push_back(i);
    std::vector<Draft*> drafts;
    std::vector<std::string> names;
    for (const auto at : rows) {
        drafts.push_back(&*items_[at].draft);
        names.push_back(items_[at].name);
    }
    text_->show(drafts.empty() ? nullptr : drafts.front());
    sheet_->show(std::move(drafts), names, whole);
    sheet_->Enable(!rows.empty() && !written_);
}

void ImportPage::show_progress()
{
    const bool busy = at_work();
    if (busy && errand_) {
        const auto state = errand_->state();
        gauge_->SetValue(
            state.total > 0 ? static_cast<int>(std::clamp<std::int64_t>(state.done * 100 / state.total, 0, 100)) : 0);
        progress_->SetLabel(state.total > 0 ? shown(say("{}: {} of {}", state.what, state.done, state.total))
                                            : wxString());
    }
    if (gauge_->IsShown() == busy) return;
    for (wxWindow* one :
         {static_cast<wxWindow*>(progress_), static_cast<wxWindow*>(gauge_), static_cast<wxWindow*>(stop_)})
        one->Show(busy);
    Layout();
}

wxString ImportPage::summary() const
{
    return summary_->GetLabel();
}

}
