#include "codepage.h"
#include "flow.h"
#include "ooxml.h"
#include "package.h"
#include "reading.h"
#include "word_numbering.h"
#include "word_remarks.h"
#include "workbench/tr.h"
#include <algorithm>
#include <charconv>

// Office Open XML: ECMA-376 part 1, section 17 (WordprocessingML). What Word shows is kept: tracked insertions are
// in, deletions out, and of the two forms of a text box the newer one is read.
namespace workbench
{
namespace
{

using Nodes = std::map<std::string, pugi::xml_node>;

/// Inside these the text is as if they were not there.
constexpr std::array<std::string_view, 15> transparent{"ins",       "moveTo",     "hyperlink", "smartTag", "customXml",
                                                       "fldSimple", "sdtContent", "bdo",       "dir",      "oMath",
                                                       "oMathPara", "rubyBase",   "num",       "den",      "e"};

bool is_transparent(std::string_view name)
{
    return std::find(transparent.begin(), transparent.end(), name) != transparent.end();
}

/// What a program wrote for newer readers, else what it wrote for older ones.
pugi::xml_node chosen(pugi::xml_node alternatives)
{
    const auto choice = child(alternatives, "Choice");
    return choice ? choice : child(alternatives, "Fallback");
}

bool is_on_in(pugi::xml_node properties, std::string_view name)
{
    const auto node = child(properties, name);
    return node && is_on(value(node), true);
}

/// Without `xml:space="preserve"`, white space that only lays out the XML is no text; a line feed is a blank.
std::string text_in(pugi::xml_node node)
{
    std::string text = paper::text_of(node);
    if (text.find_first_of("\n\r\t") == std::string::npos) return text;
    if (attribute(node, "space") != "preserve") text = trimmed(text);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

class WordReader
{
 public:
    WordReader(Flow& flow, WordRemarks& remarks, WordNumbering numbering, Nodes footnotes, Nodes endnotes)
        : flow_(flow),
          remarks_(remarks),
          numbering_(std::move(numbering)),
          footnotes_(std::move(footnotes)),
          endnotes_(std::move(endnotes))
    {
    }

    void body(pugi::xml_node node);
    bool left_out_hidden() const { return hidden_; }
    bool left_out_part() const { return foreign_; }

 private:
    void paragraph(pugi::xml_node node);
    void inside(pugi::xml_node node);
    bool is_remark(pugi::xml_node node);
    void run(pugi::xml_node node);
    void run_part(pugi::xml_node node);
    void symbol(pugi::xml_node node);
    void text_boxes(pugi::xml_node node);
    void note(const Nodes& notes, const std::string& id);
    void table(pugi::xml_node node);
    void rows(pugi::xml_node node);
    void row(pugi::xml_node node);
    void cells(pugi::xml_node node, std::vector<Lines>& found);

    Flow& flow_;
    WordRemarks& remarks_;
    WordNumbering numbering_;
    Nodes footnotes_, endnotes_;
    bool in_note_ = false, hidden_ = false, foreign_ = false;
};

void WordReader::body(pugi::xml_node node)
{
    for (const auto inner : node.children()) {
        const auto name = paper::local_name(inner.name());
        if (is_remark(inner)) continue;
        if (name == "p")
            paragraph(inner);
        else if (name == "tbl")
            table(inner);
        else if (name == "sdt")
            body(child(inner, "sdtContent"));
        else if (name == "AlternateContent")
            body(chosen(inner));
        else if (name == "altChunk")
            foreign_ = true;
        else if (name == "oMathPara")
            inside(inner), flow_.end_text();
        else if (is_transparent(name))
            body(inner);
    }
}

void WordReader::paragraph(pugi::xml_node node)
{
    const auto properties = child(node, "pPr");
    const auto mark = child(properties, "rPr");
    // A paragraph whose mark was deleted, moved away or hidden runs on into the next one.
    const bool runs_on = child(mark, "del") || child(mark, "moveFrom") || is_on_in(mark, "vanish");
    const auto item = runs_on ? WordItem{} : numbering_.item_of(properties);
    if (item.list)
        if (auto number = numbering_.next(item); !number.empty()) flow_.marker(std::move(number));
    inside(node);
    remarks_.highlight("");
    if (!runs_on) flow_.end_paragraph();
}

bool WordReader::is_remark(pugi::xml_node node)
{
    const auto name = paper::local_name(node.name());
    if (name == "commentRangeStart")
        remarks_.begin_comment(attribute(node, "id"));
    else if (name == "commentRangeEnd")
        remarks_.end_comment(attribute(node, "id"));
    else
        return false;
    return true;
}

void WordReader::inside(pugi::xml_node node)
{
    for (const auto inner : node.children()) {
        const auto name = paper::local_name(inner.name());
        if (is_remark(inner)) continue;
        if (name == "r")
            run(inner);
        else if (name == "sdt")
            inside(child(inner, "sdtContent"));
        else if (name == "AlternateContent")
            inside(chosen(inner));
        else if (name == "sub" || name == "sup" || name == "f" || name == "sSup" || name == "sSub" || name == "rad" ||
                 name == "d" || name == "nary" || name == "func" || name == "fName" || is_transparent(name))
            inside(inner);
    }
}

void WordReader::run(pugi::xml_node node)
{
    if (is_on_in(child(node, "rPr"), "vanish")) {
        hidden_ = true;
        return;
    }
    remarks_.highlight(value(child(child(node, "rPr"), "highlight")));
    for (const auto part : node.children()) run_part(part);
}

void WordReader::run_part(pugi::xml_node node)
{
    const auto name = paper::local_name(node.name());
    if (name == "t")
        flow_.text(text_in(node));
    else if (name == "tab" || name == "ptab")
        flow_.text("\t");
    else if (name == "cr")
        flow_.line_break();
    else if (name == "br" && (attribute(node, "type") == "page" || attribute(node, "type") == "column"))
        flow_.page_break();
    else if (name == "br")
        flow_.line_break();
    else if (name == "noBreakHyphen")
        flow_.text("\u2011");
    else if (name == "softHyphen")
        flow_.text("\u00AD");
    else if (name == "sym")
        symbol(node);
    else if (name == "commentReference")
        remarks_.comment_sign(attribute(node, "id"));
    else if (name == "footnoteReference")
        note(footnotes_, attribute(node, "id"));
    else if (name == "endnoteReference")
        note(endnotes_, attribute(node, "id"));
    else if (name == "ruby")
        inside(child(node, "rubyBase"));
    else if (name == "drawing" || name == "pict" || name == "object")
        text_boxes(node);
    else if (name == "AlternateContent")
        for (const auto part : chosen(node).children()) run_part(part);
}

void WordReader::symbol(pugi::xml_node node)
{
    const auto code = attribute(node, "char");
    unsigned c = 0;
    std::from_chars(code.data(), code.data() + code.size(), c, 16);
    if (c) flow_.text(utf8(without_symbol_font(c)));
}

void WordReader::text_boxes(pugi::xml_node node)
{
    for (const auto inner : node.children()) {
        const auto name = paper::local_name(inner.name());
        if (name == "AlternateContent") {
            text_boxes(chosen(inner));
        } else if (name == "txbxContent") {
            flow_.push();
            body(inner);
            flow_.after(flow_.pop());
        } else {
            text_boxes(inner);
        }
    }
}

void WordReader::note(const Nodes& notes, const std::string& id)
{
    if (in_note_) return;
    in_note_ = true;
    flow_.begin_note();
    if (const auto found = notes.find(id); found != notes.end()) body(found->second);
    flow_.end_note();
    in_note_ = false;
}

void WordReader::table(pugi::xml_node node)
{
    flow_.end_text();
    rows(node);
}

void WordReader::rows(pugi::xml_node node)
{
    for (const auto inner : node.children()) {
        const auto name = paper::local_name(inner.name());
        if (name == "tr")
            row(inner);
        else if (name == "sdt")
            rows(child(inner, "sdtContent"));
        else if (is_transparent(name))
            rows(inner);
    }
}

void WordReader::row(pugi::xml_node node)
{
    if (child(child(node, "trPr"), "del")) return;
    std::vector<Lines> found;
    cells(node, found);
    if (!found.empty()) flow_.row(found);
}

void WordReader::cells(pugi::xml_node node, std::vector<Lines>& found)
{
    for (const auto inner : node.children()) {
        const auto name = paper::local_name(inner.name());
        if (name == "sdt")
            cells(child(inner, "sdtContent"), found);
        else if (is_transparent(name))
            cells(inner, found);
        if (name != "tc") continue;
        const auto properties = child(inner, "tcPr");
        const auto down = child(properties, "vMerge"), across = child(properties, "hMerge");
        const auto goes_on = [](pugi::xml_node merge) { return merge && value(merge) != "restart"; };
        if (child(properties, "cellDel") || goes_on(across)) continue;
        flow_.push();
        if (!goes_on(down)) body(inner);
        found.push_back(flow_.pop());
    }
}

Nodes notes_of(const pugi::xml_document& document, std::string_view name)
{
    Nodes notes;
    for (const auto node : children(document.document_element(), name)) notes.emplace(attribute(node, "id"), node);
    return notes;
}

struct WordParts {
    pugi::xml_document text, footnotes, endnotes, numbering, styles, comments;
};

/// The text and what it refers to. A part that is named and damaged makes the whole file damaged.
Result<WordParts> parts_of(const Package& package)
{
    const auto top = package.relations("");
    if (!top) return fail(top.error());
    const auto main = top->find("officeDocument");
    const std::string name = main == top->end() ? "word/document.xml" : main->second;
    WordParts parts;
    auto text = package.xml(name);
    if (!text) return fail(text.error());
    parts.text = std::move(*text);
    const auto related = package.relations(name);
    if (!related) return fail(related.error());
    for (const auto& [type, into] : {std::pair{"footnotes", &parts.footnotes},
                                     {"endnotes", &parts.endnotes},
                                     {"numbering", &parts.numbering},
                                     {"styles", &parts.styles},
                                     {"comments", &parts.comments}}) {
        const auto found = related->find(type);
        auto part = package.xml_if_any(found == related->end() ? "" : found->second);
        if (!part) return fail(part.error());
        *into = std::move(*part);
    }
    return parts;
}

}

Result<SourceText> read_docx(std::string_view bytes, const ReadOptions& options)
{
    const auto package = Package::open(bytes, "DOCX");
    if (!package) return fail(package.error());
    const auto parts = parts_of(*package);
    if (!parts) return fail(parts.error());
    const auto body = child(parts->text.document_element(), "body");
    if (!body) return damaged("DOCX");

    Flow flow(options.text_limit);
    WordRemarks remarks(flow, parts->comments.document_element());
    WordReader reader(flow, remarks,
                      WordNumbering(parts->numbering.document_element(), parts->styles.document_element()),
                      notes_of(parts->footnotes, "footnote"), notes_of(parts->endnotes, "endnote"));
    reader.body(body);
    std::vector<std::string> warnings;
    if (reader.left_out_hidden()) warnings.push_back(say("Text that is hidden in Word was left out."));
    if (reader.left_out_part())
        warnings.push_back(
            say("A document that is embedded in this one was left out: import it as a file of its own."));
    auto source = source_from(flow, std::move(warnings));
    if (source) source->remarks = remarks.finish(source->text);
    return source;
}

}
