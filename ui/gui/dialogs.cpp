#include "dialogs.h"
#include "action.h"
#include "gtk_widgets.h"
#include "message_bar.h"
#include "preferences.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

/// One question below the other, the questions on the left.
class PreferencesDialog : public wxDialog
{
 public:
    explicit PreferencesDialog(wxWindow* parent) : wxDialog(parent, wxID_ANY, shown(tr("Preferences")))
    {
        auto* grid = new wxFlexGridSizer(2, wxSize(12, 8));
        wxArrayString languages;
        languages.Add(shown(tr("That of the system")));
        languages.Add(wxString::FromUTF8("Espa\xC3\xB1ol"));
        languages.Add("English");
        language_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, languages);
        const auto& now = preferences();
        language_->SetSelection(now.language == "es" ? 1 : now.language == "en" ? 2 : 0);
        coder_ = new wxTextCtrl(this, wxID_ANY, shown(now.coder), wxDefaultPosition, wxSize(240, -1));
        coder_->SetHint(shown(tr("the system's user name")));
        points_ = new wxSpinCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 8, 28,
                                 now.reading_points);
        ask(grid, tr("Language"), language_);
        ask(grid, tr("Coder"), coder_);
        ask(grid, tr("Size of the text, in points"), points_);
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->Add(grid, wxSizerFlags().Border(wxALL, 16));
        column->Add(CreateButtonSizer(wxOK | wxCANCEL), wxSizerFlags().Expand().Border(wxALL, 12));
        SetSizerAndFit(column);
    }

    /// Takes the answers over; true when the language is another one.
    bool take()
    {
        auto& now = preferences();
        static constexpr const char* words[] = {"", "es", "en"};
        const std::string language = words[language_->GetSelection()];
        const bool another = language != now.language;
        now.language = language;
        now.coder = utf8(coder_->GetValue().Strip(wxString::both));
        now.reading_points = points_->GetValue();
        save_preferences();
        return another;
    }

 private:
    void ask(wxSizer* grid, const char* question, wxWindow* answer)
    {
        grid->Add(new wxStaticText(this, wxID_ANY, shown(question)), wxSizerFlags().CenterVertical());
        grid->Add(answer, wxSizerFlags().Expand());
        set_accessible_name(answer, shown(question));
    }
    wxChoice* language_;
    wxTextCtrl* coder_;
    wxSpinCtrl* points_;
};

}

void ask_preferences(wxWindow* parent)
{
    PreferencesDialog dialog(parent);
    if (dialog.ShowModal() != wxID_OK) return;
    const bool another = dialog.take();
    auto* bar = message_bar_of(parent);
    if (bar)
        bar->tell(shown(another ? tr("Saved. The language changes when Quipu is started again.")
                                : tr("Saved. It holds for what is opened from now on.")));
}

void show_shortcuts(wxWindow* parent)
{
    wxDialog dialog(parent, wxID_ANY, shown(tr("Shortcuts")), wxDefaultPosition, wxSize(620, 560),
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
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
    column->Add(dialog.CreateButtonSizer(wxOK), wxSizerFlags().Expand().Border(wxALL, 8));
    dialog.SetSizer(column);
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
