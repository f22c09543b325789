#include "quotation_gestures.h"
#include "chooser.h"
#include "code_gestures.h"
#include "coding/coding.h"
#include "coding/quotation_export.h"
#include "file_question.h"
#include "note_editor.h"
#include "run.h"
#include "shown.h"
#include "workbench/change.h"
#include "workbench/tr.h"
#include <algorithm>
#include <map>
#include <wx/clipbrd.h>
#include <wx/utils.h>

namespace gui
{

using coding::CodeId;
using workbench::Change;
using workbench::fail;
using workbench::Op;
using workbench::Result;
using workbench::say;
using workbench::say_n;
using workbench::tr;

namespace
{

/// "3:12", or "5 quotations".
std::string said(const Quotations& quotations)
{
    if (quotations.size() == 1) return quotations.front().label();
    return say_n("{} quotation", "{} quotations", std::ssize(quotations), std::ssize(quotations));
}

/// One change over all of them; a code of that path is made first when there is no id.
Result<int> code_all(Session& session, const Quotations& quotations, std::optional<CodeId> code,
                     const std::string& path)
{
    return session.project().change(Op::mark, [&](Change& change) -> Result<int> {
        if (!code) {
            const auto made = coding::add_code(session.project(), {.path = path, .origin = coding::Origin::emergent});
            if (!made) return fail(made.error());
            code = *made;
        }
        int created = 0;
        for (const auto& quotation : quotations) {
            if (!quotation.span) continue;
            const auto marked = coding::mark(session.project(), quotation.document, *quotation.span, {*code});
            if (!marked) return fail(marked.error());
            created += marked->created;
        }
        const auto* known = session.code(*code);
        change.about(said(quotations) + " \u00B7 " + (known ? known->name : path));
        return created;
    });
}

}

void copy_cited(Session& session, const Quotations& quotations)
{
    coding::QuotationReader read(session.reading());
    std::string text;
    for (const auto& quotation : quotations) text += (text.empty() ? "" : "\n\n") + coding::cited(read(quotation));
    const wxClipboardLocker clipboard;
    wxTheClipboard->SetData(new wxTextDataObject(shown(text)));
}

void ask_code(wxWindow* window, Session& session, const Quotations& quotations)
{
    if (quotations.empty()) return;
    Question question{.title = say("Code {} with", said(quotations)), .choices = code_choices(session), .done = {}};
    question.make = tr("New code \"{}\"");
    question.done = [window, &session, quotations](const Chosen& chosen) {
        const auto code = chosen.ids.empty() ? std::nullopt : std::optional(CodeId{chosen.ids.front()});
        const auto created = run(window, [&] { return code_all(session, quotations, code, chosen.name); });
        if (!created) return;
        if (code) session.used(*code);
        if (auto* bar = message_bar_of(window))
            bar->offer_undo(shown(say_n("{} coding was made.", "{} codings were made.", *created, *created)));
    };
    Chooser::ask(window, std::move(question));
}

void ask_uncode(wxWindow* window, Session& session, const Quotations& quotations)
{
    const auto coder = coding::coder_named(session.reading(), session.reading().coder());
    std::map<CodeId, std::int64_t> counts;
    for (const auto& quotation : quotations)
        for (const auto code : coding::codes_on(session.reading(), quotation.id, coder)) ++counts[code];
    Question question{.title = say("Take which code away from {}?", said(quotations)), .choices = {}, .done = {}};
    for (const auto& code : session.codes())
        if (const auto found = counts.find(code.id); found != counts.end())
            question.choices.push_back({code.id.value, code.path, std::to_string(found->second), code.color});
    if (!coder || question.choices.empty()) {
        show_error(window, {workbench::ErrorCode::not_found, tr("There is no coding of yours on them."), ""});
        return;
    }
    question.done = [window, &session, quotations](const Chosen& chosen) {
        const CodeId code{chosen.ids.front()};
        run(window, [&] {
            return session.project().change(Op::unmark, [&](Change& change) -> Result<int> {
                int removed = 0;
                for (const auto& quotation : quotations) {
                    const auto done = coding::unmark(session.project(), quotation.id, {code});
                    if (!done) return fail(done.error());
                    removed += *done;
                }
                const auto* known = session.code(code);
                change.about(said(quotations) + " \u00B7 " + (known ? known->name : ""));
                return removed;
            });
        });
    };
    Chooser::ask(window, std::move(question));
}

void ask_comment(wxWindow* window, Session& session, const coding::Quotation& quotation)
{
    NoteEditor::ask(window, say("Comment on {}", quotation.label()), quotation.comment.value_or(""),
                    [window, &session, id = quotation.id](const std::string& text) {
                        run(window, [&] { return coding::set_quotation(session.project(), id, {.comment = text}); });
                    });
}

void ask_export(wxWindow* window, Session& session, const Quotations& quotations, const std::string& about)
{
    FileQuestion question(window, shown(tr("Write these quotations")), shown(tr("Quotations")) + ".docx",
                          "Word (*.docx)|*.docx|Excel (*.xlsx)|*.xlsx|CSV (*.csv)|*.csv|HTML (*.html)|*.html|"
                          "OpenDocument (*.odt)|*.odt|PDF (*.pdf)|*.pdf|Markdown (*.md)|*.md",
                          wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    const auto file = question.ask();
    if (!file) return;
    const wxBusyCursor busy;
    const bool done = run(window, [&] {
        return coding::export_quotations(session.reading(), quotations, *file, {{}, about});
    });
    if (!done) return;
    const auto count = std::ssize(quotations);
    if (auto* bar = message_bar_of(window))
        bar->tell(
            shown(say_n("{} quotation written to {}.", "{} quotations written to {}.", count, count, file->string())));
}

void delete_quotations(wxWindow* window, Session& session, const Quotations& quotations)
{
    if (quotations.empty()) return;
    std::int64_t codings = 0;
    const auto gone = run(window, [&] {
        return session.project().change(Op::delete_quotation, [&](Change& change) -> Result<int> {
            for (const auto& quotation : quotations) {
                codings += change.row<std::int64_t>("SELECT count(*) FROM coding WHERE quotation = ?", quotation.id)
                               .value_or(0);
                const auto done = coding::delete_quotation(session.project(), quotation.id);
                if (!done) return fail(done.error());
            }
            change.about(said(quotations));
            return static_cast<int>(quotations.size());
        });
    });
    if (!gone) return;
    if (auto* bar = message_bar_of(window))
        bar->offer_undo(shown(
            say_n("{} is gone, with {} coding.", "{} is gone, with {} codings.", codings, said(quotations), codings)));
}

}
