#pragma once

class wxWindow;

namespace gui
{

/// What a key of the menu means where the focus is: a panel that has its own renaming, finding or copying is one of
/// these. Each returns whether it did it; else the menu's own meaning holds.
class Here
{
 public:
    virtual ~Here() = default;
    virtual bool rename_here() { return false; } ///< F2
    virtual bool find_here() { return false; }   ///< Ctrl+F
    virtual bool copy_here() { return false; }   ///< Ctrl+C

    /// The innermost that holds the focus; null when none does.
    static Here* focused();
};

}
