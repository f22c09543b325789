#pragma once

namespace gui
{

/// Makes every window anew, in the theme and (where `language`) in the language that are preferred now: with its place,
/// its project and its tabs, each document where one read. False when a window is at something that would be lost, an
/// import or long work; nothing changes then. Not to be called by a window itself: it goes.
bool begin_anew(bool language);

}
