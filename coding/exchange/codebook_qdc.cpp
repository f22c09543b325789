#include "codebook_content.h"
#include "coding/code_color.h"
#include "guid.h"
#include "name_order.h"
#include "paper/xml.h"
#include "workbench/tr.h"
#include <functional>
#include <map>
#include <set>

// REFI-QDA codebook exchange, version 1.0 (urn:QDA-XML:codebook:1.0).
namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;

namespace
{

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name)
{
    for (const auto child : parent.children())
        if (paper::local_name(child.name()) == name) return child;
    return {};
}

std::string attribute(pugi::xml_node node, std::string_view name)
{
    for (const auto one : node.attributes())
        if (paper::local_name(one.name()) == name) return one.value();
    return {};
}

std::optional<std::string> description_of(pugi::xml_node node)
{
    const auto child = child_named(node, "Description");
    if (!child) return std::nullopt;
    auto text = paper::text_of(child);
    if (text.empty()) return std::nullopt;
    return text;
}

/// Reads `Code` elements into a book. Programs write what the standard forbids: that is read as well as it goes, and
/// told.
class QdcReader
{
 public:
    CodebookContent read(pugi::xml_node root)
    {
        read_codes(child_named(root, "Codes"), std::nullopt);
        for (const auto set : child_named(root, "Sets").children())
            if (paper::local_name(set.name()) == "Set") read_set(set);
        return std::move(book_);
    }

 private:
    void read_codes(pugi::xml_node parent, std::optional<std::size_t> above)
    {
        std::set<std::string> names;
        for (const auto node : parent.children()) {
            if (paper::local_name(node.name()) != "Code") continue;
            const auto at = read_code(node, above, names);
            read_codes(node, at);
        }
    }

    std::size_t read_code(pugi::xml_node node, std::optional<std::size_t> above, std::set<std::string>& names)
    {
        BookCode code{above, free_name(trimmed(attribute(node, "name")), names)};
        const auto guid = attribute(node, "guid"), color = attribute(node, "color"),
                   codable = attribute(node, "isCodable");
        code.guid = guid_in(guid);
        code.color = color_in(color);
        code.codable = codable != "false" && codable != "0";
        code.definition = description_of(node);
        const auto at = book_.codes.size();
        if (code.guid && !places_.emplace(*code.guid, at).second) {
            book_.lose(say("guid"), code.name, say("two codes of the file have the same one"));
            code.guid.reset();
        }
        if (!guid.empty() && !guid_in(guid)) book_.lose(say("guid"), code.name, say("it is not written as one"));
        if (!color.empty() && !code.color)
            book_.lose(say("colour"), code.name, say("\"{}\" is not written as #RRGGBB", color));
        book_.codes.push_back(std::move(code));
        return at;
    }

    std::string free_name(std::string name, std::set<std::string>& names)
    {
        if (name.empty()) name = say("(no name)");
        auto free = name;
        for (int copy = 2; !names.insert(free).second; ++copy) free = fmt::format("{} ({})", name, copy);
        if (free != name) book_.lose(say("name"), free, say("two codes side by side are called \"{}\"", name));
        return free;
    }

    void read_set(pugi::xml_node node)
    {
        BookGroup group{trimmed(attribute(node, "name")), guid_in(attribute(node, "guid")), description_of(node), {}};
        if (group.name.empty()) group.name = say("(no name)");
        for (const auto member : node.children()) {
            if (paper::local_name(member.name()) != "MemberCode") continue;
            // The codebook says guid, the project says targetGUID; both are met in codebooks.
            auto guid = guid_in(attribute(member, "guid"));
            if (!guid) guid = guid_in(attribute(member, "targetGUID"));
            const auto place = guid ? places_.find(*guid) : places_.end();
            if (place != places_.end())
                group.codes.push_back(place->second);
            else
                book_.lose(say("member of a group"), group.name, say("the file has no code of that guid"));
        }
        book_.groups.push_back(std::move(group));
    }

    CodebookContent book_;
    std::map<std::string, std::size_t> places_;
};

void write_code(paper::XmlWriter& xml, const CodebookContent& book, const std::vector<std::vector<std::size_t>>& below,
                std::size_t at)
{
    const auto& code = book.codes[at];
    xml.open("Code").attribute("guid", *code.guid).attribute("name", code.name);
    xml.attribute("isCodable", code.codable.value_or(true) ? "true" : "false");
    if (code.color) xml.attribute("color", *code.color);
    if (code.definition) xml.leaf("Description", *code.definition);
    for (const auto child : below[at]) write_code(xml, book, below, child);
    xml.close();
}

void note_losses(CodebookContent& book)
{
    const auto why = say("REFI-QDA codebooks have no place for it");
    for (std::size_t at = 0; at < book.codes.size(); ++at) {
        const auto& code = book.codes[at];
        const auto where = book.path_of(at);
        if (code.inclusion) book.lose(say("inclusion rule"), where, why);
        if (code.exclusion) book.lose(say("exclusion rule"), where, why);
        if (code.example) book.lose(say("example"), where, why);
        if (code.comment) book.lose(say("comment"), where, why);
        if (code.origin) book.lose(say("origin"), where, why);
        if (code.has_origin_quotation) book.lose(say("triggering quotation"), where, why);
    }
    for (const auto& group : book.groups)
        for (std::size_t other = 0; other < group.others; ++other)
            book.lose(say("member of a group"), group.name, say("it is not a code"));
}

}

Result<CodebookContent> read_qdc(std::string_view bytes)
{
    const auto tree = paper::parse_xml(bytes);
    if (!tree)
        return fail(tree.error().kind == paper::ProblemKind::too_large ? ErrorCode::too_large : ErrorCode::bad_file,
                    say("The codebook is not sound XML: {}.", tree.error().what),
                    say("Export it again from the other program."));
    const auto root = tree->find_node([](pugi::xml_node node) { return paper::local_name(node.name()) == "CodeBook"; });
    if (!root)
        return fail(ErrorCode::bad_file, say("The file holds no codebook."),
                    say("A REFI-QDA codebook begins with the element CodeBook."));
    return QdcReader().read(root);
}

std::string write_qdc(CodebookContent& book)
{
    std::vector<std::vector<std::size_t>> below(book.codes.size());
    for (std::size_t at = 0; at < book.codes.size(); ++at)
        if (book.codes[at].parent) below[*book.codes[at].parent].push_back(at);
    paper::XmlWriter xml;
    xml.open("CodeBook").attribute("xmlns", "urn:QDA-XML:codebook:1.0").attribute("origin", "Quipu");
    xml.open("Codes");
    for (std::size_t at = 0; at < book.codes.size(); ++at)
        if (!book.codes[at].parent) write_code(xml, book, below, at);
    xml.close();
    if (!book.groups.empty()) xml.open("Sets");
    for (const auto& group : book.groups) {
        xml.open("Set").attribute("guid", *group.guid).attribute("name", group.name);
        if (group.comment) xml.leaf("Description", *group.comment);
        for (const auto code : group.codes) xml.open("MemberCode").attribute("guid", *book.codes[code].guid).close();
        xml.close();
    }
    if (!book.groups.empty()) xml.close();
    note_losses(book);
    return xml.close().finish();
}

}
