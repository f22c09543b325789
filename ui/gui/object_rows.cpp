#include "object_rows.h"
#include "coding/memo.h"
#include "coding/network.h"
#include "context_menu.h"
#include "evidence_form.h"
#include "kind_name.h"
#include "object_list.h"
#include "run.h"
#include "shown.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

/// What tells one case from another at a glance: its first value in words.
std::string said_of(const workbench::Case& one, const std::vector<workbench::Variable>& variables)
{
    for (const auto& variable : variables) {
        const bool words =
            variable.type == workbench::VariableType::text || variable.type == workbench::VariableType::category;
        if (const auto value = one.values.find(variable.name); words && value != one.values.end()) return value->second;
    }
    return {};
}

std::vector<ObjectList::Row> case_rows(Session& session)
{
    std::vector<ObjectList::Row> rows;
    const auto variables = workbench::variables(session.reading());
    for (const auto& one : workbench::cases(session.reading()))
        rows.push_back({one.id.value, one.name, said_of(one, variables)});
    return rows;
}

std::vector<ObjectList::Row> memo_rows(Session& session)
{
    std::vector<ObjectList::Row> rows;
    for (const auto& memo : coding::memos(session.reading()))
        rows.push_back({memo.id.value, memo.title, utf8(memo_kind_name(memo.kind))});
    return rows;
}

std::vector<ObjectList::Row> network_rows(Session& session)
{
    std::vector<ObjectList::Row> rows;
    for (const auto& network : coding::networks(session.reading()))
        rows.push_back({network.id.value, network.name, std::to_string(network.nodes.size())});
    return rows;
}

/// Words of all kinds can speak of numbers.
void offer_link(ObjectList* list, Session& session)
{
    list->offer_more([list, &session](ContextMenu& menu, const ObjectList::Row* row) {
        if (row)
            menu.add(shown(tr("Link to numbers...")),
                     [list, &session, id = row->id] { ask_evidence(list, session, id); });
    });
}

}

ObjectList* make_case_list(wxWindow* parent, Session& session)
{
    return new ObjectList(parent, session, shown(tr("Cases")), shown(tr("Participants and units.")), case_rows);
}

ObjectList* make_memo_list(wxWindow* parent, Session& session)
{
    auto* memos = new ObjectList(parent, session, shown(tr("Memos")), shown(tr("Write one with Ctrl+M.")), memo_rows);
    memos->offer_new(shown(tr("Write a memo")), [&session] { session.write_memo(0); });
    offer_link(memos, session);
    memos->let_delete([memos, &session](const ObjectList::Row& row) {
        if (!run(memos, [&] { return coding::delete_memo(session.project(), coding::MemoId{row.id}); })) return;
        if (auto* bar = message_bar_of(memos)) bar->offer_undo(shown(say("The memo \"{}\" is gone.", row.name)));
    });
    return memos;
}

ObjectList* make_network_list(wxWindow* parent, Session& session)
{
    auto* networks =
        new ObjectList(parent, session, shown(tr("Networks")), shown(tr("Draw one with Ctrl+Shift+R.")), network_rows);
    offer_link(networks, session);
    return networks;
}

}
