#include "code_view.h"
#include "back_link_list.h"
#include "chooser.h"
#include "coding/quotation_export.h"
#include "gtk_widgets.h"
#include "look.h"
#include "run.h"
#include "section.h"
#include "shown.h"
#include "swatch.h"
#include "workbench/tr.h"
#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace gui
{
namespace
{

using workbench::say;
using workbench::say_n;
using workbench::source;
using workbench::tr;

struct FieldInfo {
    const char *label, *hint;
    std::optional<std::string> coding::Code::*value;
    std::optional<std::string> coding::CodeSettings::*setting;
    int lines;
};

const std::array fields{
    FieldInfo{source("Definition"), source("What it means, in a sentence or two."), &coding::Code::definition,
              &coding::CodeSettings::definition, 4},
    FieldInfo{source("When to use it"), source("What a passage must say to carry it."), &coding::Code::inclusion,
              &coding::CodeSettings::inclusion, 3},
    FieldInfo{source("When not to use it"), source("What looks like it and is something else."),
              &coding::Code::exclusion, &coding::CodeSettings::exclusion, 3},
    FieldInfo{source("Example"), source("A passage that shows it best."), &coding::Code::example,
              &coding::CodeSettings::example, 4},
    FieldInfo{source("Comment"), source("A note for yourself."), &coding::Code::comment, &coding::CodeSettings::comment,
              3},
};

wxString dot()
{
    return wxString::FromUTF8("  \xC2\xB7  ");
}

}

CodeView::CodeView(wxWindow* parent, Session& session, coding::CodeId code)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      session_(session),
      code_(code),
      pause_(this)
{
    SetBackgroundColour(look::paper());
    lay_out();
    for (auto* field : {name_, texts_[0], texts_[1], texts_[2], texts_[3], texts_[4]}) {
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(writing_pause_ms); });
        field->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            save();
            event.Skip();
        });
    }
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { save(); });
    changed_ = session_.changed.listen([this](const workbench::ChangeSet&) { read(); });
    read();
}

CodeView::~CodeView()
{
    pause_.Stop();
    changed_.reset();
    save();
}

void CodeView::SetFocus()
{
    texts_[definition]->SetFocus();
}

wxWindow* CodeView::make_head()
{
    auto* head = new wxPanel(this);
    head->SetBackgroundColour(look::paper());
    swatch_ = new wxStaticBitmap(head, wxID_ANY, swatch(look::of_code({})));
    name_ = new wxTextCtrl(head, wxID_ANY);
    name_->SetFont(look::interface(1.15, true));
    add_style_class(name_, "quipu-entry");
    set_accessible_name(name_, shown(tr("Name of the code")));
    above_ = new wxStaticText(head, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
    about_ = new wxStaticText(head, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    for (auto* text : {above_, about_}) text->SetForegroundColour(look::faint());
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(swatch_, wxSizerFlags().CenterVertical().Border(wxRIGHT, 8));
    line->Add(name_, wxSizerFlags(1).CenterVertical());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(above_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, 16));
    column->Add(line, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, 16));
    column->Add(about_, wxSizerFlags().Expand().Border(wxALL, 16));
    head->SetSizer(column);
    return head;
}

void CodeView::add_field(wxWindow* parent, wxSizer* column, Field field)
{
    const auto& info = fields[field];
    auto* label = new wxStaticText(parent, wxID_ANY, shown(tr(info.label)));
    label->SetFont(look::interface(1, true));
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(label, wxSizerFlags(1).CenterVertical());
    if (field == example) {
        choose_example_ = tool_button(parent, shown(tr("Choose a quotation...")), [this] { ask_example(); });
        line->Add(choose_example_, wxSizerFlags().CenterVertical());
    }
    auto* text = new wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                wxTE_MULTILINE | wxTE_RICH2 | wxBORDER_SIMPLE);
    text->SetFont(look::reading(11));
    text->SetMinSize(wxSize(200, text->GetCharHeight() * info.lines + 16));
    text->SetToolTip(shown(tr(info.hint)));
    set_accessible_name(text, shown(tr(info.label)));
    add_style_class(text, "quipu-paper");
    set_margins(*text);
    auto* hint = new wxStaticText(parent, wxID_ANY, shown(tr(info.hint)));
    hint->SetForegroundColour(look::faint());
    texts_[field] = text;
    column->Add(line, wxSizerFlags().Expand().Border(wxTOP, 12));
    column->Add(hint, wxSizerFlags().Border(wxTOP | wxBOTTOM, 2));
    column->Add(text, wxSizerFlags().Expand());
}

void CodeView::lay_out()
{
    form_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    form_->SetBackgroundColour(look::paper());
    form_->SetScrollRate(0, 12);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    for (const auto field : {definition, inclusion, exclusion, example, comment}) add_field(form_, inside, field);
    inside->AddSpacer(16);
    auto* margins = new wxBoxSizer(wxHORIZONTAL);
    margins->Add(inside, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, 16));
    form_->SetSizer(margins);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_head(), wxSizerFlags().Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(form_, wxSizerFlags(1).Expand());
    column->Add(hairline(this), wxSizerFlags().Expand());
    column->Add(new BackLinkList(this, session_, code_.value), wxSizerFlags().Expand());
    SetSizer(column);
}

// What stands in the project goes into the fields, but never over what is being written.
void CodeView::read()
{
    const auto* code = session_.code(code_);
    if (!code || pause_.IsRunning()) return;
    if (utf8(name_->GetValue()) != code->name) name_->ChangeValue(shown(code->name));
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto value = (code->*fields[i].value).value_or("");
        if (utf8(texts_[i]->GetValue()) != value) texts_[i]->ChangeValue(shown(value));
    }
    swatch_->SetBitmap(swatch(look::of_code(code->color)));
    const auto* parent = code->parent ? session_.code(*code->parent) : nullptr;
    above_->SetLabel(shown(parent ? say("below {}", parent->path) : tr("at the top of the codes")));
    wxString about = shown(say_n("{} quotation", "{} quotations", code->quotations, utf8(grouped(code->quotations))));
    about += dot() + shown(say_n("{} document", "{} documents", code->documents, utf8(grouped(code->documents))));
    if (code->origin) {
        const bool a_priori = *code->origin == coding::Origin::a_priori;
        about += dot() + wxString::FromUTF8(a_priori ? "\xE2\x97\x86 " : "\xE2\x97\x87 ") +
                 shown(a_priori ? tr("a priori") : tr("emergent"));
        if (code->origin_at) about += " " + shown(say("since {}", code->origin_at->substr(0, 10)));
        if (code->origin_quotation)
            about += ", " + shown(say("from {}", coding::label_of(session_.reading(), *code->origin_quotation)));
    }
    about_->SetLabel(about);
}

void CodeView::save()
{
    pause_.Stop();
    if (session_.reading().read_only()) return;
    const auto found = coding::code(session_.reading(), code_);
    if (!found) return;
    const auto name = utf8(name_->GetValue().Strip(wxString::both));
    if (!name.empty() && name != found->name)
        run(this, [&] { return coding::rename_code(session_.project(), code_, name); });
    coding::CodeSettings settings;
    bool differs = false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto text = utf8(texts_[i]->GetValue());
        if (text == ((*found).*fields[i].value).value_or("")) continue;
        settings.*fields[i].setting = text;
        differs = true;
    }
    if (differs) run(this, [&] { return coding::set_code(session_.project(), code_, settings); });
}

void CodeView::ask_example()
{
    save();
    Question question{.title = tr("Which quotation is the example?"), .choices = {}, .done = {}};
    coding::QuotationReader reader(session_.reading());
    for (const auto& quotation : coding::quotations(session_.reading(), {.codes = {code_}, .children = true})) {
        const auto row = reader(quotation);
        question.choices.push_back({quotation.id.value, quotation.label() + "  " + utf8(one_line(row.text, 90)),
                                    row.study_case.value_or(row.document)});
    }
    if (question.choices.empty()) {
        show_error(this, {workbench::ErrorCode::not_found, tr("This code has no quotation yet."),
                          tr("Code a passage with it first.")});
        return;
    }
    question.done = [this](const Chosen& chosen) {
        const auto quotation = coding::quotation(session_.reading(), coding::QuotationId{chosen.ids.front()});
        if (!quotation) return;
        coding::QuotationReader read_one(session_.reading());
        const auto text = coding::cited(read_one(*quotation));
        run(this, [&] { return coding::set_code(session_.project(), code_, {.example = text}); });
    };
    Chooser::ask(this, std::move(question));
}

}
