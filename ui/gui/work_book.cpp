#include "work_book.h"
#include "coding/object_ref.h"
#include "document_view.h"
#include "gtk_widgets.h"
#include "shown.h"
#include "workbench/object.h"
#include "workbench/tr.h"
#include <algorithm>

namespace gui
{
namespace
{

constexpr std::string_view object_key = "object ";

std::string key_of(workbench::DocumentId document)
{
    return "document " + std::to_string(document.value);
}

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

wxWindow* WorkBook::page_of(const std::string& key)
{
    const auto found = std::find(keys_.begin(), keys_.end(), key);
    return found == keys_.end() ? nullptr : GetPage(static_cast<std::size_t>(found - keys_.begin()));
}

wxWindow& WorkBook::show_page(const std::string& key, const wxString& title,
                              const std::function<wxWindow*(wxWindow*)>& make, bool replace)
{
    const auto found = std::find(keys_.begin(), keys_.end(), key);
    const auto at = static_cast<std::size_t>(found - keys_.begin());
    if (found != keys_.end() && !replace) {
        ChangeSelection(at);
        look();
        return *GetPage(at);
    }
    auto* page = make(this);
    if (found != keys_.end()) {
        keys_.erase(found);
        DeletePage(at);
    }
    keys_.insert(keys_.begin() + static_cast<std::ptrdiff_t>(at), key);
    InsertPage(at, page, title, true);
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

void WorkBook::close(std::size_t at)
{
    if (at >= GetPageCount()) return;
    keys_.erase(keys_.begin() + static_cast<std::ptrdiff_t>(at));
    DeletePage(at);
    look();
}

void WorkBook::close_page(const std::string& key)
{
    const auto found = std::find(keys_.begin(), keys_.end(), key);
    if (found != keys_.end()) close(static_cast<std::size_t>(found - keys_.begin()));
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

void WorkBook::name_tab(std::size_t at)
{
    if (!keys_[at].starts_with(object_key)) return;
    const auto id = std::stoll(keys_[at].substr(object_key.size()));
    if (!workbench::kind_of(session_.reading(), id)) return;
    const auto title = one_line(coding::title_of(session_.reading(), id), 24);
    if (!title.empty() && title != GetPageText(at)) SetPageText(at, title);
}

// A document that is gone takes its tab with it; what is renamed renames it.
void WorkBook::follow_project()
{
    for (std::size_t i = GetPageCount(); i-- > 0;) {
        const auto* view = dynamic_cast<DocumentView*>(GetPage(i));
        if (!view) {
            name_tab(i);
            continue;
        }
        const auto* known = session_.document(view->document());
        if (!known) {
            // Not within the signal that this very page hears.
            CallAfter([this, key = keys_[i]] { close_page(key); });
        } else if (const auto title = one_line(known->name, 24); title != GetPageText(i)) {
            SetPageText(i, title);
        }
    }
}

}
