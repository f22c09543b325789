#pragma once
#include "coding/network_figure.h"
#include <filesystem>

class wxWindow;

namespace gui
{

class Session;

/// Asks which figures, in which format and with what on them, and where to; writes them and says where they are.
void ask_figure(wxWindow* window, Session& session, coding::NetworkId network, coding::NetworkLook look);
/// The same for all networks.
void ask_all_figures(wxWindow* window, Session& session);

/// Writes one to a file, all to a folder, beside the window; says where they are, or what went wrong.
void write_figure(wxWindow* window, Session& session, coding::NetworkId network, const std::filesystem::path& file,
                  const coding::NetworkLook& look);
void write_all_figures(wxWindow* window, Session& session, const std::filesystem::path& folder,
                       coding::FigureFormat format, const coding::NetworkLook& look);

}
