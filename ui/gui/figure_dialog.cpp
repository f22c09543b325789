#include "figure_dialog.h"
#include "file_question.h"
#include "gtk_widgets.h"
#include "message_bar.h"
#include "run_beside.h"
#include "session.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/dirdlg.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace gui
{
namespace
{

using coding::FigureFormat;
using workbench::say;
using workbench::say_n;
using workbench::tr;

constexpr std::array formats{FigureFormat::svg, FigureFormat::png, FigureFormat::pdf, FigureFormat::dot,
                             FigureFormat::graphml};
constexpr std::array suffixes{".svg", ".png", ".pdf", ".dot", ".graphml"};
constexpr std::array widths{coding::column_width, coding::page_width, 0.0};

/// What was answered last, as long as the window lives.
struct Answers {
    int format = 1; ///< PNG: what a word processor takes without a question
    int width = 1;  ///< a page of text
    bool caption = false;
};
Answers& last_answers()
{
    static Answers answers;
    return answers;
}

class FigureDialog : public wxDialog
{
 public:
    FigureDialog(wxWindow* parent, std::size_t networks, bool one, const coding::NetworkLook& look)
        : wxDialog(parent, wxID_ANY, shown(tr("Write figures")))
    {
        auto* column = new wxBoxSizer(wxVERTICAL);
        const auto put = [&](wxWindow* window) {
            column->Add(window, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, 14));
        };
        one_ =
            new wxRadioButton(this, wxID_ANY, shown(tr("&This network")), wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
        const auto count = static_cast<long long>(networks);
        all_ = new wxRadioButton(
            this, wxID_ANY, shown(say_n("&All networks, numbered ({})", "&All networks, numbered ({})", count, count)));
        one_->Enable(one);
        (one ? one_ : all_)->SetValue(true);
        put(one_);
        put(all_);
        wxArrayString names;
        for (const auto* name :
             {tr("PNG picture, 300 dpi"), tr("PDF page"), tr("DOT, for Graphviz"), tr("GraphML, for Gephi or yEd")})
            names.Add(shown(name));
        names.Insert(shown(tr("SVG drawing, sharp at any size")), 0);
        format_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
        format_->SetSelection(last_answers().format);
        set_accessible_name(format_, shown(tr("Format")));
        put(format_);
        wxArrayString wide;
        for (const auto* name :
             {tr("Printed as wide as a column: 8 cm"), tr("Printed as wide as a page of text: 16 cm"),
              tr("As wide as it stands in the window")})
            wide.Add(shown(name));
        width_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wide);
        width_->SetSelection(last_answers().width);
        width_->SetToolTip(shown(tr("Letters are readable at that width: what is too wide is set in narrower lines.")));
        set_accessible_name(width_, shown(tr("Width in print")));
        put(width_);
        counts_ = new wxCheckBox(this, wxID_ANY, shown(tr("&Quotations and links under each code")));
        counts_->SetValue(look.counts);
        put(counts_);
        caption_ = new wxCheckBox(this, wxID_ANY, shown(tr("&Number, caption and source below")));
        caption_->SetValue(last_answers().caption);
        put(caption_);
        auto* buttons = CreateButtonSizer(wxOK | wxCANCEL);
        FindWindow(wxID_OK)->SetLabel(shown(tr("&Write...")));
        column->Add(buttons, wxSizerFlags().Expand().Border(wxALL, 14));
        SetSizerAndFit(column);
        format_->SetFocus();
    }

    bool all() const { return all_->GetValue(); }
    std::size_t format() const { return static_cast<std::size_t>(std::max(0, format_->GetSelection())); }
    coding::NetworkLook look() const
    {
        last_answers() = {format_->GetSelection(), width_->GetSelection(), caption_->GetValue()};
        return {counts_->GetValue(), caption_->GetValue(),
                widths[static_cast<std::size_t>(std::max(0, width_->GetSelection()))]};
    }

 private:
    wxRadioButton *one_, *all_;
    wxChoice *format_, *width_;
    wxCheckBox *counts_, *caption_;
};

void ask(wxWindow* window, Session& session, std::optional<coding::NetworkId> network, const coding::NetworkLook& look)
{
    const auto all = coding::networks(session.reading());
    FigureDialog dialog(window, all.size(), network.has_value(), look);
    if (dialog.ShowModal() != wxID_OK) return;
    const auto chosen = dialog.look();
    if (dialog.all()) {
        wxDirDialog folder(window, shown(tr("The folder for the figures")));
        if (folder.ShowModal() == wxID_OK)
            write_all_figures(window, session, utf8(folder.GetPath()), formats[dialog.format()], chosen);
        return;
    }
    const auto name = coding::network(session.reading(), *network)->name;
    const wxString suffix = suffixes[dialog.format()];
    FileQuestion question(window, shown(tr("Write the figure")), shown(name) + suffix, "*" + suffix + "|*" + suffix,
                          wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (auto file = question.ask()) {
        if (!file->has_extension()) *file += utf8(suffix);
        write_figure(window, session, *network, *file, chosen);
    }
}

}

void ask_figure(wxWindow* window, Session& session, coding::NetworkId network, coding::NetworkLook look)
{
    ask(window, session, network, look);
}

void ask_all_figures(wxWindow* window, Session& session)
{
    ask(window, session, {}, {});
}

void write_figure(wxWindow* window, Session& session, coding::NetworkId network, const std::filesystem::path& file,
                  const coding::NetworkLook& look)
{
    run_beside(
        window, session, workbench::Access::read,
        [network, file, look](workbench::Project& project, workbench::Progress& progress) {
            progress.start(tr("Drawing networks"), 0);
            return coding::export_network(project, network, file, progress, look);
        },
        [window](const coding::ExportedNetwork& written) {
            if (auto* bar = message_bar_of(window))
                bar->tell(shown(say("Written to {}.", written.file.string()) + " " + written.caption));
        });
}

void write_all_figures(wxWindow* window, Session& session, const std::filesystem::path& folder, FigureFormat format,
                       const coding::NetworkLook& look)
{
    run_beside(
        window, session, workbench::Access::read,
        [folder, format, look](workbench::Project& project, workbench::Progress& progress) {
            return coding::export_networks(project, folder, format, progress, look);
        },
        [window, folder](const std::vector<coding::ExportedNetwork>& written) {
            const auto count = static_cast<long long>(written.size());
            if (auto* bar = message_bar_of(window))
                bar->tell(shown(say_n("{} figure is in {}.", "{} figures are in {}.", count, count, folder.string())));
        });
}

}
