#pragma once

class wxWindow;

namespace gui
{

class ObjectList;
class Session;

/// Tables, the analyses made of them, claims with their verdicts and findings, below each other under heads.
ObjectList* make_number_list(wxWindow* parent, Session& session);

/// Runs all saved analyses again and says how many gave something else.
void rerun_all(wxWindow* window, Session& session);

}
