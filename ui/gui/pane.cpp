#include "pane.h"
#include "code_panel.h"
#include "document_panel.h"
#include "history_panel.h"
#include "number_list.h"
#include "object_list.h"
#include "object_rows.h"
#include "quotation_panel.h"
#include "search_panel.h"
#include "work_area.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cassert>

namespace gui
{

using workbench::source;

namespace
{

constexpr std::array table{
    PaneInfo{"documents", source("&Documents"), Side::left, 9, in(Area::read, Area::evidence, Area::review),
             [](wxWindow* parent, WorkArea& work) -> wxWindow* { return new DocumentPanel(parent, work.session()); }},
    PaneInfo{"cases", source("C&ases"), Side::left, 4, in(Area::read, Area::numbers),
             [](wxWindow* parent, WorkArea& work) -> wxWindow* { return make_case_list(parent, work.session()); }},
    PaneInfo{"memos", source("&Memos"), Side::left, 4, in(Area::read, Area::networks, Area::review),
             [](wxWindow* parent, WorkArea& work) -> wxWindow* { return make_memo_list(parent, work.session()); }},
    PaneInfo{"networks", source("&Networks"), Side::left, 4, in(Area::read, Area::networks),
             [](wxWindow* parent, WorkArea& work) -> wxWindow* { return make_network_list(parent, work.session()); }},
    PaneInfo{"numbers", source("&Tables and analyses"), Side::left, 6, in(Area::read, Area::numbers, Area::evidence),
             [](wxWindow* parent, WorkArea& work) -> wxWindow* { return make_number_list(parent, work.session()); }},
    PaneInfo{"codes", source("&Codes"), Side::right, 9, in(Area::read, Area::networks, Area::evidence, Area::review),
             [](wxWindow* parent, WorkArea& work) -> wxWindow* { return new CodePanel(parent, work.session()); }},
    PaneInfo{"quotations", source("&Quotations"), Side::right, 11, in(Area::read, Area::networks, Area::evidence),
             [](wxWindow* parent, WorkArea& work) -> wxWindow* { return new QuotationPanel(parent, work.session()); }},
    PaneInfo{"history", source("&History"), Side::right, 11, in(Area::review),
             [](wxWindow* parent, WorkArea& work) -> wxWindow* { return new HistoryPanel(parent, work.session()); }},
    PaneInfo{"results", source("Search &results"), Side::bottom, 1, in(),
             [](wxWindow* parent, WorkArea& work) -> wxWindow* {
                 return new SearchPanel(parent, work.session(),
                                        {[&work] { work.close_results(); }, [&work] { work.focus_page(); }});
             }},
};

constexpr std::array<std::string_view, areas.size()> words{"read", "networks", "numbers", "evidence", "review"};

}

std::string_view word_of(Area area)
{
    return words[static_cast<std::size_t>(area)];
}

std::optional<Area> area_of(std::string_view word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Area>(found - words.begin()));
}

std::span<const PaneInfo> pane_table()
{
    return table;
}

const PaneInfo* find_pane(std::string_view id)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& pane) { return pane.id == id; });
    return found == table.end() ? nullptr : &*found;
}

}
