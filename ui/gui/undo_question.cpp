#include "undo_question.h"
#include "run.h"
#include "session.h"
#include "shown.h"
#include "workbench/history.h"
#include "workbench/tr.h"
#include <algorithm>
#include <wx/msgdlg.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::tr;

constexpr std::size_t most_listed = 12;

/// The name of the change of that seq; its number when it is gone.
std::string name_of_change(const workbench::Reading& reading, std::int64_t seq)
{
    for (const auto& entry : workbench::history(reading))
        if (entry.seq == seq) return workbench::said_of(entry);
    return std::to_string(seq);
}

bool wants_all(wxWindow* window, const std::string& name, const std::vector<workbench::HistoryEntry>& later)
{
    const auto count = static_cast<std::int64_t>(later.size());
    std::string list;
    for (std::size_t i = 0; i < std::min(later.size(), most_listed); ++i)
        list += "\n\u2022 " + workbench::said_of(later[i]);
    if (later.size() > most_listed) list += "\n\u2022 " + say("and {} changes more", later.size() - most_listed);
    const auto why = say_n("\"{1}\" cannot be taken back alone: {0} later change stands on it.",
                           "\"{1}\" cannot be taken back alone: {0} later changes stand on it.", count, count, name);
    wxMessageDialog question(wxGetTopLevelParent(window), shown(why), shown(tr("Take back")),
                             wxOK | wxCANCEL | wxICON_QUESTION);
    question.SetExtendedMessage(shown(list.substr(1)));
    question.SetOKCancelLabels(shown(say_n("Undo this {} as well", "Undo these {} as well", count, count)),
                               shown(tr("Cancel")));
    return question.ShowModal() == wxID_OK;
}

}

void undo_or_ask(wxWindow* window, Session& session, std::int64_t seq)
{
    clear_message(window);
    const auto done = workbench::undo_change(session.project(), seq);
    if (done) return;
    const auto later = workbench::standing_on(session.reading(), seq);
    if (done.error().code != workbench::ErrorCode::conflict || later.empty()) {
        show_error(window, done.error());
        return;
    }
    if (wants_all(window, name_of_change(session.reading(), seq), later))
        run(window, [&] { return workbench::undo_with_later(session.project(), seq); });
}

}
