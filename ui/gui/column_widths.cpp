#include "column_widths.h"
#include <algorithm>
#include <numeric>

namespace gui
{

std::vector<int> fitted_widths(std::vector<int> wanted, int room, int least)
{
    const auto limited = [&](int most) {
        auto widths = wanted;
        for (auto& width : widths) width = std::min(width, most);
        return widths;
    };
    const auto sum = [](const std::vector<int>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); };
    // The largest limit under which all have room together.
    int most = wanted.empty() ? least : std::max(least, *std::max_element(wanted.begin(), wanted.end()));
    for (int low = least; low < most;) {
        const int tried = (low + most + 1) / 2;
        if (sum(limited(tried)) <= room)
            low = tried;
        else
            most = tried - 1;
    }
    return limited(most);
}

}
