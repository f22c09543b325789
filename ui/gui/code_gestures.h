#pragma once
#include "coding/autocode.h"
#include "coding/code_group.h"
#include "session.h"
#include <vector>

class wxWindow;

/// What is done to codes beyond the tree: each asks by type-ahead what it must know, runs the verb, and shows what went
/// wrong beside `window`.
namespace gui
{

/// "Which code do they go to?"; then codings, children, memos and links go there.
void ask_merge(wxWindow* window, Session& session, const std::vector<coding::CodeId>& codes);
/// "Below which code?"; the top is among the answers.
void ask_parent(wxWindow* window, Session& session, const std::vector<coding::CodeId>& codes);
/// A name and the quotations that go to the new code, which stands beside the old one.
void ask_split(wxWindow* window, Session& session, coding::CodeId code);
/// A name and the codes of a new group; `codes` are taken at the beginning. `made` hears of the group.
void ask_new_group(wxWindow* window, Session& session, const std::vector<coding::CodeId>& codes,
                   std::function<void(coding::CodeGroupId)> made);
/// The name and the codes of a group.
void ask_group(wxWindow* window, Session& session, coding::CodeGroupId group);
/// Puts codes into a group, or takes them out when all of them are in it.
void toggle_group(wxWindow* window, Session& session, const coding::CodeGroup& group,
                  const std::vector<coding::CodeId>& codes);
/// Any colour, by the system's dialog.
void ask_color(wxWindow* window, Session& session, const std::vector<coding::CodeId>& codes);
void set_color(wxWindow* window, Session& session, const std::vector<coding::CodeId>& codes, const std::string& color);
/// The twelve colours of the palette, "#RRGGBB", each with its name.
std::vector<std::pair<std::string, wxString>> palette_colors();

/// Makes codings of what a smart code finds now, and an ordinary code of it; says how many and offers to undo.
void freeze_code(wxWindow* window, Session& session, coding::CodeId code, coding::Extent extent);

/// Deletes codes with all below them, as one change; says in the message bar what went with them and offers to undo.
void delete_codes(wxWindow* window, Session& session, const std::vector<coding::CodeId>& codes);

/// All codes as choices, in tree order, but for those in `without` and what lies below them.
struct Choice;
std::vector<Choice> code_choices(Session& session, const std::vector<coding::CodeId>& without = {});

}
