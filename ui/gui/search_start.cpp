#include "search_start.h"
#include "coding/saved_search.h"
#include "coding/smart_code.h"
#include "gtk_widgets.h"
#include "look.h"
#include "query_completion.h"
#include "run.h"
#include "shown.h"
#include "workbench/tr.h"
#include <wx/dataview.h>
#include <wx/sizer.h>

namespace gui
{

using workbench::say;
using workbench::tr;

SearchStart::SearchStart(wxWindow* parent, Session& session, const std::function<void(const std::string&)>& choose)
    : wxPanel(parent), session_(session)
{
    SetBackgroundColour(look::panel());
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_NO_HEADER | wxDV_SINGLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Saved searches and examples")));
    add_style_class(list_, "quipu-panel");
    const auto column = [&](unsigned at, int width) {
        auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
        text->EnableMarkup();
        list_->AppendColumn(new wxDataViewColumn(wxString(), text, at, width, wxALIGN_LEFT), "string");
    };
    column(0, 190);
    column(1, 300);
    column(2, 460);
    auto* whole = new wxBoxSizer(wxVERTICAL);
    whole->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT, 8));
    SetSizer(whole);
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this, choose](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row < 0 || row >= static_cast<int>(queries_.size())) return;
        CallAfter([choose, query = queries_[static_cast<std::size_t>(row)]] { choose(query); });
    });
    list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DELETE)
            remove(list_->GetSelectedRow());
        else
            event.Skip();
    });
}

void SearchStart::add(const wxString& name, const std::string& query, const wxString& about)
{
    const auto faint = look::faint().GetAsString(wxC2S_HTML_SYNTAX);
    const auto quiet = [&](const wxString& text) {
        return "<span foreground=\"" + faint + "\">" + escaped(text) + "</span>";
    };
    queries_.push_back(query);
    wxVector<wxVariant> cells;
    cells.push_back(name.empty() ? quiet(shown(tr("for example"))) : "<b>" + escaped(name) + "</b>");
    cells.push_back(escaped(shown(query)));
    cells.push_back(quiet(about));
    list_->AppendItem(cells);
}

void SearchStart::fill()
{
    queries_.clear();
    saved_.clear();
    list_->DeleteAllItems();
    for (const auto& one : coding::saved_searches(session_.reading())) {
        add(shown(one.name), one.query, shown(say("saved by {}; Del removes it", one.coder)));
        saved_.push_back(one.id.value);
    }
    for (const auto& one : coding::smart_codes(session_.reading()))
        if (const auto* code = session_.code(one.code))
            add(shown(code->path), one.query, shown(tr("smart code: stands for what this finds")));
    for (const auto& one : query_examples()) add({}, one.text, shown(one.about));
}

void SearchStart::remove(int row)
{
    if (row < 0 || row >= static_cast<int>(saved_.size())) return;
    run(this, [&] {
        return coding::delete_search(session_.project(), coding::SearchId{saved_[static_cast<std::size_t>(row)]});
    });
}

}
