#include "workbench/op.h"
#include "workbench/tr.h"
#include <algorithm>
#include <cassert>

namespace workbench
{
namespace
{

constexpr std::array names{
    OpName{Op::import_documents, "import", source("import documents")},
    OpName{Op::edit_text, "edit", source("correct the text")},
    OpName{Op::set_document, "document set", source("change a document")},
    OpName{Op::rename_document, "document rename", source("rename a document")},
    OpName{Op::delete_document, "document delete", source("delete a document")},
    OpName{Op::set_turns, "turns", source("set the turns")},
    OpName{Op::rename_speaker, "speaker rename", source("rename a speaker")},
    OpName{Op::drop_speaker, "speaker delete", source("take a label for text")},
    OpName{Op::add_variable, "variable add", source("add a variable")},
    OpName{Op::set_variable, "variable set", source("change a variable")},
    OpName{Op::delete_variable, "variable delete", source("delete a variable")},
    OpName{Op::set_case, "case set", source("set values of a case")},
    OpName{Op::link_case, "case link", source("link documents to a case")},
    OpName{Op::unlink_case, "case unlink", source("take documents out of a case")},
    OpName{Op::rename_case, "case rename", source("rename a case")},
    OpName{Op::merge_cases, "case merge", source("join cases")},
    OpName{Op::delete_case, "case delete", source("delete a case")},
    OpName{Op::settings, "settings", source("change the settings")},
    OpName{Op::add_code, "code add", source("add a code")},
    OpName{Op::set_code, "code set", source("change a code")},
    OpName{Op::rename_code, "code rename", source("rename a code")},
    OpName{Op::move_code, "code move", source("move a code")},
    OpName{Op::merge_codes, "code merge", source("merge codes")},
    OpName{Op::split_code, "code split", source("split a code")},
    OpName{Op::replace_in_codes, "code replace", source("replace in the names of codes")},
    OpName{Op::delete_code, "code delete", source("delete a code")},
    OpName{Op::add_group, "group add", source("add a group of codes")},
    OpName{Op::set_group, "group set", source("change a group of codes")},
    OpName{Op::delete_group, "group delete", source("delete a group of codes")},
    OpName{Op::mark, "mark", source("code a passage")},
    OpName{Op::unmark, "unmark", source("remove a coding")},
    OpName{Op::autocode, "autocode", source("code the hits of a search")},
    OpName{Op::set_quotation, "quotation set", source("change a quotation")},
    OpName{Op::resize_quotation, "quotation resize", source("move the ends of a quotation")},
    OpName{Op::delete_quotation, "quotation delete", source("delete a quotation")},
    OpName{Op::comment, "comment", source("comment")},
    OpName{Op::save_search, "search save", source("save a search")},
    OpName{Op::delete_search, "search delete", source("delete a saved search")},
    OpName{Op::add_memo, "memo add", source("write a memo")},
    OpName{Op::set_memo, "memo set", source("change a memo")},
    OpName{Op::delete_memo, "memo delete", source("delete a memo")},
    OpName{Op::add_relation, "relation add", source("add a type of relation")},
    OpName{Op::set_relation, "relation set", source("change a type of relation")},
    OpName{Op::delete_relation, "relation delete", source("delete a type of relation")},
    OpName{Op::add_link, "link add", source("link two objects")},
    OpName{Op::set_link, "link set", source("change a link")},
    OpName{Op::delete_link, "link delete", source("delete a link")},
    OpName{Op::add_network, "network add", source("make a network")},
    OpName{Op::set_network, "network set", source("change a network")},
    OpName{Op::delete_network, "network delete", source("delete a network")},
    OpName{Op::import_codebook, "codebook import", source("import a codebook")},
    OpName{Op::import_project, "qdpx import", source("import a REFI-QDA project")},
    OpName{Op::import_table, "table import", source("import a table")},
    OpName{Op::set_table, "table set", source("change a table")},
    OpName{Op::delete_table, "table delete", source("delete a table")},
    OpName{Op::tabulate, "tabulate", source("make a table from codings")},
    OpName{Op::save_analysis, "stats", source("save an analysis")},
    OpName{Op::set_analysis, "analysis set", source("change an analysis")},
    OpName{Op::rerun_analyses, "analyses", source("run the analyses again")},
    OpName{Op::delete_analysis, "analysis delete", source("delete an analysis")},
    OpName{Op::add_evidence, "evidence add", source("link evidence")},
    OpName{Op::set_evidence, "evidence set", source("change an evidence link")},
    OpName{Op::delete_evidence, "evidence delete", source("delete an evidence link")},
    OpName{Op::add_claim, "claim add", source("bind a claim")},
    OpName{Op::set_claim, "claim set", source("change a claim")},
    OpName{Op::delete_claim, "claim delete", source("delete a claim")},
    OpName{Op::add_finding, "finding add", source("write a finding")},
    OpName{Op::set_finding, "finding set", source("change a finding")},
    OpName{Op::delete_finding, "finding delete", source("delete a finding")},
    OpName{Op::join, "join", source("join what was made twice")},
    OpName{Op::settle, "settle", source("settle a conflict")},
    OpName{Op::undo, "undo", source("undo")},
    OpName{Op::redo, "redo", source("redo")},
    OpName{Op::demo, "demo", source("make the sample study")},
    OpName{Op::review, "review", source("bring in a review")},
    OpName{Op::pseudonyms, "pseudonyms", source("pseudonyms")},
};

constexpr bool in_order()
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (static_cast<std::size_t>(names[i].op) != i) return false;
    return true;
}
static_assert(in_order() && names.size() == static_cast<std::size_t>(Op::pseudonyms) + 1);

}

const OpName& name_of(Op op)
{
    return names[static_cast<std::size_t>(op)];
}

std::string title_of(std::string_view word)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const OpName& name) { return name.word == word; });
    return found == names.end() ? std::string(word) : tr(found->title);
}

}
