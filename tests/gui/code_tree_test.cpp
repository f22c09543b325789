// What one does to a codebook: order, merge, split, group, describe, replace.
#include "back_link_list.h"
#include "chooser.h"
#include "code_drag.h"
#include "code_gestures.h"
#include "code_panel.h"
#include "code_view.h"
#include "coding/code_group.h"
#include "coding/memo.h"
#include "coding/quotation.h"
#include "coding/smart_code.h"
#include "context_menu.h"
#include "desk.h"
#include "empty_note.h"
#include "message_bar.h"
#include "replace_names.h"
#include "shown.h"
#include "text_surface.h"
#include "transcript.h"
#include "workbench/history.h"
#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/textctrl.h>

using namespace gui_test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace
{

class CodeTree : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
    wxDataViewCtrl& tree() { return work().codes().tree(); }
    wxDataViewItem item(const std::string& path) { return work().codes().model().item_of(code(project(), path)); }
    void choose(const std::string& path) { click(tree(), middle_of(tree(), item(path))); }
    std::vector<std::string> paths()
    {
        std::vector<std::string> all;
        for (const auto& one : session().codes()) all.push_back(one.path);
        return all;
    }
    gui::Chooser& chooser()
    {
        EXPECT_TRUE(wait_for([&] { return gui::Chooser::open_in(frame_) != nullptr; }));
        auto* found = gui::Chooser::open_in(frame_);
        if (!found) throw std::runtime_error("no chooser is open");
        settle();
        return *found;
    }
    bool chooser_is_gone()
    {
        return wait_for([&] { return gui::Chooser::open_in(frame_) == nullptr; });
    }
    /// The bar's own buttons are the toolkit's: this is what it says when one is pressed.
    void press_undo_button()
    {
        ASSERT_TRUE(frame().messages().offers_undo());
        wxCommandEvent pressed(wxEVT_BUTTON, wxID_UNDO);
        frame().messages().ProcessWindowEvent(pressed);
        settle();
    }
};

const std::string cero = "Motivaciones/Cero papel", unico = "Motivaciones/Sistema \u00FAnico",
                  training = "Estrategias/Capacitaci\u00F3n";

}

TEST_F(CodeTree, CtrlShiftWithAnArrowMovesAmongSiblings)
{
    choose(unico);
    press(WXK_UP, wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_TRUE(wait_for([&] { return paths()[3] == unico; }));
    EXPECT_EQ(paths()[4], cero);
    press(WXK_DOWN, wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_TRUE(wait_for([&] { return paths()[4] == unico; }));
    EXPECT_EQ(workbench::history(project()).back().op, "code move");
}

TEST_F(CodeTree, CtrlShiftWithAnArrowMovesInAndOut)
{
    choose(unico);
    press(WXK_RIGHT, wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_TRUE(wait_for([&] { return paths().back() == cero + "/Sistema \u00FAnico"; }));
    press(WXK_LEFT, wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_TRUE(wait_for([&] { return paths().back() == unico; }));
    press(WXK_LEFT, wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_TRUE(wait_for([&] { return paths().back() == "Sistema \u00FAnico"; }));
}

TEST_F(CodeTree, ADragOntoACodePutsItBelow)
{
    const auto from = tree().ClientToScreen(middle_of(tree(), item(training)));
    const auto to = tree().ClientToScreen(middle_of(tree(), item("Motivaciones")));
    drag_in_steps(from, to);
    EXPECT_TRUE(wait_for([&] { return coding::find_code(project(), "Motivaciones/Capacitaci\u00F3n").has_value(); }))
        << "on a parent, not on its first child";
}

TEST_F(CodeTree, ADragBetweenTwoCodesKeepsThatPlace)
{
    const auto from = tree().ClientToScreen(middle_of(tree(), item(unico)));
    const auto row = tree().GetItemRect(item(cero), tree().GetColumn(0));
    drag_in_steps(from, tree().ClientToScreen(wxPoint(row.x + 30, row.y + 2)));
    EXPECT_TRUE(wait_for([&] { return paths()[3] == unico; })) << testing::PrintToString(paths());
}

TEST_F(CodeTree, TextThatIsDroppedOnAParentIsCodedWithTheParent)
{
    select("E2", "nadie usa el sistema");
    auto& text = view().transcript().text();
    const auto span = text.selected();
    const auto from = text.ClientToScreen(text.point_of((span.begin + span.end) / 2) + wxPoint(0, 8));
    const auto to = tree().ClientToScreen(middle_of(tree(), item("Motivaciones")));
    drag_in_steps(from, to);
    EXPECT_TRUE(wait_for([&] { return codings_of("nadie usa el sistema").size() == 1; }));
    EXPECT_THAT(codings_of("nadie usa el sistema"), ElementsAre("Motivaciones"));
}

TEST_F(CodeTree, MergingAsksByTypingAndOffersUndo)
{
    choose(cero);
    press('G', wxMOD_CONTROL | wxMOD_SHIFT);
    auto& asked = chooser();
    EXPECT_EQ(asked.offered().size(), 4u) << "all but itself";
    type("unico");
    EXPECT_THAT(asked.offered(), ElementsAre(unico));
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == 4; }));
    EXPECT_THAT(codings_of("El tema del papel."), ElementsAre(unico));
    EXPECT_THAT(message(), HasSubstr("Cero papel"));
    press_undo_button();
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == 5; }));
    EXPECT_THAT(codings_of("El tema del papel."), ElementsAre(cero));
}

TEST_F(CodeTree, EscapeLeavesEverythingAsItWas)
{
    choose(cero);
    const auto before = workbench::history(project()).size();
    press('G', wxMOD_CONTROL | wxMOD_SHIFT);
    chooser();
    press(WXK_ESCAPE);
    EXPECT_TRUE(chooser_is_gone());
    EXPECT_EQ(workbench::history(project()).size(), before);
}

TEST_F(CodeTree, SplittingMovesTheQuotationsThatAreTaken)
{
    choose(unico);
    press('P', wxMOD_CONTROL | wxMOD_SHIFT);
    auto& asked = chooser();
    ASSERT_EQ(asked.offered().size(), 2u);
    EXPECT_FALSE(asked.button()->IsEnabled()) << "nothing is taken yet";
    type("Expedientes");
    press(WXK_DOWN);
    press(WXK_SPACE);
    EXPECT_TRUE(wait_for([&] { return asked.button()->IsEnabled(); }));
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return coding::find_code(project(), "Motivaciones/Expedientes").has_value(); }));
    EXPECT_THAT(codings_of("Se perd\u00EDan los expedientes"), ElementsAre("Motivaciones/Expedientes"));
    EXPECT_THAT(codings_of("vino el sistema \u00FAnico"), ElementsAre(unico));
}

TEST_F(CodeTree, ACodeMovesBelowTheOneThatIsTyped)
{
    choose(training);
    press('B', wxMOD_CONTROL | wxMOD_SHIFT);
    chooser();
    type("motiva");
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return coding::find_code(project(), "Motivaciones/Capacitaci\u00F3n").has_value(); }));
}

TEST_F(CodeTree, AGroupIsMadeAndFilters)
{
    press('G', wxMOD_CONTROL);
    auto& asked = chooser();
    type("Objetivo 1");
    click(asked.filter());
    type("cero");
    press(WXK_DOWN);
    press(WXK_SPACE);
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return coding::code_groups(project()).size() == 1; }));
    const auto group = coding::code_groups(project()).front();
    EXPECT_EQ(group.name, "Objetivo 1");
    EXPECT_THAT(group.codes, ElementsAre(code(project(), cero)));
    EXPECT_TRUE(wait_for([&] { return work().codes().model().size() == 2; })) << "the code and its parent";
    gui::toggle_group(frame_, session(), group, {code(project(), unico)});
    EXPECT_TRUE(wait_for([&] { return work().codes().model().size() == 3; }));
    gui::toggle_group(frame_, session(), coding::code_groups(project()).front(), {code(project(), unico)});
    EXPECT_TRUE(wait_for([&] { return work().codes().model().size() == 2; }));
    work().codes().show_group({});
    EXPECT_EQ(work().codes().model().size(), 5u);
}

TEST_F(CodeTree, SeveralAreChosenAndDeletedAsOneChange)
{
    const auto before = workbench::history(project()).size();
    choose(cero);
    click_with_control(tree().ClientToScreen(middle_of(tree(), item(training))));
    ASSERT_EQ(work().codes().chosen_codes().size(), 2u);
    press(WXK_DELETE);
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == 3; }));
    EXPECT_EQ(workbench::history(project()).size(), before + 1);
    EXPECT_THAT(message(), HasSubstr("2 codes"));
}

TEST_F(CodeTree, ColoursComeFromThePaletteWithNames)
{
    const auto colors = gui::palette_colors();
    ASSERT_EQ(colors.size(), 12u);
    EXPECT_EQ(colors[1].second, "Sky blue");
    gui::set_color(frame_, session(), {code(project(), cero), code(project(), unico)}, colors[8].first);
    EXPECT_EQ(session().code(code(project(), cero))->color, "#332288");
    EXPECT_EQ(session().code(code(project(), unico))->color, "#332288");
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return session().code(code(project(), cero))->color != "#332288"; }));
    EXPECT_NE(session().code(code(project(), unico))->color, "#332288");
}

TEST_F(CodeTree, EscapeClearsTheFilterAndArrowDownGoesToTheTree)
{
    click(work().codes().filter());
    type("unico");
    ASSERT_TRUE(wait_for([&] { return work().codes().model().size() == 2; }));
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return work().codes().model().size() == 5; }));
    press(WXK_DOWN);
    EXPECT_TRUE(wait_for([&] { return tree().HasFocus(); }));
    press('F', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return work().codes().filter().HasFocus(); }));
}

TEST_F(CodeTree, AFilterThatNothingPassesSaysSoAndLeadsBack)
{
    click(work().codes().filter());
    type("zzz");
    ASSERT_TRUE(wait_for([&] { return work().codes().empty().IsShownOnScreen(); }));
    settle();
    click(work().codes().empty().button());
    EXPECT_TRUE(wait_for([&] { return work().codes().model().size() == 5; }));
    EXPECT_FALSE(work().codes().empty().IsShown());
}

TEST_F(CodeTree, AnEmptyBookOffersTheFirstCode)
{
    open(make_project("empty", [](workbench::Project&) {}));
    ASSERT_TRUE(work().codes().empty().IsShownOnScreen());
    click(work().codes().empty().button());
    EXPECT_TRUE(wait_for([&] { return session().codes().size() == 1; }));
}

TEST_F(CodeTree, NamesAreReplacedAfterAPreview)
{
    press('H', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return dynamic_cast<gui::ReplaceNames*>(gui::Overlay::open_in(frame_)) != nullptr; }));
    auto& dialog = dynamic_cast<gui::ReplaceNames&>(*gui::Overlay::open_in(frame_));
    settle();
    type("PAPEL");
    EXPECT_TRUE(wait_for([&] { return dialog.preview().GetItemCount() == 1; }));
    EXPECT_EQ(dialog.preview().GetTextValue(0, 0), gui::shown(cero));
    click(dialog.replace());
    type("tramite");
    EXPECT_TRUE(wait_for([&] { return dialog.preview().GetTextValue(0, 1) == "Cero tramite"; }));
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] { return coding::find_code(project(), "Motivaciones/Cero tramite").has_value(); }));
    EXPECT_THAT(message(), HasSubstr("1 name was changed"));
}

TEST_F(CodeTree, AReplacementThatCannotBeIsSaidBesideTheField)
{
    (void)coding::add_code(project(), {.path = "Motivaciones/Papel"}).value();
    press('H', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return dynamic_cast<gui::ReplaceNames*>(gui::Overlay::open_in(frame_)) != nullptr; }));
    auto& dialog = dynamic_cast<gui::ReplaceNames&>(*gui::Overlay::open_in(frame_));
    settle();
    type("Cero papel");
    click(dialog.replace());
    type("Papel");
    EXPECT_TRUE(wait_for([&] { return dialog.problem().Contains("Papel"); }));
    EXPECT_FALSE(dialog.button().IsEnabled());
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return gui::Overlay::open_in(frame_) == nullptr; }));
}

namespace
{

class CodePage : public CodeTree
{
 protected:
    gui::CodeView& page(const std::string& path)
    {
        choose(path);
        press('D', wxMOD_CONTROL);
        EXPECT_TRUE(wait_for([&] { return dynamic_cast<gui::CodeView*>(work().book().GetCurrentPage()) != nullptr; }));
        settle();
        return dynamic_cast<gui::CodeView&>(*work().book().GetCurrentPage());
    }
};

}

TEST_F(CodePage, KeepsWhatIsTypedAndUndoes)
{
    auto& view = page(cero);
    click(view.text(gui::CodeView::definition));
    type("Sin papel");
    click(view.text(gui::CodeView::inclusion));
    EXPECT_TRUE(wait_for([&] { return session().code(code(project(), cero))->definition == "Sin papel"; }));
    type("siempre");
    click(view.text(gui::CodeView::exclusion));
    EXPECT_TRUE(wait_for([&] { return session().code(code(project(), cero))->inclusion == "siempre"; }));
    work().act(gui::Action::undo);
    EXPECT_TRUE(wait_for([&] { return view.text(gui::CodeView::inclusion).IsEmpty(); }));
    EXPECT_EQ(session().code(code(project(), cero))->definition, "Sin papel");
}

TEST_F(CodePage, TakesAQuotationForItsExample)
{
    auto& view = page(cero);
    click(view.choose_example());
    EXPECT_EQ(chooser().offered().size(), 1u);
    press(WXK_RETURN);
    EXPECT_TRUE(wait_for([&] {
        return session().code(code(project(), cero))->example == "\u00ABEl tema del papel.\u00BB (ANA, 1:1)";
    })) << session().code(code(project(), cero))->example.value_or("nothing");
    EXPECT_EQ(gui::utf8(view.text(gui::CodeView::example).GetValue()), "\u00ABEl tema del papel.\u00BB (ANA, 1:1)");
}

TEST_F(CodePage, ListsWhatPointsAtIt)
{
    auto& view = page(cero);
    gui::BackLinkList* list = nullptr;
    for (auto* child : view.GetChildren())
        if (auto* found = dynamic_cast<gui::BackLinkList*>(child)) list = found;
    ASSERT_TRUE(list);
    EXPECT_FALSE(list->IsShown()) << "nothing points at it yet";
    const auto id = code(project(), cero);
    (void)coding::add_memo(project(), {.title = "Sobre el papel", .text = "x", .on = {id.value}}).value();
    ASSERT_TRUE(wait_for([&] { return list->links().size() == 1; }));
    EXPECT_EQ(list->links()[0].sentence, "memo: Sobre el papel");
    ASSERT_TRUE(wait_for([&] { return list->IsShownOnScreen(); }));
    double_click(list->list(), middle_of(list->list(), list->list().RowToItem(0)));
    EXPECT_TRUE(wait_for([&] { return work().book().GetCurrentPage() != &view; }));
}

TEST_F(CodeTree, ASmartCodeIsFrozenFromItsMenuAndUndoBringsItBack)
{
    const auto smart = coding::add_smart_code(project(), {"Vivo"}, "papel");
    ASSERT_TRUE(smart) << smart.error().detail;
    settle();
    const auto freeze = [&](gui::ContextMenu& menu) -> wxMenu* {
        for (auto* item : menu.menu().GetMenuItems())
            if (item->GetItemLabelText() == "Code what it finds now") return item->GetSubMenu();
        return nullptr;
    };
    gui::ContextMenu ordinary, menu;
    work().codes().fill_menu(ordinary, {code(project(), session().codes().front().path)});
    EXPECT_EQ(freeze(ordinary), nullptr) << "only a smart code can be frozen";
    work().codes().fill_menu(menu, {*smart});
    auto* extents = freeze(menu);
    ASSERT_NE(extents, nullptr);
    ASSERT_EQ(extents->GetMenuItemCount(), 4u);
    menu.choose(extents->FindItemByPosition(0)->GetId());
    ASSERT_TRUE(wait_for([&] { return coding::smart_codes(project()).empty(); })) << message();
    EXPECT_GT(session().code(*smart)->codings, 0);
    press_undo_button();
    EXPECT_EQ(coding::smart_codes(project()).size(), 1u);
}
