#include "coding_menu.h"
#include "act_menu.h"
#include "action.h"
#include "claim_form.h"
#include "code_gestures.h"
#include "coding/coding.h"
#include "coding/memo.h"
#include "document_view.h"
#include "evidence_form.h"
#include "look.h"
#include "run.h"
#include "shown.h"
#include "swatch.h"
#include "text_surface.h"
#include "workbench/tr.h"
#include <set>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

/// The label of an action with its keys, as the menu bar has it.
wxString with_keys(Action action)
{
    const auto& info = info_of(action);
    return shown(name_of(info)) + "\t" + info.keys;
}

ActMenu colours(DocumentView& view, Session& session, coding::CodeId code)
{
    ActMenu menu;
    for (const auto& [hex, name] : palette_colors())
        menu.add(
            name, [&view, &session, code, hex = hex] { set_color(&view, session, {code}, hex); },
            swatch(look::of_code(hex)));
    menu.separate();
    menu.add(shown(tr("Another colour...")), [&view, &session, code] { ask_color(&view, session, {code}); });
    return menu;
}

void add_code_items(ActMenu& menu, DocumentView& view, Session& session, coding::QuotationId quotation,
                    const coding::Code& code)
{
    const auto id = code.id;
    menu.add(shown(say("Show all quotations of \"{}\"", code.name)), [&session, id] { session.look_at(id); });
    menu.separate();
    menu.add(shown(say("Take \"{}\" away from here", code.name)) + "\tDel", [&view, quotation, id] {
        view.chosen().choose(quotation, id);
        view.chosen().remove();
    });
    menu.add(shown(say("Put another code in place of \"{}\"...", code.name)), [&view, id] { view.change_code(id); });
    menu.add(shown(say("Colour of \"{}\"", code.name)), colours(view, session, id));
}

}

void show_coding_menu(DocumentView& view, Session& session, std::optional<coding::CodeId> code, wxPoint at)
{
    const auto quotation = view.chosen().quotation();
    if (!quotation) return;
    ActMenu menu;
    menu.add(shown(say("Select the text of {}", quotation->label())),
             [&view, span = *quotation->span] { view.transcript().text().select(span); });
    const auto codes = code ? std::vector{*code} : coding::codes_on(session.reading(), quotation->id);
    for (const auto one : codes) {
        const auto* known = session.code(one);
        if (!known) continue;
        if (codes.size() == 1) {
            add_code_items(menu, view, session, quotation->id, *known);
            continue;
        }
        ActMenu below; // by key a quotation is chosen with all its codes
        add_code_items(below, view, session, quotation->id, *known);
        menu.add(one_line(known->name, 40), std::move(below));
    }
    menu.separate();
    menu.add(with_keys(Action::choose_code), [&view] { view.choose_code(); });
    menu.add(with_keys(Action::comment), [&view] { view.comment(); });
    menu.add(with_keys(Action::add_memo), [&view] { view.write_memo(); });
    for (const auto& memo : coding::memos(session.reading(), quotation->id.value))
        menu.add(shown(say("Open the memo \"{}\"", memo.title)),
                 [&session, id = memo.id.value] { session.open_object(id); });
    menu.separate();
    menu.add(shown(tr("Link to numbers...")),
             [&view, &session, id = quotation->id] { ask_evidence(&view, session, id.value); });
    menu.add(with_keys(Action::add_claim),
             [&view, &session, id = quotation->id] { ask_claim(&view, session, {.quotation = id}); });
    menu.separate();
    menu.add(with_keys(Action::end_later), [&view] { view.chosen().move_end(End::end, true); });
    menu.add(with_keys(Action::end_earlier), [&view] { view.chosen().move_end(End::end, false); });
    menu.separate();
    menu.add(shown(say("Delete the quotation {}", quotation->label())), [&view] { view.chosen().remove_quotation(); });
    menu.show(view, at);
}

void show_text_menu(DocumentView& view, Session& session, wxPoint at)
{
    ActMenu menu;
    const bool some = !view.selected_text().empty();
    if (some) {
        menu.add(with_keys(Action::choose_code), [&view] { view.choose_code(); });
        for (const auto id : session.recent_codes(3))
            if (const auto* code = session.code(id))
                menu.add(
                    one_line(code->name, 40), [&view, id] { view.code_with(id); }, swatch(look::of_code(code->color)));
        menu.add(with_keys(Action::code_in_vivo), [&view] { view.code_in_vivo(); });
        menu.add(with_keys(Action::quote), [&view] { view.quote(); });
        menu.separate();
        menu.add(with_keys(Action::comment), [&view] { view.comment(); });
        menu.add(with_keys(Action::add_memo), [&view] { view.write_memo(); });
        menu.add(with_keys(Action::add_claim), [&view, &session] {
            ask_claim(&view, session, {.passage = Place{view.document(), view.transcript().selected()}});
        });
        menu.separate();
        menu.add(with_keys(Action::copy), [&view] { view.transcript().text().Copy(); });
        menu.add(shown(tr("Search this everywhere")),
                 [&view, &session] { session.find_all("\"" + view.selected_text() + "\""); });
        menu.separate();
    }
    menu.add(with_keys(Action::find_here), [&view] { view.find(); });
    menu.add(with_keys(Action::correct_text), [&view] { view.correct(); });
    menu.add(with_keys(Action::next_uncoded), [&view] { view.next_uncoded_turn(); });
    menu.show(view, at);
}

wxString hint_of(Session& session, workbench::DocumentId document, const Stripe& stripe)
{
    const auto* code = session.code(stripe.code);
    std::string said = code ? code->path : stripe.name;
    std::set<std::string> coders;
    const auto& table = session.codings();
    if (const auto at = table.document_index(document))
        for (auto i = table.document_rows()[*at]; i < table.document_rows()[*at + 1]; ++i) {
            const auto& row = table.rows()[i];
            if (row.begin == stripe.span.begin && row.end == stripe.span.end &&
                table.codes().nodes()[row.code].id == stripe.code)
                coders.insert(table.coders()[row.coder].name);
        }
    const auto id = coding::quotation_at(session.reading(), document, stripe.span);
    const auto quotation = id ? coding::quotation(session.reading(), *id) : std::nullopt;
    if (quotation) said += "\n" + quotation->label();
    for (const auto& coder : coders) said += (coder == *coders.begin() ? " \u00B7 " : ", ") + coder;
    if (quotation && quotation->comment && !quotation->comment->empty()) said += "\n" + *quotation->comment;
    return shown(said);
}

}
