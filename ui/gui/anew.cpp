#include "anew.h"
#include "app.h"
#include "document_view.h"
#include "gtk_widgets.h"
#include "main_frame.h"
#include "object_pages.h"
#include "preferences.h"
#include "text_surface.h"
#include "word_view.h"
#include "work_area.h"
#include "work_book.h"
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include <wx/app.h>

namespace gui
{
namespace
{

/// What a window shows, to be opened again.
struct Stand {
    wxRect place;
    bool maximized = false;
    std::filesystem::path project; ///< empty: the start page
    std::vector<std::string> tabs; ///< keys of their pages
    int front = wxNOT_FOUND;
    std::map<std::int64_t, std::int64_t> read_from; ///< position in view, for each document
};

std::optional<std::int64_t> number_after(const std::string& key, std::string_view head)
{
    if (!key.starts_with(head)) return std::nullopt;
    return std::stoll(key.substr(head.size()));
}

Stand stand_of(MainFrame& frame)
{
    Stand stand{frame.GetRect(), frame.IsMaximized(), {}, {}, wxNOT_FOUND, {}};
    auto* work = frame.work();
    if (!work) return stand;
    stand.project = work->session().project().path();
    stand.tabs = work->book().keys();
    stand.front = work->book().GetSelection();
    for (const auto& key : stand.tabs)
        if (const auto id = number_after(key, "document "))
            if (auto* view = work->book().document_view(workbench::DocumentId{*id}))
                stand.read_from[*id] = view->transcript().text().in_view().begin;
    return stand;
}

void open_words_again(WorkBook& book, Session& session, const std::string& rest)
{
    const auto space = rest.find(' ');
    if (space != std::string::npos)
        open_words(book, session, static_cast<WordTable>(std::stoi(rest.substr(0, space))), rest.substr(space + 1));
}

void open_tab_again(WorkArea& work, const std::string& key, const Stand& stand)
{
    static const std::map<std::string, Action, std::less<>> lists{
        {"cases", Action::show_cases},
        {"statistic", Action::run_statistic},
        {"relations", Action::show_relations},
        {"quotations", Action::list_quotations},
        {"co-occurrence", Action::co_occurrence},
        {"crosstab document", Action::codes_by_document},
        {"crosstab case", Action::codes_by_case},
        {"claims", Action::show_claims},
        {"evidence", Action::show_evidence},
        {"findings", Action::show_findings},
    };
    constexpr std::string_view words = "words ";
    auto& book = work.book();
    if (const auto document = number_after(key, "document ")) {
        const auto from = stand.read_from.contains(*document) ? stand.read_from.at(*document) : 0;
        book.show_document({workbench::DocumentId{*document}}).transcript().reveal({from, from});
    } else if (const auto object = number_after(key, "object ")) {
        open_object(book, work.session(), *object);
    } else if (const auto turns = number_after(key, "turns ")) {
        book.show_document({workbench::DocumentId{*turns}});
        open_turns(book, work.session());
    } else if (const auto list = lists.find(key); list != lists.end()) {
        work.act(list->second);
    } else if (key.starts_with(words)) {
        open_words_again(book, work.session(), key.substr(words.size()));
    }
}

void open_again(const Stand& stand)
{
    auto* frame = new MainFrame;
    frame->SetSize(stand.place);
    if (stand.maximized) frame->Maximize();
    frame->Show();
    wxTheApp->SetTopWindow(frame);
    if (stand.project.empty() || !frame->open_project(stand.project)) return;
    auto& work = *frame->work();
    for (const auto& key : stand.tabs) open_tab_again(work, key, stand);
    if (stand.front == wxNOT_FOUND || stand.front >= static_cast<int>(stand.tabs.size())) return;
    const auto keys = work.book().keys();
    const auto front = std::ranges::find(keys, stand.tabs[static_cast<std::size_t>(stand.front)]);
    if (front != keys.end()) work.book().SetSelection(static_cast<std::size_t>(front - keys.begin()));
    work.focus_page();
}

bool can_go(MainFrame& frame)
{
    auto* work = frame.work();
    if (!work) return true;
    return !work->jobs().running() && !work->book().page_of("import") && work->session().finish();
}

}

bool begin_anew(bool language)
{
    std::vector<MainFrame*> old;
    for (auto* window : wxTopLevelWindows)
        if (auto* frame = dynamic_cast<MainFrame*>(window); frame && !frame->IsBeingDeleted()) old.push_back(frame);
    if (!std::ranges::all_of(old, [](auto* frame) { return can_go(*frame); })) return false;
    std::vector<Stand> stands;
    for (auto* frame : old) stands.push_back(stand_of(*frame));
    use_theme(preferences().theme);
    load_style();
    if (language) use_language(language_for({}));
    // The new ones first: a program without a window ends. What is written in a panel is kept when the old ones go.
    for (auto* frame : old) {
        frame->Hide();
        frame->close_project();
    }
    for (const auto& stand : stands) open_again(stand);
    for (auto* frame : old) frame->Destroy();
    return true;
}

}
