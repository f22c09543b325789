#include "backup_dialog.h"
#include "file_question.h"
#include "gtk_widgets.h"
#include "look.h"
#include "main_frame.h"
#include "message_bar.h"
#include "remembered_dialog.h"
#include "run.h"
#include "session.h"
#include "shown.h"
#include "workbench/copy.h"
#include "workbench/tr.h"
#include <algorithm>
#include <sys/stat.h>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/datetime.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/utils.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

class BackupDialog : public RememberedDialog
{
 public:
    BackupDialog(wxWindow* parent, Session& session)
        : RememberedDialog(parent, "backups", shown(tr("Backups")), wxSize(620, 420)), session_(session)
    {
        where_ = new wxStaticText(this, wxID_ANY,
                                  shown(say("They lie in {}.", workbench::backup_folder(session.project()).string())),
                                  wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
        where_->SetForegroundColour(look::faint());
        list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE);
        set_accessible_name(list_, shown(tr("Backups")));
        list_->AppendTextColumn(shown(tr("When")), wxDATAVIEW_CELL_INERT, 150);
        list_->AppendTextColumn(shown(tr("Size")), wxDATAVIEW_CELL_INERT, 90, wxALIGN_RIGHT);
        list_->AppendTextColumn(shown(tr("File")), wxDATAVIEW_CELL_INERT, 300);
        open_ = button(tr("&Open as a copy..."), [this] { open_as_copy(); });
        auto* now = button(tr("Make one &now"), [this] { make_one(); });
        auto* folder = button(tr("Show the &folder"), [this] {
            wxLaunchDefaultApplication(shown(workbench::backup_folder(session_.project()).string()));
        });
        auto* close = new wxButton(this, wxID_CANCEL, shown(tr("Close")));
        auto* line = new wxBoxSizer(wxHORIZONTAL);
        for (auto* one : {open_, now, folder}) line->Add(one, wxSizerFlags().Border(wxRIGHT, 8));
        line->AddStretchSpacer(1);
        line->Add(close);
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->Add(new MessageBar(this), wxSizerFlags().Expand());
        column->Add(where_, wxSizerFlags().Expand().Border(wxALL, 12));
        column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 12));
        column->Add(line, wxSizerFlags().Expand().Border(wxALL, 12));
        SetSizer(column);
        open_->SetDefault();
        list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { open_as_copy(); });
        fill();
        list_->SetFocus();
    }

    /// The copy to open when the dialog has gone; empty for none.
    const std::filesystem::path& copy() const { return copy_; }

 private:
    wxButton* button(const char* label, std::function<void()> act)
    {
        auto* made = new wxButton(this, wxID_ANY, shown(label));
        made->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
        return made;
    }

    void fill()
    {
        backups_ = backups_of(session_);
        list_->DeleteAllItems();
        for (const auto& backup : backups_) {
            wxVector<wxVariant> cells;
            cells.push_back(shown(backup.time));
            cells.push_back(wxString::Format("%.1f MB", static_cast<double>(backup.bytes) / 1e6));
            cells.push_back(shown(backup.file.filename().string()));
            list_->AppendItem(cells);
        }
        open_->Enable(!backups_.empty());
        if (!backups_.empty()) list_->SelectRow(0);
    }

    void make_one()
    {
        if (run(this, [&] { return workbench::back_up(session_.project(), "by-hand"); })) fill();
    }

    void open_as_copy()
    {
        const int row = list_->GetSelectedRow();
        if (row == wxNOT_FOUND) return;
        const auto& backup = backups_[static_cast<std::size_t>(row)];
        auto day = backup.time.substr(0, 10);
        FileQuestion question(this, shown(tr("Open the backup as a copy")),
                              shown(session_.project().path().stem().string() + " " + day + ".quipu"), project_filter(),
                              wxFD_SAVE);
        const auto to = question.ask();
        if (!to) return;
        const auto copied = run(this, [&]() -> workbench::Result<void> {
            auto project = workbench::Project::open(backup.file, workbench::Access::read);
            if (!project) return workbench::fail(project.error());
            return workbench::copy_project(*project, *to);
        });
        if (!copied) return;
        copy_ = *to;
        EndDialog(wxID_OK);
    }

    Session& session_;
    wxStaticText* where_;
    wxDataViewListCtrl* list_;
    wxButton* open_;
    std::vector<Backup> backups_;
    std::filesystem::path copy_;
};

}

std::vector<Backup> backups_of(Session& session)
{
    std::vector<Backup> found;
    std::error_code ignored;
    for (const auto& entry :
         std::filesystem::directory_iterator(workbench::backup_folder(session.project()), ignored)) {
        struct ::stat state {
        };
        if (entry.path().extension() != ".quipu" || ::stat(entry.path().c_str(), &state) != 0) continue;
        const wxDateTime time(state.st_mtime);
        found.push_back(
            {entry.path(), utf8(time.Format("%Y-%m-%d %H:%M")), static_cast<std::uintmax_t>(state.st_size)});
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.time != b.time ? a.time > b.time : a.file > b.file; });
    return found;
}

void ask_backups(wxWindow* window, Session& session)
{
    std::filesystem::path copy;
    {
        BackupDialog dialog(wxGetTopLevelParent(window), session);
        if (dialog.ShowModal() == wxID_OK) copy = dialog.copy();
    }
    auto* frame = dynamic_cast<MainFrame*>(wxGetTopLevelParent(window));
    if (frame && !copy.empty()) frame->CallAfter([frame, copy] { frame->open_project(copy); });
}

}
