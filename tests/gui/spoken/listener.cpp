#include "listener.h"
#include <algorithm>
#include <csignal>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace spoken
{
namespace
{

constexpr int rows_looked_at = 60; ///< cells of a list; the others are made alike

std::string taken(char* text)
{
    const std::string copy = text ? text : "";
    g_free(text);
    return copy;
}

}

std::string Thing::name() const
{
    return taken(atspi_accessible_get_name(raw_.get(), nullptr));
}

std::string Thing::role() const
{
    return taken(atspi_accessible_get_role_name(raw_.get(), nullptr));
}

bool Thing::is(AtspiStateType state) const
{
    auto* states = atspi_accessible_get_state_set(raw_.get());
    const bool found = states && atspi_state_set_contains(states, state);
    if (states) g_object_unref(states);
    return found;
}

std::vector<Thing> Thing::children(int most) const
{
    std::vector<Thing> found;
    const int count = std::min(most, atspi_accessible_get_child_count(raw_.get(), nullptr));
    for (int i = 0; i < count; ++i)
        if (auto* child = atspi_accessible_get_child_at_index(raw_.get(), i, nullptr)) found.emplace_back(child);
    return found;
}

bool Thing::act() const
{
    auto* action = atspi_accessible_get_action_iface(raw_.get());
    if (!action) return false;
    const int count = atspi_action_get_n_actions(action, nullptr);
    bool done = false;
    for (int i = 0; i < count && !done; ++i) {
        const auto name = taken(atspi_action_get_action_name(action, i, nullptr));
        if (name == "click" || name == "activate" || name == "press") done = atspi_action_do_action(action, i, nullptr);
    }
    g_object_unref(action);
    return done;
}

void Thing::focus() const
{
    auto* component = atspi_accessible_get_component_iface(raw_.get());
    if (!component) return;
    atspi_component_grab_focus(component, nullptr);
    g_object_unref(component);
}

void Thing::choose(int child) const
{
    auto* selection = atspi_accessible_get_selection_iface(raw_.get());
    if (!selection) return;
    atspi_selection_select_child(selection, child, nullptr);
    g_object_unref(selection);
}

void Thing::write(const std::string& text) const
{
    auto* editable = atspi_accessible_get_editable_text_iface(raw_.get());
    if (!editable) return;
    atspi_editable_text_set_text_contents(editable, text.c_str(), nullptr);
    g_object_unref(editable);
}

void walk(const Thing& thing, const std::function<bool(const Thing&)>& visit)
{
    if (!visit(thing)) return;
    for (const auto& child : thing.children(rows_looked_at))
        if (child.is(ATSPI_STATE_SHOWING)) walk(child, visit);
}

Thing find(const Thing& below, const std::string& role, const std::string& name)
{
    Thing found(nullptr);
    walk(below, [&](const Thing& thing) {
        if (!found && thing.role() == role && thing.name() == name) found = thing;
        return !found;
    });
    return found;
}

Program::Program(const std::vector<std::string>& arguments)
{
    std::vector<std::string> words{QUIPU_BIN_DIR "/quipu-desktop"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    if (::posix_spawn(&process_, pointers[0], nullptr, nullptr, pointers.data(), environ) != 0)
        throw std::runtime_error("cannot start " + words[0]);
}

Program::~Program()
{
    if (!running()) return;
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

bool Program::running()
{
    if (process_ != 0 && ::waitpid(process_, nullptr, WNOHANG) == process_) process_ = 0;
    return process_ != 0;
}

Thing Program::root()
{
    const Thing desktop(atspi_get_desktop(0));
    for (const auto& one : desktop.children())
        if (one.name() == "quipu-desktop" && !one.children(1).empty()) return one;
    return Thing(nullptr);
}

std::vector<Thing> Program::windows()
{
    std::vector<Thing> found;
    const auto top = root();
    if (!top) return found;
    for (const auto& window : top.children())
        if (window.is(ATSPI_STATE_SHOWING)) found.push_back(window);
    std::stable_partition(found.begin(), found.end(), [](const Thing& window) { return window.role() == "frame"; });
    return found;
}

bool wait_for(const std::function<bool()>& condition, std::chrono::milliseconds most)
{
    const auto end = std::chrono::steady_clock::now() + most;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return condition();
        // What the bus has sent is taken up here.
        while (g_main_context_iteration(nullptr, FALSE)) {}
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

}
