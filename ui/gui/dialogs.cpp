#include "dialogs.h"
#include "action.h"
#include "dialog_buttons.h"
#include "gtk_widgets.h"
#include "remembered_dialog.h"
#include "run.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/dataview.h>
#include <wx/log.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/utils.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

}

std::filesystem::path manual_page()
{
    std::error_code ignored;
    const auto bin = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const auto& docs : {bin / "docs", bin.parent_path() / "share" / "quipu" / "docs"})
        for (const auto& language : {std::string(workbench::language()), std::string("es")})
            for (const auto& page : {docs / language / "index.md", docs / (language + ".md")})
                if (std::filesystem::exists(page, ignored)) return page;
    return {};
}

void show_manual(wxWindow* parent)
{
    const auto page = manual_page();
    if (page.empty())
        show_error(parent,
                   {workbench::ErrorCode::not_found, tr("The manual is not installed."), tr("Install Quipu again.")});
    else if (const wxLogNull quiet; !wxLaunchDefaultApplication(shown(page.string())))
        show_error(parent, {workbench::ErrorCode::external_tool, say("No program opens {} here.", page.string()),
                            tr("Open it with an editor of texts.")});
}

void show_shortcuts(wxWindow* parent)
{
    RememberedDialog dialog(parent, "shortcuts", shown(tr("Shortcuts")), wxSize(720, 560));
    auto* list = new wxDataViewListCtrl(&dialog, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    set_accessible_name(list, shown(tr("Shortcuts")));
    list->AppendTextColumn(shown(tr("Keys")), wxDATAVIEW_CELL_INERT, 130);
    list->AppendTextColumn(shown(tr("Action")), wxDATAVIEW_CELL_INERT, 170);
    list->AppendTextColumn(shown(tr("What it does")), wxDATAVIEW_CELL_INERT, 290);
    for (const auto& action : actions()) {
        wxVector<wxVariant> cells;
        cells.push_back(wxString(action.keys));
        cells.push_back(shown(name_of(action)));
        cells.push_back(shown(tr(action.help)));
        list->AppendItem(cells);
    }
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(list, wxSizerFlags(1).Expand().Border(wxALL, 8));
    column->Add(dialog_buttons(dialog, shown(tr("Close")), false), wxSizerFlags().Expand().Border(wxALL, 8));
    dialog.SetSizer(column);
    dialog.SetEscapeId(wxID_OK);
    list->SetFocus();
    dialog.ShowModal();
}

void show_about(wxWindow* parent)
{
    wxMessageDialog(parent,
                    shown(say("Quipu {}\nA workbench for mixed-methods research.\n"
                              "Free software under the GNU General Public License, version 3 or later.",
                              QUIPU_VERSION)),
                    shown(tr("About Quipu")), wxOK | wxICON_INFORMATION)
        .ShowModal();
}

}
