// Memos: the list, what they hang on, what points at them.
#include "back_link_list.h"
#include "chooser.h"
#include "coding/memo.h"
#include "desk.h"
#include "empty_note.h"
#include "memo_view.h"
#include "message_bar.h"
#include "object_list.h"
#include "shown.h"
#include "side_bar.h"
#include "spell_marks.h"
#include "spelling.h"
#include "support/corpus.h"
#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/textctrl.h>

using namespace gui_test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

class Memos : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
    coding::MemoId add(const std::string& title, const std::vector<std::int64_t>& on = {})
    {
        return coding::add_memo(project(), {.title = title, .text = "texto", .on = on}).value();
    }
    gui::MemoView& page(coding::MemoId memo)
    {
        session().open_object(memo.value);
        settle();
        return dynamic_cast<gui::MemoView&>(*work().book().GetCurrentPage());
    }
    std::vector<std::int64_t> on(coding::MemoId memo) { return coding::memo(project(), memo)->on; }
};

}

TEST_F(Memos, HangOnWhatIsTyped)
{
    const auto memo = add("Sobre el papel");
    auto& view = page(memo);
    EXPECT_THAT(view.targets(), IsEmpty());
    click(view.hang_button());
    ASSERT_TRUE(wait_for([&] { return gui::Chooser::open_in(frame_) != nullptr; }));
    settle();
    type("cero papel");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return view.targets().size() == 1; }));
    EXPECT_THAT(on(memo), ElementsAre(code(project(), "Motivaciones/Cero papel").value));
    EXPECT_EQ(view.targets()[0]->GetLabel(), "code: Cero papel");
    view.take_away(code(project(), "Motivaciones/Cero papel").value);
    EXPECT_TRUE(wait_for([&] { return view.targets().empty(); }));
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return view.targets().size() == 1; }));
}

TEST_F(Memos, MayHangOnAQuotationAndOnAnotherMemo)
{
    const auto first = add("Primero"), second = add("Segundo");
    auto& view = page(first);
    view.ask_target();
    ASSERT_TRUE(wait_for([&] { return gui::Chooser::open_in(frame_) != nullptr; }));
    settle();
    type("segundo");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return on(first).size() == 1; }));
    view.ask_target();
    settle();
    type("1:2");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return on(first).size() == 2; }));
    EXPECT_THAT(on(first), ElementsAre(second.value, session().quotations()[1].id.value));
}

TEST_F(Memos, NameTheirTab)
{
    auto& view = page(add("Primero"));
    const auto tab = [&] { return gui::utf8(work().book().GetPageText(work().book().GetSelection())); };
    EXPECT_EQ(tab(), "Primero");
    view.title().SetFocus();
    press('A', wxMOD_CONTROL);
    type("Segundo");
    EXPECT_TRUE(wait_for([&] { return tab() == "Segundo"; })) << tab();
}

TEST_F(Memos, ListWhatPointsAtThem)
{
    const auto first = add("Primero");
    add("Segundo", {first.value});
    auto& view = page(first);
    gui::BackLinkList* list = nullptr;
    for (auto* child : view.GetChildren())
        if (auto* found = dynamic_cast<gui::BackLinkList*>(child)) list = found;
    ASSERT_TRUE(list);
    ASSERT_EQ(list->links().size(), 1u);
    EXPECT_EQ(list->links()[0].sentence, "memo: Segundo");
}

TEST_F(Memos, DeleteIsUndoneFromTheList)
{
    const auto memo = add("Sobre el papel");
    auto& list = work().side().memos();
    ASSERT_TRUE(wait_for([&] { return list.rows().size() == 1; }));
    page(memo);
    click(list.list(), middle_of(list.list(), list.list().RowToItem(0)));
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return list.rows().empty(); }));
    EXPECT_EQ(message(), "The memo \"Sobre el papel\" is gone.");
    EXPECT_TRUE(frame().messages().offers_undo());
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return list.rows().size() == 1; }));
}

TEST_F(Memos, AnEmptyListHasTheButtonThatMakesOne)
{
    auto& list = work().side().memos();
    ASSERT_TRUE(list.empty().IsShown());
    click(list.empty().button());
    EXPECT_TRUE(wait_for([&] { return list.rows().size() == 1; }));
    EXPECT_TRUE(dynamic_cast<gui::MemoView*>(work().book().GetCurrentPage()));
}

TEST_F(Memos, AreFilteredWhenThereAreMany)
{
    auto& list = work().side().memos();
    EXPECT_FALSE(list.filter().IsShown());
    for (int i = 0; i < 8; ++i) add("Memo " + std::to_string(i));
    add("Otra cosa");
    ASSERT_TRUE(wait_for([&] { return list.rows().size() == 9; }));
    list.list().SetFocus();
    press('F', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return list.filter().IsShownOnScreen() && list.filter().HasFocus(); }));
    type("otra");
    EXPECT_TRUE(wait_for([&] { return list.rows().size() == 1; }));
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return list.rows().size() == 9; }));
    EXPECT_FALSE(list.filter().IsShown()) << "a low panel has no room for it";
}

namespace
{

/// A dictionary of three words in place of those of the machine.
class SpeltMemos : public Memos
{
 protected:
    void SetUp() override
    {
        Memos::SetUp();
        std::filesystem::create_directories(folder_ / "data/hunspell");
        support::write_file(folder_ / "data/hunspell/en.aff", "SET UTF-8\nTRY queuepaperthe\n");
        support::write_file(folder_ / "data/hunspell/en.dic", "3\nthe\npaper\nqueue\n");
        before_ = std::getenv("XDG_DATA_HOME") ? std::getenv("XDG_DATA_HOME") : "";
        ::setenv("XDG_DATA_HOME", (folder_ / "data").c_str(), 1);
        gui::Spelling::forget();
    }
    void TearDown() override
    {
        Memos::TearDown();
        before_.empty() ? ::unsetenv("XDG_DATA_HOME") : ::setenv("XDG_DATA_HOME", before_.c_str(), 1);
        gui::Spelling::forget();
    }
    std::string before_;
};

}

TEST_F(SpeltMemos, UnderlineWhatTheDictionaryDoesNotKnow)
{
    auto& view = page(add("Sobre el papel"));
    click(view.text());
    press('A', wxMOD_CONTROL);
    type("the qeue of DMPP5 the");
    EXPECT_TRUE(wait_for([&] {
        return view.spelling().misspelt() == std::vector<std::string>{"qeue", "of"};
    })) << testing::PrintToString(view.spelling().misspelt());
    EXPECT_THAT(gui::Spelling::of("en")->suggestions("qeue"), ElementsAre("queue"));
    view.spelling().replace(5, "queue");
    EXPECT_EQ(view.text().GetValue(), "the queue of DMPP5 the");
    EXPECT_THAT(view.spelling().misspelt(), ElementsAre("of"));
    gui::Spelling::of("en")->learn("of");
    view.spelling().look();
    EXPECT_THAT(view.spelling().misspelt(), IsEmpty());
    gui::Spelling::forget();
    EXPECT_TRUE(gui::Spelling::of("en")->knows("of")) << "what is taught is kept";
}

TEST_F(SpeltMemos, AreLeftAloneWithoutADictionary)
{
    EXPECT_EQ(gui::Spelling::of("qu"), nullptr);
}
