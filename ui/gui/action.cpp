#include "action.h"
#include "workbench/tr.h"
#include <algorithm>

namespace gui
{
namespace
{

using workbench::source;
using workbench::tr;

constexpr std::array table{
    ActionInfo{Action::new_project, Menu::project, source("&New project..."), "Ctrl+N",
               source("Makes an empty project"), Needs::nothing},
    ActionInfo{Action::open_project, Menu::project, source("&Open project..."), "Ctrl+O", source("Opens a project"),
               Needs::nothing},
    ActionInfo{Action::sample_study, Menu::project, source("&Sample study..."), "Ctrl+Shift+N",
               source("Makes a copy of the sample study to try things out"), Needs::nothing},
    ActionInfo{Action::import_documents, Menu::project, source("-&Import documents..."), "Ctrl+Shift+I",
               source("Brings transcripts, reports and other texts into the project"), Needs::project},
    ActionInfo{Action::import_folder, Menu::project, source("Import a &folder..."), "Ctrl+Alt+I",
               source("Brings all documents of a folder into the project"), Needs::project},
    ActionInfo{Action::paste_document, Menu::project, source("Paste te&xt as a document..."), "Ctrl+Shift+V",
               source("Makes a document of the text on the clipboard"), Needs::project},
    ActionInfo{Action::import_table, Menu::project, source("Import a &table..."), "Ctrl+Shift+T",
               source("Brings a table of indicators into the project"), Needs::project},
    ActionInfo{Action::import_cases, Menu::project, source("Import &values of cases..."), "Ctrl+Alt+V",
               source("Reads values of cases from a table, its first column the case"), Needs::project},
    ActionInfo{Action::save_copy, Menu::project, source("Make a c&opy..."), "Ctrl+Shift+S",
               source("Makes a copy for somebody else, which merges back"), Needs::project},
    ActionInfo{Action::backups, Menu::project, source("&Backups..."), "Ctrl+Alt+B",
               source("Lists the backups of the project; one is opened as a copy"), Needs::project},
    ActionInfo{Action::new_window, Menu::project, source("New &window on this project"), "Ctrl+Alt+W",
               source("Opens a second window; both always show the same"), Needs::project},
    ActionInfo{Action::close_project, Menu::project, source("-&Close project"), "Ctrl+Shift+W",
               source("Closes the project; everything is saved already"), Needs::project},
    ActionInfo{Action::preferences, Menu::project, source("P&references..."), "Ctrl+,",
               source("Language, coder and size of the text"), Needs::nothing},
    ActionInfo{Action::quit, Menu::project, source("&Quit"), "Ctrl+Q", source("Leaves Quipu"), Needs::nothing},

    ActionInfo{Action::undo, Menu::edit, source("&Undo"), "Ctrl+Z", source("Takes back what was done last"),
               Needs::undo},
    ActionInfo{Action::redo, Menu::edit, source("&Redo"), "Ctrl+Shift+Z", source("Does again what was taken back"),
               Needs::redo},
    ActionInfo{Action::copy, Menu::edit, source("-&Copy"), "Ctrl+C", source("Copies the selection"), Needs::project},
    ActionInfo{Action::find_here, Menu::edit, source("-&Find here..."), "Ctrl+F",
               source("Finds in this document, or filters this list"), Needs::project},
    ActionInfo{Action::find_everywhere, Menu::edit, source("Find &everywhere..."), "Ctrl+Shift+F",
               source("Searches all documents"), Needs::project},

    ActionInfo{Action::rename_document, Menu::document, source("&Rename the document"), "Shift+F2",
               source("Gives the document another name"), Needs::document},
    ActionInfo{Action::correct_text, Menu::document, source("Correct the te&xt"), "F4",
               source("Lets one type in the text, or ends that; no coding is lost"), Needs::document},
    ActionInfo{Action::export_document, Menu::document, source("&Export with its codes..."), "Ctrl+Alt+P",
               source("Writes the document with its codes in the margin: PDF, Word, OpenDocument, HTML"),
               Needs::document},
    ActionInfo{Action::change_document, Menu::document, source("&Kind, language and comment..."), "Alt+Return",
               source("Changes what is known of the chosen documents"), Needs::document},
    ActionInfo{Action::edit_turns, Menu::document, source("&Turns and speakers"), "Ctrl+Alt+S",
               source("Sets right who speaks from where to where"), Needs::document},
    ActionInfo{Action::show_cases, Menu::document, source("C&ases and variables"), "Ctrl+Alt+C",
               source("Shows the cases with the values of their variables"), Needs::project},
    ActionInfo{Action::delete_document, Menu::document, source("&Delete the documents"), "Ctrl+Alt+E",
               source("Deletes the chosen documents with their quotations"), Needs::document},
    ActionInfo{Action::close_tab, Menu::document, source("-&Close the tab"), "Ctrl+W", source("Closes this tab"),
               Needs::project},
    ActionInfo{Action::next_tab, Menu::document, source("&Next tab"), "Ctrl+PgDn", source("Goes to the next tab"),
               Needs::project},
    ActionInfo{Action::previous_tab, Menu::document, source("&Previous tab"), "Ctrl+PgUp",
               source("Goes to the tab before"), Needs::project},

    ActionInfo{Action::choose_code, Menu::code, source("&Code the selection..."), "Ctrl+K",
               source("Chooses a code, or makes one, for the selected passage"), Needs::document},
    ActionInfo{Action::code_in_vivo, Menu::code, source("In &vivo"), "Ctrl+I",
               source("Codes the passage with its own words"), Needs::document},
    ActionInfo{Action::code_again, Menu::code, source("With the &last code"), "Ctrl+L",
               source("Codes the passage with the code used last"), Needs::document},
    ActionInfo{Action::quote, Menu::code, source("&Quotation without code"), "Ctrl+J",
               source("Makes a quotation of the passage"), Needs::document},
    ActionInfo{Action::unmark, Menu::code, source("&Take the code away"), "Ctrl+Shift+K",
               source("Takes your codings away from the passage"), Needs::document},
    ActionInfo{Action::comment, Menu::code, source("C&omment on the quotation"), "Ctrl+Shift+M",
               source("Writes a comment on the chosen quotation or the selected passage"), Needs::document},
    ActionInfo{Action::next_quotation, Menu::code, source("-Ne&xt quotation"), "Alt+Down",
               source("Chooses the next quotation of the document"), Needs::document},
    ActionInfo{Action::previous_quotation, Menu::code, source("&Previous quotation"), "Alt+Up",
               source("Chooses the quotation before"), Needs::document},
    ActionInfo{Action::next_uncoded, Menu::code, source("Next turn &without code"), "F8",
               source("Selects the next turn of a participant in which nothing is coded"), Needs::document},
    ActionInfo{Action::end_later, Menu::code, source("-Extend the quotation by a &word"), "Shift+Alt+Right",
               source("Moves the end of the chosen quotation a word further"), Needs::document},
    ActionInfo{Action::end_earlier, Menu::code, source("&Shorten it by a word"), "Shift+Alt+Left",
               source("Moves its end a word back"), Needs::document},
    ActionInfo{Action::begin_earlier, Menu::code, source("&Begin it a word earlier"), "Shift+Alt+Up",
               source("Moves its begin a word back"), Needs::document},
    ActionInfo{Action::begin_later, Menu::code, source("Begin it a word la&ter"), "Shift+Alt+Down",
               source("Moves its begin a word further"), Needs::document},
    ActionInfo{Action::delete_quotation, Menu::code, source("Delete the &quotation"), "Ctrl+Shift+Delete",
               source("Deletes the chosen quotation with its codings"), Needs::document},
    ActionInfo{Action::add_code, Menu::code, source("-&New code"), "Ctrl+Shift+C",
               source("Makes a code, below the one chosen"), Needs::project},
    ActionInfo{Action::rename_code, Menu::code, source("&Rename the code"), "F2", source("Gives the code another name"),
               Needs::project},
    ActionInfo{Action::delete_code, Menu::code, source("&Delete the code"), "Ctrl+Delete",
               source("Deletes the code with its codings; the quotations stay"), Needs::project},
    ActionInfo{Action::describe_code, Menu::code, source("&Describe the code"), "Ctrl+D",
               source("Opens its definition, its rules, its example and what points at it"), Needs::project},
    ActionInfo{Action::move_code, Menu::code, source("Move it &below..."), "Ctrl+Shift+B",
               source("Puts the chosen codes below another one"), Needs::project},
    ActionInfo{Action::merge_codes, Menu::code, source("Mer&ge into..."), "Ctrl+Shift+G",
               source("Makes one code of several: what they have goes to the one that stays"), Needs::project},
    ActionInfo{Action::split_code, Menu::code, source("&Split..."), "Ctrl+Shift+P",
               source("Makes a new code and gives it some of the quotations"), Needs::project},
    ActionInfo{Action::replace_in_codes, Menu::code, source("Re&place in names..."), "Ctrl+H",
               source("Finds and replaces in the names of all codes"), Needs::project},
    ActionInfo{Action::group_codes, Menu::code, source("New gr&oup of codes..."), "Ctrl+G",
               source("Makes a group of the chosen codes"), Needs::project},
    ActionInfo{Action::add_memo, Menu::code, source("-&Memo..."), "Ctrl+M",
               source("Writes a memo on the selection, or on the document"), Needs::project},
    ActionInfo{Action::code_found, Menu::code, source("-Code what the search &found..."), "Ctrl+Shift+H",
               source("Puts a code on the passages found, after a review"), Needs::project},
    ActionInfo{Action::suggest_passages, Menu::code, source("&Suggest passages"), "Ctrl+Alt+H",
               source("Lists passages that may deserve the chosen code, to accept or reject"), Needs::project},

    ActionInfo{Action::add_network, Menu::analyse, source("&Network of the codes used"), "Ctrl+Shift+R",
               source("Draws the chosen code with those linked to it, or all codes with links"), Needs::project},
    ActionInfo{Action::empty_network, Menu::analyse, source("New &empty network"), "Ctrl+Alt+N",
               source("Makes a network to put codes, memos and other things in by hand"), Needs::project},
    ActionInfo{Action::show_relations, Menu::analyse, source("&Types of relation"), "Ctrl+Alt+R",
               source("Lists what links can say; makes, changes and deletes your own"), Needs::project},
    ActionInfo{Action::export_networks, Menu::analyse, source("&Figures of all networks..."), "Ctrl+Alt+G",
               source("Writes the figures of all networks, numbered, with their captions"), Needs::project},
    ActionInfo{Action::list_quotations, Menu::analyse, source("Table of &quotations"), "Ctrl+Shift+Q",
               source("Lists quotations with filters, to sort, code and take along"), Needs::project},
    ActionInfo{Action::co_occurrence, Menu::analyse, source("-&Co-occurrence of codes"), "Ctrl+Shift+O",
               source("Counts the passages that codes share"), Needs::project},
    ActionInfo{Action::codes_by_document, Menu::analyse, source("Codes by &document"), "Ctrl+Shift+D",
               source("Counts codings by document"), Needs::project},
    ActionInfo{Action::codes_by_case, Menu::analyse, source("Codes by c&ase"), "Ctrl+Shift+A",
               source("Counts codings by case"), Needs::project},
    ActionInfo{Action::words_in_context, Menu::analyse, source("-Words in conte&xt"), "Ctrl+Shift+X",
               source("Lists each match of the search between the words around it"), Needs::project},
    ActionInfo{Action::words_near, Menu::analyse, source("Words nea&r the search"), "Ctrl+Shift+Y",
               source("Lists the words that stand near the search more often than by chance"), Needs::project},
    ActionInfo{Action::count_words, Menu::analyse, source("C&ount words"), "Ctrl+Shift+U",
               source("Counts the words of the passages found, or of all documents; draws a cloud"), Needs::project},

    ActionInfo{Action::run_statistic, Menu::numbers, source("&Run a statistic..."), "Ctrl+R",
               source("Chooses a table, a statistic and its columns"), Needs::project},
    ActionInfo{Action::rerun_analyses, Menu::numbers, source("Run all &analyses again"), "Ctrl+Alt+A",
               source("Computes the saved analyses anew from their tables"), Needs::project},

    ActionInfo{Action::show_claims, Menu::evidence, source("&Check the claims"), "Ctrl+Alt+Y",
               source("Computes the numbers that the text states anew"), Needs::project},
    ActionInfo{Action::show_evidence, Menu::evidence, source("&Words and numbers"), "Ctrl+Shift+E",
               source("Lists what codes and analyses say of each other"), Needs::project},
    ActionInfo{Action::show_findings, Menu::evidence, source("&Findings"), "Ctrl+Shift+L",
               source("Lists the findings with their quotations and numbers"), Needs::project},
    ActionInfo{Action::link_numbers, Menu::evidence, source("-&Link words to numbers..."), "Ctrl+E",
               source("Says whether the chosen code and some numbers agree, and why"), Needs::project},
    ActionInfo{Action::add_claim, Menu::evidence, source("&Make a claim..."), "Ctrl+Alt+K",
               source("Binds a sentence that states a number to what can compute it again"), Needs::project},
    ActionInfo{Action::add_finding, Menu::evidence, source("Write a fi&nding..."), "Ctrl+Alt+F",
               source("Writes a statement with its quotations and numbers"), Needs::project},
    ActionInfo{Action::write_report, Menu::evidence, source("-Write the &report..."), "Ctrl+P",
               source("Writes the project as one document: Word, OpenDocument, PDF, HTML"), Needs::project},

    ActionInfo{Action::focus_documents, Menu::view, source("&Documents"), "Alt+1", source("Goes to the documents"),
               Needs::project},
    ActionInfo{Action::focus_text, Menu::view, source("&Text"), "Alt+2", source("Goes to the text"), Needs::project},
    ActionInfo{Action::focus_codes, Menu::view, source("&Codes"), "Alt+3", source("Goes to the codes"), Needs::project},
    ActionInfo{Action::focus_quotations, Menu::view, source("&Quotations"), "Alt+4", source("Goes to the quotations"),
               Needs::project},
    ActionInfo{Action::focus_history, Menu::view, source("&History"), "Alt+5",
               source("Goes to the list of all changes"), Needs::project},
    ActionInfo{Action::focus_numbers, Menu::view, source("Ta&bles and analyses"), "Alt+6",
               source("Goes to the tables, analyses, claims and findings"), Needs::project},
    ActionInfo{Action::next_panel, Menu::view, source("Ne&xt panel"), "F6",
               source("Goes to the next panel that is shown, round the window"), Needs::project},
    ActionInfo{Action::previous_panel, Menu::view, source("Pre&vious panel"), "Shift+F6",
               source("Goes to the panel before"), Needs::project},
    ActionInfo{Action::area_read, Menu::view, source("-&Read and code"), "Ctrl+Alt+1",
               source("Arranges the panels for reading and coding"), Needs::project},
    ActionInfo{Action::area_networks, Menu::view, source("&Networks"), "Ctrl+Alt+2",
               source("Arranges the panels for drawing networks"), Needs::project},
    ActionInfo{Action::area_numbers, Menu::view, source("N&umbers"), "Ctrl+Alt+3",
               source("Arranges the panels for tables and statistics"), Needs::project},
    ActionInfo{Action::area_evidence, Menu::view, source("&Evidence"), "Ctrl+Alt+4",
               source("Arranges the panels for words and numbers together"), Needs::project},
    ActionInfo{Action::area_review, Menu::view, source("Re&view"), "Ctrl+Alt+5",
               source("Arranges the panels for looking through what was done"), Needs::project},
    ActionInfo{Action::reset_layout, Menu::view, source("Reset this la&yout"), "Ctrl+Alt+0",
               source("Puts the panels of this work area back to where they were at first"), Needs::project},
    ActionInfo{Action::larger_text, Menu::view, source("-&Larger text"), "Ctrl++", source("Makes the text larger"),
               Needs::nothing},
    ActionInfo{Action::smaller_text, Menu::view, source("&Smaller text"), "Ctrl+-", source("Makes the text smaller"),
               Needs::nothing},

    ActionInfo{Action::manual, Menu::help, source("&Manual"), "Ctrl+F1",
               source("Opens the manual: from the interview to the thesis in one afternoon"), Needs::nothing},
    ActionInfo{Action::shortcuts, Menu::help, source("&Shortcuts"), "F1", source("Lists all shortcuts"),
               Needs::nothing},
    ActionInfo{Action::about, Menu::help, source("&About Quipu"), "Shift+F1", source("Version and licence"),
               Needs::nothing},
};

constexpr bool complete()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<int>(table[i].action) != static_cast<int>(Action::new_project) + static_cast<int>(i))
            return false;
        for (std::size_t j = 0; j < i; ++j)
            if (std::string_view(table[i].keys) == table[j].keys) return false;
    }
    return static_cast<int>(table.back().action) == static_cast<int>(Action::last);
}
static_assert(complete(), "an action is missing, out of order, or two share a shortcut");

}

std::span<const ActionInfo> actions()
{
    return table;
}

const ActionInfo& info_of(Action action)
{
    return table[static_cast<std::size_t>(action) - static_cast<std::size_t>(Action::new_project)];
}

std::string title_of(Menu menu)
{
    switch (menu) {
    case Menu::project: return tr("&Project");
    case Menu::edit: return tr("&Edit");
    case Menu::document: return tr("&Document");
    case Menu::code: return tr("&Code");
    case Menu::analyse: return tr("&Analyse");
    case Menu::numbers: return tr("&Numbers");
    case Menu::evidence: return tr("&Evidence");
    case Menu::view: return tr("&View");
    case Menu::help: return tr("&Help");
    }
    return {};
}

std::string name_of(const ActionInfo& action)
{
    std::string name = tr(action.label);
    if (name.starts_with('-')) name.erase(0, 1);
    std::erase(name, '&');
    while (name.ends_with('.')) name.pop_back();
    return name;
}

}
