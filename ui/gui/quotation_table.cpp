#include "quotation_table.h"
#include "chooser.h"
#include "coding/coding.h"
#include "empty_note.h"
#include "gtk_widgets.h"
#include "look.h"
#include "quotation_gestures.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"
#include <algorithm>
#include <set>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

namespace gui
{

using workbench::say;
using workbench::source;
using workbench::tr;

namespace
{

constexpr std::array facet_names{source("Code"), source("Document"), source("Speaker"), source("Case or document"),
                                 source("Coder")};
static_assert(facet_names.size() == QuotationTable::facets);

struct ColumnInfo {
    const char* title;
    int width;
    bool editable = false;
};
constexpr std::array columns{ColumnInfo{source("No."), 60},           ColumnInfo{source("Document"), 90},
                             ColumnInfo{source("Participant"), 96},   ColumnInfo{source("Codes"), 160},
                             ColumnInfo{source("Text"), 240},         ColumnInfo{source("Name"), 84, true},
                             ColumnInfo{source("Comment"), 110, true}};
static_assert(columns.size() == QuotationRows::columns);

}

QuotationTable::QuotationTable(wxWindow* parent, Session& session)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL), session_(session)
{
    SetBackgroundColour(look::paper());
    filter_.children = true;
    lay_out();
    listen();
    refill();
}

void QuotationTable::lay_out()
{
    title_ = new wxStaticText(this, wxID_ANY, shown(tr("Quotations")));
    title_->SetFont(look::interface(1.2, true));
    note_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    note_->SetForegroundColour(look::faint());
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(title_, wxSizerFlags().CenterVertical());
    head->Add(note_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, 12));
    head->Add(tool_button(this, shown(tr("Write to a file...")), [this] { export_shown(); }),
              wxSizerFlags().CenterVertical());
    make_list();
    empty_ = new EmptyNote(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, wxSizerFlags().Expand().Border(wxALL, 16));
    column->Add(make_filters(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, 16));
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(empty_, wxSizerFlags().Expand().Border(wxALL, 16));
    column->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(column);
}

wxSizer* QuotationTable::make_filters()
{
    words_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(190, -1), wxTE_PROCESS_ENTER);
    words_->SetHint(shown(tr("filter...")));
    set_accessible_name(words_, shown(tr("Filter the quotations by words")));
    add_style_class(words_, "quipu-entry");
    auto* line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    line->Add(words_, wxSizerFlags().CenterVertical().Border(wxRIGHT, 6));
    for (int at = 0; at < facets; ++at) {
        const auto facet = static_cast<Facet>(at);
        buttons_[at] = tool_button(this, shown(tr(facet_names[at])), [this, facet] { ask(facet); });
        line->Add(buttons_[at], wxSizerFlags().CenterVertical().Border(wxRIGHT, 6));
        if (facet != by_code) continue;
        children_ = new wxCheckBox(this, wxID_ANY, shown(tr("and those below")));
        children_->SetValue(true);
        set_accessible_name(children_, shown(tr("With the codes below it")));
        line->Add(children_, wxSizerFlags().CenterVertical().Border(wxRIGHT, 6));
    }
    clear_ = tool_button(this, shown(tr("Show all")), [this] { clear_filters(); });
    line->Add(clear_, wxSizerFlags().CenterVertical());
    return line;
}

void QuotationTable::make_list()
{
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_MULTIPLE | wxBORDER_NONE);
    set_accessible_name(list_, shown(tr("Quotations")));
    add_style_class(list_, "quipu-paper");
    rows_ = new QuotationRows(
        session_, [this](coding::QuotationId id, QuotationRows::Column column, const std::string& text) {
            const auto settings = column == QuotationRows::name ? coding::QuotationSettings{.name = text}
                                                                : coding::QuotationSettings{.comment = text};
            return run(this, [&] { return coding::set_quotation(session_.project(), id, settings); }).has_value();
        });
    for (unsigned at = 0; at < columns.size(); ++at) {
        const auto& info = columns[at];
        auto* text =
            new wxDataViewTextRenderer("string", info.editable ? wxDATAVIEW_CELL_EDITABLE : wxDATAVIEW_CELL_INERT);
        text->EnableEllipsize(wxELLIPSIZE_END);
        list_->AppendColumn(new wxDataViewColumn(shown(tr(info.title)), text, at, info.width, wxALIGN_LEFT,
                                                 wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE));
        if (info.editable) set_editable(text, false); // but for as long as one edits
    }
    list_->AssociateModel(rows_.get());
}

// The text takes the room that the others leave.
void QuotationTable::fit(int width)
{
    if (width == fitted_) return;
    fitted_ = width;
    int others = 24;
    for (unsigned at = 0; at < columns.size(); ++at)
        if (at != QuotationRows::text) others += list_->GetColumn(at)->GetWidth();
    list_->GetColumn(QuotationRows::text)->SetWidth(std::max(columns[QuotationRows::text].width, width - others));
}

void QuotationTable::listen()
{
    words_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        rows_->narrow(utf8(words_->GetValue()));
        note_count();
    });
    words_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_DOWN || key == WXK_RETURN)
            SetFocus();
        else if (key == WXK_ESCAPE)
            words_->Clear();
        else
            event.Skip();
    });
    children_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        filter_.children = children_->GetValue();
        refill();
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) { open(event.GetItem()); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { menu(); });
    list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (!press(event)) event.Skip();
    });
    list_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit(event.GetSize().x);
        event.Skip();
    });
    list_->Bind(wxEVT_DATAVIEW_COLUMN_SORTED, [this](wxDataViewEvent&) {
        // The toolkit is still at work on the list.
        list_->CallAfter([this] {
            const auto* by = list_->GetSortingColumn();
            rows_->sort(by ? static_cast<QuotationRows::Column>(by->GetModelColumn()) : QuotationRows::number,
                        !by || by->IsSortOrderAscending());
        });
    });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) {
        // What nobody sees is read when it is looked at.
        stale_ = true;
        if (IsShownOnScreen()) refill();
    });
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        if (!IsShownOnScreen()) return;
        if (stale_) refill();
        constexpr std::size_t at_once = 150;
        if (rows_->read_ahead(at_once)) event.RequestMore();
        event.Skip();
    });
}

void QuotationTable::SetFocus()
{
    list_->SetFocus();
    if (list_->GetSelectedItemsCount() == 0 && rows_->count() > 0) list_->Select(rows_->GetItem(0));
}

wxString QuotationTable::note() const
{
    return note_->GetLabel();
}

// The same quotations stay chosen, and the same row in view.
void QuotationTable::refill()
{
    stale_ = false;
    std::set<coding::QuotationId> before;
    for (const auto& quotation : chosen()) before.insert(quotation.id);
    const auto top = list_->GetTopItem();
    const auto first = top.IsOk() ? rows_->GetRow(top) : 0;
    if (!filter_.codes.empty() && !session_.code(filter_.codes.front())) choose(by_code, 0, {});
    if (filter_.document && !session_.document(*filter_.document)) choose(by_document, 0, {});
    rows_->read(filter_);
    wxDataViewItemArray items;
    for (const auto id : before)
        if (const auto row = rows_->row_of(id)) items.Add(rows_->GetItem(*row));
    if (!items.empty()) list_->SetSelections(items);
    if (first > 0 && first < rows_->count()) list_->EnsureVisible(rows_->GetItem(first));
    label_filters();
    note_count();
}

void QuotationTable::note_count()
{
    const auto all = session_.quotation_count(), some = static_cast<std::int64_t>(rows_->count());
    note_->SetLabel(some == all ? grouped(all) : shown(say("{} of {}", utf8(grouped(some)), utf8(grouped(all)))));
    if (all == 0)
        empty_->say(shown(tr("Coded passages are listed here. Open a document, select a passage and press Ctrl+K.")));
    else
        empty_->say(shown(tr("No quotation is like that.")), shown(tr("Show all quotations")),
                    [this] { clear_filters(); });
    const bool none = some == 0;
    if (none != empty_->IsShown() || none == list_->IsShown()) {
        empty_->Show(none);
        list_->Show(!none);
    }
    Layout();
}

void QuotationTable::label_filters()
{
    bool any = false;
    for (int at = 0; at < facets; ++at) {
        const auto& name = chosen_names_[at];
        const auto label = shown(name.empty() ? std::string(tr(facet_names[at])) + " \u25BE"
                                              : std::string(tr(facet_names[at])) + ": " + utf8(one_line(name, 28)));
        any |= !name.empty();
        if (buttons_[at]->GetLabel() == label) continue;
        buttons_[at]->SetLabel(label);
        fit_button(*buttons_[at], label);
        set_accessible_name(buttons_[at], label);
    }
    children_->Show(!chosen_names_[by_code].empty());
    clear_->Show(any || !words_->IsEmpty());
    Layout();
}

std::string QuotationTable::about() const
{
    std::string words;
    for (int at = 0; at < facets; ++at)
        if (!chosen_names_[at].empty())
            words += (words.empty() ? "" : "; ") + std::string(tr(facet_names[at])) + ": " + chosen_names_[at];
    if (!words_->IsEmpty()) words += (words.empty() ? "" : "; ") + say("words: {}", utf8(words_->GetValue()));
    return words;
}

/// What can be chosen: the id 0 means any.
std::vector<std::pair<std::int64_t, std::string>> QuotationTable::choices_of(Facet facet)
{
    std::vector<std::pair<std::int64_t, std::string>> choices;
    switch (facet) {
    case by_code:
        for (const auto& code : session_.codes()) choices.emplace_back(code.id.value, code.path);
        break;
    case by_document:
        for (const auto& document : session_.documents()) choices.emplace_back(document.id.value, document.name);
        break;
    case by_speaker: {
        std::int64_t number = 0;
        for (const auto& name : session_.reading().rows<std::string>(
                 "SELECT DISTINCT speaker FROM turn_place WHERE speaker IS NOT NULL ORDER BY speaker"))
            choices.emplace_back(++number, name);
        break;
    }
    case by_variable: {
        std::int64_t number = 0;
        for (const auto& [name, value] : session_.reading().rows<std::tuple<std::string, std::string>>(
                 "SELECT DISTINCT v.name, x.value FROM variable_value x JOIN variable v ON v.id = x.variable "
                 "WHERE x.value IS NOT NULL AND x.value <> '' ORDER BY v.name, x.value"))
            choices.emplace_back(++number, name + "=" + value);
        break;
    }
    default:
        for (const auto& [id, name] :
             session_.reading().rows<std::tuple<std::int64_t, std::string>>("SELECT id, name FROM coder ORDER BY name"))
            choices.emplace_back(id, name);
    }
    return choices;
}

void QuotationTable::ask(Facet facet)
{
    Question question{
        .title = say("Quotations by: {}", tr(facet_names[facet])), .choices = {{0, tr("any")}}, .done = {}};
    const auto choices = choices_of(facet);
    for (const auto& [id, name] : choices) {
        Choice choice{id, name};
        if (const auto* code = facet == by_code ? session_.code(coding::CodeId{id}) : nullptr)
            choice.color = code->color;
        question.choices.push_back(std::move(choice));
    }
    question.done = [this, facet, choices](const Chosen& chosen) {
        const auto id = chosen.ids.front();
        const auto found = std::ranges::find(choices, id, [](const auto& choice) { return choice.first; });
        choose(facet, id, found == choices.end() ? std::string() : found->second);
        refill();
    };
    Chooser::ask(this, std::move(question));
}

void QuotationTable::choose(Facet facet, std::int64_t id, const std::string& name)
{
    chosen_names_[facet] = name;
    const bool any = id == 0;
    switch (facet) {
    case by_code:
        filter_.codes.clear();
        if (!any) filter_.codes.push_back(coding::CodeId{id});
        break;
    case by_document: filter_.document = any ? std::nullopt : std::optional(workbench::DocumentId{id}); break;
    case by_speaker: filter_.speaker = any ? std::nullopt : std::optional(name); break;
    case by_variable: {
        filter_.where.reset();
        if (any) break;
        if (auto condition = coding::condition_in(session_.reading(), name))
            filter_.where = std::move(*condition);
        else
            show_error(this, condition.error());
        break;
    }
    default: filter_.coder = any ? std::nullopt : std::optional(coding::CoderId{id});
    }
}

void QuotationTable::show_code(std::optional<coding::CodeId> code)
{
    const auto* known = code ? session_.code(*code) : nullptr;
    choose(by_code, known ? known->id.value : 0, known ? known->path : std::string());
    refill();
}

void QuotationTable::clear_filters()
{
    for (int at = 0; at < facets; ++at) choose(static_cast<Facet>(at), 0, {});
    words_->ChangeValue(wxString());
    rows_->narrow({});
    refill();
}

}
