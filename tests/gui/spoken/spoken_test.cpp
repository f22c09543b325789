// Every control that takes the focus has a name, on every page, in every panel and dialog: looked at from outside, as a
// screen reader does, and reached by what a screen reader can do.
#include "listener.h"
#include "support/corpus.h"
#include <algorithm>
#include <gmock/gmock.h>
#include <map>
#include <set>
#include <span>
#include <sstream>

using namespace spoken;
using testing::IsEmpty;

namespace
{

/// What is left alone, and why.
struct Exception {
    const char *role, *name, *why;
};

/// Items of the menu that are not taken.
constexpr Exception not_taken[] = {
    {"menu item", "Quit", "it ends the program"},
    {"menu item", "Close project", "the start page is looked at by itself"},
    {"menu item", "New window on this project", "the second window is made like the first"},
    {"menu item", "Manual", "it opens the reader of manuals, a program of the desktop"},
    {"menu item", "Delete the documents", "the pages of a document would go with it"},
    {"menu item", "Close the tab", "it would hide what was opened"},
};

/// Windows that are not ours.
constexpr Exception not_ours[] = {
    {"file chooser", "", "the toolkit's own dialog for files, with the names that it gives"},
    {"color chooser", "", "the toolkit's own dialog for colours"},
};

bool is_one_of(const std::span<const Exception> table, const std::string& role, const std::string& name)
{
    return std::ranges::any_of(
        table, [&](const auto& one) { return role == one.role && (*one.name == '\0' || name == one.name); });
}

/// What an item does, without the dots and without the name of what would be undone: that changes as things are done.
std::string plain(std::string label)
{
    label.erase(std::min(label.find(':'), label.size()));
    while (label.ends_with('.')) label.pop_back();
    return label;
}

class Spoken : public ::testing::Test
{
 protected:
    static void SetUpTestSuite() { atspi_init(); }

    void start(const std::vector<std::string>& arguments)
    {
        program_ = std::make_unique<Program>(arguments);
        ASSERT_TRUE(wait_for([&] { return !program_->windows().empty(); }, std::chrono::seconds(30)));
        calm();
    }
    void start_with_sample()
    {
        const auto project = folder_ / "sample.quipu";
        const auto make = std::string(QUIPU_BIN_DIR "/quipu demo ") + project.string() + " >/dev/null";
        ASSERT_EQ(std::system(make.c_str()), 0);
        start({project.string(), "--lang", "en"});
        ASSERT_TRUE(wait_for([&] { return bool(find(frame(), "tree table", "Codes")); }));
        calm();
    }
    Thing frame()
    {
        const auto windows = program_->windows();
        return windows.empty() ? Thing(nullptr) : windows.front();
    }
    /// Waits until the window stays as it is.
    void calm()
    {
        std::string before;
        wait_for([&] {
            const auto now = seen();
            return now == std::exchange(before, now);
        });
    }
    std::string seen()
    {
        std::ostringstream all;
        for (const auto& window : program_->windows()) {
            if (is_one_of(not_ours, window.role(), window.name())) continue;
            walk(window, [&](const Thing& thing) {
                all << thing.role() << ':' << thing.name() << '\n';
                const auto role = thing.role();
                return role != "table" && role != "tree table" && role != "menu bar";
            });
        }
        return all.str();
    }
    /// Looks at all that is showing; what has no name is kept for the end, once, with where it was met first.
    void look(const std::string& where)
    {
        for (const auto& window : program_->windows()) {
            met_.insert(window.name());
            if (is_one_of(not_ours, window.role(), window.name())) continue;
            look_into(window, where, "");
        }
    }
    void look_into(const Thing& thing, const std::string& where, const std::string& above)
    {
        const auto role = thing.role(), name = thing.name();
        met_.insert(name);
        const auto here = above + "/" + role + (name.empty() ? "" : " \"" + name + "\"");
        if (role == "menu bar") return; // each item is taken by its name
        if (name.empty() && thing.is(ATSPI_STATE_FOCUSABLE)) faults_.emplace(here, where);
        if (role == "table" || role == "tree table") return look_at_rows(thing, where, here);
        for (const auto& child : thing.children())
            if (child.is(ATSPI_STATE_SHOWING)) look_into(child, where, here);
    }
    /// A cell may be empty or only a picture when another of its row says what the row is.
    void look_at_rows(const Thing& table, const std::string& where, const std::string& here)
    {
        std::vector<Thing> cells;
        int columns = 0;
        for (const auto& child : table.children(60)) {
            if (child.role() == "table column header")
                ++columns;
            else
                cells.push_back(child);
        }
        for (std::size_t row = 0; columns > 0 && (row + 1) * columns <= cells.size(); ++row) {
            bool says = false;
            for (int column = 0; column < columns; ++column)
                walk(cells[row * columns + column], [&](const Thing& cell) { return !(says |= !cell.name().empty()); });
            if (!says) faults_.emplace(here + "/a row that says nothing", where);
        }
    }
    /// The leaves of the menu.
    std::vector<Thing> items()
    {
        std::vector<Thing> found;
        const std::function<void(const Thing&)> gather = [&](const Thing& thing) {
            const auto inside = thing.children();
            if (inside.empty() && thing.role().ends_with("menu item") && !thing.name().empty()) found.push_back(thing);
            for (const auto& one : inside) gather(one);
        };
        Thing bar(nullptr);
        const auto window = frame();
        if (!window) return found;
        for (const auto& one : window.children()) // the bar lies in the frame's filler
            for (const auto& part : one.children())
                if (part.role() == "menu bar") bar = part;
        if (bar) gather(bar);
        return found;
    }
    void take(const std::string& item)
    {
        for (const auto& one : items())
            if (plain(one.name()) == item) {
                ASSERT_TRUE(one.act()) << item;
                calm();
                return;
            }
        FAIL() << "no item of the menu is called " << item;
    }
    /// Closes the dialogs that are open, by their own buttons.
    void close_dialogs()
    {
        for (int i = 0; i < 4 && program_->windows().size() > 1; ++i) {
            const auto open = program_->windows();
            const auto& dialog = open.back();
            bool pressed = false;
            for (const auto* name : {"Cancel", "Close", "OK"})
                if (const auto button = pressed ? Thing(nullptr) : find(dialog, "push button", name))
                    pressed = button.act();
            EXPECT_TRUE(pressed) << "a dialog without a way out: " << dialog.name();
            if (!pressed || !wait_for([&] { return program_->windows().size() < open.size(); })) break;
        }
        ASSERT_EQ(program_->windows().size(), 1u) << program_->windows().back().name();
    }
    /// Opens the n-th row of a list as Enter does.
    void open_row(const std::string& role, const std::string& list, int row)
    {
        const auto table = find(frame(), role, list);
        ASSERT_TRUE(bool(table)) << list;
        std::vector<Thing> cells;
        int columns = 0;
        for (const auto& child : table.children(60))
            if (child.role() == "table column header")
                ++columns;
            else
                cells.push_back(child);
        ASSERT_GT(cells.size(), std::size_t(row * columns)) << list;
        ASSERT_TRUE(cells[row * columns].act()) << list;
        calm();
    }
    void expect_names()
    {
        std::ostringstream all;
        for (const auto& [what, where] : faults_) all << "\n  " << what << "\n      met at: " << where;
        EXPECT_THAT(faults_, IsEmpty()) << "these take the focus and a screen reader cannot say what they are:"
                                        << all.str();
    }
    bool met(const std::string& name) { return met_.contains(name); }

    support::TempFolder folder_;
    std::unique_ptr<Program> program_;
    std::map<std::string, std::string> faults_; ///< which, and where it was met first
    std::set<std::string> met_;
};

}

TEST_F(Spoken, TheStartPageHasNames)
{
    start({"--lang", "en"});
    look("the start page");
    EXPECT_TRUE(met("New project"));
    EXPECT_TRUE(met("The sample study"));
    expect_names();
}

TEST_F(Spoken, TheSearchHasNames)
{
    start_with_sample();
    look("the window as it opens");
    take("Find everywhere");
    const auto field = find(frame(), "text", "Search all documents");
    ASSERT_TRUE(bool(field));
    field.write("papel"); // found as one types
    ASSERT_TRUE(wait_for([&] { return bool(find(frame(), "tree table", "Passages found")); }));
    calm();
    look("the search");
    expect_names();
}

using SlowSpoken = Spoken;

TEST_F(SlowSpoken, EveryPageAndDialogOfTheMenuHasNames)
{
    start_with_sample();
    look("the window as it opens");
    // With a code and a quotation chosen, so that what is done with them is at hand.
    find(frame(), "tree table", "Codes").choose(3);
    find(frame(), "table", "Quotations").choose(0);
    calm();
    std::vector<std::string> labels;
    for (const auto& item : items()) labels.push_back(plain(item.name()));
    ASSERT_GT(labels.size(), 80u) << "the whole menu";
    for (const auto& label : labels) {
        if (is_one_of(not_taken, "menu item", label)) continue;
        for (const auto& item : items())
            if (plain(item.name()) == label && item.is(ATSPI_STATE_SENSITIVE)) {
                ASSERT_TRUE(item.act()) << label;
                break;
            }
        calm();
        ASSERT_TRUE(program_->running()) << label;
        look(label);
        close_dialogs();
    }
    for (const auto* page : {"Preferences", "Backups", "Shortcuts", "Cases and variables", "Co-occurrence of codes",
                             "Turns", "Types of relation", "Filter the quotations by words"})
        EXPECT_TRUE(met(page)) << page << " was not looked at";
    expect_names();
}

TEST_F(Spoken, WhatTheListsOpenHasNames)
{
    start_with_sample();
    for (const auto& [list, rows] : std::map<std::string, int>{
             {"Memos", 2}, {"Networks", 2}, {"Tables and analyses", 15}, {"Cases", 1}, {"Quotations", 2}})
        for (int row = 0; row < rows; ++row) {
            open_row("table", list, row);
            if (HasFatalFailure()) return;
            look("row " + std::to_string(row + 1) + " of " + list);
        }
    expect_names();
}
