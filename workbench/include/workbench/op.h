#pragma once
#include <array>
#include <string>
#include <string_view>

namespace workbench
{

/// Every gesture that changes a project. The history keeps the word, the faces show the sentence.
enum class Op {
    import_documents,
    edit_text,
    set_document,
    rename_document,
    delete_document,
    set_turns,
    rename_speaker,
    drop_speaker,
    add_variable,
    set_variable,
    delete_variable,
    set_case,
    link_case,
    unlink_case,
    rename_case,
    merge_cases,
    delete_case,
    settings,
    add_code,
    set_code,
    rename_code,
    move_code,
    merge_codes,
    split_code,
    replace_in_codes,
    delete_code,
    add_group,
    set_group,
    delete_group,
    mark,
    unmark,
    autocode,
    set_quotation,
    resize_quotation,
    delete_quotation,
    comment,
    save_search,
    delete_search,
    add_memo,
    set_memo,
    delete_memo,
    add_relation,
    set_relation,
    delete_relation,
    add_link,
    set_link,
    delete_link,
    add_network,
    set_network,
    delete_network,
    import_codebook,
    import_project,
    import_table,
    set_table,
    delete_table,
    tabulate,
    save_analysis,
    set_analysis,
    rerun_analyses,
    delete_analysis,
    add_evidence,
    set_evidence,
    delete_evidence,
    add_claim,
    set_claim,
    delete_claim,
    add_finding,
    set_finding,
    delete_finding,
    join,
    settle,
    undo,
    redo,
    demo,
    review,
    pseudonyms,
};

struct OpName {
    Op op;
    std::string_view word; ///< in the history and in `log`
    const char* title;     ///< English source of a translated name, as in "Undo: mark 3:12 with Zero paper"
};

/// The word of an operation and its untranslated title.
const OpName& name_of(Op op);

/// The title of a word from the history, translated; the word itself when it is unknown (a newer program made it).
std::string title_of(std::string_view word);

}
