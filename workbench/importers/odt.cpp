#include "flow.h"
#include "odt_lists.h"
#include "ooxml.h"
#include "package.h"
#include "reading.h"
#include "workbench/tr.h"
#include <algorithm>
#include <charconv>

// OpenDocument text: ODF 1.3 part 3. White space is folded as its section 6.1.3 says; what was deleted lies in
// `tracked-changes`, apart from the text, and is not read.
namespace workbench
{
namespace
{

constexpr std::string_view not_text[]{"tracked-changes",
                                      "annotation",
                                      "annotation-end",
                                      "sequence-decls",
                                      "forms",
                                      "variable-decls",
                                      "user-field-decls",
                                      "ruby-text",
                                      "index-title-template",
                                      "table-of-content-source",
                                      "desc",
                                      "title",
                                      "event-listeners",
                                      "dde-connection-decls",
                                      "alphabetical-index-source",
                                      "bibliography-source",
                                      "illustration-index-source",
                                      "table-index-source",
                                      "object-index-source",
                                      "user-index-source",
                                      "binary-data"};

int repeated(pugi::xml_node node, std::string_view name, int most)
{
    const auto text = attribute(node, name);
    int number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::clamp(number, 1, most);
}

class OdtReader
{
 public:
    OdtReader(Flow& flow, OdtLists lists) : flow_(flow), lists_(std::move(lists)) {}
    void body(pugi::xml_node node);

 private:
    void paragraph(pugi::xml_node node);
    void inside(pugi::xml_node node);
    void element(pugi::xml_node node, std::string_view name);
    void words(std::string_view text);
    void exactly(std::string_view text);
    void list(pugi::xml_node node);
    void note(pugi::xml_node node);
    void frame(pugi::xml_node node);
    void rows(pugi::xml_node node);
    void row(pugi::xml_node node);

    Flow& flow_;
    OdtLists lists_;
    bool blank_ = true; ///< the character before is a blank, or there is none
    bool in_note_ = false;
};

void OdtReader::body(pugi::xml_node node)
{
    for (const auto inner : node.children()) {
        const auto name = paper::local_name(inner.name());
        if (std::find(std::begin(not_text), std::end(not_text), name) != std::end(not_text)) continue;
        if (name == "p" || name == "h")
            paragraph(inner);
        else if (name == "list")
            list(inner);
        else if (name == "table")
            rows(inner);
        else if (name == "frame" || name == "g" || name == "text-box")
            frame(inner);
        else
            body(inner); // sections, indexes
    }
}

void OdtReader::paragraph(pugi::xml_node node)
{
    if (paper::local_name(node.name()) == "h" && !flow_.marker_waits())
        if (auto number = lists_.heading(node); !number.empty()) flow_.marker(std::move(number));
    blank_ = true;
    inside(node);
    flow_.end_paragraph();
}

void OdtReader::words(std::string_view text)
{
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (blank && blank_) continue;
        flow_.text(blank ? std::string_view(" ") : std::string_view(&c, 1));
        blank_ = blank;
    }
}

void OdtReader::exactly(std::string_view text)
{
    flow_.text(text);
    blank_ = false;
}

void OdtReader::inside(pugi::xml_node node)
{
    for (const auto inner : node.children()) {
        if (inner.type() == pugi::node_pcdata || inner.type() == pugi::node_cdata)
            words(inner.value());
        else if (inner.type() == pugi::node_element)
            element(inner, paper::local_name(inner.name()));
    }
}

void OdtReader::element(pugi::xml_node node, std::string_view name)
{
    if (std::find(std::begin(not_text), std::end(not_text), name) != std::end(not_text)) return;
    if (name == "s")
        exactly(std::string(repeated(node, "c", 10'000), ' '));
    else if (name == "tab")
        exactly("\t");
    else if (name == "line-break")
        exactly("\n"), blank_ = true;
    else if (name == "note")
        note(node);
    else if (name == "frame" || name == "g" || name == "text-box" || name == "custom-shape" || name == "rect")
        frame(node);
    else
        inside(node);
}

void OdtReader::list(pugi::xml_node node)
{
    lists_.begin(node);
    for (const auto item : node.children()) {
        const auto name = paper::local_name(item.name());
        if (name != "list-item" && name != "list-header") continue;
        const auto first = item.first_child();
        const bool is_nested = first && paper::local_name(first.name()) == "list" && !first.next_sibling();
        if (name == "list-item" && !is_nested)
            if (auto number = lists_.item(item); !number.empty()) flow_.marker(std::move(number));
        body(item);
    }
    lists_.end();
}

void OdtReader::note(pugi::xml_node node)
{
    if (in_note_) return;
    in_note_ = true;
    flow_.begin_note();
    body(child(node, "note-body"));
    flow_.end_note();
    in_note_ = false;
    blank_ = false;
}

/// A frame holds a text box, a table or a picture, in several forms of which the first is the best.
void OdtReader::frame(pugi::xml_node node)
{
    const bool blank = blank_;
    flow_.push();
    body(node);
    flow_.after(flow_.pop());
    blank_ = blank;
}

void OdtReader::rows(pugi::xml_node node)
{
    flow_.end_text();
    for (const auto inner : node.children()) {
        const auto name = paper::local_name(inner.name());
        if (name == "table-row")
            row(inner);
        else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group")
            rows(inner);
    }
}

/// Cells that a wide cell covers are part of it; those that a tall one covers are empty.
void OdtReader::row(pugi::xml_node node)
{
    std::vector<Lines> cells;
    int covered = 0; // by the cell before
    for (const auto cell : node.children()) {
        const auto name = paper::local_name(cell.name());
        const int times = repeated(cell, "number-columns-repeated", 256);
        if (name == "covered-table-cell") {
            const int within = std::min(covered, times);
            covered -= within;
            cells.resize(cells.size() + static_cast<std::size_t>(times - within));
        } else if (name == "table-cell") {
            flow_.push();
            body(cell);
            cells.insert(cells.end(), static_cast<std::size_t>(times), flow_.pop());
            covered = repeated(cell, "number-columns-spanned", 256) - 1;
        }
    }
    if (!cells.empty()) flow_.row(cells);
}

bool is_encrypted(const Package& package)
{
    const auto manifest = package.xml_if_any("META-INF/manifest.xml");
    if (!manifest) return false;
    for (const auto entry : children(manifest->document_element(), "file-entry"))
        if (child(entry, "encryption-data")) return true;
    return false;
}

Result<SourceText> read_text(pugi::xml_node content, OdtLists lists, const ReadOptions& options)
{
    const auto text = child(child(content, "body"), "text");
    if (!text) return damaged("ODT");
    Flow flow(options.text_limit);
    OdtReader(flow, std::move(lists)).body(text);
    return source_from(flow);
}

void read_list_styles(OdtLists& lists, pugi::xml_node document)
{
    lists.read_styles(child(document, "styles"));
    lists.read_styles(child(document, "automatic-styles"));
}

}

Result<SourceText> read_odt(std::string_view bytes, const ReadOptions& options)
{
    const auto package = Package::open(bytes, "ODT");
    if (!package) return fail(package.error());
    if (is_encrypted(*package)) return from_paper({paper::ProblemKind::encrypted, {}}, "ODT");
    const auto content = package->xml("content.xml");
    if (!content) return fail(content.error());
    const auto styles = package->xml_if_any("styles.xml");
    if (!styles) return fail(styles.error());

    OdtLists lists;
    read_list_styles(lists, styles->document_element());
    read_list_styles(lists, content->document_element());
    return read_text(content->document_element(), std::move(lists), options);
}

Result<SourceText> read_fodt(std::string_view bytes, const ReadOptions& options)
{
    const auto document = paper::parse_xml(bytes);
    if (!document) return from_paper(document.error(), "FODT");
    OdtLists lists;
    read_list_styles(lists, document->document_element());
    return read_text(document->document_element(), std::move(lists), options);
}

}
