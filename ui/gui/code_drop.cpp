#include "code_drop.h"
#include "shown.h"
#include <algorithm>
#include <sstream>

namespace gui
{

std::vector<coding::CodeId> codes_named(const std::vector<coding::Code>& codes, const std::string& lines)
{
    std::vector<coding::CodeId> named;
    std::istringstream all(lines);
    for (std::string line; std::getline(all, line);) {
        const auto found =
            std::find_if(codes.begin(), codes.end(), [&](const auto& code) { return code.path == line; });
        if (found == codes.end()) return {};
        named.push_back(found->id);
    }
    return named;
}

CodeDrop::CodeDrop(Session& session, std::function<void(const std::vector<coding::CodeId>&)> take)
    : session_(session), take_(std::move(take))
{
}

bool CodeDrop::OnDropText(wxCoord, wxCoord, const wxString& text)
{
    const auto codes = codes_named(session_.codes(), utf8(text));
    if (codes.empty()) return false;
    take_(codes);
    return true;
}

}
