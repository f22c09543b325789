// Searching everywhere: what is found while one types, errors, completion, coding what was found, keeping searches,
// suggestions.
#include "code_palette.h"
#include "code_panel.h"
#include "coding/saved_search.h"
#include "coding/smart_code.h"
#include "completion_list.h"
#include "desk.h"
#include "empty_note.h"
#include "preferences.h"
#include "query_completion.h"
#include "quotation_panel.h"
#include "review_list.h"
#include "search_panel.h"
#include "search_start.h"
#include "shown.h"
#include "text_surface.h"
#include "word_view.h"
#include "workbench/history.h"
#include <gmock/gmock.h>
#include <wx/choice.h>

using namespace gui_test;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace
{

class Search : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
    gui::SearchPanel& panel() { return work().results(); }
    void begin()
    {
        view().transcript().text().SetFocus();
        press('F', wxMOD_CONTROL | wxMOD_SHIFT);
        ASSERT_TRUE(wait_for([&] { return panel().query().HasFocus(); }));
    }
    /// Types the rest of a query that the keyboard of the test does not have.
    void put(const std::string& query)
    {
        panel().query().SetValue(gui::shown(query));
        panel().query().SetInsertionPointEnd();
    }
    ::testing::AssertionResult answered(const std::string& query)
    {
        if (wait_for([&] { return panel().answered() == query; })) return ::testing::AssertionSuccess();
        return ::testing::AssertionFailure() << "answered is " << panel().answered() << ": " << message();
    }
    std::vector<std::string> texts()
    {
        std::vector<std::string> all;
        for (const auto& passage : panel().found().list) all.push_back(passage.name + " " + passage.text);
        return all;
    }
    std::vector<std::string> offered()
    {
        std::vector<std::string> all;
        for (const auto& one : panel().completion().offered()) all.push_back(one.text);
        return all;
    }
    void choose_code(const std::string& name)
    {
        ASSERT_TRUE(wait_for([&] { return panel().palette().IsShown(); }));
        type(name);
        press(WXK_RETURN);
        ASSERT_TRUE(wait_for([&] { return panel().reviewed().IsShownOnScreen(); })) << message();
    }
};

}

TEST_F(Search, AQueryKeepsItsRoomInANarrowWindow)
{
    begin();
    put("papel");
    ASSERT_TRUE(answered("papel"));
    const auto apart = [&] {
        const auto query = panel().query().GetScreenRect(), code = panel().code_button().GetScreenRect();
        return query.width >= 200 && !query.Intersects(code) && panel().GetScreenRect().Contains(code);
    };
    EXPECT_TRUE(apart());
    const auto beside = panel().query().GetScreenRect().y;
    frame().SetSize(0, 0, 1024, 700);
    ASSERT_TRUE(wait_for([&] { return panel().query().GetScreenRect().y != beside && apart(); }));
    frame().SetSize(0, 0, 1400, 900);
    EXPECT_TRUE(wait_for(apart));
}

TEST_F(Search, FindsWhileOneTypesAndTheNewestQueryWins)
{
    begin();
    type("papel");
    ASSERT_TRUE(answered("papel"));
    ASSERT_FALSE(panel().found().list.empty());
    EXPECT_GT(panel().model().documents(), 0u);
    EXPECT_THAT(gui::utf8(panel().count()), Not(IsEmpty()));
    const auto first = texts();
    put("capacitacion");
    ASSERT_TRUE(answered("capacitacion"));
    EXPECT_NE(texts(), first);
    EXPECT_EQ(panel().found().list[0].marks.size(), 2u);
    put("");
    EXPECT_TRUE(wait_for([&] { return panel().start().IsShownOnScreen(); }));
}

TEST_F(Search, OpensThePlaceByAClickAndEnterAndShowsItBySpace)
{
    begin();
    type("capacitacion");
    ASSERT_TRUE(answered("capacitacion"));
    auto& list = panel().list();
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return list.HasFocus(); }));
    click(list, middle_of(list, panel().model().item_of(0)));
    ASSERT_TRUE(wait_for([&] { return session().looked_document() == document(project(), "E2"); }));
    work().book().show_document({document(project(), "E1")});
    settle();
    list.SetFocus();
    press(WXK_SPACE);
    ASSERT_TRUE(wait_for([&] { return session().looked_document() == document(project(), "E2"); }));
    EXPECT_FALSE(view().transcript().text().HasFocus()) << "a preview leaves the focus in the list";
    list.SetFocus();
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return view().transcript().text().HasFocus(); }));
}

TEST_F(Search, ShowsAnErrorBelowTheFieldWithItsColumn)
{
    begin();
    type("papel");
    ASSERT_TRUE(answered("papel"));
    const auto before = texts();
    put("papel (");
    ASSERT_TRUE(answered("papel ("));
    EXPECT_THAT(panel().problem(), HasSubstr("8"));
    EXPECT_EQ(message(), "") << "not in the bar, not in a box";
    EXPECT_EQ(texts(), before) << "half a query leaves what was found standing";
    EXPECT_EQ(gui::column_in({workbench::ErrorCode::bad_value, "Falta algo en la columna 12.", ""}), 12);
    EXPECT_EQ(gui::column_in({workbench::ErrorCode::bad_value, "Column 3: too long", ""}), 3);
    EXPECT_FALSE(gui::column_in({workbench::ErrorCode::not_found, "No code is called \"columna\".", ""}));
    put("papel");
    ASSERT_TRUE(answered("papel"));
    EXPECT_EQ(panel().problem(), "");
}

TEST_F(Search, OffersFieldsAndTheirValues)
{
    begin();
    type("spea");
    ASSERT_TRUE(wait_for([&] { return panel().completion().IsShown(); }));
    EXPECT_THAT(offered(), ElementsAre("speaker:"));
    press(WXK_TAB);
    ASSERT_TRUE(wait_for([&] { return panel().query().GetValue() == "speaker:"; }));
    ASSERT_TRUE(wait_for([&] { return offered().size() > 1; }));
    EXPECT_THAT(offered(), Contains("speaker:ANA"));
    type("an");
    ASSERT_TRUE(wait_for([&] { return offered().size() == 1; }));
    press(WXK_DOWN);
    press(WXK_RETURN);
    ASSERT_TRUE(answered("speaker:ANA"));
    EXPECT_FALSE(panel().completion().IsShown());
    for (const auto& passage : panel().found().list) EXPECT_EQ(passage.speaker, "ANA");
}

TEST_F(Search, CompletesDocumentsCodesAndQuotedNames)
{
    const auto list = [&](const std::string& query) {
        std::vector<std::string> all;
        for (const auto& one : gui::completions(session(), query, 100).list) all.push_back(one.text);
        return all;
    };
    EXPECT_THAT(list("papel doc:e"), ElementsAre("doc:E1", "doc:E2", "doc:Informe"));
    EXPECT_THAT(list("(-doc:e2"), ElementsAre("doc:E2"));
    EXPECT_THAT(list("doc:E2"), IsEmpty()) << "it stands there already";
    EXPECT_THAT(list("code:cero"), ElementsAre("code:\"Motivaciones/Cero papel\""));
    EXPECT_THAT(list("code:\"Motivaciones/Ce"), ElementsAre("code:\"Motivaciones/Cero papel\""));
    EXPECT_THAT(list("\"doc:e"), IsEmpty()) << "a phrase is no field";
    EXPECT_THAT(list("kind:inter"), ElementsAre("kind:interview"));
    const auto found = gui::completions(session(), "papel doc:e2 x", 11);
    EXPECT_EQ(found.begin, 6u);
    EXPECT_EQ(found.end, 11u);
}

TEST_F(Search, CodesWhatWasFoundAfterAReviewAsOneChange)
{
    begin();
    type("papel");
    ASSERT_TRUE(answered("papel"));
    const auto before = codings();
    const auto changes = workbench::history(project()).size();
    click(panel().code_button());
    choose_code("Del papel");
    auto& review = panel().reviewed();
    const auto all = review.proposals().size();
    ASSERT_GE(all, 2u);
    auto& list = review.list();
    list.SelectRow(0);
    list.SetFocus();
    press(WXK_SPACE);
    ASSERT_TRUE(wait_for([&] { return !review.proposals()[0].accepted; })) << "Space rejects";
    click(review.code_button());
    ASSERT_TRUE(wait_for([&] { return codings().size() == before.size() + all - 1; })) << message();
    EXPECT_EQ(workbench::history(project()).size(), changes + 1) << "code and codings are one change";
    EXPECT_TRUE(wait_for([&] { return panel().list().IsShownOnScreen(); }));
    ASSERT_TRUE(workbench::undo(project()));
    EXPECT_EQ(codings(), before);
}

TEST_F(Search, CodesAsMuchAsIsChosen)
{
    begin();
    type("papel");
    ASSERT_TRUE(answered("papel"));
    press('H', wxMOD_CONTROL | wxMOD_SHIFT);
    choose_code("Palabra");
    auto& extent = panel().extent();
    extent.SetSelection(0);
    wxCommandEvent chosen(wxEVT_CHOICE, extent.GetId());
    extent.GetEventHandler()->ProcessEvent(chosen);
    settle();
    for (const auto& one : panel().reviewed().proposals())
        EXPECT_EQ(workbench::slice(project(), one.place.document, one.place.span).size(), 5u) << "the word itself";
    panel().reviewed().accept_all(false);
    EXPECT_FALSE(panel().reviewed().code_button().IsEnabled());
    panel().reviewed().list().SetFocus();
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return panel().list().IsShownOnScreen(); }));
}

TEST_F(Search, KeepsSearchesAndMakesSmartCodes)
{
    begin();
    type("papel");
    ASSERT_TRUE(answered("papel"));
    click(panel().save_button());
    ASSERT_TRUE(wait_for([&] { return panel().name().HasFocus(); }));
    type("Sobre papel");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return coding::saved_searches(project()).size() == 1; })) << message();
    EXPECT_EQ(coding::saved_searches(project())[0].query, "papel");
    click(panel().save_button());
    ASSERT_TRUE(wait_for([&] { return panel().name().HasFocus(); }));
    type("Vivo");
    click(panel().smart_button());
    ASSERT_TRUE(wait_for([&] { return coding::smart_codes(project()).size() == 1; })) << message();
    const auto smart = coding::smart_codes(project())[0].code;
    wxVariant use;
    auto& codes = work().codes().model();
    codes.GetValue(use, codes.item_of(smart), gui::CodeModel::use_column);
    EXPECT_EQ(use.GetString(), wxString(wxUniChar(0x2315)));
    put("");
    ASSERT_TRUE(wait_for([&] { return panel().start().IsShownOnScreen(); }));
    session().look_at(smart);
    ASSERT_TRUE(
        wait_for([&] { return gui::utf8(work().quotations().empty().sentence()).find("papel") != std::string::npos; }));
    click(work().quotations().empty().button());
    ASSERT_TRUE(answered("papel"));
    put("");
    ASSERT_TRUE(wait_for([&] { return panel().start().IsShownOnScreen(); }));
    auto& list = panel().start().list();
    double_click(list, middle_of(list, list.RowToItem(0)));
    ASSERT_TRUE(answered("papel"));
    put("");
    ASSERT_TRUE(wait_for([&] { return panel().start().IsShownOnScreen(); }));
    list.SelectRow(0);
    list.SetFocus();
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return coding::saved_searches(project()).empty(); }));
}

TEST_F(Search, SuggestsPassagesAndCodesOnlyWhatIsAccepted)
{
    open(make_project("study", [](workbench::Project& project) { fill_with_study(project, 5); }));
    const auto code = gui_test::code(project(), "Motivaciones/Cero papel");
    const auto before = codings().size();
    session().look_at(code);
    press('H', wxMOD_CONTROL | wxMOD_ALT);
    auto& review = panel().reviewed();
    ASSERT_TRUE(wait_for([&] { return review.IsShownOnScreen() && !review.proposals().empty(); })) << message();
    for (const auto& one : review.proposals()) {
        EXPECT_FALSE(one.accepted) << "nothing is coded by itself";
        EXPECT_FALSE(one.because.empty());
    }
    EXPECT_EQ(codings().size(), before);
    const auto place = review.proposals()[0].place;
    review.list().SelectRow(0);
    review.list().SetFocus();
    press(WXK_SPACE);
    click(review.code_button());
    ASSERT_TRUE(wait_for([&] { return codings().size() == before + 1; })) << message();
    EXPECT_TRUE(coding::quotation_at(project(), place.document, place.span));
}

TEST_F(Search, ShowsWordsInContextNearAndCounted)
{
    press('X', wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_TRUE(wait_for([&] { return !message().empty(); })) << "nothing is searched for yet";
    begin();
    type("sistema");
    ASSERT_TRUE(answered("sistema"));
    const auto page = [&] { return dynamic_cast<gui::WordView*>(work().book().GetCurrentPage()); };
    press('X', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return page() != nullptr; })) << message();
    const auto& lines = page()->grid().grid();
    ASSERT_EQ(lines.rows, static_cast<std::int64_t>(panel().found().total));
    EXPECT_EQ(lines.cell(0, 3), "sistema");
    auto& order = page()->choice();
    order.SetSelection(2);
    wxCommandEvent chosen(wxEVT_CHOICE, order.GetId());
    order.GetEventHandler()->ProcessEvent(chosen);
    settle();
    const auto& sorted = page()->grid().grid();
    ASSERT_EQ(sorted.rows, 2);
    EXPECT_EQ(sorted.cell(0, 4), ".") << "by the words after: one without any comes first";
    panel().query().SetFocus();
    press('U', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return page() && page()->grid().grid().columns.size() == 3; })) << message();
    EXPECT_GT(page()->grid().grid().rows, 0);
    EXPECT_GE(std::stoll(page()->grid().grid().cell(0, 1)), std::stoll(page()->grid().grid().cell(1, 1)));
    panel().query().SetFocus();
    press('Y', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return page() && page()->grid().grid().columns.size() == 6; })) << message();
}
