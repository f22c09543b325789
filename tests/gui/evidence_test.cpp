// Words and numbers: evidence links, claims, findings; their forms, their lists, and the panel that has them all.
#include "choice_button.h"
#include "claim_form.h"
#include "code_panel.h"
#include "coding/quotation.h"
#include "evidence_form.h"
#include "finding_form.h"
#include "grid_view.h"
#include "message_bar.h"
#include "message_undo.h"
#include "numbered_desk.h"
#include "object_list.h"
#include "shown.h"
#include "side_bar.h"
#include "support_list.h"
#include "with_dialog.h"
#include <gmock/gmock.h>
#include <wx/listbox.h>
#include <wx/radiobut.h>
#include <wx/textctrl.h>

using namespace gui_test;
using testing::HasSubstr;

namespace
{

class Numbered : public NumberedDesk
{
 protected:
    stats::AnalysisId analysis() { return saved().id; }
    coding::QuotationId quotation() { return session().quotations().front().id; }
    coding::CodeId paper() { return code(project(), "Motivaciones/Cero papel"); }

    /// Opens the choices of a button by keyboard and takes the one that the letters find.
    void choose(gui::ChoiceButton& button, const std::string& letters)
    {
        button.SetFocus();
        settle();
        press(WXK_SPACE);
        ASSERT_TRUE(wait_for([&] { return gui::Chooser::open_in(&button) != nullptr; }));
        type(letters);
        ASSERT_TRUE(wait_for([&] {
            const auto* open = gui::Chooser::open_in(&button);
            return open && !open->offered().empty();
        }));
        press(WXK_RETURN);
        ASSERT_TRUE(wait_for([&] { return button.chosen().has_value(); }));
        ASSERT_TRUE(wait_for([&] { return gui::Chooser::open_in(&button) == nullptr; }));
    }
    void write(wxWindow& field, const std::string& words)
    {
        field.SetFocus();
        settle();
        type(words);
    }
    gui::ObjectList& pane() { return work().side().numbers(); }
    std::vector<std::string> listed()
    {
        std::vector<std::string> rows;
        for (const auto& row : pane().rows()) rows.push_back(row.name + " | " + row.note);
        return rows;
    }
};

class Evidence : public Numbered
{
};
class Claims : public Numbered
{
};
class Findings : public Numbered
{
};
class NumberPanel : public Numbered
{
};

}

TEST_F(Evidence, ACodeIsLinkedToAnAnalysisByKeyboardAndUndone)
{
    session().look_at(std::optional(paper()));
    with_dialog<gui::EvidenceForm>([&] { press('E', wxMOD_CONTROL); },
                                   [&](gui::EvidenceForm& form) {
                                       ASSERT_TRUE(form.words().chosen());
                                       EXPECT_EQ(form.words().chosen()->id, paper().value);
                                       choose(form.numbers(), "Gap and");
                                       form.verdict(2).SetFocus();
                                       settle();
                                       press(WXK_SPACE);
                                       write(form.reason(), "The numbers do not follow");
                                       press(WXK_RETURN, wxMOD_CONTROL);
                                   });
    const auto made = stats::evidence_of(project());
    ASSERT_EQ(made.size(), 1u) << message();
    EXPECT_EQ(made[0].object, paper().value);
    EXPECT_EQ(made[0].numbers.analysis, analysis());
    EXPECT_EQ(made[0].verdict, "contradicts");
    EXPECT_EQ(made[0].reason, "The numbers do not follow");
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return stats::evidence_of(project()).empty(); }));
    press('Z', wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_TRUE(wait_for([&] { return stats::evidence_of(project()).size() == 1; }));
}

TEST_F(Evidence, WhatIsMissingIsSaidBelowItsQuestion)
{
    with_dialog<gui::EvidenceForm>([&] { press('E', wxMOD_CONTROL); },
                                   [&](gui::EvidenceForm& form) {
                                       form.confirm();
                                       EXPECT_THAT(form.said_of(form.words()), HasSubstr("which words"));
                                       choose(form.words(), "Cero papel");
                                       form.confirm();
                                       EXPECT_EQ(form.said_of(form.words()), "");
                                       EXPECT_THAT(form.said_of(form.numbers()), HasSubstr("analysis"));
                                       choose(form.numbers(), "Gap and");
                                       form.confirm();
                                       EXPECT_THAT(form.said_of(form.reason()), HasSubstr("in a sentence"));
                                       EXPECT_TRUE(form.reason().HasFocus());
                                       press(WXK_ESCAPE);
                                   });
    EXPECT_TRUE(stats::evidence_of(project()).empty());
}

TEST_F(Evidence, ACellOfATableHasARowThatIsThere)
{
    with_dialog<gui::EvidenceForm>([&] { press('E', wxMOD_CONTROL); },
                                   [&](gui::EvidenceForm& form) {
                                       choose(form.words(), "Cero papel");
                                       choose(form.numbers(), "Sectors, brecha");
                                       ASSERT_TRUE(form.row().IsEnabled());
                                       write(form.row(), "99");
                                       write(form.reason(), "The tenth has the widest gap");
                                       form.confirm();
                                       EXPECT_THAT(form.said_of(form.row()), HasSubstr("no row 99"));
                                       form.row().Clear();
                                       write(form.row(), "10");
                                       press(WXK_RETURN, wxMOD_CONTROL);
                                   });
    const auto made = stats::evidence_of(project());
    ASSERT_EQ(made.size(), 1u) << message();
    EXPECT_EQ(made[0].numbers_name, "Sectors, brecha_pct, row 10");
}

TEST_F(Evidence, TheListChangesAndDeletesALink)
{
    (void)stats::add_evidence(project(), paper().value, {analysis()}, "converges", "They agree.").value();
    press('E', wxMOD_CONTROL | wxMOD_SHIFT);
    auto& list = front<gui::GridView>();
    ASSERT_EQ(list.grid().rows, 1);
    EXPECT_THAT(list.grid().cell(0, 0), HasSubstr("converges"));
    list.choose(list.grid().ids[0]);
    with_dialog<gui::EvidenceForm>([&] { press(WXK_RETURN); },
                                   [&](gui::EvidenceForm& form) {
                                       form.reason().SetFocus();
                                       settle();
                                       press('A', wxMOD_CONTROL);
                                       type("They do not");
                                       form.verdict(3).SetFocus();
                                       settle();
                                       press(WXK_SPACE);
                                       press(WXK_RETURN, wxMOD_CONTROL);
                                   });
    EXPECT_EQ(stats::evidence_of(project())[0].verdict, "silent");
    EXPECT_EQ(stats::evidence_of(project())[0].reason, "They do not");
    list.list().SetFocus();
    settle();
    press(WXK_DELETE);
    ASSERT_TRUE(wait_for([&] { return stats::evidence_of(project()).empty(); })) << message();
    EXPECT_EQ(list.grid().rows, 0);
    take_back(frame());
    EXPECT_TRUE(wait_for([&] { return list.grid().rows == 1; }));
}

TEST_F(Claims, ASelectedSentenceShowsItsVerdictWhileOneTypes)
{
    const auto before = session().quotations().size();
    select("E1", "nadie respond\u00EDa");
    with_dialog<gui::ClaimForm>([&] { press('K', wxMOD_CONTROL | wxMOD_ALT); },
                                [&](gui::ClaimForm& form) {
                                    ASSERT_TRUE(form.sentence().chosen());
                                    EXPECT_EQ(form.sentence().chosen()->name, "nadie respond\u00EDa");
                                    choose(form.numbers(), "Gap and");
                                    write(form.states(), "r = -0.9");
                                    EXPECT_TRUE(wait_for([&] { return form.preview().find("\u25B2") == 0; }))
                                        << form.preview();
                                    EXPECT_THAT(form.preview(), HasSubstr("inconsistent"));
                                    press('A', wxMOD_CONTROL);
                                    type("r = -0.18");
                                    EXPECT_TRUE(wait_for([&] { return form.preview().find("\u25CF") == 0; }))
                                        << form.preview();
                                    press(WXK_RETURN);
                                });
    const auto made = stats::claims(project());
    ASSERT_EQ(made.size(), 1u) << message();
    EXPECT_EQ(made[0].expect, "r = -0.18");
    EXPECT_EQ(session().quotations().size(), before + 1);
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return stats::claims(project()).empty(); }));
    EXPECT_TRUE(wait_for([&] { return session().quotations().size() == before; })) << "both were one change";
}

TEST_F(Claims, AColumnIsBoundByTheAnalysisThatDescribesIt)
{
    with_dialog<gui::ClaimForm>([&] { gui::ask_claim(&work(), session(), {quotation()}); },
                                [&](gui::ClaimForm& form) {
                                    choose(form.numbers(), "Sectors, brecha");
                                    write(form.states(), "n = 16; mean = 58.38");
                                    EXPECT_TRUE(wait_for([&] { return form.preview().find("\u25CF") == 0; }))
                                        << form.preview();
                                    press(WXK_RETURN);
                                });
    ASSERT_EQ(stats::claims(project()).size(), 1u) << message();
    const auto kept = stats::analyses_of(project());
    ASSERT_EQ(kept.size(), 2u);
    EXPECT_EQ(kept[1].statistic, "descriptives");
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return stats::analyses_of(project()).size() == 1; }));
    EXPECT_TRUE(stats::claims(project()).empty());
}

TEST_F(Claims, WhatCannotBeReadIsSaidBelowIt)
{
    with_dialog<gui::ClaimForm>([&] { gui::ask_claim(&work(), session(), {quotation()}, {.analysis = analysis()}); },
                                [&](gui::ClaimForm& form) {
                                    press(WXK_RETURN);
                                    EXPECT_TRUE(wait_for([&] { return !form.said_of(form.states()).empty(); }));
                                    write(form.states(), "tau = 1");
                                    form.confirm();
                                    EXPECT_THAT(form.said_of(form.states()), HasSubstr("tau"));
                                    form.states().SelectAll();
                                    type("r = -0.18");
                                    write(form.tolerance(), "few");
                                    form.confirm();
                                    EXPECT_THAT(form.said_of(form.tolerance()), HasSubstr("few"));
                                    press(WXK_ESCAPE);
                                });
    EXPECT_TRUE(stats::claims(project()).empty());
}

TEST_F(Claims, TheListSaysTheVerdictWithASignAndAWord)
{
    (void)stats::add_claim(project(), quotation(), analysis(), "r = -0.662").value();
    press('Y', wxMOD_CONTROL | wxMOD_ALT);
    auto& list = front<gui::GridView>();
    ASSERT_EQ(list.grid().rows, 1);
    EXPECT_EQ(list.grid().cell(0, 0), "\u25B2 inconsistent");
    list.choose(list.grid().ids[0]);
    with_dialog<gui::ClaimForm>([&] { press(WXK_RETURN); },
                                [&](gui::ClaimForm& form) {
                                    EXPECT_THAT(form.preview(), HasSubstr("inconsistent"));
                                    form.states().SetFocus();
                                    form.states().SelectAll();
                                    settle();
                                    type("r = -0.18");
                                    press(WXK_RETURN);
                                });
    EXPECT_TRUE(wait_for([&] { return list.grid().cell(0, 0) == "\u25CF consistent"; })) << message();
    list.list().SetFocus();
    settle();
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return stats::claims(project()).empty(); }));
}

TEST_F(Findings, OneIsWrittenWithItsQuotationsAndNumbers)
{
    with_dialog<gui::FindingForm>([&] { press('F', wxMOD_CONTROL | wxMOD_ALT); },
                                  [&](gui::FindingForm& form) {
                                      press(WXK_RETURN);
                                      EXPECT_TRUE(wait_for([&] { return !form.said_of(form.title()).empty(); }));
                                      write(form.title(), "Paper goes");
                                      write(form.text(), "They say so.");
                                      form.quotations().ask();
                                      ASSERT_TRUE(wait_for([&] { return gui::Chooser::open_in(&form) != nullptr; }));
                                      press(WXK_DOWN);
                                      press(WXK_SPACE);
                                      press(WXK_DOWN);
                                      press(WXK_SPACE);
                                      press(WXK_RETURN);
                                      ASSERT_TRUE(wait_for([&] { return form.quotations().chosen().size() == 2; }));
                                      form.analyses().ask();
                                      ASSERT_TRUE(wait_for([&] { return gui::Chooser::open_in(&form) != nullptr; }));
                                      press(WXK_DOWN);
                                      press(WXK_SPACE);
                                      press(WXK_RETURN);
                                      ASSERT_TRUE(wait_for([&] { return form.analyses().chosen().size() == 1; }));
                                      form.quotations().list().SetFocus();
                                      settle();
                                      press(WXK_UP, wxMOD_CONTROL);
                                      press(WXK_RETURN, wxMOD_CONTROL);
                                  });
    const auto made = stats::findings(project());
    ASSERT_EQ(made.size(), 1u) << message();
    EXPECT_EQ(made[0].title, "Paper goes");
    EXPECT_EQ(made[0].text, "They say so.");
    ASSERT_EQ(made[0].quotations.size(), 2u);
    EXPECT_EQ(made[0].quotations[1], session().quotations()[0].id) << "the second went up";
    EXPECT_EQ(made[0].analyses, std::vector{analysis()});
}

TEST_F(Findings, TheyAreOrderedChangedAndDeletedInTheirList)
{
    for (const char* title : {"One", "Two", "Three"}) (void)stats::add_finding(project(), {title, "Text."}).value();
    press('L', wxMOD_CONTROL | wxMOD_SHIFT);
    auto& list = front<gui::GridView>();
    ASSERT_EQ(list.grid().rows, 3);
    list.choose(list.grid().ids[0]);
    press(WXK_DOWN, wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return list.grid().cell(1, 1) == "One"; })) << message();
    press(WXK_DOWN, wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return list.grid().cell(2, 1) == "One"; })) << "it stays chosen";
    press(WXK_UP, wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return list.grid().cell(1, 1) == "One"; }));
    with_dialog<gui::FindingForm>([&] { press(WXK_RETURN); },
                                  [&](gui::FindingForm& form) {
                                      form.title().SelectAll();
                                      type("Three");
                                      press(WXK_RETURN);
                                      EXPECT_TRUE(wait_for([&] { return !form.said_of(form.title()).empty(); }))
                                          << "the name is taken";
                                      form.title().SelectAll();
                                      type("Another");
                                      press(WXK_RETURN);
                                  });
    EXPECT_TRUE(wait_for([&] { return list.grid().cell(1, 1) == "Another"; }));
    list.list().SetFocus();
    settle();
    press(WXK_DELETE);
    ASSERT_TRUE(wait_for([&] { return list.grid().rows == 2; })) << message();
    take_back(frame());
    EXPECT_TRUE(wait_for([&] { return list.grid().rows == 3; }));
}

TEST_F(NumberPanel, ListsTablesAnalysesClaimsAndFindingsUnderHeads)
{
    (void)stats::add_claim(project(), quotation(), analysis(), "r = -0.662").value();
    (void)stats::add_finding(project(), {"Paper goes", "Text.", {quotation()}}).value();
    const auto label = coding::label_of(project(), quotation());
    ASSERT_TRUE(wait_for([&] { return pane().rows().size() == 8; }));
    EXPECT_EQ(listed(), (std::vector<std::string>{"Tables | 1", "Sectors | 16", "Analyses | 1", "Gap and attention | ",
                                                  "Claims | 1", "\u25B2 inconsistent: " + label + " r = -0.662 | ",
                                                  "Findings | 1", "Paper goes | 1"}));
    (void)stats::set_column(project(), table().id, "brecha_pct", {.missing = std::vector<std::string>{"98.15"}})
        .value();
    EXPECT_TRUE(wait_for([&] { return listed()[3] == "\u25B2 out of date: Gap and attention | "; })) << listed()[3];
}

TEST_F(NumberPanel, IsReachedAndOpensByKeyboard)
{
    press('6', wxMOD_ALT);
    ASSERT_TRUE(wait_for([&] { return pane().list().HasFocus(); }));
    press(WXK_HOME);
    press(WXK_DOWN);
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return dynamic_cast<gui::GridView*>(work().book().GetCurrentPage()) != nullptr; }))
        << message();
}

TEST_F(NumberPanel, AHeadGoesWithAllThatTheFilterLeavesOut)
{
    pane().find_here();
    type("attention");
    EXPECT_TRUE(wait_for([&] { return pane().rows().size() == 2; }));
    EXPECT_EQ(listed()[0], "Analyses | 1");
}

TEST_F(NumberPanel, SaysWhyATableMayNotGo)
{
    auto& list = pane().list();
    list.SetFocus();
    list.SelectRow(1);
    settle();
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return message().find("Gap and attention") != std::string::npos; })) << message();
    EXPECT_EQ(stats::indicator_tables(project()).size(), 1u);
    list.SelectRow(3);
    press(WXK_DELETE);
    ASSERT_TRUE(wait_for([&] { return stats::analyses_of(project()).empty(); })) << message();
    list.SelectRow(1);
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return stats::indicator_tables(project()).empty(); })) << message();
}
