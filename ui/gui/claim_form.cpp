#include "claim_form.h"
#include "choice_button.h"
#include "coding/coding.h"
#include "gtk_widgets.h"
#include "look.h"
#include "number_choices.h"
#include "run.h"
#include "shown.h"
#include "statistic_name.h"
#include "stats/analyses.h"
#include "stats/indicator_table.h"
#include "stats/number_format.h"
#include "stats/saved_analysis.h"
#include "workbench/anchor.h"
#include "workbench/tr.h"
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{

using workbench::fail;
using workbench::Result;
using workbench::say;
using workbench::tr;

namespace
{

constexpr std::size_t most_known = 8;

/// "n = 16; mean = 61.3": what can be stated of a result, by the usual symbols first.
std::string known_numbers(std::string_view statistic, const nlohmann::ordered_json& outcome,
                          const stats::NumberFormat& format)
{
    const auto* analysis = stats::find_analysis(statistic);
    const auto result = outcome.value("result", nlohmann::ordered_json());
    if (!analysis || !result.is_object()) return {};
    std::string known;
    std::size_t count = 0;
    const auto add = [&](std::string_view name, const nlohmann::ordered_json& value) {
        if (!value.is_number() || count >= most_known) return;
        known += (count++ ? "; " : "") + std::string(name) + " = " +
                 format.fixed(value.get<double>(), value.is_number_integer() ? 0 : 3);
    };
    for (const auto& symbol : analysis->symbols)
        if (const auto value = stats::result_value(*analysis, result, symbol.symbol)) add(symbol.symbol, *value);
    for (const auto& [key, value] : result.items()) {
        bool said = false;
        for (const auto& symbol : analysis->symbols) said |= symbol.key == key;
        if (!said) add(key, value);
    }
    return known;
}

std::optional<double> number_in(const wxString& typed)
{
    auto plain = typed;
    plain.Replace(",", ".");
    double number = 0;
    return plain.ToCDouble(&number) && number >= 0 ? std::optional(number) : std::nullopt;
}

}

ClaimForm::ClaimForm(wxWindow* parent, Session& session, ClaimSentence sentence, const stats::Numbers& numbers,
                     std::optional<stats::Claim> changed)
    : FormDialog(parent, "claim", shown(changed ? tr("Change the claim") : tr("Make a claim")), wxSize(580, 560)),
      session_(session),
      changed_(std::move(changed)),
      passage_(sentence.passage),
      all_(std::make_unique<NumberChoices>(number_choices(session)))
{
    sentence_ = new ChoiceButton(place(), tr("Sentence"), tr("Choose the quotation that states the number..."),
                                 [&session] { return quotation_choices(session); });
    if (sentence.quotation) sentence_->choose(Choice{sentence.quotation->value, called(session, *sentence.quotation)});
    if (passage_)
        sentence_->choose(Choice{0, workbench::slice(session.reading(), passage_->document, *passage_->span)});
    sentence_->Enable(!changed_ && !passage_);
    numbers_ = new ChoiceButton(place(), tr("Recomputed from"), tr("Choose an analysis or a column of a table..."),
                                [this] { return all_->choices; });
    numbers_->choose(all_->of(numbers));
    states_ = new wxTextCtrl(place(), wxID_ANY, changed_ ? shown(changed_->expect) : wxString(), wxDefaultPosition,
                             wxDefaultSize, wxTE_PROCESS_ENTER);
    states_->SetHint("r = -0.662; p < 0.05");
    tolerance_ = new wxTextCtrl(place(), wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    if (changed_ && changed_->tolerance) tolerance_->SetValue(wxString::FromCDouble(*changed_->tolerance));
    tolerance_->SetHint(shown(tr("half a unit of the last printed decimal")));
    for (auto* entry : {states_, tolerance_}) {
        add_style_class(entry, "quipu-entry");
        entry->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { confirm(); });
        entry->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { judge(); });
    }
    known_ = new wxStaticText(place(), wxID_ANY, wxString());
    known_->SetForegroundColour(look::faint());
    preview_ = new wxTextCtrl(place(), wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, 64),
                              wxTE_MULTILINE | wxTE_READONLY | wxTE_NO_VSCROLL | wxBORDER_NONE);
    set_margins(*preview_);
    preview_->SetBackgroundColour(look::over(look::accent(), look::paper(), 0.10));
    ask(tr("Sentence"), sentence_);
    ask(tr("Recomputed from"), numbers_);
    put(known_);
    ask(tr("What it states"), states_, 0, tr("Name, sign and number; several with ; between. Signs: = < > <= >= ~"));
    ask(tr("Tolerance"), tolerance_);
    ask(tr("Verdict"), preview_, 1);
    numbers_chosen_ = numbers_->changed.listen([this] { bind_numbers(); });
    bind_numbers();
    wxWindow* first = states_;
    if (!numbers_->chosen()) first = numbers_;
    if (!sentence_->chosen()) first = sentence_;
    finish(shown(changed_ ? tr("Save") : tr("Make the claim")), first);
}

ClaimForm::~ClaimForm() = default;

std::string ClaimForm::preview() const
{
    return utf8(preview_->GetValue());
}

void ClaimForm::bind_numbers()
{
    bound_.reset();
    wxString words;
    if (const auto& chosen = numbers_->chosen()) {
        auto bound = bound_to(all_->numbers[static_cast<std::size_t>(chosen->id)]);
        if (bound) {
            words = shown(known_numbers(bound->statistic, bound->outcome, stats::NumberFormat::of(session_.reading())));
            bound_ = std::move(*bound);
            complain(numbers_, std::string());
        } else {
            complain(numbers_, bound.error());
        }
    }
    known_->Show(!words.empty());
    known_->SetLabel(words);
    known_->Wrap(std::max(300, place()->GetClientSize().x - 8));
    judge();
    place()->Layout();
}

// A column is described by the statistic that fits its type; one that stands there already is taken.
Result<ClaimForm::Bound> ClaimForm::bound_to(const stats::Numbers& numbers) const
{
    const auto& reading = session_.reading();
    Bound bound;
    if (numbers.analysis) {
        auto analysis = stats::find_saved_analysis(reading, "#" + std::to_string(numbers.analysis->value));
        if (!analysis) return fail(analysis.error());
        bound.analysis = analysis->id;
        bound.statistic = analysis->statistic;
        bound.outcome = std::move(analysis->outcome);
        return bound;
    }
    const auto table = stats::find_table(reading, "#" + std::to_string(numbers.table->value));
    if (!table) return fail(table.error());
    bound.statistic = "frequency_table";
    for (const auto& column : table->columns)
        if (column.name == numbers.column &&
            (column.type == stats::ColumnType::integer || column.type == stats::ColumnType::number))
            bound.statistic = "descriptives";
    bound.table = table->name;
    bound.column = numbers.column;
    bound.name = statistic_name(bound.statistic) + ": " + table->name + ", " + numbers.column;
    for (auto& analysis : stats::analyses_of(reading))
        if (analysis.name == bound.name && analysis.statistic == bound.statistic) {
            bound.analysis = analysis.id;
            bound.outcome = std::move(analysis.outcome);
            return bound;
        }
    auto outcome = stats::run_on_table(reading, bound.statistic, bound.table, {{"x", bound.column}});
    if (!outcome) return fail(outcome.error());
    bound.outcome = std::move(*outcome);
    return bound;
}

void ClaimForm::judge()
{
    const auto expect = utf8(states_->GetValue().Strip(wxString::both));
    const auto say_it = [this](const std::string& words) {
        if (utf8(preview_->GetValue()) != words) preview_->ChangeValue(shown(words));
    };
    if (!bound_) return say_it(tr("Choose what it can be recomputed from."));
    if (expect.empty()) return say_it(tr("Type what the sentence states, as in r = -0.662."));
    const auto typed = tolerance_->GetValue().Strip(wxString::both);
    const auto tolerance = number_in(typed);
    const auto judged =
        bound_->analysis ? stats::judged(session_.reading(), *bound_->analysis, expect, tolerance)
                         : stats::judged_by(session_.reading(), bound_->statistic, bound_->outcome, expect, tolerance);
    say_it(judged ? stats::in_words(judged->verdict) + "\n" + judged->detail : judged.error().detail);
}

std::optional<std::optional<double>> ClaimForm::asked_tolerance()
{
    const auto typed = tolerance_->GetValue().Strip(wxString::both);
    if (typed.empty()) return std::optional<double>();
    if (const auto number = number_in(typed)) return number;
    complain(tolerance_, say("\"{}\" is no tolerance: give a number, 0 or more.", utf8(typed)));
    return std::nullopt;
}

// The quotation of a passage, the analysis of a column and the claim are one change.
Result<void> ClaimForm::write(const Bound& bound, std::optional<double> tolerance)
{
    auto& project = session_.project();
    const auto expect = utf8(states_->GetValue().Strip(wxString::both));
    using workbench::Change;
    return project.change(changed_ ? workbench::Op::set_claim : workbench::Op::add_claim, [&](Change&) -> Result<void> {
        auto analysis = bound.analysis;
        if (!analysis) {
            const auto kept =
                stats::save_analysis(project, bound.name, bound.statistic, bound.table, {{"x", bound.column}});
            if (!kept) return fail(kept.error());
            const auto made = stats::find_saved_analysis(project, bound.name);
            if (!made) return fail(made.error());
            analysis = made->id;
        }
        if (changed_) {
            const auto done = stats::set_claim(
                project, changed_->id, {.analysis = analysis, .expect = expect, .tolerance = std::optional(tolerance)});
            return done ? Result<void>() : fail(done.error());
        }
        coding::QuotationId quotation{sentence_->chosen()->id};
        if (passage_) {
            const auto marked = coding::mark(project, passage_->document, *passage_->span, {});
            if (!marked) return fail(marked.error());
            quotation = marked->quotation;
        }
        const auto done = stats::add_claim(project, quotation, *analysis, expect, tolerance);
        return done ? Result<void>() : fail(done.error());
    });
}

bool ClaimForm::carry_out()
{
    if (!sentence_->chosen()) return complain(sentence_, tr("Choose the quotation that states the number."));
    if (!numbers_->chosen()) return complain(numbers_, tr("Choose what it can be recomputed from."));
    if (!bound_) {
        bind_numbers();
        return false;
    }
    if (states_->GetValue().Strip(wxString::both).empty())
        return complain(states_, tr("Type what the sentence states, as in r = -0.662."));
    const auto tolerance = asked_tolerance();
    if (!tolerance) return false;
    const auto done = write(*bound_, *tolerance);
    return done ? true : complain(states_, done.error());
}

bool ask_claim(wxWindow* window, Session& session, const ClaimSentence& sentence, const stats::Numbers& numbers)
{
    clear_message(window);
    ClaimForm form(window, session, sentence, numbers);
    return form.ShowModal() == wxID_OK;
}

bool change_claim(wxWindow* window, Session& session, stats::ClaimId id)
{
    for (const auto& claim : stats::claims(session.reading())) {
        if (claim.id != id) continue;
        clear_message(window);
        ClaimForm form(window, session, {claim.quotation}, {.analysis = claim.analysis}, claim);
        return form.ShowModal() == wxID_OK;
    }
    return false;
}

void delete_claim_of(wxWindow* window, Session& session, stats::ClaimId id)
{
    if (!run(window, [&] { return stats::delete_claim(session.project(), id); })) return;
    if (auto* bar = message_bar_of(window)) bar->offer_undo(shown(tr("The claim is gone; its quotation stays.")));
}

}
