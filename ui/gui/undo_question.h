#pragma once
#include <cstdint>

class wxWindow;

namespace gui
{

class Session;

/// Takes one change back. Where later changes stand on it, says which, and asks whether to take those back as well.
void undo_or_ask(wxWindow* window, Session& session, std::int64_t seq);

}
