// What would come in is shown, looked at and set right before anything is written.
#include "code_drop.h"
#include "coding/code.h"
#include "coding/quotation.h"
#include "desk.h"
#include "first_page.h"
#include "gtk_widgets.h"
#include "import_action.h"
#include "import_page.h"
#include "import_sheet.h"
#include "shown.h"
#include "support/source_files.h"
#include "text_surface.h"
#include "workbench/history.h"
#include "workbench/study_case.h"
#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/dnd.h>
#include <wx/testing.h>

using namespace gui_test;
using support::write_file;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace
{

const std::string talk = "E: \u00BFQu\u00E9 pas\u00F3?\nNota: llueve\nDMPP5: Nada.\nNota: para\nE: Bien.";

class Import : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
    }
    std::filesystem::path file(const std::string& name, const std::string& bytes)
    {
        std::filesystem::create_directories((folder_ / name).parent_path());
        return write_file(folder_ / name, bytes);
    }
    void read(const std::vector<std::filesystem::path>& files)
    {
        gui::import_files(work().book(), session(), files);
        ASSERT_TRUE(wait_for([&] { return page() && !page()->at_work(); }, 15000));
        settle();
    }
    gui::ImportPage* page() { return dynamic_cast<gui::ImportPage*>(work().book().page_of("import")); }
    std::string cell(unsigned row, unsigned column) { return gui::utf8(page()->list().GetTextValue(row, column)); }
    std::vector<std::string> names()
    {
        std::vector<std::string> found;
        for (unsigned i = 0; i < static_cast<unsigned>(page()->list().GetItemCount()); ++i) found.push_back(cell(i, 1));
        return found;
    }
    std::vector<std::string> labels()
    {
        std::vector<std::string> found;
        auto& list = page()->sheet().labels();
        for (unsigned i = 0; i < static_cast<unsigned>(list.GetItemCount()); ++i)
            found.push_back((list.GetToggleValue(i, 0) ? "+" : "-") + gui::utf8(list.GetTextValue(i, 1)) + " " +
                            gui::utf8(list.GetTextValue(i, 2)));
        return found;
    }
    /// The text of a document, in front or not.
    wxWindow& view_of(const std::string& name)
    {
        return work().book().document_view(document(project(), name))->transcript().text();
    }
    /// Clicks on the tick of a row.
    void tick(wxDataViewListCtrl& list, unsigned row)
    {
        const auto item = list.RowToItem(static_cast<int>(row));
        list.SetFocus(); // what holds it scrolls to it
        list.EnsureVisible(item);
        settle();
        const auto place = list.GetItemRect(item, list.GetColumn(0));
        click(list, {place.x + place.width / 2, place.y + place.height / 2});
    }
    void set(wxChoice& choice, int to)
    {
        choice.SetSelection(to);
        wxCommandEvent event(wxEVT_CHOICE, choice.GetId());
        event.SetEventObject(&choice);
        event.SetInt(to);
        choice.HandleWindowEvent(event);
        settle();
    }
    void finish()
    {
        click(page()->button());
        ASSERT_TRUE(wait_for([&] { return page() == nullptr; }, 15000)) << message();
        settle();
    }
    std::vector<std::string> documents()
    {
        std::vector<std::string> found;
        for (const auto& one : session().documents()) found.push_back(one.name);
        return found;
    }
};

}

TEST_F(Import, ShowsWhatWouldComeInAndWritesNothing)
{
    read({file("in/E1.txt", talk), file("in/b.docx", support::as_docx({support::words("Hola")})),
          file("in/foto.png", "x")});
    EXPECT_THAT(names(), ElementsAre("E1.txt", "b", "foto.png")) << "E1 is taken";
    EXPECT_EQ(cell(0, 2), "Plain text");
    EXPECT_EQ(cell(0, 3), "5");
    EXPECT_EQ(cell(0, 4), "3");
    EXPECT_EQ(cell(0, 5), "E, DMPP5");
    EXPECT_EQ(cell(1, 2), "Word");
    EXPECT_THAT(cell(2, 5), HasSubstr("refused: Files of the kind .png cannot be read."));
    EXPECT_EQ(gui::utf8(page()->button().GetLabel()), "Import 2 documents");
    EXPECT_EQ(gui::utf8(page()->summary()), "3 turns \u00B7 1 case \u00B7 1 file is refused");
    EXPECT_THAT(documents(), ElementsAre("E1", "E2", "Informe"));
}

TEST_F(Import, ShowsTheFirstPageWithTheLabelsSetApart)
{
    read({file("E5.txt", talk)});
    EXPECT_THAT(gui::utf8(page()->text().GetValue()), HasSubstr("DMPP5: Nada."));
    EXPECT_THAT(page()->text().labels(), ElementsAre("E:", "DMPP5:", "E:"));
    wxTextAttr label, answer;
    page()->text().GetStyle(0, label);
    page()->text().GetStyle(4, answer);
    EXPECT_TRUE(label.GetFont().GetWeight() > answer.GetFont().GetWeight());
}

TEST_F(Import, EnterBringsThemInAsOneChangeAndShowsTheFirst)
{
    const auto before = workbench::history(project()).size();
    read({file("E5.txt", talk), file("E6.txt", talk + " Adi\u00F3s.")});
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return page() == nullptr; }, 15000)) << message();
    EXPECT_THAT(documents(), ElementsAre("E1", "E2", "Informe", "E5", "E6"));
    EXPECT_EQ(session().looked_document(), document(project(), "E5"));
    EXPECT_EQ(message(), "2 documents came in.");
    EXPECT_EQ(workbench::history(project()).size(), before + 1);
    press('Z', wxMOD_CONTROL);
    EXPECT_TRUE(wait_for([&] { return documents().size() == 3; }));
}

TEST_F(Import, ALabelThatIsNoSpeakerIsTickedAway)
{
    read({file("E5.txt", talk)});
    EXPECT_THAT(labels(), ElementsAre("+E 2", "-Nota 2", "+DMPP5 1"));
    tick(page()->sheet().labels(), 1);
    ASSERT_TRUE(wait_for([&] { return cell(0, 4) == "5"; })) << cell(0, 4);
    EXPECT_EQ(cell(0, 5), "E, Nota, DMPP5");
    EXPECT_THAT(page()->text().labels(), Contains("Nota:"));
    tick(page()->sheet().labels(), 1);
    ASSERT_TRUE(wait_for([&] { return cell(0, 4) == "3"; }));
    finish();
    EXPECT_EQ(session().document(document(project(), "E5"))->turns, 3);
}

TEST_F(Import, SpeakersByAPatternOfOnesOwnOrNone)
{
    read({file("E5.txt", talk)});
    set(page()->sheet().speakers(), 1);
    EXPECT_EQ(cell(0, 4), "0");
    set(page()->sheet().speakers(), 2);
    ASSERT_TRUE(page()->sheet().pattern().IsEnabled());
    click(page()->sheet().pattern());
    type("(");
    EXPECT_TRUE(wait_for([&] { return !page()->sheet().problem().empty(); })) << "what is wrong stands beside it";
    press('A', wxMOD_CONTROL);
    type("^(Nota):");
    ASSERT_TRUE(wait_for([&] { return cell(0, 5) == "Nota"; })) << gui::utf8(page()->sheet().problem());
    EXPECT_TRUE(wait_for([&] { return page()->sheet().problem().empty(); }));
}

TEST_F(Import, AnotherEncodingIsShownAtOnce)
{
    read({file("vieja.txt", "Qu\xE9 pas\xF3 aqu\xED")});
    EXPECT_THAT(gui::utf8(page()->text().GetValue()), HasSubstr("Qu\u00E9 pas\u00F3"));
    auto& encoding = page()->sheet().encoding();
    ASSERT_TRUE(encoding.IsEnabled());
    set(encoding, encoding.FindString("IBM850"));
    EXPECT_THAT(gui::utf8(page()->text().GetValue()), Not(HasSubstr("Qu\u00E9")));
    set(encoding, encoding.FindString("UTF-8"));
    EXPECT_NE(gui::utf8(page()->sheet().problem()), "") << "the bytes do not fit, and it says so";
    set(encoding, encoding.FindString("windows-1252"));
    EXPECT_THAT(gui::utf8(page()->text().GetValue()), HasSubstr("Qu\u00E9 pas\u00F3"));
    finish();
    EXPECT_EQ(session().document(document(project(), "vieja"))->encoding, "windows-1252");
}

TEST_F(Import, WhatIsSetHoldsForTheChosenOneOrForAll)
{
    read({file("E5.txt", talk), file("E6.txt", talk + " Adi\u00F3s.")});
    auto& list = page()->list();
    const auto place = list.GetItemRect(list.RowToItem(1), list.GetColumn(1)); // the first column is the tick
    click(list, {place.x + place.width / 2, place.y + place.height / 2});
    ASSERT_TRUE(wait_for([&] { return page()->sheet().name().GetValue() == "E6"; }));
    EXPECT_TRUE(page()->sheet().name().IsEnabled());
    click(page()->sheet().name());
    press('A', wxMOD_CONTROL);
    type("DMPP6");
    ASSERT_TRUE(wait_for([&] { return names()[1] == "DMPP6"; }));
    set(page()->sheet().kind(), 3);
    EXPECT_EQ(names()[1], "DMPP6");
    click(page()->sheet().for_all());
    ASSERT_TRUE(wait_for([&] { return !page()->sheet().name().IsEnabled(); }));
    set(page()->sheet().cases(), 1);
    finish();
    EXPECT_EQ(session().document(document(project(), "DMPP6"))->kind, "report");
    EXPECT_EQ(session().document(document(project(), "E5"))->kind, "interview");
    EXPECT_TRUE(workbench::find_case(project(), "DMPP6"));
    EXPECT_FALSE(workbench::find_case(project(), "DMPP5")) << "documents are the cases, not speakers";
}

TEST_F(Import, AFileIsLeftOut)
{
    read({file("E5.txt", talk), file("E6.txt", talk + " Adi\u00F3s.")});
    tick(page()->list(), 0);
    ASSERT_TRUE(wait_for([&] { return page()->button().GetLabel() == "Import 1 document"; }));
    finish();
    EXPECT_THAT(documents(), ElementsAre("E1", "E2", "Informe", "E6"));
}

TEST_F(Import, SaysThatATextIsThereAlready)
{
    read({file("E5.txt", talk)});
    finish();
    read({file("otra.txt", talk)});
    EXPECT_EQ(cell(0, 5), "\u25B2 E5 has the same text");
}

TEST_F(Import, BrokenLinesAreJoinedWhenOneSaysSo)
{
    std::string broken;
    for (int i = 0; i < 12; ++i)
        broken +=
            "una l\u00EDnea que el margen angosto parti\u00F3 en dos y que sigue\nen la de abajo hasta su punto.\n\n";
    read({file("pdf.txt", broken)});
    EXPECT_EQ(cell(0, 3), "24");
    EXPECT_THAT(cell(0, 5), HasSubstr("the lines look broken"));
    set(page()->sheet().paragraphs(), 1);
    EXPECT_EQ(cell(0, 3), "12");
    finish();
    EXPECT_EQ(session().document(document(project(), "pdf"))->paragraphs, 12);
}

TEST_F(Import, EscapeLeavesAndNothingComesIn)
{
    read({file("E5.txt", talk)});
    page()->list().SetFocus();
    press(WXK_ESCAPE);
    EXPECT_TRUE(wait_for([&] { return page() == nullptr; }));
    EXPECT_EQ(documents().size(), 3u);
}

TEST_F(Import, AFolderIsWalkedWithoutBlockingTheWindow)
{
    for (int i = 1; i <= 120; ++i) file("muchas/E" + std::to_string(i) + "a.txt", talk + std::to_string(i));
    gui::import_files(work().book(), session(), {folder_ / "muchas"});
    EXPECT_TRUE(page()->at_work());
    ASSERT_TRUE(wait_for([&] { return page()->list().GetItemCount() > 0; }, 15000)) << "they come in as they are read";
    ASSERT_TRUE(wait_for([&] { return !page()->at_work(); }, 30000));
    EXPECT_EQ(names().size(), 120u);
    EXPECT_EQ(names().front(), "E1a");
    EXPECT_EQ(names().back(), "E120a");
    click(page()->button());
    ASSERT_TRUE(wait_for([&] { return page() == nullptr; }, 30000));
    EXPECT_EQ(documents().size(), 123u);
}

TEST_F(Import, FilesThatComeLaterJoinThoseThatAreThere)
{
    read({file("E5.txt", talk)});
    read({file("E6.txt", talk)});
    EXPECT_THAT(names(), ElementsAre("E5", "E6"));
}

TEST_F(Import, CommentsAndHighlightsOfWordAreOfferedAsQuotations)
{
    const auto bytes = support::docx_of(
        "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>El papel</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"
        "<w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t> cuesta</w:t></w:r></w:p>",
        {{"word/comments.xml", "<w:comments xmlns:w=\"w\"><w:comment w:id=\"0\" w:author=\"Tutora\"><w:p><w:r>"
                               "<w:t>Bien</w:t></w:r></w:p></w:comment></w:comments>"}});
    read({file("E5.txt", talk)});
    EXPECT_FALSE(page()->remarks().IsShown());
    read({file("tesis.docx", bytes)});
    ASSERT_TRUE(page()->remarks().IsShown());
    EXPECT_FALSE(page()->remarks().IsChecked()) << "only when one wants it";
    click(page()->remarks());
    ASSERT_TRUE(wait_for([&] { return page()->remarks().IsChecked(); }));
    finish();
    EXPECT_THAT(message(), HasSubstr("2 quotations were made."));
    EXPECT_TRUE(coding::find_code(project(), "Yellow highlight"));
    const auto made = coding::quotation_at(project(), document(project(), "tesis"), {0, 8});
    ASSERT_TRUE(made);
    EXPECT_EQ(coding::quotation(project(), *made)->comment, "Tutora: Bien");
}

TEST_F(Import, TheClipboardBecomesADocument)
{
    {
        const wxClipboardLocker clipboard;
        wxTheClipboard->SetData(new wxTextDataObject(gui::shown(talk)));
    }
    press('V', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(wait_for([&] { return page() != nullptr; }));
    ASSERT_THAT(names(), ElementsAre("Pasted text"));
    click(page()->sheet().name());
    press('A', wxMOD_CONTROL);
    type("Acta");
    ASSERT_TRUE(wait_for([&] { return names().front() == "Acta"; }));
    finish();
    EXPECT_THAT(documents(), Contains("Acta"));
}

TEST_F(Import, AnEmptyClipboardIsSaid)
{
    {
        const wxClipboardLocker clipboard;
        wxTheClipboard->SetData(new wxTextDataObject(" \n"));
    }
    press('V', wxMOD_CONTROL | wxMOD_SHIFT);
    EXPECT_THAT(message(), HasSubstr("no text on the clipboard"));
    EXPECT_EQ(page(), nullptr);
}

TEST_F(Import, WhatIsDroppedOnTheWindowOrOnATextIsShown)
{
    const auto drop_on = [&](wxWindow& window, const std::filesystem::path& dropped) {
        auto* target = dynamic_cast<wxFileDropTarget*>(window.GetDropTarget());
        auto* of_text = dynamic_cast<gui::CodeDrop*>(window.GetDropTarget()); // takes codes and files
        ASSERT_TRUE(target || of_text);
        wxArrayString names;
        names.Add(gui::shown(dropped.string()));
        EXPECT_TRUE(target ? target->OnDropFiles(0, 0, names) : of_text->drop_files(names));
    };
    file("carpeta/E5.txt", talk);
    file("carpeta/E6.txt", talk + "!");
    drop_on(work(), folder_ / "carpeta");
    drop_on(view_of("E1"), file("E7.txt", talk + "?"));
    ASSERT_TRUE(wait_for([&] { return page() && !page()->at_work(); }, 15000));
    EXPECT_THAT(names(), ElementsAre("E5", "E6", "E7"));
}

TEST_F(Import, AsksForFiles)
{
    const auto source = file("E5.txt", talk);
    wxTEST_DIALOG(press('I', wxMOD_CONTROL | wxMOD_SHIFT), wxExpectModal<wxFileDialog>(gui::shown(source.string())));
    ASSERT_TRUE(wait_for([&] { return page() && !page()->at_work(); }, 15000));
    EXPECT_THAT(names(), ElementsAre("E5"));
}

TEST_F(Import, EveryControlHasAName)
{
    read({file("E5.txt", talk)});
    auto& sheet = page()->sheet();
    for (wxWindow* one : {static_cast<wxWindow*>(&sheet.name()), static_cast<wxWindow*>(&sheet.kind()),
                          static_cast<wxWindow*>(&sheet.language()), static_cast<wxWindow*>(&sheet.encoding()),
                          static_cast<wxWindow*>(&sheet.paragraphs()), static_cast<wxWindow*>(&sheet.speakers()),
                          static_cast<wxWindow*>(&sheet.pattern()), static_cast<wxWindow*>(&sheet.labels()),
                          static_cast<wxWindow*>(&sheet.cases()), static_cast<wxWindow*>(&page()->list()),
                          static_cast<wxWindow*>(&page()->text()), static_cast<wxWindow*>(&page()->button())})
        EXPECT_NE(gui::accessible_name(one), "");
}
