#pragma once

class wxWindow;

namespace gui
{

class ObjectList;
class Session;

/// The short lists beside the text: cases, memos, networks.
ObjectList* make_case_list(wxWindow* parent, Session& session);
ObjectList* make_memo_list(wxWindow* parent, Session& session);
ObjectList* make_network_list(wxWindow* parent, Session& session);

}
