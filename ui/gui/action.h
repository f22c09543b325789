#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <wx/defs.h>

namespace gui
{

/// Everything that can be done from the menu. The number is the menu item's id.
enum class Action : int {
    new_project = wxID_HIGHEST + 100,
    open_project,
    sample_study,
    import_documents,
    import_folder,
    paste_document,
    import_table,
    import_cases,
    save_copy,
    backups,
    new_window,
    close_project,
    preferences,
    quit,
    undo,
    redo,
    copy,
    find_here,
    find_everywhere,
    rename_document,
    correct_text,
    export_document,
    change_document,
    edit_turns,
    show_cases,
    delete_document,
    close_tab,
    next_tab,
    previous_tab,
    choose_code,
    code_in_vivo,
    code_again,
    quote,
    unmark,
    comment,
    next_quotation,
    previous_quotation,
    next_uncoded,
    end_later,
    end_earlier,
    begin_earlier,
    begin_later,
    delete_quotation,
    add_code,
    rename_code,
    delete_code,
    describe_code,
    move_code,
    merge_codes,
    split_code,
    replace_in_codes,
    group_codes,
    add_memo,
    code_found,
    suggest_passages,
    add_network,
    empty_network,
    show_relations,
    export_networks,
    list_quotations,
    co_occurrence,
    codes_by_document,
    codes_by_case,
    words_in_context,
    words_near,
    count_words,
    run_statistic,
    rerun_analyses,
    show_claims,
    show_evidence,
    show_findings,
    link_numbers,
    add_claim,
    add_finding,
    write_report,
    focus_documents,
    focus_text,
    focus_codes,
    focus_quotations,
    focus_history,
    focus_numbers,
    next_panel,
    previous_panel,
    area_read,
    area_networks,
    area_numbers,
    area_evidence,
    area_review,
    reset_layout,
    larger_text,
    smaller_text,
    manual,
    shortcuts,
    about,
    last = about,
};

enum class Menu { project, edit, document, code, analyse, numbers, evidence, view, help };
inline constexpr std::array menus{Menu::project, Menu::edit,     Menu::document, Menu::code, Menu::analyse,
                                  Menu::numbers, Menu::evidence, Menu::view,     Menu::help};

/// What must be there for an action to make sense; without it the item is grey.
enum class Needs { nothing, project, document, undo, redo };

struct ActionInfo {
    Action action;
    Menu menu;
    const char* label; ///< English source, with its mnemonic; a line begins a group when it starts with '-'
    const char* keys;  ///< as the toolkit writes them: "Ctrl+Shift+F"
    const char* help;  ///< a sentence for the status bar and the list of shortcuts
    Needs needs;
};

/// The one table that the menu bar, the list of shortcuts and the tests read; in the order of the menus.
std::span<const ActionInfo> actions();
const ActionInfo& info_of(Action action);

/// "&Project", translated.
std::string title_of(Menu menu);
/// The label translated, without mnemonic and dots.
std::string name_of(const ActionInfo& action);

}
