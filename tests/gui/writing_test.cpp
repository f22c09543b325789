// What is shown before it is written: at once, in order, taken back when it fails, and never lost.
#include "app.h"
#include "code_panel.h"
#include "desk.h"
#include "shown.h"
#include "status_line.h"
#include "stripe_panel.h"
#include "text_surface.h"
#include "workbench/history.h"
#include "writer.h"
#include <csignal>
#include <gmock/gmock.h>

using namespace gui_test;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using workbench::Change;
using workbench::Op;
using workbench::Project;
using workbench::Result;

namespace
{

class Writing : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
        other_ = Project::open(session().reading().path()).value();
        other_->set_coder("JP");
    }
    void TearDown() override
    {
        other_.reset();
        Desk::TearDown();
    }
    /// Does something while nobody can write.
    void while_locked(const std::function<void()>& act)
    {
        const auto held = other_->change(Op::demo, [&](Change&) -> Result<int> {
            act();
            return 0;
        });
        ASSERT_TRUE(held);
    }
    std::vector<std::string> stripes()
    {
        std::vector<std::string> names;
        for (const auto& stripe : view().transcript().stripes().stripes()) names.push_back(stripe.name);
        return names;
    }
    std::size_t written() { return coding::codings(session().reading()).size(); }
    coding::CodeId paper() { return code(session().reading(), "Motivaciones/Cero papel"); }

    std::optional<Project> other_;
};

constexpr auto answer = "nadie respond\u00EDa";

}

TEST_F(Writing, AMarkShowsBeforeItIsWritten)
{
    select("E1", answer);
    while_locked([&] {
        view().code_with(paper());
        EXPECT_EQ(stripes().size(), 4u);
        EXPECT_EQ(written(), 4u);
        EXPECT_TRUE(session().writing());
        EXPECT_THAT(gui::utf8(frame().status().GetStatusText(0)), HasSubstr("Saving"));
        const auto begin = place(session().reading(), "E1", answer).begin;
        EXPECT_THAT(view().transcript().text().looks_at(begin), Contains(testing::StartsWith("tint")));
    });
    EXPECT_TRUE(wait_for([&] { return written() == 5 && !session().writing(); }));
    EXPECT_EQ(stripes().size(), 4u);
    EXPECT_TRUE(session().provisional().empty());
    EXPECT_THAT(gui::utf8(frame().status().GetStatusText(0)), HasSubstr("Everything is saved"));
}

TEST_F(Writing, ACodeThatIsYetToBeMadeShowsByItsName)
{
    select("E1", answer);
    while_locked([&] {
        view().code_in_vivo();
        EXPECT_THAT(stripes(), Contains(answer));
    });
    EXPECT_TRUE(wait_for([&] { return written() == 5; }));
    EXPECT_THAT(stripes(), Contains(answer));
    select("E1", "Se perd\u00EDan");
    view().code_again();
    EXPECT_THAT(codings_of("Se perd\u00EDan"), ElementsAre(answer)) << "it is the last code";
}

TEST_F(Writing, WhatIsTakenAwayGoesAtOnce)
{
    const auto span = place(project(), "E1", "El tema del papel.");
    view().transcript().text().select(span);
    while_locked([&] {
        view().unmark();
        EXPECT_EQ(stripes().size(), 2u);
        EXPECT_EQ(written(), 4u);
    });
    EXPECT_TRUE(wait_for([&] { return written() == 3; }));
    EXPECT_EQ(stripes().size(), 2u);
}

TEST_F(Writing, WhatFailsIsTakenBackAndSaid)
{
    select("E1", answer);
    const auto code = paper();
    ASSERT_TRUE(coding::delete_code(*other_, code, true));
    view().code_with(code); // the window has not heard of it yet
    EXPECT_THAT(stripes(), Contains("Cero papel"));
    ASSERT_TRUE(wait_for([&] { return !message().empty(); }));
    EXPECT_THAT(message(), HasSubstr("no code"));
    EXPECT_TRUE(wait_for([&] { return stripes().size() == 2; }));
    EXPECT_THAT(stripes(), Not(Contains("Cero papel")));
}

TEST_F(Writing, AnothersCodingIsNotTakenAway)
{
    mark(*other_, "E1", answer, "Motivaciones/Cero papel");
    ASSERT_TRUE(wait_for([&] { return stripes().size() == 4; }));
    select("E1", answer);
    view().unmark();
    EXPECT_TRUE(wait_for([&] { return message().find("another coder") != std::string::npos; })) << message();
    EXPECT_EQ(stripes().size(), 4u);
}

TEST_F(Writing, KeepsTheOrderOfGestures)
{
    while_locked([&] {
        for (const auto* quote : {answer, "los expedientes", "El tema"}) {
            view().transcript().text().select(place(session().reading(), "E1", quote));
            view().code_with(paper());
        }
        EXPECT_EQ(stripes().size(), 6u);
    });
    work().act(gui::Action::undo);
    std::vector<std::string> subjects;
    for (const auto& entry : workbench::history(project())) subjects.push_back(entry.subject);
    EXPECT_THAT(subjects, Contains(HasSubstr("1:6")));
    EXPECT_EQ(written(), 6u) << "the undo waits for what is before it";
    EXPECT_THAT(codings_of("El tema"), IsEmpty());
    EXPECT_THAT(codings_of(answer), ElementsAre("Motivaciones/Cero papel"));
}

TEST_F(Writing, NothingIsLostOnClosing)
{
    const auto file = session().reading().path();
    select("E1", answer);
    view().code_with(paper());
    frame_->Close();
    ASSERT_TRUE(wait_for([&] { return wxTopLevelWindows.IsEmpty(); }));
    frame_ = nullptr;
    EXPECT_EQ(coding::codings(*other_).size(), 5u);
    other_.reset();
    EXPECT_FALSE(std::filesystem::exists(file.string() + "-wal"));
    EXPECT_EQ(coding::codings(Project::open(file).value()).size(), 5u);
}

TEST_F(Writing, NothingIsLostWhenTheSystemEndsTheProgram)
{
    gui::leave_on_signals();
    select("E1", answer);
    view().code_with(paper());
    std::raise(SIGTERM);
    ASSERT_TRUE(wait_for([&] { return wxTopLevelWindows.IsEmpty(); }));
    frame_ = nullptr;
    EXPECT_EQ(coding::codings(*other_).size(), 5u);
}

TEST_F(Writing, AWindowThatClosesAloneLeavesOneFile)
{
    const auto file = session().reading().path();
    other_.reset();
    select("E1", answer);
    view().code_with(paper());
    frame_->Close();
    ASSERT_TRUE(wait_for([&] { return wxTopLevelWindows.IsEmpty(); }));
    frame_ = nullptr;
    EXPECT_FALSE(std::filesystem::exists(file.string() + "-wal"));
    EXPECT_EQ(support::read_file(file).substr(18, 2), std::string("\x01\x01")) << "the file does not wait for a log";
}

TEST(Writer, CarriesOutInOrderAndTellsInOrder)
{
    support::TempFolder folder;
    const auto file = folder / "study.quipu";
    (void)Project::create(file, "study", "es").value();
    std::vector<int> told;
    {
        gui::Writer writer(file, [] {});
        for (int i = 0; i < 5; ++i)
            writer.write(
                "RM",
                [i](Project& project) -> std::optional<workbench::Error> {
                    const auto made = coding::add_code(project, {.path = "code " + std::to_string(i)});
                    return made ? std::nullopt : std::optional(made.error());
                },
                [&, i](const auto& error) {
                    EXPECT_FALSE(error);
                    told.push_back(i);
                });
        EXPECT_TRUE(writer.busy());
        writer.finish();
        EXPECT_THAT(told, IsEmpty()) << "only when asked to";
        writer.deliver();
        EXPECT_THAT(told, ElementsAre(0, 1, 2, 3, 4));
        EXPECT_FALSE(writer.busy());
        writer.write(
            "RM",
            [](Project& project) -> std::optional<workbench::Error> {
                (void)coding::add_code(project, {.path = "last"}).value();
                return {};
            },
            [&](const auto&) { told.push_back(99); });
    }
    EXPECT_EQ(told.size(), 5u) << "who is gone is told nothing";
    EXPECT_EQ(coding::codes(Project::open(file).value()).size(), 6u) << "but all is written";
}

TEST(Writer, SaysWhyAProjectCannotBeOpened)
{
    support::TempFolder folder;
    gui::Writer writer(folder / "absent.quipu", [] {});
    std::optional<workbench::Error> said;
    writer.write(
        "RM", [](Project&) { return std::optional<workbench::Error>(); }, [&](const auto& error) { said = error; });
    writer.finish();
    writer.deliver();
    ASSERT_TRUE(said);
    EXPECT_EQ(said->code, workbench::ErrorCode::not_found);
}
