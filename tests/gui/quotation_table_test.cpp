// The table of quotations: filters, columns, choosing many, taking them along.
#include "chooser.h"
#include "code_panel.h"
#include "coding/quotation.h"
#include "desk.h"
#include "empty_note.h"
#include "message_bar.h"
#include "note_editor.h"
#include "quotation_gestures.h"
#include "quotation_panel.h"
#include "quotation_preview.h"
#include "quotation_table.h"
#include "shown.h"
#include "support/corpus.h"
#include "text_surface.h"
#include "transcript.h"
#include "workbench/history.h"
#include "workbench/study_case.h"
#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/clipbrd.h>
#include <wx/filedlg.h>
#include <wx/testing.h>
#include <wx/textctrl.h>

using namespace gui_test;
using gui::QuotationRows;
using gui::QuotationTable;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace
{

class QuotationList : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
        press('Q', wxMOD_CONTROL | wxMOD_SHIFT);
        ASSERT_TRUE(wait_for([&] { return dynamic_cast<QuotationTable*>(work().book().GetCurrentPage()) != nullptr; }));
        settle();
    }
    QuotationTable& table() { return dynamic_cast<QuotationTable&>(*work().book().GetCurrentPage()); }
    std::vector<std::string> column(QuotationRows::Column column)
    {
        std::vector<std::string> cells;
        for (unsigned row = 0; row < table().rows().count(); ++row) cells.push_back(table().rows().cell(row, column));
        return cells;
    }
    wxDataViewItem item(unsigned row) { return table().rows().GetItem(row); }
    void choose(unsigned row) { click(table().list(), middle_of(table().list(), item(row))); }
    gui::Chooser& chooser()
    {
        EXPECT_TRUE(wait_for([&] { return gui::Chooser::open_in(frame_) != nullptr; }));
        settle();
        auto* found = gui::Chooser::open_in(frame_);
        if (!found) throw std::runtime_error("no chooser is open");
        return *found;
    }
    wxString clipboard()
    {
        wxTextDataObject text;
        const wxClipboardLocker locker;
        wxTheClipboard->GetData(text);
        return text.GetText();
    }
};

}

TEST_F(QuotationList, AreListedWithTheirColumns)
{
    EXPECT_THAT(column(QuotationRows::number), ElementsAre("1:1", "1:2", "1:3", "2:1"));
    EXPECT_EQ(column(QuotationRows::participant)[3], "LUIS");
    EXPECT_EQ(column(QuotationRows::codes)[0], "Cero papel");
    EXPECT_EQ(column(QuotationRows::text)[0], "El tema del papel.");
    EXPECT_EQ(table().note(), "4");
}

TEST_F(QuotationList, WordsFilterAsOneTypes)
{
    press('F', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return table().words().HasFocus(); }));
    type("sistema vino");
    EXPECT_TRUE(wait_for([&] { return column(QuotationRows::number) == std::vector<std::string>{"1:3"}; }));
    EXPECT_EQ(table().note(), "1 of 4");
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return table().rows().count() == 4; }));
}

TEST_F(QuotationList, ACodeFiltersWithThoseBelowIt)
{
    click(table().facet(QuotationTable::by_code));
    chooser();
    type("motiva");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return table().rows().count() == 3; }));
    ASSERT_TRUE(wait_for([&] { return table().children().IsShownOnScreen(); }));
    settle();
    click(table().children());
    EXPECT_TRUE(wait_for([&] { return table().rows().count() == 0; }));
    ASSERT_TRUE(wait_for([&] { return table().empty().IsShownOnScreen(); }));
    settle();
    click(table().empty().button());
    EXPECT_TRUE(wait_for([&] { return table().rows().count() == 4; }));
}

TEST_F(QuotationList, FilterByDocumentSpeakerAndCoder)
{
    project().set_coder("Luis");
    mark(project(), "E2", "nadie usa el sistema", "Motivaciones/Cero papel");
    ASSERT_TRUE(wait_for([&] { return table().rows().count() == 5; }));
    const auto by = [&](QuotationTable::Facet facet, const std::string& typed) {
        table().clear_filters();
        table().ask(facet);
        chooser();
        type(typed);
        press(WXK_RETURN);
        EXPECT_TRUE(wait_for([&] { return gui::Chooser::open_in(frame_) == nullptr; }));
        return column(QuotationRows::number);
    };
    EXPECT_THAT(by(QuotationTable::by_document, "E2"), ElementsAre("2:1", "2:2"));
    EXPECT_THAT(by(QuotationTable::by_speaker, "ana"), ElementsAre("1:1", "1:2", "1:3"));
    EXPECT_THAT(by(QuotationTable::by_coder, "luis"), ElementsAre("2:2"));
}

TEST_F(QuotationList, FilterByAVariableOfTheCase)
{
    (void)workbench::add_variable(project(), "Cargo", workbench::VariableType::text, {}).value();
    (void)workbench::set_case(project(), "E2", {{"Cargo", "Jefe"}}).value();
    (void)workbench::link_case(project(), "E2", {document(project(), "E2")}).value();
    table().ask(QuotationTable::by_variable);
    EXPECT_THAT(chooser().offered(), ElementsAre("any", "Cargo=Jefe"));
    type("jefe");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return column(QuotationRows::number) == std::vector<std::string>{"2:1"}; }));
}

TEST_F(QuotationList, AHeadSortsByItsColumn)
{
    const auto head = [&](unsigned at) {
        int x = 0;
        for (unsigned i = 0; i < at; ++i) x += table().list().GetColumn(i)->GetWidth();
        return wxPoint(x + 40, table().list().GetItemRect(item(0), table().list().GetColumn(0)).y / 2);
    };
    click(table().list(), head(QuotationRows::text));
    EXPECT_TRUE(wait_for([&] {
        return column(QuotationRows::number) == std::vector<std::string>{"2:1", "1:1", "1:2", "1:3"};
    })) << testing::PrintToString(column(QuotationRows::text));
    click(table().list(), head(QuotationRows::text));
    EXPECT_TRUE(wait_for([&] { return column(QuotationRows::number)[0] == "1:3"; }));
}

TEST_F(QuotationList, ADoubleClickOpensThePlace)
{
    double_click(table().list(), middle_of(table().list(), item(3)));
    ASSERT_TRUE(wait_for([&] { return work().book().document_view() != nullptr; }));
    EXPECT_EQ(view().document(), document(project(), "E2"));
}

TEST_F(QuotationList, SpaceShowsOneInItsContext)
{
    choose(2);
    press(WXK_SPACE);
    ASSERT_TRUE(
        wait_for([&] { return dynamic_cast<gui::QuotationPreview*>(gui::Overlay::open_in(frame_)) != nullptr; }));
    auto& preview = dynamic_cast<gui::QuotationPreview&>(*gui::Overlay::open_in(frame_));
    settle();
    EXPECT_TRUE(preview.text().GetValue().Contains(gui::shown("\u00BFY despu\u00E9s?"))) << "the paragraph before";
    EXPECT_TRUE(preview.text().GetValue().Contains(gui::shown("vino el sistema \u00FAnico")));
    press(WXK_SPACE);
    EXPECT_TRUE(wait_for([&] { return gui::Overlay::open_in(frame_) == nullptr; }));
}

TEST_F(QuotationList, AreCopiedWithTheirCitation)
{
    choose(0);
    press('C', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return clipboard() == gui::shown("\u00ABEl tema del papel.\u00BB (ANA, 1:1)"); }))
        << clipboard();
}

TEST_F(QuotationList, SeveralAreCodedAtOnce)
{
    click(table().list(), middle_of(table().list(), item(0)));
    press('A', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return table().chosen().size() == 4; }));
    const auto before = workbench::history(project()).size();
    gui::ask_code(&table(), session(), table().chosen());
    chooser();
    type("Dificultades");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return codings().size() == 8; }));
    EXPECT_EQ(workbench::history(project()).size(), before + 1) << "one change, the new code with it";
    EXPECT_THAT(codings_of("El tema del papel."), ElementsAre("Dificultades", "Motivaciones/Cero papel"));
    gui::ask_uncode(&table(), session(), table().chosen());
    chooser();
    type("dificul");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return codings().size() == 4; }));
}

TEST_F(QuotationList, F2NamesOneInPlace)
{
    choose(1);
    press(WXK_F2);
    type("Perdida");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return column(QuotationRows::name)[1] == "Perdida"; }));
    EXPECT_EQ(session().quotations()[1].name, "Perdida");
}

TEST_F(QuotationList, ACommentIsWrittenInTheSideListToo)
{
    auto& side = work().quotations();
    click(side.list(), middle_of(side.list(), side.model().GetItem(0)));
    press(WXK_F2);
    ASSERT_TRUE(wait_for([&] { return dynamic_cast<gui::NoteEditor*>(gui::Overlay::open_in(frame_)) != nullptr; }));
    settle();
    type("ironico");
    press(WXK_RETURN, wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return session().quotations()[0].comment == "ironico"; }));
    EXPECT_TRUE(wait_for([&] { return column(QuotationRows::comment)[0] == "ironico"; }));
}

TEST_F(QuotationList, DeletingSaysWhatWentAndOffersUndo)
{
    choose(0);
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return table().rows().count() == 3; }));
    EXPECT_EQ(message(), "1:1 is gone, with 1 coding.");
    EXPECT_TRUE(frame().messages().offers_undo());
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return table().rows().count() == 4; }));
}

TEST_F(QuotationList, WhatIsShownIsWrittenToAFile)
{
    const auto file = folder_ / "citas.csv";
    table().show_code(code(project(), "Estrategias"));
    wxTEST_DIALOG(table().export_shown(), wxExpectModal<wxFileDialog>(gui::shown(file.string())));
    const auto csv = support::read_file(file);
    EXPECT_THAT(csv, HasSubstr("2:1,E2,"));
    EXPECT_THAT(csv, Not(HasSubstr("1:1,E1")));
    EXPECT_THAT(message(), HasSubstr("1 quotation written"));
}
