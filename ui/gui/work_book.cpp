#include "work_book.h"
#include "coding/object_ref.h"
#include "document_view.h"
#include "gtk_widgets.h"
#include "shown.h"
#include "workbench/object.h"
#include "workbench/tr.h"
#include <algorithm>
#include <utility>
#include <wx/weakref.h>

namespace gui
{
namespace
{

constexpr std::string_view object_key = "object ", document_key = "document ", turns_key = "turns ";

std::string key_of(workbench::DocumentId document)
{
    return std::string(document_key) + std::to_string(document.value);
}

/// What a page is of, and goes with; nothing for a list of many things.
std::optional<std::int64_t> object_of(const std::string& key)
{
    for (const auto kind : {object_key, document_key, turns_key})
        if (key.starts_with(kind)) return std::stoll(key.substr(kind.size()));
    return std::nullopt;
}

bool holds_focus(const wxWindow* page)
{
    const auto* focus = wxWindow::FindFocus();
    while (focus && focus != page) focus = focus->GetParent();
    return focus != nullptr;
}

}

std::string key_of_turns(workbench::DocumentId document)
{
    return std::string(turns_key) + std::to_string(document.value);
}

std::string key_of_object(std::int64_t id)
{
    return std::string(object_key) + std::to_string(id);
}

WorkBook::WorkBook(wxWindow* parent, Session& session)
    : wxNotebook(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE), session_(session)
{
    set_accessible_name(this, shown(workbench::tr("Open documents and results")));
    SetPadding(wxSize(12, 4));
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { follow_project(); });
    go_to_ = session_.go_to.listen([this](const Place& place) { show_document(place); });
    Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        look();
        event.Skip();
    });
    Bind(wxEVT_MIDDLE_UP, [this](wxMouseEvent& event) {
        const int tab = HitTest(event.GetPosition());
        if (tab != wxNOT_FOUND) close(static_cast<std::size_t>(tab));
    });
}

void WorkBook::look()
{
    auto* view = document_view();
    session_.look_at(view ? std::optional(view->document()) : std::nullopt);
}

std::optional<std::size_t> WorkBook::place_of(const std::string& key) const
{
    for (std::size_t at = 0; at < GetPageCount(); ++at)
        if (key_at(at) == key) return at;
    return std::nullopt;
}

const std::string& WorkBook::key_at(std::size_t at) const
{
    static const std::string none;
    const auto found = keys_.find(GetPage(at));
    return found == keys_.end() ? none : found->second;
}

std::vector<std::string> WorkBook::keys() const
{
    std::vector<std::string> keys;
    for (std::size_t at = 0; at < GetPageCount(); ++at) keys.push_back(key_at(at));
    return keys;
}

wxWindow* WorkBook::page_of(const std::string& key)
{
    const auto at = place_of(key);
    return at ? GetPage(*at) : nullptr;
}

wxWindow& WorkBook::show_page(const std::string& key, const wxString& title,
                              const std::function<wxWindow*(wxWindow*)>& make, bool replace)
{
    const auto found = place_of(key);
    if (found && !replace) {
        ChangeSelection(*found);
        look();
        return *GetPage(*found);
    }
    auto* page = make(this);
    page->SetSize(GetClientSize()); // a scroll bar laid out in the toolkit's first 20 pixels has no room
    if (found) remove(*found);
    keys_[page] = key;
    InsertPage(found.value_or(GetPageCount()), page, title, true);
    page_made(*page);
    look();
    return *page;
}

DocumentView* WorkBook::document_view()
{
    return dynamic_cast<DocumentView*>(GetCurrentPage());
}

DocumentView* WorkBook::document_view(workbench::DocumentId document)
{
    return dynamic_cast<DocumentView*>(page_of(key_of(document)));
}

DocumentView& WorkBook::show_document(const Place& place)
{
    const auto* known = session_.document(place.document);
    auto& page = show_page(key_of(place.document), known ? one_line(known->name, 24) : wxString(),
                           [&](wxWindow* parent) { return new DocumentView(parent, session_, place.document); });
    auto& view = dynamic_cast<DocumentView&>(page);
    view.go(place);
    return view;
}

// A page that goes may save what was being written: the project is followed when the page is gone.
void WorkBook::remove(std::size_t at)
{
    const auto* page = GetPage(at);
    removing_ = true;
    DeletePage(at);
    removing_ = false;
    keys_.erase(page);
    follow_project();
}

void WorkBook::close(std::size_t at)
{
    if (at >= GetPageCount()) return;
    const bool focused = holds_focus(GetPage(at));
    remove(at);
    look();
    if (focused && GetCurrentPage()) GetCurrentPage()->SetFocus();
}

void WorkBook::close_page(const std::string& key)
{
    if (const auto at = place_of(key)) close(*at);
}

void WorkBook::close_tab()
{
    if (GetSelection() != wxNOT_FOUND) close(static_cast<std::size_t>(GetSelection()));
}

void WorkBook::turn(int by)
{
    const int count = static_cast<int>(GetPageCount());
    if (count > 1) SetSelection(static_cast<std::size_t>((GetSelection() + by + count) % count));
}

void WorkBook::set_points(int points)
{
    for (std::size_t i = 0; i < GetPageCount(); ++i)
        if (auto* view = dynamic_cast<DocumentView*>(GetPage(i))) view->set_points(points);
}

void WorkBook::name_tab(std::size_t at, std::int64_t object)
{
    const auto title = one_line(coding::title_of(session_.reading(), object), 24);
    if (!title.empty() && title != GetPageText(at)) SetPageText(at, title);
}

// What is gone takes its tab with it; what is renamed renames it. Not within the signal that the page itself hears.
void WorkBook::follow_project()
{
    if (removing_) return;
    for (std::size_t at = 0; at < GetPageCount(); ++at) {
        const auto& key = key_at(at);
        const auto object = object_of(key);
        if (!object) continue;
        if (!workbench::kind_of(session_.reading(), *object))
            CallAfter([this, key] { close_lost(key); });
        else if (!key.starts_with(turns_key))
            name_tab(at, *object);
    }
    if (lost_ && workbench::kind_of(session_.reading(), *lost_)) CallAfter([this] { open_found(); });
}

void WorkBook::close_lost(const std::string& key)
{
    const auto* page = page_of(key);
    const auto object = object_of(key);
    if (!page || workbench::kind_of(session_.reading(), *object)) return; // it came back meanwhile
    if (page == GetCurrentPage()) lost_ = object;
    close_page(key);
}

// The tab that was in front when what it showed was deleted comes back with it; keys go on where they go.
void WorkBook::open_found()
{
    const auto found = std::exchange(lost_, std::nullopt);
    if (!found) return;
    wxWeakRef<wxWindow> focus(wxWindow::FindFocus());
    session_.open_object(*found);
    if (focus && focus->IsShownOnScreen()) focus->SetFocus();
}

}
