#include "word_view.h"
#include "coding/search_fields.h"
#include "file_question.h"
#include "gtk_widgets.h"
#include "look.h"
#include "run.h"
#include "search/dispersion.h"
#include "search/vocabulary.h"
#include "search/word_figures.h"
#include "section.h"
#include "shown.h"
#include "word_grids.h"
#include "work_book.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/utils.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::tr;

constexpr std::int64_t cloud_words = 100;
constexpr search::StopWords stop_lists[] = {search::StopWords::es, search::StopWords::en, search::StopWords::none};

search::StopWords stop_list(const wxChoice& choice)
{
    const int at = choice.GetSelection();
    return at < 0 || at > 2 ? search::StopWords::es : stop_lists[at];
}

search::LineOrder line_order(const wxChoice& choice)
{
    switch (choice.GetSelection()) {
    case 1: return search::LineOrder::left;
    case 2: return search::LineOrder::right;
    default: return search::LineOrder::document;
    }
}

}

WordView::WordView(wxWindow* parent, Session& session, WordTable table, std::string query)
    : wxPanel(parent), session_(session), table_(table), query_(std::move(query))
{
    SetBackgroundColour(look::paper());
    choice_ = new wxChoice(this, wxID_ANY);
    if (table == WordTable::context) {
        for (const auto* name :
             {tr("In the order of the documents"), tr("By the words before"), tr("By the words after")})
            choice_->Append(shown(name));
        set_accessible_name(choice_, shown(tr("Order of the lines")));
    } else {
        for (const auto* name :
             {tr("Without the common words of Spanish"), tr("Without the common words of English"), tr("All words")})
            choice_->Append(shown(name));
        set_accessible_name(choice_, shown(tr("Words left out")));
    }
    choice_->SetSelection(0);
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(choice_, wxSizerFlags().Border(wxALL, 8));
    if (table != WordTable::collocations)
        line->Add(tool_button(this,
                              shown(table == WordTable::counts ? tr("Save a word cloud...") : tr("Save a plot...")),
                              [this] { draw(); }),
                  wxSizerFlags().CenterVertical());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(line, wxSizerFlags().Expand().Border(wxLEFT, 8));
    SetSizer(column);
    choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill(); });
    fill();
}

void WordView::fill()
{
    const wxBusyCursor busy;
    if (grid_) grid_->Destroy();
    grid_ = new GridView(this, session_, [this](Session& session) -> std::optional<Grid> {
        switch (table_) {
        case WordTable::context: return context_grid(session, query_, line_order(*choice_));
        case WordTable::counts: return word_count_grid(session, query_, stop_list(*choice_));
        case WordTable::collocations: return collocation_grid(session, query_, stop_list(*choice_));
        }
        return std::nullopt;
    });
    GetSizer()->Add(grid_, wxSizerFlags(1).Expand());
    Layout();
}

void WordView::draw()
{
    const auto counts = table_ == WordTable::counts;
    FileQuestion question(this, shown(counts ? tr("Save a word cloud") : tr("Save a plot")),
                          shown(counts ? tr("words") : tr("dispersion")) + ".svg",
                          "SVG (*.svg)|*.svg|PNG (*.png)|*.png|PDF (*.pdf)|*.pdf", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    const auto file = question.ask();
    if (!file) return;
    const wxBusyCursor busy;
    const auto fields = coding::search_fields(session_.reading());
    const auto restricted = counts && !query_.empty() ? std::optional(query_) : std::nullopt;
    const bool done = run(this, [&]() -> workbench::Result<void> {
        const auto passages = search::Passages::of(session_.index(), restricted, fields);
        if (!passages) return workbench::fail(passages.error());
        if (!counts) {
            const auto found = search::dispersion(session_.index(), query_, *passages, fields);
            if (!found) return workbench::fail(found.error());
            return search::write_picture(search::DispersionPlot(*found), *file);
        }
        search::Vocabulary words(stop_list(*choice_));
        passages->each([&](const workbench::Document& document, std::size_t, const search::PassageText& passage) {
            words.add(document, passage);
        });
        return search::write_picture(search::WordCloud(words.counts(cloud_words)), *file);
    });
    if (!done) return;
    if (auto* bar = message_bar_of(this)) bar->tell(shown(say("Written to {}.", file->string())));
}

void open_words(WorkBook& book, Session& session, WordTable table, const std::string& query)
{
    const char* const names[] = {tr("In context"), tr("Words"), tr("Words near")};
    const auto at = static_cast<std::size_t>(table);
    const auto title = query.empty() ? std::string(names[at]) : std::string(names[at]) + ": " + query;
    book.show_page("words " + std::to_string(at) + " " + query, one_line(title, 28),
                   [&](wxWindow* parent) { return new WordView(parent, session, table, query); })
        .SetFocus();
}

}
