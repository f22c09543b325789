// The list of documents: what it shows, how it is found, and what is done to what is chosen.
#include "code_panel.h"
#include "desk.h"
#include "document_panel.h"
#include "document_sheet.h"
#include "gtk_widgets.h"
#include "message_bar.h"
#include "message_undo.h"
#include "preferences.h"
#include "shown.h"
#include "side_bar.h"
#include "with_dialog.h"
#include "workbench/document.h"
#include "workbench/history.h"
#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/choice.h>

using namespace gui_test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace
{

class Documents : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
    gui::DocumentPanel& panel() { return work().side().documents(); }
    /// Kinds in brackets, documents below them, as they stand.
    std::vector<std::string> rows()
    {
        std::vector<std::string> found;
        for (const auto& kind : panel().model().kinds()) {
            found.push_back("[" + cell(kind, gui::DocumentModel::name_column) + "]");
            wxDataViewItemArray children;
            panel().model().GetChildren(kind, children);
            for (const auto& child : children) found.push_back(cell(child, gui::DocumentModel::name_column));
        }
        return found;
    }
    std::string cell(const wxDataViewItem& item, unsigned column)
    {
        wxVariant value;
        panel().model().GetValue(value, item, column);
        return gui::utf8(value.GetString());
    }
    wxDataViewItem item(const std::string& name) { return panel().item_of(document(project(), name)); }
    void click_on(const std::string& name) { click(panel().tree(), middle_of(panel().tree(), item(name))); }
    std::vector<std::string> names()
    {
        std::vector<std::string> found;
        for (const auto& one : session().documents()) found.push_back(one.name);
        return found;
    }
};

}

TEST_F(Documents, StandBelowTheirKindWithTheirCounts)
{
    EXPECT_THAT(rows(), ElementsAre("[Interviews]", "E1", "E2", "[Reports]", "Informe"));
    EXPECT_EQ(cell(item("E1"), gui::DocumentModel::quotations_column), "3");
    EXPECT_EQ(cell(item("E1"), gui::DocumentModel::codings_column), "3");
    EXPECT_EQ(cell(item("E1"), gui::DocumentModel::language_column), "es");
    EXPECT_EQ(cell(item("E2"), gui::DocumentModel::words_column),
              std::to_string(session().document(document(project(), "E2"))->words));
}

TEST_F(Documents, AreFilteredAsOneTypes)
{
    click(panel().filter());
    type("inf");
    ASSERT_TRUE(wait_for([&] { return rows().size() == 2; }));
    EXPECT_THAT(rows(), ElementsAre("[Reports]", "Informe"));
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return rows().size() == 5; }));
}

TEST_F(Documents, AreFilteredByTheirCommentToo)
{
    ASSERT_TRUE(workbench::set_document(project(), document(project(), "E2"), {.comment = "Oficina de tr\u00E1mite"}));
    click(panel().filter());
    type("tramite");
    EXPECT_TRUE(wait_for([&] { return rows() == std::vector<std::string>{"[Interviews]", "E2"}; }));
}

TEST_F(Documents, StandInAnotherOrder)
{
    panel().set_order(gui::DocumentOrder::words);
    EXPECT_THAT(rows(), ElementsAre("[Interviews]", "E1", "E2", "[Reports]", "Informe"));
    ASSERT_TRUE(workbench::rename_document(project(), document(project(), "E1"), "Z1"));
    panel().set_order(gui::DocumentOrder::name);
    EXPECT_THAT(rows(), ElementsAre("[Interviews]", "E2", "Z1", "[Reports]", "Informe"));
    EXPECT_EQ(gui::preferences().document_order, "name") << "kept for the next start";
}

TEST_F(Documents, ShowMoreColumnsWithTitles)
{
    EXPECT_FALSE(panel().tree().GetColumn(2)->IsShown());
    panel().show_columns("words quotations");
    settle();
    EXPECT_TRUE(panel().tree().GetColumn(2)->IsShown());
    EXPECT_TRUE(panel().tree().GetColumn(4)->IsShown());
    EXPECT_EQ(gui::preferences().document_columns, "words quotations");
}

TEST_F(Documents, F2Renames)
{
    click_on("E2");
    press(WXK_F2);
    press('A', wxMOD_CONTROL);
    type("Jefe");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return names() == std::vector<std::string>{"E1", "Jefe", "Informe"}; }));
}

TEST_F(Documents, SeveralAreChosenAndDeletedAtOnceAndOneClickBringsThemBack)
{
    click_on("E1");
    hands_.KeyDown(WXK_SHIFT);
    click_on("E2");
    hands_.KeyUp(WXK_SHIFT);
    ASSERT_TRUE(wait_for([&] { return panel().chosen().size() == 2; }));
    press(WXK_DELETE);
    ASSERT_TRUE(wait_for([&] { return names() == std::vector<std::string>{"Informe"}; })) << message();
    EXPECT_THAT(message(), HasSubstr("2 documents were deleted, and 4 quotations with them."));
    take_back(frame());
    ASSERT_TRUE(wait_for([&] { return names().size() == 3; }));
    EXPECT_EQ(session().quotations().size(), 4u);
    EXPECT_THAT(message(), IsEmpty()) << "the offer is gone";
}

TEST_F(Documents, TheOfferToUndoGoesWithTheNextGesture)
{
    click_on("Informe");
    press(WXK_DELETE);
    ASSERT_TRUE(wait_for([&] { return names().size() == 2; }));
    EXPECT_TRUE(frame().messages().offers_undo());
    ASSERT_TRUE(wait_for([&] { return session().looked_document().has_value(); }));
    click_on("E1");
    select("E1", "nadie");
    press('J', wxMOD_CONTROL);
    EXPECT_FALSE(frame().messages().offers_undo()) << "it would take back something else";
}

TEST_F(Documents, TheSheetChangesNameKindLanguageAndCommentAsOneChange)
{
    click_on("E2");
    const auto before = workbench::history(project()).size();
    with_dialog<gui::DocumentSheet>([&] { press(WXK_RETURN, wxMOD_ALT); },
                                    [&](gui::DocumentSheet& sheet) {
                                        EXPECT_EQ(sheet.name().GetValue(), "E2");
                                        type("Luis");
                                        ASSERT_TRUE(wait_for([&] { return sheet.name().GetValue() == "Luis"; }));
                                        sheet.kind().SetSelection(1);
                                        sheet.language().SetSelection(2);
                                        click(sheet.comment());
                                        type("breve");
                                        ASSERT_TRUE(wait_for([&] { return sheet.comment().GetValue() == "breve"; }));
                                        click(*sheet.FindWindow(wxID_OK));
                                    });
    const auto* changed = session().document(document(project(), "Luis"));
    ASSERT_NE(changed, nullptr);
    EXPECT_EQ(changed->kind, "focus_group");
    EXPECT_EQ(changed->language, "qu");
    EXPECT_EQ(changed->comment, "breve");
    EXPECT_EQ(workbench::history(project()).size(), before + 1);
    EXPECT_THAT(rows(), ElementsAre("[Interviews]", "E1", "[Focus groups]", "Luis", "[Reports]", "Informe"));
}

TEST_F(Documents, TheSheetSaysBelowTheNameWhyItCannotBe)
{
    click_on("E2");
    with_dialog<gui::DocumentSheet>([&] { press(WXK_RETURN, wxMOD_ALT); },
                                    [&](gui::DocumentSheet& sheet) {
                                        type("E1");
                                        ASSERT_TRUE(wait_for([&] { return sheet.name().GetValue() == "E1"; }));
                                        press(WXK_RETURN);
                                        EXPECT_TRUE(wait_for([&] { return !sheet.problem().empty(); }));
                                        EXPECT_THAT(gui::utf8(sheet.problem()), HasSubstr("already a document \"E1\""));
                                        press(WXK_ESCAPE);
                                    });
    EXPECT_THAT(names(), ElementsAre("E1", "E2", "Informe"));
}

TEST_F(Documents, TheSheetOfSeveralSetsWhatTheyMayShare)
{
    click_on("E1");
    hands_.KeyDown(WXK_SHIFT);
    click_on("E2");
    hands_.KeyUp(WXK_SHIFT);
    with_dialog<gui::DocumentSheet>([&] { press(WXK_RETURN, wxMOD_ALT); },
                                    [&](gui::DocumentSheet& sheet) {
                                        EXPECT_FALSE(sheet.name().IsEnabled());
                                        sheet.kind().SetSelection(2);
                                        click(*sheet.FindWindow(wxID_OK));
                                    });
    EXPECT_THAT(rows(), ElementsAre("[Field notes]", "E1", "E2", "[Reports]", "Informe"));
}

TEST_F(Documents, EveryControlHasAName)
{
    for (wxWindow* one : {static_cast<wxWindow*>(&panel().filter()), static_cast<wxWindow*>(&panel().tree())})
        EXPECT_NE(gui::accessible_name(one), "");
}
