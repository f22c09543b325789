#pragma once
#include <atspi/atspi.h>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

/// The window as a screen reader meets it: another process, which asks over the accessibility bus.
namespace spoken
{

/// One thing in the tree of what can be spoken of. A copy is the same thing.
class Thing
{
 public:
    /// Takes over a reference; null for nothing.
    explicit Thing(AtspiAccessible* raw)
        : raw_(raw, [](AtspiAccessible* gone) {
              if (gone) g_object_unref(gone);
          })
    {
    }
    explicit operator bool() const { return raw_ != nullptr; }
    bool operator==(const Thing& other) const { return raw_ == other.raw_; }

    std::string name() const;
    std::string role() const; ///< "push button", "table cell"
    bool is(AtspiStateType state) const;
    /// The first `most` of what is in it.
    std::vector<Thing> children(int most = 1000000) const;
    /// Does what a click or Enter does; false when it has no such action.
    bool act() const;
    void focus() const;
    /// Chooses one of its children.
    void choose(int child) const;
    void write(const std::string& text) const;

 private:
    std::shared_ptr<AtspiAccessible> raw_;
};

/// Calls it for a thing and all below it that is showing, parents first; of a list only the first rows. Stops going
/// down where it answers false.
void walk(const Thing& thing, const std::function<bool(const Thing&)>& visit);
/// The first thing below that is showing and has this role and name.
Thing find(const Thing& below, const std::string& role, const std::string& name);

/// quipu-desktop in a process of its own; it ends with this.
class Program
{
 public:
    explicit Program(const std::vector<std::string>& arguments);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    bool running();
    /// The program in the tree, when it has windows.
    Thing root();
    /// Its windows, those with a dialog's role last.
    std::vector<Thing> windows();

 private:
    pid_t process_ = 0;
};

bool wait_for(const std::function<bool()>& condition, std::chrono::milliseconds most = std::chrono::seconds(10));

}
