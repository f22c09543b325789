#include "support/temp_project.h"
#include "workbench/history.h"
#include "workbench/speaker.h"
#include "workbench/study_case.h"
#include "workbench/turns.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace workbench;
using support::TempProject;
using testing::ElementsAre;

namespace
{

const std::string talk = "E: Uno\nNota: llueve\nANA: Dos\nNota: para\nE: Tres";

class Speaker : public testing::Test
{
 protected:
    Speaker()
    {
        const SpeakerRule rule{SpeakerMode::automatic, {}, {{"Nota", true}, {"ANA", true}}};
        document = project.add("e1", talk, find_turns(talk, rule).value().turns);
        (void)project->change(Op::set_case, [&](Change& change) -> Result<void> {
            for (const auto* name : {"ANA", "Nota"}) add_case_member(change, case_named(change, name), document, name);
            return {};
        });
    }
    std::vector<std::string> turns()
    {
        std::vector<std::string> found;
        for (const auto& turn : turns_of(*project, document))
            found.push_back(turn.speaker.value_or("-") + "|" + slice(*project, document, turn.span));
        return found;
    }
    TempProject project;
    DocumentId document;
};

}

TEST_F(Speaker, IsRenamedEverywhereInTheDocumentAndItsCases)
{
    EXPECT_EQ(rename_speaker(*project, document, "ANA", "DMPP5").value(), 1);
    EXPECT_THAT(turns(),
                ElementsAre("E|E: Uno", "Nota|Nota: llueve", "DMPP5|ANA: Dos", "Nota|Nota: para", "E|E: Tres"));
    EXPECT_EQ(cases(*project)[0].members[0].speaker, "DMPP5");
    EXPECT_EQ(turns_of(*project, document)[2].label_end, turns_of(*project, document)[2].span.begin + 4);
    ASSERT_TRUE(undo(*project));
    EXPECT_EQ(turns()[2], "ANA|ANA: Dos");
    EXPECT_EQ(cases(*project)[0].members[0].speaker, "ANA");
}

TEST_F(Speaker, TakesTheNameOfAnother)
{
    EXPECT_EQ(rename_speaker(*project, document, "Nota", "ANA").value(), 2);
    EXPECT_EQ(cases(*project)[1].members.size(), 1u);
    EXPECT_EQ(rename_speaker(*project, document, "ANA", "ANA").value(), 0);
}

TEST_F(Speaker, WhatIsNoSpeakerGoesOnTheTurnBefore)
{
    EXPECT_EQ(drop_speaker(*project, document, "Nota").value(), 2);
    EXPECT_THAT(turns(), ElementsAre("E|E: Uno\nNota: llueve", "ANA|ANA: Dos\nNota: para", "E|E: Tres"));
    EXPECT_TRUE(cases(*project)[1].members.empty());
    EXPECT_EQ(drop_speaker(*project, document, "E").value(), 2);
    EXPECT_THAT(turns(), ElementsAre("-|E: Uno\nNota: llueve", "ANA|ANA: Dos\nNota: para\nE: Tres"));
}

TEST_F(Speaker, ATurnJoinsTheOneBefore)
{
    EXPECT_EQ(join_turn(*project, document, 2).value(), 1);
    EXPECT_EQ(turns()[0], "E|E: Uno\nNota: llueve");
    EXPECT_EQ(turns().size(), 4u);
    EXPECT_EQ(join_turn(*project, document, 1).error().code, ErrorCode::bad_value);
    EXPECT_EQ(join_turn(*project, document, 9).error().code, ErrorCode::not_found);
}

TEST_F(Speaker, NobodyOfThatNameIsSaid)
{
    EXPECT_EQ(rename_speaker(*project, document, "LUIS", "ANA").error().code, ErrorCode::not_found);
    EXPECT_EQ(drop_speaker(*project, document, "LUIS").error().code, ErrorCode::not_found);
    EXPECT_EQ(rename_speaker(*project, document, "ANA", "").error().code, ErrorCode::bad_value);
    EXPECT_EQ(history(*project).size(), 2u);
}
