#pragma once
#include <vector>

namespace gui
{

/// Widths for columns that want so much each, so that together they take `room` at most: what is too much is taken from
/// the widest. None gets less than `least`, or than it wants; with many columns the sum may then be more than the room.
std::vector<int> fitted_widths(std::vector<int> wanted, int room, int least);

}
