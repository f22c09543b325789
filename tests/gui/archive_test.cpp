// Archives in the search of the window: what they find is listed below, imported, and one that is gone disturbs
// nothing.
#include "desk.h"
#include "message_bar.h"
#include "search/archive_server.h"
#include "search_panel.h"
#include "shown.h"
#include "workbench/settings.h"
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <wx/button.h>

using namespace gui_test;
using testing::HasSubstr;

namespace
{

class Archives : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        const auto other = make_project("other", [](workbench::Project& project) {
            (void)workbench::set_settings(project, {{"title", "Lima 2019"}});
            workbench::ImportOptions how;
            auto draft = workbench::draft_of_text("L7", "E: And the paper?\nL7: The papel of Lima went first.\n", how);
            workbench::Progress progress;
            std::vector<workbench::Draft> drafts;
            drafts.push_back(std::move(*draft));
            ASSERT_TRUE(workbench::import_drafts(project, std::move(drafts), progress));
        });
        const auto project = workbench::Project::open(other, workbench::Access::read);
        workbench::Progress progress;
        auto folder = search::ArchiveFolder::write(*project, progress);
        ASSERT_TRUE(folder) << folder.error().detail;
        auto server = search::ArchiveServer::start(std::move(*folder), {"127.0.0.1", 0});
        ASSERT_TRUE(server) << server.error().detail;
        server_.emplace(std::move(*server));
        open_sample();
    }
    void TearDown() override
    {
        server_.reset();
        Desk::TearDown();
    }
    gui::SearchPanel& panel() { return work().results(); }
    void set_archives(const std::string& list)
    {
        ASSERT_TRUE(workbench::set_settings(project(), {{"archives", list}}));
    }
    void find(const std::string& query)
    {
        session().find_all(query);
        ASSERT_TRUE(wait_for([&] { return panel().answered() == query; })) << message();
    }
    /// The first passage listed that an archive has found.
    std::optional<std::size_t> elsewhere()
    {
        const auto& list = panel().found().list;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (list[i].archive) return i;
        return {};
    }
    std::optional<search::ArchiveServer> server_;
};

}

TEST_F(Archives, TheirPassagesAreListedBelowAndTheirDocumentIsImportedAndTakenBack)
{
    set_archives(server_->where().text());
    find("papel");
    ASSERT_TRUE(wait_for([&] { return elsewhere().has_value(); }));
    const auto at = *elsewhere();
    const auto& list = panel().found().list;
    EXPECT_GT(at, 0u) << "what is found here comes first";
    EXPECT_EQ(list[at].name, "L7");
    EXPECT_EQ(list[at].archive->project, "Lima 2019");
    EXPECT_THAT(list[at].text, HasSubstr("papel of Lima"));
    ASSERT_EQ(list[at].marks.size(), 1u);
    EXPECT_THAT(gui::utf8(panel().count()), HasSubstr("1 in an archive"));
    auto& model = panel().model();
    wxVariant group;
    model.GetValue(group, model.GetParent(model.item_of(at)), 0);
    EXPECT_THAT(gui::utf8(group.GetString()), HasSubstr("Lima 2019"));

    const auto documents = session().documents().size();
    EXPECT_FALSE(panel().import_button().IsShown()) << "nothing of an archive is chosen";
    click(panel().list(), middle_of(panel().list(), model.item_of(at)));
    ASSERT_TRUE(wait_for([&] { return panel().import_button().IsShown(); }));
    click(panel().import_button());
    ASSERT_TRUE(wait_for([&] { return session().documents().size() == documents + 1; })) << message();
    EXPECT_THAT(message(), HasSubstr("L7"));
    wxCommandEvent pressed(wxEVT_BUTTON, wxID_UNDO);
    frame().messages().ProcessWindowEvent(pressed);
    ASSERT_TRUE(wait_for([&] { return session().documents().size() == documents; })) << message();
}

TEST_F(Archives, OneThatIsGoneIsSaidAndTheOthersAreListed)
{
    const auto where = server_->where().text();
    set_archives("127.0.0.1:1, " + where);
    find("papel");
    ASSERT_TRUE(wait_for([&] { return elsewhere().has_value(); }));
    EXPECT_THAT(panel().trouble(), HasSubstr("127.0.0.1:1"));
    const auto own = static_cast<std::size_t>(panel().found().total);
    server_.reset();
    find("firma");
    ASSERT_TRUE(wait_for([&] { return panel().trouble().find(where) != std::string::npos; }));
    EXPECT_FALSE(elsewhere());
    set_archives("");
    find("papel");
    ASSERT_TRUE(wait_for([&] { return panel().trouble().empty(); }));
    EXPECT_EQ(panel().found().list.size(), own);
}

TEST_F(Archives, OneThatIsSilentKeepsNobodyWaiting)
{
    // The system takes the call, and nobody ever answers.
    const int silent = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(bind(silent, reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(listen(silent, 8), 0);
    getsockname(silent, reinterpret_cast<sockaddr*>(&address), &size);
    set_archives("127.0.0.1:" + std::to_string(ntohs(address.sin_port)));
    find("papel");
    EXPECT_GT(panel().found().list.size(), 0u) << "the project's own passages do not wait";
    EXPECT_TRUE(panel().trouble().empty());
    close(silent);
}
