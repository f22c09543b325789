#pragma once
#include <filesystem>
#include <functional>
#include <vector>

class wxWindow;

namespace gui
{

/// Files and folders may be dropped on a window and on the texts in it.
void accept_files(wxWindow& window, const std::function<void(const std::vector<std::filesystem::path>&)>& take);

}
