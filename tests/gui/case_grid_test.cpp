// Cases and variables as a grid.
#include "case_block.h"
#include "case_documents.h"
#include "case_grid.h"
#include "desk.h"
#include "gtk_widgets.h"
#include "message_bar.h"
#include "message_undo.h"
#include "object_list.h"
#include "object_pages.h"
#include "shown.h"
#include "side_bar.h"
#include "variable_sheet.h"
#include "with_dialog.h"
#include "workbench/history.h"
#include "workbench/study_case.h"
#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/grid.h>

using namespace gui_test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using workbench::VariableType;

namespace
{

class CaseGrid : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
        (void)workbench::add_variable(project(), "edad", VariableType::integer, {}).value();
        (void)workbench::add_variable(project(), "cargo", VariableType::category, {"gerente", "jefe"}).value();
        (void)workbench::add_variable(project(), "rural", VariableType::boolean, {}).value();
        (void)workbench::set_cases(project(), {{"ANA", {{"edad", "45"}}}, {"LUIS", {{"cargo", "jefe"}}}}).value();
        gui::open_cases(work().book(), session());
        settle();
    }
    gui::CaseGrid& page() { return dynamic_cast<gui::CaseGrid&>(*work().book().page_of("cases")); }
    wxGrid& grid() { return page().grid(); }
    std::string cell(int row, int column) { return gui::utf8(grid().GetCellValue(row, column)); }
    void go(int row, int column)
    {
        grid().SetFocus();
        grid().GoToCell(row, column);
        settle();
    }
    void click_cell(int row, int column)
    {
        const auto place = grid().CellToRect(row, column);
        click(*grid().GetGridWindow(), place.GetTopLeft() + wxPoint(20, place.height / 2));
    }
    std::map<std::string, std::string> values(const std::string& name)
    {
        return workbench::find_case(project(), name)->values;
    }
    std::vector<std::string> cases()
    {
        std::vector<std::string> found;
        for (const auto& one : workbench::cases(project())) found.push_back(one.name);
        return found;
    }
    void to_clipboard(const std::string& text)
    {
        const wxClipboardLocker clipboard;
        wxTheClipboard->SetData(new wxTextDataObject(gui::shown(text)));
    }
    wxButton* button(const std::string& label, wxWindow& parent)
    {
        for (auto* child : parent.GetChildren())
            if (auto* found = dynamic_cast<wxButton*>(child); found && gui::utf8(found->GetLabel()) == label)
                return found;
        return nullptr;
    }
};

}

TEST_F(CaseGrid, ShowsCasesVariablesTypesAndValues)
{
    EXPECT_EQ(grid().GetNumberRows(), 3) << "and one to make a case in";
    EXPECT_EQ(gui::utf8(grid().GetColLabelValue(2)), "edad\nwhole number");
    EXPECT_EQ(cell(0, 0), "ANA");
    EXPECT_EQ(cell(0, 2), "45");
    EXPECT_EQ(cell(1, 3), "jefe");
}

TEST_F(CaseGrid, ACellIsSpoken)
{
    const auto spoken = [&] { return gui::utf8(gui::accessible_name(grid().GetGridWindow())); };
    go(0, 2);
    EXPECT_TRUE(wait_for([&] { return spoken() == "ANA, edad, whole number: 45"; })) << spoken();
    press(WXK_DOWN);
    EXPECT_TRUE(wait_for([&] { return spoken() == "LUIS, edad, whole number: empty"; })) << spoken();
    type("38");
    press(WXK_RETURN);
    press(WXK_UP);
    EXPECT_TRUE(wait_for([&] { return spoken() == "LUIS, edad, whole number: 38"; })) << spoken();
    go(2, 0);
    EXPECT_TRUE(wait_for([&] { return spoken() == "New case, Case: empty"; })) << spoken();
}

TEST_F(CaseGrid, ACellIsTypedInto)
{
    click_cell(1, 2);
    type("38");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return values("LUIS")["edad"] == "38"; })) << gui::utf8(page().problem());
    EXPECT_EQ(cell(1, 2), "38");
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return cell(1, 2).empty(); })) << "an undo shows too";
}

TEST_F(CaseGrid, WhatDoesNotFitIsSaidBesideTheCellAndNotWritten)
{
    click_cell(0, 2);
    type("mucho");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return !page().problem().empty(); }));
    EXPECT_THAT(gui::utf8(page().problem()), HasSubstr("\"mucho\" is no value of the variable edad"));
    EXPECT_EQ(cell(0, 2), "45");
    press(WXK_UP);
    EXPECT_TRUE(wait_for([&] { return page().problem().empty(); })) << "it goes with the next key";
}

TEST_F(CaseGrid, AListedValueIsChosen)
{
    go(0, 3);
    EXPECT_NE(
        dynamic_cast<wxGridCellChoiceEditor*>(wxObjectDataPtr<wxGridCellEditor>(grid().GetCellEditor(0, 3)).get()),
        nullptr);
    to_clipboard("gerente");
    press('V', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return values("ANA")["cargo"] == "gerente"; }));
    to_clipboard("rey");
    press('V', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return !page().problem().empty(); }));
    EXPECT_THAT(gui::utf8(page().problem()), HasSubstr("gerente, jefe"));
    EXPECT_EQ(values("ANA")["cargo"], "gerente");
}

TEST_F(CaseGrid, YesAndNoAreWords)
{
    (void)workbench::set_case(project(), "ANA", {{"rural", "true"}}).value();
    EXPECT_TRUE(wait_for([&] { return cell(0, 4) == "yes"; }));
}

TEST_F(CaseGrid, TheLastRowMakesACase)
{
    click_cell(2, 0);
    type("DMPP3");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return cases().size() == 3; }));
    EXPECT_EQ(grid().GetNumberRows(), 4);
    click_cell(3, 0);
    type("ANA");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return !page().problem().empty(); }));
    EXPECT_EQ(cases().size(), 3u);
}

TEST_F(CaseGrid, ACaseGetsAnotherNameInItsCell)
{
    click_cell(0, 0);
    press(WXK_F2);
    press('A', wxMOD_CONTROL);
    type("DMPP1");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return cases() == std::vector<std::string>{"DMPP1", "LUIS"}; }));
    EXPECT_EQ(values("DMPP1")["edad"], "45");
}

TEST_F(CaseGrid, ABlockOfASpreadsheetIsPastedAsOneChange)
{
    const auto before = workbench::history(project()).size();
    to_clipboard("caso\tcargo\tedad\nANA\tjefe\t46\nMARTA\tgerente\t51\n");
    go(0, 0);
    press('V', wxMOD_CONTROL);
    to_clipboard("30\tgerente\n31\tjefe");
    ASSERT_TRUE(wait_for([&] { return values("ANA")["edad"] == "46"; })) << gui::utf8(page().problem());
    EXPECT_FALSE(workbench::find_case(project(), "caso")) << "the first line are titles";
    EXPECT_EQ(values("MARTA")["cargo"], "gerente");
    EXPECT_EQ(workbench::history(project()).size(), before + 1);
    go(0, 2);
    press('V', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return values("LUIS")["edad"] == "31"; })) << gui::utf8(page().problem());
    EXPECT_EQ(values("ANA")["edad"], "30");
}

TEST_F(CaseGrid, ABlockThatIsTooLargeIsRefused)
{
    to_clipboard("1\n2\n3\n4");
    go(0, 2);
    press('V', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return !page().problem().empty(); }));
    EXPECT_THAT(gui::utf8(page().problem()), HasSubstr("longer than there are cases"));
    EXPECT_EQ(values("ANA")["edad"], "45");
}

TEST_F(CaseGrid, DeleteClearsTheChosenValues)
{
    go(0, 2);
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return values("ANA").empty(); }));
    EXPECT_EQ(cases().size(), 2u);
}

TEST_F(CaseGrid, AVariableIsMadeWithItsValues)
{
    with_dialog<gui::VariableSheet>([&] { click(*button("New variable...", page())); },
                                    [&](gui::VariableSheet& sheet) {
                                        EXPECT_FALSE(sheet.values().IsEnabled());
                                        type("nivel");
                                        ASSERT_TRUE(wait_for([&] { return sheet.name().GetValue() == "nivel"; }));
                                        sheet.type().SetSelection(2);
                                        wxCommandEvent event(wxEVT_CHOICE, sheet.type().GetId());
                                        event.SetInt(2);
                                        sheet.type().HandleWindowEvent(event);
                                        sheet.values().SetFocus();
                                        settle();
                                        type("bajo");
                                        ASSERT_TRUE(wait_for([&] { return sheet.values().GetValue() == "bajo"; }));
                                        press(WXK_RETURN);
                                        type("alto");
                                        ASSERT_TRUE(
                                            wait_for([&] { return sheet.values().GetValue() == "bajo\nalto"; }));
                                        click(*sheet.FindWindow(wxID_OK));
                                    });
    const auto made = workbench::find_variable(project(), "nivel");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->type, VariableType::ordinal);
    EXPECT_THAT(made->levels, ElementsAre("bajo", "alto"));
    EXPECT_EQ(grid().GetNumberCols(), 6);
}

TEST_F(CaseGrid, AVariableIsChangedAndWhatStandsInTheWayIsSaidInItsSheet)
{
    go(0, 2);
    with_dialog<gui::VariableSheet>([&] { click(*button("Variable...", page())); },
                                    [&](gui::VariableSheet& sheet) {
                                        EXPECT_EQ(sheet.name().GetValue(), "edad");
                                        sheet.type().SetSelection(5);
                                        sheet.name().SetFocus();
                                        settle();
                                        press(WXK_RETURN);
                                        ASSERT_TRUE(wait_for([&] { return !sheet.problem().empty(); }));
                                        EXPECT_THAT(gui::utf8(sheet.problem()), HasSubstr("ANA: \"45\""));
                                        sheet.type().SetSelection(0);
                                        press('A', wxMOD_CONTROL);
                                        type("anios");
                                        ASSERT_TRUE(wait_for([&] { return sheet.name().GetValue() == "anios"; }));
                                        press(WXK_RETURN);
                                    });
    EXPECT_EQ(workbench::find_variable(project(), "anios")->type, VariableType::text);
    EXPECT_EQ(values("ANA")["anios"], "45");
}

TEST_F(CaseGrid, AVariableIsDeletedAndBroughtBack)
{
    go(0, 2);
    page().delete_variable();
    settle();
    EXPECT_EQ(grid().GetNumberCols(), 4);
    EXPECT_THAT(message(), HasSubstr("\"edad\" was deleted, and 1 value with it."));
    take_back(frame());
    ASSERT_TRUE(wait_for([&] { return grid().GetNumberCols() == 5; }));
    EXPECT_EQ(cell(0, 2), "45");
}

TEST_F(CaseGrid, DocumentsAreLinkedByTicks)
{
    go(0, 0);
    with_dialog<gui::CaseDocuments>([&] { click(*button("Documents...", page())); },
                                    [&](gui::CaseDocuments& sheet) {
                                        type("E1");
                                        auto& list = sheet.list();
                                        ASSERT_TRUE(wait_for([&] { return list.GetItemCount() == 1; }));
                                        const auto place = list.GetItemRect(list.RowToItem(0), list.GetColumn(0));
                                        click(list, {place.x + place.width / 2, place.y + place.height / 2});
                                        ASSERT_TRUE(wait_for([&] { return list.GetToggleValue(0, 0); }));
                                        click(*sheet.FindWindow(wxID_OK));
                                    });
    EXPECT_TRUE(wait_for([&] { return cell(0, 1) == "E1"; }));
    EXPECT_EQ(workbench::find_case(project(), "ANA")->members.size(), 1u);
}

TEST_F(CaseGrid, CasesAreJoinedAndDeletedWithAnOfferToUndo)
{
    grid().SelectBlock(0, 0, 1, 4);
    settle();
    click(*button("Join the cases", page()));
    ASSERT_TRUE(wait_for([&] { return cases() == std::vector<std::string>{"ANA"}; }));
    EXPECT_EQ(values("ANA")["cargo"], "jefe");
    take_back(frame());
    ASSERT_TRUE(wait_for([&] { return cases().size() == 2; }));
    grid().SelectBlock(1, 0, 1, 4);
    settle();
    click(*button("Delete the cases", page()));
    ASSERT_TRUE(wait_for([&] { return cases() == std::vector<std::string>{"ANA"}; }));
    EXPECT_THAT(message(), HasSubstr("1 case was deleted"));
    take_back(frame());
    EXPECT_TRUE(wait_for([&] { return cases().size() == 2; }));
}

TEST(CaseBlock, IsReadByLinesAndTabs)
{
    using gui::block_in;
    EXPECT_THAT(block_in("a\tb\r\n\tc\n"),
                ElementsAre(std::vector<std::string>{"a", "b"}, std::vector<std::string>{"", "c"}));
    EXPECT_THAT(block_in("\n"), IsEmpty());
    EXPECT_THAT(block_in("a\t"), ElementsAre(std::vector<std::string>{"a", ""}));
}
