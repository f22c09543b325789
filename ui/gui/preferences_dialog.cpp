#include "anew.h"
#include "dialog_buttons.h"
#include "dialogs.h"
#include "gtk_widgets.h"
#include "look.h"
#include "message_bar.h"
#include "preferences.h"
#include "remembered_dialog.h"
#include "shown.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <filesystem>
#include <unistd.h>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dirdlg.h>
#include <wx/fontenum.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

constexpr std::array<const char*, 3> languages{"", "es", "en"}, themes{"", "light", "dark"};

template <class Words>
int at(const Words& words, const std::string& word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? 0 : static_cast<int>(found - words.begin());
}

/// One question below the other, the questions on the left; what is wrong with an answer stands below it.
class PreferencesDialog : public RememberedDialog
{
 public:
    explicit PreferencesDialog(wxWindow* parent)
        : RememberedDialog(parent, "preferences", shown(tr("Preferences")), wxSize(520, 420))
    {
        const auto& now = preferences();
        grid_ = new wxFlexGridSizer(2, wxSize(12, 8));
        grid_->AddGrowableCol(1);
        language_ = choice({shown(tr("That of the system")), wxString::FromUTF8("Espa\xC3\xB1ol"), "English"},
                           at(languages, now.language));
        theme_ =
            choice({shown(tr("That of the system")), shown(tr("Light")), shown(tr("Dark"))}, at(themes, now.theme));
        face_ = new wxComboBox(this, wxID_ANY, shown(now.reading_face), wxDefaultPosition, wxDefaultSize, faces());
        face_->SetHint(shown(tr("the serif that Quipu chooses")));
        face_->AutoComplete(faces());
        points_ = new wxSpinCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 8, 28,
                                 now.reading_points);
        coder_ = new wxTextCtrl(this, wxID_ANY, shown(now.coder));
        coder_->SetHint(shown(tr("the system's user name")));
        folder_ = new wxTextCtrl(this, wxID_ANY, shown(now.backup_folder));
        folder_->SetHint(shown(tr("in the user's own folder")));
        ask(tr("Language"), language_);
        ask(tr("Theme"), theme_);
        grid_->AddSpacer(0);
        auto* at_once = new wxStaticText(this, wxID_ANY, shown(tr("Both change at once; what is open opens again.")));
        at_once->SetForegroundColour(look::faint());
        at_once->SetFont(look::interface(0.88));
        grid_->Add(at_once, wxSizerFlags().Border(wxBOTTOM, 4));
        ask(tr("Font of the text"), face_);
        face_error_ = error_line();
        ask(tr("Size of the text, in points"), points_);
        ask(tr("Coder"), coder_);
        ask(tr("Folder of the backups"), folder_, choose_button());
        folder_error_ = error_line();

        auto* column = new wxBoxSizer(wxVERTICAL);
        column->Add(grid_, wxSizerFlags(1).Expand().Border(wxALL, 16));
        column->Add(dialog_buttons(*this, shown(tr("Save"))), wxSizerFlags().Expand().Border(wxALL, 12));
        SetSizer(column);
        if (GetSize().y < GetBestSize().y) Fit();
        language_->SetFocus();
        Bind(
            wxEVT_BUTTON, [this](wxCommandEvent& event) { event.Skip(is_right()); }, wxID_OK);
    }

    /// What the answers change in windows that are open.
    struct Change {
        bool theme, language;
    };
    /// Takes the answers over.
    Change take()
    {
        auto& now = preferences();
        const auto before = std::pair(now.language, now.theme);
        now.language = languages.at(static_cast<std::size_t>(language_->GetSelection()));
        now.theme = themes.at(static_cast<std::size_t>(theme_->GetSelection()));
        now.coder = answer(*coder_);
        now.reading_points = points_->GetValue();
        now.reading_face = utf8(face_->GetValue().Strip(wxString::both));
        now.backup_folder = answer(*folder_);
        save_preferences();
        use_backup_folder();
        return {before.second != now.theme, before.first != now.language};
    }

 private:
    static std::string answer(const wxTextCtrl& field) { return utf8(field.GetValue().Strip(wxString::both)); }

    static wxArrayString faces()
    {
        auto all = wxFontEnumerator::GetFacenames();
        all.Sort();
        return all;
    }

    wxChoice* choice(const std::vector<wxString>& answers, int chosen)
    {
        auto* made = new wxChoice(this, wxID_ANY);
        for (const auto& answer : answers) made->Append(answer);
        made->SetSelection(chosen);
        return made;
    }

    wxButton* choose_button()
    {
        auto* button = new wxButton(this, wxID_ANY, shown(tr("C&hoose...")));
        button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
            wxDirDialog question(this, shown(tr("Folder of the backups")), folder_->GetValue());
            if (question.ShowModal() == wxID_OK) folder_->SetValue(question.GetPath());
        });
        return button;
    }

    void ask(const char* question, wxWindow* answer, wxWindow* beside = nullptr)
    {
        grid_->Add(new wxStaticText(this, wxID_ANY, shown(question)), wxSizerFlags().CenterVertical());
        auto* line = new wxBoxSizer(wxHORIZONTAL);
        line->Add(answer, wxSizerFlags(1).CenterVertical());
        if (beside) line->Add(beside, wxSizerFlags().CenterVertical().Border(wxLEFT, 8));
        grid_->Add(line, wxSizerFlags().Expand());
        set_accessible_name(answer, shown(question));
    }

    wxStaticText* error_line()
    {
        grid_->AddSpacer(0);
        auto* line = new wxStaticText(this, wxID_ANY, wxString());
        line->SetForegroundColour(look::warning());
        grid_->Add(line, wxSizerFlags().Expand());
        line->Hide();
        return line;
    }

    bool complain(wxStaticText* line, wxWindow* field, const std::string& why)
    {
        line->SetLabel(why.empty() ? wxString() : wxString(wxUniChar(0x25B2)) + " " + shown(why));
        line->Show(!why.empty());
        Layout();
        if (!why.empty()) {
            SetSize(wxSize(GetSize().x, std::max(GetSize().y, GetBestSize().y)));
            field->SetFocus();
        }
        return why.empty();
    }

    bool is_right()
    {
        const auto face = face_->GetValue().Strip(wxString::both);
        const bool known = face.empty() || wxFontEnumerator::IsValidFacename(face);
        const auto folder = answer(*folder_);
        std::error_code ignored;
        const bool there =
            folder.empty() || (std::filesystem::is_directory(folder, ignored) && ::access(folder.c_str(), W_OK) == 0);
        const bool folder_right = complain(
            folder_error_, folder_, there ? std::string() : say("\"{}\" is no folder that one can write to.", folder));
        const bool face_right = complain(
            face_error_, face_, known ? std::string() : say("No font called \"{}\" is installed.", utf8(face)));
        return folder_right && face_right;
    }

    wxFlexGridSizer* grid_;
    wxChoice *language_, *theme_;
    wxComboBox* face_;
    wxSpinCtrl* points_;
    wxTextCtrl *coder_, *folder_;
    wxStaticText *face_error_, *folder_error_;
};

}

void ask_preferences(wxWindow* parent)
{
    PreferencesDialog dialog(parent);
    if (dialog.ShowModal() != wxID_OK) return;
    const auto change = dialog.take();
    auto* bar = message_bar_of(parent);
    if (!change.theme && !change.language) {
        if (bar) bar->tell(shown(tr("Saved. It holds for what is opened from now on.")));
        return;
    }
    // Later: the window that asked goes too.
    wxTheApp->CallAfter([language = change.language, bar = wxWeakRef<MessageBar>(bar)] {
        if (!begin_anew(language) && bar)
            bar->tell(shown(tr("Saved. Something is being worked on, so language and theme change when Quipu is "
                               "started again.")));
    });
}

}
