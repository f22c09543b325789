#include "finding_form.h"
#include "gtk_widgets.h"
#include "number_choices.h"
#include "run.h"
#include "shown.h"
#include "stats/saved_analysis.h"
#include "support_list.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/listbox.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::tr;

namespace
{

template <class TypedId>
std::vector<TypedId> ids_of(const std::vector<Choice>& choices)
{
    std::vector<TypedId> ids;
    for (const auto& choice : choices) ids.push_back(TypedId{choice.id});
    return ids;
}

}

FindingForm::FindingForm(wxWindow* parent, Session& session, const stats::NewFinding& start,
                         std::optional<stats::FindingId> changed)
    : FormDialog(parent, "finding", shown(changed ? tr("Change the finding") : tr("Write a finding")),
                 wxSize(620, 640)),
      session_(session),
      changed_(changed)
{
    title_ =
        new wxTextCtrl(place(), wxID_ANY, shown(start.title), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    add_style_class(title_, "quipu-entry");
    title_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { confirm(); });
    text_ = new wxTextCtrl(place(), wxID_ANY, shown(start.text), wxDefaultPosition, wxSize(-1, 90), wxTE_MULTILINE);
    set_margins(*text_);
    quotations_ = new SupportList(place(), shown(tr("Quotations")), tr("Add quotations..."),
                                  [&session](const auto& without) { return quotation_choices(session, without); });
    analyses_ = new SupportList(place(), shown(tr("Numbers")), tr("Add analyses..."),
                                [&session](const auto& without) { return analysis_choices(session, without); });
    std::vector<Choice> quotations, analyses;
    for (const auto id : start.quotations) quotations.push_back({id.value, called(session, id)});
    for (const auto id : start.analyses)
        if (const auto analysis = stats::find_saved_analysis(session.reading(), "#" + std::to_string(id.value)))
            analyses.push_back({id.value, analysis->name});
    quotations_->choose(std::move(quotations));
    analyses_->choose(std::move(analyses));
    ask(tr("Statement"), title_);
    ask(tr("What it rests on, in words"), text_, 1);
    ask(tr("Quotations"), quotations_, 1);
    ask(tr("Numbers"), analyses_, 1);
    finish(shown(changed_ ? tr("Save") : tr("Write the finding")), title_);
}

bool FindingForm::carry_out()
{
    const auto title = utf8(title_->GetValue().Strip(wxString::both));
    if (title.empty()) return complain(title_, tr("A finding needs its statement."));
    const auto text = utf8(text_->GetValue().Strip(wxString::trailing));
    auto quotations = ids_of<coding::QuotationId>(quotations_->chosen());
    auto analyses = ids_of<stats::AnalysisId>(analyses_->chosen());
    if (changed_) {
        const auto done = stats::set_finding(
            session_.project(), *changed_,
            {.title = title, .text = text, .quotations = std::move(quotations), .analyses = std::move(analyses)});
        return done ? true : complain(title_, done.error());
    }
    const auto done = stats::add_finding(session_.project(), {title, text, std::move(quotations), std::move(analyses)});
    return done ? true : complain(title_, done.error());
}

bool ask_finding(wxWindow* window, Session& session, const stats::NewFinding& start)
{
    clear_message(window);
    FindingForm form(window, session, start);
    return form.ShowModal() == wxID_OK;
}

bool change_finding(wxWindow* window, Session& session, stats::FindingId id)
{
    for (const auto& finding : stats::findings(session.reading())) {
        if (finding.id != id) continue;
        clear_message(window);
        FindingForm form(window, session, {finding.title, finding.text, finding.quotations, finding.analyses}, id);
        return form.ShowModal() == wxID_OK;
    }
    return false;
}

void delete_finding_of(wxWindow* window, Session& session, stats::FindingId id)
{
    if (!run(window, [&] { return stats::delete_finding(session.project(), id); })) return;
    if (auto* bar = message_bar_of(window))
        bar->offer_undo(shown(tr("The finding is gone; its quotations and analyses stay.")));
}

void step_finding(wxWindow* window, Session& session, stats::FindingId id, int by)
{
    const auto all = stats::findings(session.reading());
    const auto at = std::ranges::find(all, id, &stats::Finding::id) - all.begin();
    const auto to = at + by;
    if (at == std::ssize(all) || to < 0 || to >= std::ssize(all)) return;
    // Before the one at the new place; going down, before the one after that.
    const auto next = static_cast<std::size_t>(by < 0 ? to : to + 1);
    const auto before = next < all.size() ? std::optional(all[next].id) : std::nullopt;
    run(window, [&] { return stats::move_finding(session.project(), id, before); });
}

}
