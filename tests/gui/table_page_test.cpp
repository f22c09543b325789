// A table of indicators and a saved analysis as tabs.
#include "analysis_view.h"
#include "choice_button.h"
#include "claim_form.h"
#include "evidence_form.h"
#include "gtk_widgets.h"
#include "message_bar.h"
#include "numbered_desk.h"
#include "result_canvas.h"
#include "stat_view.h"
#include "stats/claim.h"
#include "stats/evidence.h"
#include "stats/finding.h"
#include "table_view.h"
#include "with_dialog.h"
#include <filesystem>
#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace gui_test;
using testing::HasSubstr;

namespace
{

class Sectors : public NumberedDesk
{
 protected:
    stats::ColumnInfo column(std::size_t place) { return table().columns.at(place); }
    void write(wxTextCtrl& field, const std::string& words)
    {
        field.SetFocus();
        field.SelectAll();
        settle();
        type(words);
        press(WXK_RETURN);
    }
};

class TablePage : public Sectors
{
 protected:
    gui::TableView& page()
    {
        session().open_object(table().id.value);
        settle();
        return front<gui::TableView>();
    }
};

class AnalysisPage : public Sectors
{
 protected:
    gui::AnalysisView& page()
    {
        session().open_object(saved().id.value);
        settle();
        return front<gui::AnalysisView>();
    }
};

}

TEST_F(TablePage, SaysNameUnitAndLevelAboveEachColumn)
{
    auto& view = page();
    EXPECT_EQ(view.grid().columns[1].head, "sector \u00B7 nominal");
    EXPECT_EQ(view.grid().columns[2].head, "brecha_pct \u00B7 ratio");
    view.inspector().show("brecha_pct");
    write(view.inspector().unit(), "%");
    ASSERT_TRUE(wait_for([&] { return column(2).unit == "%"; })) << message();
    EXPECT_EQ(view.grid().columns[2].head, "brecha_pct (%) \u00B7 ratio");
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return column(2).unit.empty(); }));
}

TEST_F(TablePage, ChangesHowAColumnIsReadAndLeavesItsCells)
{
    auto& view = page();
    const auto cells = table().cells;
    view.inspector().show("brecha_pct");
    write(view.inspector().missing(), "0.00; 98.15");
    ASSERT_TRUE(wait_for([&] { return column(2).missing == std::vector<std::string>{"0.00", "98.15"}; })) << message();
    EXPECT_THAT(view.inspector().about().GetLabel().utf8_string(), HasSubstr("16 cells"));
    EXPECT_EQ(view.grid().cell(9, 2), "98.15") << "the cell stays as it was imported";
    EXPECT_EQ(table().cells, cells);
    EXPECT_TRUE(saved().stale);
    view.inspector().level().SetFocus();
    settle();
    press(WXK_UP);
    EXPECT_TRUE(wait_for([&] { return column(2).level == stats::Level::interval; })) << message();
    write(view.inspector().source(), "MEF, 2024");
    EXPECT_TRUE(wait_for([&] { return table().citation == "MEF, 2024"; }));
}

TEST_F(TablePage, WhatIsTypedIsSavedWhenOneGoesElsewhereAndLeftByEscape)
{
    auto& view = page();
    view.inspector().show("brecha_pct");
    view.inspector().label().SetFocus();
    settle();
    type("the gap");
    view.inspector().unit().SetFocus();
    EXPECT_TRUE(wait_for([&] { return column(2).label == "the gap"; })) << message();
    type("kg");
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return view.inspector().unit().GetValue().empty(); }));
    view.list().SetFocus();
    settle();
    EXPECT_EQ(column(2).unit, "");
}

TEST_F(TablePage, ATextWithNumbersForOtherTypesSaysWhatDoesNotFit)
{
    auto& view = page();
    view.inspector().show("sector");
    (void)stats::set_column(project(), table().id, "sector", {.type = stats::ColumnType::number}).value();
    EXPECT_TRUE(wait_for([&] {
        return view.inspector().about().GetLabel().utf8_string().find("16 cells are not of this type") !=
               std::string::npos;
    })) << view.inspector().about().GetLabel();
}

TEST_F(TablePage, ComputesFromItsColumns)
{
    auto& view = page();
    view.inspector().show("brecha_pct");
    ASSERT_TRUE(view.inspector().second().SetStringSelection("atencion_pct"));
    view.inspector().run_statistic("pearson");
    settle();
    auto& form = front<gui::StatView>();
    ASSERT_TRUE(wait_for([&] { return !form.result().result().tables.empty(); })) << message();
    EXPECT_THAT(form.result().as_text(), HasSubstr(".18"));
    EXPECT_EQ(dynamic_cast<wxChoice*>(form.field("x"))->GetStringSelection(), "brecha_pct");
    EXPECT_EQ(form.tables().GetStringSelection(), "Sectors");
}

TEST_F(TablePage, OffersDescriptivesOnlyForNumbers)
{
    auto& view = page();
    view.inspector().show("sector");
    EXPECT_FALSE(view.inspector().second().IsEnabled());
    view.inspector().show("brecha_pct");
    EXPECT_TRUE(view.inspector().second().IsEnabled());
    EXPECT_EQ(view.inspector().second().FindString("brecha_pct"), wxNOT_FOUND);
}

TEST_F(AnalysisPage, ShowsItsTableTheChartAndWhereItComesFrom)
{
    auto& view = page();
    EXPECT_THAT(view.result().as_text(), HasSubstr(".18"));
    EXPECT_TRUE(view.result().result().chart);
    EXPECT_THAT(view.source().GetValue().utf8_string(), HasSubstr("A study, table 3"));
    EXPECT_FALSE(view.state().IsShown());
    EXPECT_FALSE(view.rerun_button().IsShown());
}

TEST_F(AnalysisPage, SaysThatItIsOutOfDateAndIsRunAgain)
{
    auto& view = page();
    (void)stats::set_column(project(), table().id, "brecha_pct", {.missing = std::vector<std::string>{"98.15"}})
        .value();
    ASSERT_TRUE(wait_for([&] { return view.state().IsShown(); }));
    EXPECT_THAT(view.state().GetLabel().utf8_string(), HasSubstr("out of date"));
    const auto before = view.result().as_text();
    click(view.rerun_button());
    ASSERT_TRUE(wait_for([&] { return !saved().stale; })) << message();
    EXPECT_FALSE(view.state().IsShown());
    EXPECT_NE(view.result().as_text(), before) << "fifteen pairs are left";
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return view.result().as_text() == before; }));
}

TEST_F(AnalysisPage, ListsWhatStandsOnItAndOpensIt)
{
    auto& view = page();
    (void)stats::add_evidence(project(), code(project(), "Motivaciones/Cero papel").value, {saved().id}, "converges",
                              "They agree.")
        .value();
    (void)stats::add_claim(project(), session().quotations()[0].id, saved().id, "r = -0.662").value();
    (void)stats::add_finding(project(), {"Paper goes", "Text.", {}, {saved().id}}).value();
    ASSERT_TRUE(wait_for([&] { return view.supported().GetItemCount() == 3; }));
    EXPECT_THAT(view.supported().GetTextValue(0, 0).utf8_string(), HasSubstr("converges"));
    EXPECT_THAT(view.supported().GetTextValue(1, 0).utf8_string(), HasSubstr("\u25B2 inconsistent"));
    EXPECT_EQ(view.supported().GetTextValue(2, 1), "Paper goes");
    view.supported().SetFocus();
    gui::choose_item(view.supported(), view.supported().RowToItem(1));
    settle();
    with_dialog<gui::ClaimForm>([&] { press(WXK_RETURN); },
                                [&](gui::ClaimForm& form) {
                                    EXPECT_EQ(form.states().GetValue(), "r = -0.662");
                                    press(WXK_ESCAPE);
                                });
    view.supported().SetFocus();
    settle();
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return view.supported().GetItemCount() == 2; })) << message();
}

TEST_F(AnalysisPage, IsLinkedAndClaimedFromItsButtons)
{
    auto& view = page();
    with_dialog<gui::EvidenceForm>([&] { click(view.link_button()); },
                                   [&](gui::EvidenceForm& form) {
                                       EXPECT_EQ(form.numbers().chosen()->name, "Gap and attention");
                                       press(WXK_ESCAPE);
                                   });
    with_dialog<gui::ClaimForm>([&] { click(view.claim_button()); },
                                [&](gui::ClaimForm& form) {
                                    EXPECT_EQ(form.numbers().chosen()->name, "Gap and attention");
                                    press(WXK_ESCAPE);
                                });
}

TEST_F(AnalysisPage, IsCopiedAndWrittenToFiles)
{
    auto& view = page();
    view.supported().SetFocus();
    settle();
    press('C', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] {
        const wxClipboardLocker clipboard;
        wxTextDataObject text;
        return wxTheClipboard->GetData(text) && text.GetText().Contains(".18");
    }));
    for (const auto* name : {"chart.png", "chart.svg", "chart.pdf"}) {
        EXPECT_TRUE(view.write_picture(folder_ / name)) << message();
        EXPECT_GT(std::filesystem::file_size(folder_ / name), 500u) << name;
    }
    for (const auto* name : {"result.docx", "result.odt", "result.html", "result.pdf", "result.xlsx", "result.md"}) {
        EXPECT_TRUE(view.write_result(folder_ / name)) << message();
        EXPECT_GT(std::filesystem::file_size(folder_ / name), 100u) << name;
    }
    EXPECT_FALSE(view.write_result(folder_ / "result.doc"));
    EXPECT_THAT(message(), HasSubstr(".docx"));
}
