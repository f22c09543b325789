#include "evidence_form.h"
#include "choice_button.h"
#include "coding/object_ref.h"
#include "gtk_widgets.h"
#include "number_choices.h"
#include "object_choices.h"
#include "run.h"
#include "shown.h"
#include "verdict_words.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::say;
using workbench::tr;

namespace
{

/// What words can be: a code, a quotation, a memo, a network.
std::vector<Choice> word_choices(Session& session)
{
    auto all = object_choices(session);
    std::erase_if(all, [&](const Choice& choice) {
        const auto kind = workbench::kind_of(session.reading(), choice.id);
        return kind != workbench::ObjectKind::code && kind != workbench::ObjectKind::quotation &&
               kind != workbench::ObjectKind::memo && kind != workbench::ObjectKind::network;
    });
    return all;
}

std::optional<Choice> word_choice(Session& session, std::int64_t object)
{
    if (object == 0) return std::nullopt;
    for (auto& choice : word_choices(session))
        if (choice.id == object) return choice;
    return Choice{object, coding::title_of(session.reading(), object)};
}

}

EvidenceForm::EvidenceForm(wxWindow* parent, Session& session, std::int64_t object, const stats::Numbers& numbers,
                           std::optional<stats::Evidence> changed)
    : FormDialog(parent, "evidence", shown(changed ? tr("Words and numbers") : tr("Link words to numbers")),
                 wxSize(560, 560)),
      session_(session),
      changed_(std::move(changed)),
      all_(std::make_unique<NumberChoices>(number_choices(session)))
{
    words_ = new ChoiceButton(place(), tr("Words"), tr("Choose a code, a quotation, a memo or a network..."),
                              [&session] { return word_choices(session); });
    words_->choose(word_choice(session, object));
    words_->Enable(!changed_);
    numbers_ = new ChoiceButton(place(), tr("Numbers"), tr("Choose an analysis or a column of a table..."),
                                [this] { return all_->choices; });
    numbers_->choose(all_->of(numbers));
    row_ = new wxTextCtrl(place(), wxID_ANY, numbers.row ? shown(std::to_string(*numbers.row)) : wxString());
    row_->SetHint(shown(tr("all rows")));
    add_style_class(row_, "quipu-entry");
    reason_ = new wxTextCtrl(place(), wxID_ANY, changed_ ? shown(changed_->reason) : wxString(), wxDefaultPosition,
                             wxSize(-1, 84), wxTE_MULTILINE);
    set_margins(*reason_);
    ask(tr("Words"), words_);
    ask(tr("Numbers"), numbers_);
    ask(tr("Row of the table"), row_, 0, tr("Only for a cell of a column; counted from 1."));
    ask(tr("What the words say of the numbers"), make_verdicts(changed_ ? changed_->verdict : "converges"));
    ask(tr("Reason"), reason_, 1);
    numbers_chosen_ = numbers_->changed.listen([this] { follow_numbers(); });
    follow_numbers();
    wxWindow* first = reason_;
    if (!numbers_->chosen()) first = numbers_;
    if (!words_->chosen()) first = words_;
    finish(shown(changed_ ? tr("Save") : tr("Link")), first);
}

EvidenceForm::~EvidenceForm() = default;

wxWindow* EvidenceForm::make_verdicts(std::string_view chosen)
{
    auto* group = new wxPanel(place(), wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL);
    auto* column = new wxBoxSizer(wxVERTICAL);
    for (std::size_t i = 0; i < stats::verdicts.size(); ++i) {
        const auto words = shown(relation_explained(stats::verdicts[i]));
        verdicts_[i] =
            new wxRadioButton(group, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, i == 0 ? wxRB_GROUP : 0);
        set_accessible_name(verdicts_[i], words);
        if (stats::verdicts[i] == chosen) verdicts_[i]->SetValue(true);
        column->Add(verdicts_[i], wxSizerFlags().Border(wxTOP, 2));
    }
    group->SetSizer(column);
    return group;
}

void EvidenceForm::follow_numbers()
{
    const auto& chosen = numbers_->chosen();
    row_->Enable(chosen && all_->numbers[static_cast<std::size_t>(chosen->id)].table.has_value());
}

std::string EvidenceForm::asked_verdict() const
{
    for (std::size_t i = 0; i < verdicts_.size(); ++i)
        if (verdicts_[i]->GetValue()) return std::string(stats::verdicts[i]);
    return {};
}

std::optional<stats::Numbers> EvidenceForm::asked_numbers()
{
    const auto& chosen = numbers_->chosen();
    if (!chosen) {
        complain(numbers_, tr("Choose an analysis, or a column of a table."));
        return std::nullopt;
    }
    auto numbers = all_->numbers[static_cast<std::size_t>(chosen->id)];
    const auto typed = row_->GetValue().Strip(wxString::both);
    if (!numbers.table || typed.empty()) return numbers;
    long long row = 0;
    if (!typed.ToLongLong(&row) || row < 1) {
        complain(row_, say("\"{}\" is no number of a row.", utf8(typed)));
        return std::nullopt;
    }
    numbers.row = row;
    return numbers;
}

bool EvidenceForm::carry_out()
{
    if (!words_->chosen()) return complain(words_, tr("Choose which words speak of the numbers."));
    const auto numbers = asked_numbers();
    if (!numbers) return false;
    const auto reason = utf8(reason_->GetValue().Strip(wxString::both));
    if (reason.empty()) return complain(reason_, tr("Say in a sentence why the words and the numbers go together."));
    std::optional<workbench::Error> wrong;
    if (changed_) {
        const auto done =
            stats::set_evidence(session_.project(), changed_->id,
                                {.numbers = changed_->numbers == *numbers && !changed_->stale ? std::nullopt : numbers,
                                 .verdict = asked_verdict(),
                                 .reason = reason});
        if (!done) wrong = done.error();
    } else {
        const auto done =
            stats::add_evidence(session_.project(), words_->chosen()->id, *numbers, asked_verdict(), reason);
        if (!done) wrong = done.error();
    }
    if (!wrong) return true;
    return complain(numbers->row ? static_cast<wxWindow*>(row_) : numbers_, *wrong);
}

bool ask_evidence(wxWindow* window, Session& session, std::int64_t object, const stats::Numbers& numbers)
{
    clear_message(window);
    EvidenceForm form(window, session, object, numbers);
    return form.ShowModal() == wxID_OK;
}

bool change_evidence(wxWindow* window, Session& session, stats::EvidenceId id)
{
    for (auto& evidence : stats::evidence_of(session.reading())) {
        if (evidence.id != id) continue;
        clear_message(window);
        const auto object = evidence.object;
        const auto numbers = evidence.numbers;
        EvidenceForm form(window, session, object, numbers, std::move(evidence));
        return form.ShowModal() == wxID_OK;
    }
    return false;
}

void delete_evidence_link(wxWindow* window, Session& session, stats::EvidenceId id)
{
    if (!run(window, [&] { return stats::delete_evidence(session.project(), id); })) return;
    if (auto* bar = message_bar_of(window)) bar->offer_undo(shown(tr("The link between words and numbers is gone.")));
}

}
